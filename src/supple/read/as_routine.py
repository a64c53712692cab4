"""Make a routine of a reading: library ids where they are known, every number with its words."""

import re
from collections.abc import Container

from supple.exercise.dose import AMOUNTS, Amount, Dose, SideMode, Sides
from supple.exercise.types import Caution
from supple.read.exchange import sentence
from supple.read.lexicon import movements
from supple.read.reading import ReadExercise, Reading, Sided, Stated
from supple.read.steps.clean import fold
from supple.routine.routine import Item, Routine, Rung, Source

LONGEST_ID = 40


def as_routine(reading: Reading, known: Container[str], address: str = "") -> Routine:
    """The routine of a page. `known` are the library's ids; the rest is kept by its text.

    A harder form becomes a rung of the item it follows on from.
    """
    title = reading.title.text if reading.title else ""
    items: list[Item] = []
    place: dict[int, int] = {}
    for i, one in enumerate(reading.exercises):
        rung = Rung(exercise=library_id(reading, one, known), dose=dose(reading, one))
        easier = place.get(one.harder_than) if one.harder_than is not None else None
        if easier is not None:
            items[easier] = _with_rung(items[easier], rung, one, reading)
            place[i] = easier
        else:
            place[i] = len(items)
            items.append(_item(reading, one, rung, len(items) + 1))
    return Routine(
        id=_slug(title) or "page",
        name=title,
        items=tuple(items),
        source=Source(title=title, address=address),
        cautions=tuple(Caution(say=quote.text, source="page") for quote in reading.cautions),
    )


def _item(reading: Reading, one: ReadExercise, rung: Rung, number: int) -> Item:
    return Item(
        id=f"{number}-{_slug(one.name.text)}".rstrip("-"),
        rungs=(rung,),
        name=one.name.text,
        text=reading.text[one.at.start : one.at.end].strip(),
        cautions=tuple(quote.text for quote in (*one.cautions, *one.conditions)),
    )


def _with_rung(item: Item, rung: Rung, one: ReadExercise, reading: Reading) -> Item:
    return Item(
        id=item.id,
        rungs=(*item.rungs, rung),
        name=item.name,
        text=f"{item.text}\n{reading.text[one.at.start : one.at.end].strip()}",
        cautions=(*item.cautions, *(quote.text for quote in (*one.cautions, *one.conditions))),
    )


def library_id(reading: Reading, one: ReadExercise, known: Container[str]) -> str:
    """The library's exercise for a movement, its position and its words; "" where none fits."""
    if not one.movement:
        return ""
    posture = one.start.postures[0] if one.start else ""
    text = fold(reading.text[one.at.start : one.at.end])
    for entry in movements()[one.movement].library:
        if entry.posture and entry.posture != posture:
            continue
        if entry.words and not any(word in text for word in entry.words):
            continue
        if entry.id in known:
            return entry.id
    return ""


def dose(reading: Reading, one: ReadExercise) -> Dose:
    """What the page states, each number with the sentence it came from."""
    stated = {
        field: _amount(reading, value)
        for field in AMOUNTS
        if (value := getattr(one.dose, field)) is not None
    }
    return Dose(**stated, sides=_sides(reading, one.sides))


def _amount(reading: Reading, stated: Stated) -> Amount:
    at = stated.at[0]
    return Amount(
        min=stated.min,
        max=stated.max,
        unit=stated.unit,
        origin="page",
        quote=sentence(reading.text, at.start, at.end),
    )


def _sides(reading: Reading, sided: Sided) -> Sides | None:
    """How the sides share the dose; None where the page is silent."""
    if sided.each is None or not sided.at:
        return None
    mode: SideMode = "each" if sided.each else "alternate" if sided.alternate else "together"
    at = sided.at[0]
    return Sides(mode=mode, origin="page", quote=sentence(reading.text, at.start, at.end))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_ID].strip("-")
