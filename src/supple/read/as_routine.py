"""Make a routine of a page that was read: library ids where they are known, numbers with words."""

import re
from collections.abc import Container

from supple.exercise.types import Caution
from supple.read.reading import Reading
from supple.read.steps.clean import fold
from supple.read.worksheet import Entry, Worksheet, worksheet
from supple.routine.routine import Item, Routine, Rung, Source
from supple.value import changed

LONGEST_ID = 40


def as_routine(reading: Reading, known: Container[str], address: str = "") -> Routine:
    """The routine of a page. `known` are the library's ids; the rest is kept by its text."""
    return corrected_routine(worksheet(reading, known, address))


def corrected_routine(sheet: Worksheet, name: str = "") -> Routine:
    """The routine of a worksheet; its id is `name`, else made from the title.

    A harder form becomes a rung of the item it follows on from where the
    library has both: the player offers rungs by their library id. Else its
    words stay with the easier one, so that it is not done from the first day.
    """
    items: list[Item] = []
    place: dict[int, int] = {}
    for one in sheet.entries:
        easier = place.get(one.harder_than)
        if easier is not None:
            items[easier] = _with_harder(items[easier], one)
            place[one.key] = easier
        else:
            place[one.key] = len(items)
            items.append(_item(one))
    return Routine(
        id=name or _slug(sheet.title) or "page",
        name=sheet.title,
        items=tuple(items),
        source=Source(title=sheet.title, address=sheet.address) if sheet.address else Source(),
        cautions=tuple(Caution(say=quote.text, source="page") for quote in sheet.cautions),
    )


def _item(one: Entry) -> Item:
    return Item(
        id=f"{one.key}-{_slug(one.name)}".rstrip("-"),
        rungs=(Rung(exercise=one.exercise, dose=one.dose),),
        name=one.name,
        text=one.text,
        cautions=one.cautions,
    )


def _with_harder(item: Item, one: Entry) -> Item:
    taken = {rung.exercise for rung in item.rungs}
    offered = one.exercise and "" not in taken and one.exercise not in taken
    rung = (Rung(exercise=one.exercise, dose=one.dose),) if offered else ()
    return changed(
        item,
        rungs=(*item.rungs, *rung),
        text=f"{item.text}\n{one.text}",
        cautions=(*item.cautions, *one.cautions),
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_ID].strip("-")
