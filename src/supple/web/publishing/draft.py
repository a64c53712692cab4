"""The working copy of a routine at the desk, and the routine it makes."""

from supple.exercise.dose import AMOUNTS, Dose
from supple.exercise.types import Caution
from supple.routine.routine import Item, Routine, Rung, Source
from supple.value import Value, changed
from supple.web.publishing.changes import Edition
from supple.web.publishing.page_texts import PageTexts

MOST_ROWS = 30
LONGEST_TITLE = 80
AUTHOR = "author"
"""Where a caution of a published routine comes from."""


class DraftRow(Value, kw_only=True):
    """One exercise of a draft. `key` stays with it for good, whatever its place.

    `exercise` is a library id, or "" for one that is kept by its `name` and
    `text` alone. A `harder` row is the next rung of the one before it.
    """

    key: int
    exercise: str = ""
    name: str = ""
    text: str = ""
    dose: Dose = Dose()
    cautions: tuple[str, ...] = ()
    harder: bool = False


class Draft(Value, kw_only=True):
    """A routine as it is being written. `next_key` is that of the next row to be added."""

    title: str
    purpose: str = ""
    cautions: tuple[str, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    next_key: int = 1
    source: Source = Source()
    page: PageTexts = PageTexts()


def routine_of(draft: Draft, slug: str) -> Routine:
    """The routine that a draft makes, rows that are harder forms joined to one item each."""
    items: list[Item] = []
    for row in draft.rows:
        rung = Rung(exercise=row.exercise, dose=row.dose)
        before = items[-1] if items else None
        if row.harder and before and row.exercise and _can_grow(before, row.exercise):
            cautions = tuple(dict.fromkeys((*before.cautions, *row.cautions)))
            items[-1] = changed(before, rungs=(*before.rungs, rung), cautions=cautions)
        else:
            items.append(
                Item(
                    id=f"e{row.key}",
                    rungs=(rung,),
                    name="" if row.exercise else row.name,
                    text=row.text,
                    cautions=row.cautions,
                )
            )
    return Routine(
        id=slug,
        name=draft.title,
        purpose=draft.purpose,
        items=tuple(items),
        source=draft.source,
        cautions=tuple(Caution(say=text, source=AUTHOR) for text in draft.cautions),
    )


def edition_of(draft: Draft, slug: str) -> Edition:
    """What a draft makes, as if it were the first version."""
    return Edition(number=1, routine=routine_of(draft, slug), page=draft.page)


def _can_grow(item: Item, exercise: str) -> bool:
    """Whether `exercise` can be the item's next rung: rungs are known exercises, each once."""
    taken = {rung.exercise for rung in item.rungs}
    return "" not in taken and exercise not in taken


def draft_of(routine: Routine) -> Draft:
    """A draft to begin with from a routine: its numbers and who gave them, without its quotes."""
    rows: list[DraftRow] = []
    for item in routine.items:
        for place, rung in enumerate(item.rungs):
            rows.append(
                DraftRow(
                    key=len(rows) + 1,
                    exercise=rung.exercise,
                    name="" if rung.exercise else item.name,
                    text="" if place else item.text,
                    dose=_unquoted(rung.dose),
                    cautions=() if place else item.cautions,
                    harder=place > 0,
                )
            )
    return Draft(
        title=routine.name[:LONGEST_TITLE],
        purpose=routine.purpose,
        cautions=tuple(caution.say for caution in routine.cautions),
        rows=tuple(rows),
        next_key=len(rows) + 1,
        source=routine.source,
    )


def _unquoted(dose: Dose) -> Dose:
    """The dose without the words of a page that was brought: they were brought to one person."""
    stated = {name: getattr(dose, name) for name in (*AMOUNTS, "sides") if getattr(dose, name)}
    return changed(dose, **{name: changed(one, quote="") for name, one in stated.items()})
