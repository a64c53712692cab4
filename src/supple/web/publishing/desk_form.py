"""The form that a routine is written in: as it is shown, and as it is read again.

It names its exercises itself (`row`, in order), so that it can be read without
knowing what was kept meanwhile: nothing that was typed is lost to another tab.
"""

import re
from collections.abc import Iterator, Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from supple.exercise.dose import AMOUNTS, Dose
from supple.exercise.load import load_library
from supple.value import Value, changed
from supple.web.dose_fields import read_amount, read_sides, typed
from supple.web.publishing import video
from supple.web.publishing.draft import LONGEST_TITLE, MOST_ROWS, Draft, DraftRow
from supple.web.publishing.page_texts import Advice, PageTexts, VideoMark

LONGEST_LINE = 300
LONGEST_TEXT = 2000
MOST_LINES = 12
MOST_MARKS = 60
BLANK_ADVICE = 2
"""As many empty pairs stand below those that are filled in."""
_ROW = re.compile(r"(?P<key>[1-9]\d{0,4}):(?P<exercise>[a-z0-9-]{0,80})")
Errors = dict[str, str]


class Read(Value, kw_only=True, omit_defaults=False):
    """What was typed: the draft it makes, and a sentence for each field that cannot be meant."""

    draft: Draft
    errors: Errors


def as_typed(draft: Draft) -> dict[str, str]:
    """Every field of the form as it is shown, by name."""
    page = draft.page
    told = {
        "title": draft.title,
        "purpose": draft.purpose,
        "cautions": "\n".join(draft.cautions),
        "video": page.video,
        "marks": "\n".join(f"{video.clock(one.at)} {one.words}".rstrip() for one in page.marks),
    }
    for place, one in enumerate(page.advice):
        told |= {f"when-{place}": one.when, f"do-{place}": one.do}
    for row in draft.rows:
        told |= {f"{name}-{row.key}": text for name, text in _row_typed(row).items()}
    return told


def _row_typed(row: DraftRow) -> dict[str, str]:
    dose = row.dose
    return {
        **{field: typed(field, getattr(dose, field)) for field in AMOUNTS},
        "sides": dose.sides.mode if dose.sides else "",
        "cautions": "\n".join(row.cautions),
        "name": row.name,
        "text": row.text,
        "harder": "on" if row.harder else "",
    }


def read(form: QueryDict, kept: Draft) -> Read:
    """The draft that was typed. A number that is left as it was `kept` keeps where it came from."""
    errors: Errors = {}
    rows = tuple(_rows(form, kept, errors))
    title = _text(form, "title", LONGEST_TITLE, errors)
    if not title:
        errors.setdefault("title", _("Give it a title."))
    draft = changed(
        kept,
        title=title,
        purpose=_text(form, "purpose", LONGEST_LINE, errors),
        cautions=_lines(form, "cautions", MOST_LINES, errors),
        rows=rows,
        next_key=max([kept.next_key, *(row.key + 1 for row in rows)]),
        page=_page(form, errors),
    )
    return Read(draft=draft, errors=errors)


def _rows(form: QueryDict, kept: Draft, errors: Errors) -> Iterator[DraftRow]:
    """The rows that the form names, each once; what is no row is not read."""
    before = {(row.key, row.exercise): row for row in kept.rows}
    library, seen = load_library().exercises, set[int]()
    for name in form.getlist("row")[:MOST_ROWS]:
        match = _ROW.fullmatch(name)
        if match is None or int(match["key"]) in seen:
            continue
        key, exercise = int(match["key"]), match["exercise"]
        had = before.get((key, exercise), DraftRow(key=key, exercise=exercise))
        if exercise and exercise not in library and (key, exercise) not in before:
            continue
        seen.add(key)
        yield _row(form, had, errors)


def _row(form: QueryDict, had: DraftRow, errors: Errors) -> DraftRow:
    key = had.key
    name = "" if had.exercise else _text(form, f"name-{key}", LONGEST_TITLE, errors)
    if not had.exercise and not name:
        errors.setdefault(f"name-{key}", _("Give it a name."))
    return changed(
        had,
        name=name,
        text=_text(form, f"text-{key}", LONGEST_TEXT, errors),
        dose=_dose(form, had, errors),
        cautions=_lines(form, f"cautions-{key}", MOST_LINES, errors),
        harder=form.get(f"harder-{key}") == "on",
    )


def _dose(form: QueryDict, had: DraftRow, errors: Errors) -> Dose:
    given = {}
    for field in AMOUNTS:
        name, before = f"{field}-{had.key}", getattr(had.dose, field)
        try:
            given[field] = read_amount(field, form.get(name, ""), before, "therapist")
        except ValueError as why:
            errors[name] = str(why)
    sides = read_sides(form.get(f"sides-{had.key}", ""), had.dose.sides, "therapist")
    return Dose(**given, sides=sides)


def _page(form: QueryDict, errors: Errors) -> PageTexts:
    film = ""
    try:
        film = video.judged(form.get("video", ""))
    except ValueError as why:
        errors["video"] = str(why)
    return PageTexts(
        video=film,
        marks=tuple(_marks(form, errors)),
        advice=tuple(_advice(form, errors)),
    )


def _marks(form: QueryDict, errors: Errors) -> Iterator[VideoMark]:
    """One place in the video a line: the time, then what is there."""
    for line in _lines(form, "marks", MOST_MARKS, errors):
        time, _space, words = line.partition(" ")
        at = video.seconds_of(time)
        if at is None:
            sentence = _("“%(line)s” does not begin with a time such as 3:00.")
            errors.setdefault("marks", sentence % {"line": line})
        else:
            yield VideoMark(at=at, words=words.strip())


def _advice(form: QueryDict, errors: Errors) -> Iterator[Advice]:
    for place in range(MOST_LINES):
        when = _text(form, f"when-{place}", LONGEST_LINE, errors)
        do = _text(form, f"do-{place}", LONGEST_LINE, errors)
        if when and do:
            yield Advice(when=when, do=do)
        elif when or do:
            missing = "do" if when else "when"
            errors.setdefault(f"{missing}-{place}", _("Write both, or leave both empty."))


def _text(form: QueryDict, name: str, longest: int, errors: Errors) -> str:
    """A text without what nobody sees; line breaks are kept as they are."""
    text = form.get(name, "").replace("\r\n", "\n").replace("\x00", "").strip()
    if len(text) > longest:
        sentence = _("This is longer than %(n)d letters.")
        errors.setdefault(name, sentence % {"n": longest})
    return text


def _lines(form: QueryDict, name: str, most: int, errors: Errors) -> tuple[str, ...]:
    """One text a line; empty lines are nothing."""
    text = form.get(name, "").replace("\x00", "")
    lines = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if len(lines) > most:
        errors.setdefault(name, _("These are more than %(n)d lines.") % {"n": most})
    elif any(len(line) > LONGEST_LINE for line in lines):
        sentence = _("One of these lines is longer than %(n)d letters.")
        errors.setdefault(name, sentence % {"n": LONGEST_LINE})
    return lines


def advice_places(told: Mapping[str, str]) -> list[tuple[str, str]]:
    """The names of the pairs of fields to show: those that hold something, then empty ones."""
    used = (n for n in range(MOST_LINES) if told.get(f"when-{n}") or told.get(f"do-{n}"))
    shown = min(MOST_LINES, max(used, default=-1) + 1 + BLANK_ADVICE)
    return [(f"when-{n}", f"do-{n}") for n in range(shown)]
