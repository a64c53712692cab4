"""What the desk shows of a routine that is being written."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from supple.exercise.dose import AMOUNTS, filled
from supple.exercise.dose_text import format_dose
from supple.exercise.load import load_library
from supple.guide.plan import make_plan, too_much
from supple.guide.script import make_script
from supple.value import Value
from supple.web import doses, plans
from supple.web.dose_fields import SIDES
from supple.web.models import User
from supple.web.names import names_of, search
from supple.web.publishing.desk_form import Errors, advice_places, as_typed
from supple.web.publishing.draft import Draft, DraftRow, routine_of
from supple.web.reading.page import ORDER, labels, side_names
from supple.web.rows import Row, routine_rows
from supple.words import Words

FOUND = 8
"""As many exercises are shown of a search."""


class Field(Value, kw_only=True, omit_defaults=False):
    """One field of the form: its name there, its label, what is typed in it, what is wrong."""

    name: str
    label: str
    value: str
    error: str


class RowShown(Value, kw_only=True, omit_defaults=False):
    """One exercise in the form.

    `dose` is what it comes to, and `ours` which of its numbers are the
    library's; `usual` is the library's own dose, used where a field is empty.
    `above` is the exercise that this one can be a harder form of, "" for none.
    `open` says that its numbers are unfolded.
    """

    key: int
    exercise: str
    name: str
    dose: str
    ours: str
    usual: str
    above: str
    open: bool
    harder: bool
    numbers: tuple[Field, ...]
    sides: Field
    cautions: Field
    own_name: Field
    text: Field
    first: bool
    last: bool

    @property
    def worded(self) -> bool:
        """Whether the therapist's own words are unfolded: where there are any, or a slip."""
        fields = (self.cautions, self.text)
        return any(field.value or field.error for field in fields)


class Preview(Value, kw_only=True, omit_defaults=False):
    """A draft as it will be done: its steps, and the minutes that they take.

    `too_much` says that nobody does as much as this; the minutes are then 0.
    """

    rows: tuple[Row, ...]
    minutes: int
    too_much: bool


def form_page(
    draft: Draft, typed: Mapping[str, str] | None, errors: Errors, say: Words, unfold: int = 0
) -> dict[str, object]:
    """The form of a draft. `typed` is shown in place of what the draft says where there is any.

    The numbers of the row `unfold` are open.
    """
    told = as_typed(draft) if typed is None else typed

    def field(name: str, label: str) -> Field:
        return Field(name=name, label=label, value=told.get(name, ""), error=errors.get(name, ""))

    return {
        "errors": errors,
        "title_field": field("title", _("Title")),
        "purpose_field": field("purpose", _("What it is for, in one sentence")),
        "cautions_field": field("cautions", _("Before you begin")),
        "video_field": field("video", _("Address of a video")),
        "marks_field": field("marks", _("Times in the video")),
        "advice": [
            (field(when, _("When")), field(do, _("Do this"))) for when, do in advice_places(told)
        ],
        "rows": [_row(draft, place, field, unfold, say) for place in range(len(draft.rows))],
        "side_choices": [(mode, side_names()[mode]) for mode in SIDES],
    }


def _row(
    draft: Draft, place: int, field: Callable[[str, str], Field], unfold: int, say: Words
) -> RowShown:
    row = draft.rows[place]
    above = draft.rows[place - 1] if place else None
    known = load_library().exercises.get(row.exercise)
    dose = filled(row.dose, known.dose) if known else row.dose
    names = labels() | {"text": _("In your words")}
    fields = {name: field(f"{name}-{row.key}", label) for name, label in names.items()}
    numbers = tuple(fields[name] for name in ORDER if name in AMOUNTS)
    return RowShown(
        key=row.key,
        exercise=row.exercise,
        name=name_of(row, say),
        dose=format_dose(dose, say),
        ours=doses.our_choice(dose),
        usual=format_dose(known.dose, say) if known else "",
        above=name_of(above, say) if above and above.exercise and known else "",
        open=row.key == unfold or any(one.error for one in numbers),
        harder=field(f"harder-{row.key}", "").value == "on",
        numbers=numbers,
        sides=fields["sides"],
        cautions=fields["cautions"],
        own_name=fields["name"],
        text=fields["text"],
        first=place == 0,
        last=place == len(draft.rows) - 1,
    )


def name_of(row: DraftRow, say: Words) -> str:
    """What a row is called."""
    known = load_library().exercises.get(row.exercise)
    return say.say(known.name) if known else row.name or row.exercise or _("In your own words")


def preview(draft: Draft, say: Words) -> Preview:
    """The draft as it will be done."""
    routine, library = routine_of(draft, "preview"), load_library()
    plan = make_plan(routine, library, {}, say)
    much, minutes = too_much(plan), 0
    if draft.rows and not much:
        minutes = make_script(plan, library, say).minutes
    return Preview(rows=routine_rows(routine, say.locale), minutes=minutes, too_much=much)


def found(query: str, say: Words) -> list[tuple[str, str, str]]:
    """What a search for an exercise finds, best first, as (id, name, aim)."""
    library = load_library().exercises
    names = search(query, names_of(say.locale))[:FOUND] if query.strip() else ()
    return [(name, say.say(library[name].name), say.say(library[name].aim)) for name in names]


def beginnings(user: User, say: Words) -> list[tuple[str, str]]:
    """What a new routine can begin from, as (id, name): one that was read, or a ready one."""
    own = [
        (one.id, _("Read by you: %(name)s") % {"name": one.name})
        for one in plans.own_routines(user)
    ]
    ready = [
        (one.id, _("Ready: %(name)s") % {"name": say.say(one.name)})
        for one in plans.routines().values()
    ]
    return [*own, *ready]


def hindrances(draft: Draft) -> list[str]:
    """What keeps a draft from being published, in words."""
    library = load_library()
    named = [row.exercise for row in draft.rows if row.exercise]
    unknown = [name for name in named if name not in library.exercises]
    empty = [] if draft.rows else [_("Add at least one exercise.")]
    silent = [] if draft.purpose else [_("Say in one sentence what it is for.")]
    plan = make_plan(routine_of(draft, "preview"), library, {})
    much = [_("Nobody does as much in one session. Write less of it.")] if too_much(plan) else []
    gone = _("The library no longer has “%(name)s”. Take it out.")
    return [*empty, *silent, *much, *(gone % {"name": name} for name in unknown)]
