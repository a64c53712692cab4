"""A page as a person corrects it: each exercise, its dose, and the words each field came from."""

import re
from collections.abc import Container, Iterator

from supple.exercise.dose import AMOUNTS, Amount, Dose, SideMode, Sides
from supple.read.exchange import sentence
from supple.read.lexicon import movements
from supple.read.reading import Quote, ReadExercise, Reading, Sided, Span, Stated
from supple.read.steps.clean import fold
from supple.value import Value

LONGEST_NAME = 80
LONGEST_TEXT = 2000  # characters of its own words that an exercise keeps
_MARKER = re.compile(r"^[\s#>*•·|-]*(?:\d{1,3}[.)]\s+)?", re.MULTILINE)
_BLANK = re.compile(r"\s+")
_MARKS = re.compile(r"\*\*|__|\|")


class Mark(Value, kw_only=True):
    """The words that one field was read from; `doubt` where a weak rule read them."""

    field: str
    at: Span
    doubt: bool = False


class Entry(Value, kw_only=True):
    """One exercise of the page. `key` names it for good, from 1, whatever is added or dropped.

    `exercise` is a library id, or "" for one that is kept by `name` and `text`.
    `harder_than` is the key of the easier one that it follows on from; 0 for none.
    `at` is empty where its words are not on the page.
    """

    key: int
    name: str
    movement: str = ""
    exercise: str = ""
    text: str = ""
    dose: Dose = Dose()
    at: Span = Span(start=0, end=0)
    marks: tuple[Mark, ...] = ()
    cautions: tuple[str, ...] = ()
    harder_than: int = 0


class Worksheet(Value, kw_only=True):
    """The page, what was read from it, and what a person set right. `made` is the last key given.

    Offsets count the characters of `text`.
    """

    text: str
    title: str = ""
    language: str = "und"
    address: str = ""
    cautions: tuple[Quote, ...] = ()
    entries: tuple[Entry, ...] = ()
    made: int = 0
    schema: int = 1


def worksheet(reading: Reading, known: Container[str], address: str = "") -> Worksheet:
    """What was read, ready to be corrected. `known` are the library's ids."""
    entries = tuple(
        entry(reading, one, key, known) for key, one in enumerate(reading.exercises, start=1)
    )
    return Worksheet(
        text=reading.text,
        title=plain(reading.title.text)[:LONGEST_NAME] if reading.title else "",
        language=reading.language,
        address=address,
        cautions=reading.cautions,
        entries=entries,
        made=len(entries),
    )


def entry(reading: Reading, one: ReadExercise, key: int, known: Container[str]) -> Entry:
    """One exercise that was read, with the marks of all its fields."""
    warnings = (*one.cautions, *one.conditions)
    return Entry(
        key=key,
        name=plain(one.name.text)[:LONGEST_NAME],
        movement=one.movement,
        exercise=library_id(reading, one, known),
        text=_own_words(reading, one),
        dose=dose(reading, one),
        at=one.at,
        marks=tuple(_marks(one)),
        cautions=tuple(plain(quote.text) for quote in warnings),
        harder_than=one.harder_than + 1 if one.harder_than is not None else 0,
    )


def _own_words(reading: Reading, one: ReadExercise) -> str:
    """What the page says of an exercise, its name left out where it stands first."""
    text = plain(reading.text[one.at.start : one.at.end])[:LONGEST_TEXT]
    return text.removeprefix(plain(one.name.text)).lstrip(" .:;,–—-")


def _marks(one: ReadExercise) -> Iterator[Mark]:
    yield Mark(field="name", at=one.name.at, doubt=one.name.doubt)
    for field in AMOUNTS:
        stated: Stated | None = getattr(one.dose, field)
        if stated is not None:
            yield from (Mark(field=field, at=at, doubt=stated.doubt) for at in stated.at)
    if one.sides.each is not None:
        yield from (Mark(field="sides", at=at, doubt=one.sides.doubt) for at in one.sides.at)
    for quote in (*one.cautions, *one.conditions):
        yield Mark(field="cautions", at=quote.at, doubt=quote.doubt)


def plain(text: str) -> str:
    """The words in one line, without the marks of lists, headings and tables."""
    return _BLANK.sub(" ", _MARKS.sub(" ", _MARKER.sub("", text))).strip()


def library_id(reading: Reading, one: ReadExercise, known: Container[str]) -> str:
    """The library's exercise for a movement, its position and its words; "" where none fits."""
    if not one.movement:
        return ""
    posture = one.start.postures[0] if one.start else ""
    text = fold(reading.text[one.at.start : one.at.end])
    for form in movements()[one.movement].library:
        if form.posture and form.posture != posture:
            continue
        if form.words and not any(word in text for word in form.words):
            continue
        if form.id in known:
            return form.id
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
