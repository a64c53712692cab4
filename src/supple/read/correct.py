"""Correct what was read: change a field, pick another exercise, add one, drop one."""

import re
from collections.abc import Container, Iterable, Mapping

from supple.exercise.types import Exercise
from supple.read.lexicon import movements
from supple.read.pipeline import read_exercise, read_text
from supple.read.reading import Span
from supple.read.worksheet import LONGEST_NAME, LONGEST_TEXT, Entry, Mark, Worksheet, entry, plain
from supple.value import changed

LONGEST_WORDS = 5_000  # characters marked at a time
SUGGESTED = 6


def found(sheet: Worksheet, key: int) -> Entry | None:
    """The entry of that key; None where there is none."""
    return next((one for one in sheet.entries if one.key == key), None)


def replaced(sheet: Worksheet, new: Entry) -> Worksheet:
    """The sheet with an entry set right. A field that a person has given has no doubt left."""
    old = found(sheet, new.key)
    settled = changed(new, marks=tuple(_kept_marks(old, new))) if old else new
    entries = tuple(settled if one.key == new.key else one for one in sheet.entries)
    return changed(sheet, entries=entries)


def _kept_marks(old: Entry, new: Entry) -> Iterable[Mark]:
    """The marks of fields that still say what the page says; a name is settled by looking at it."""
    for mark in old.marks:
        words_only = mark.field in ("name", "cautions")
        if words_only or getattr(new.dose, mark.field) == getattr(old.dose, mark.field):
            yield changed(mark, doubt=False)


def dropped(sheet: Worksheet, key: int) -> Worksheet:
    """The sheet without an entry; what followed on from it follows on from what it did."""
    gone = found(sheet, key)
    if gone is None:
        return sheet
    entries = tuple(
        changed(one, harder_than=gone.harder_than) if one.harder_than == key else one
        for one in sheet.entries
        if one.key != key
    )
    return changed(sheet, entries=entries)


def added(sheet: Worksheet, words: str, known: Container[str]) -> Worksheet:
    """The sheet with the exercise that `words` tell of, in the page's order.

    Words that stand on the page keep their place there; what is read from
    them has its marks. Words that tell of no exercise are kept as one.
    """
    words = words.strip()[:LONGEST_WORDS]
    at = place_of(sheet.text, words)
    shown = sheet.text[at.start : at.end] if at else words
    reading, _ = read_text(shown)
    if not reading.exercises:
        reading = read_exercise(shown, sheet.language)
    fresh = [
        _moved(entry(reading, one, sheet.made + number, known), at)
        for number, one in enumerate(reading.exercises, start=1)
    ] or [_untold(shown, sheet.made + 1, at)]
    before = [one for one in sheet.entries if at is None or one.at.start <= at.start]
    after = [one for one in sheet.entries if at is not None and one.at.start > at.start]
    return changed(sheet, entries=(*before, *fresh, *after), made=sheet.made + len(fresh))


def place_of(text: str, words: str) -> Span | None:
    """Where `words` stand on the page, however their lines are broken; None if they do not."""
    parts = words.split()
    if not parts:
        return None
    match = re.search(r"\s+".join(map(re.escape, parts)), text)
    return Span(start=match.start(), end=match.end()) if match else None


def _moved(one: Entry, at: Span | None) -> Entry:
    """An entry that was read from a part of the page, told in the page's own offsets."""
    if at is None:
        return changed(one, at=Span(start=0, end=0), marks=(), harder_than=0)
    by = at.start
    marks = tuple(changed(mark, at=_shifted(mark.at, by)) for mark in one.marks)
    return changed(one, at=_shifted(one.at, by), marks=marks, harder_than=0)


def _shifted(at: Span, by: int) -> Span:
    return Span(start=at.start + by, end=at.end + by)


def _untold(words: str, key: int, at: Span | None) -> Entry:
    """Words without an exercise that is known: the first line is its name."""
    lines = [line for line in map(plain, words.splitlines()) if line]
    name = re.split(r"(?<=[^\d])[.:;!?](?:\s|$)", lines[0] if lines else "")[0]
    marks = (Mark(field="name", at=at),) if at else ()
    return Entry(
        key=key,
        name=name[:LONGEST_NAME],
        text=plain(words)[:LONGEST_TEXT],
        at=at or Span(start=0, end=0),
        marks=marks,
    )


def titled(sheet: Worksheet, title: str) -> Worksheet:
    """The sheet under a name of the person's own."""
    return changed(sheet, title=plain(title)[:LONGEST_NAME])


def suggestions(
    one: Entry, library: Mapping[str, Exercise], named_like: Iterable[str]
) -> tuple[str, ...]:
    """Library ids that this exercise may be, the likeliest first.

    Forms of the movement that was read, those with a name like it, which the
    caller has looked up, and the neighbours of its forms on the ladder.
    """
    forms = [form.id for form in movements()[one.movement].library] if one.movement else []
    likely = [name for name in (one.exercise, *forms) if name in library]
    beside = [
        other
        for name in likely
        for other in (library[name].ladder.easier, library[name].ladder.harder)
    ]
    ordered = dict.fromkeys((*likely, *named_like, *beside))
    return tuple(name for name in ordered if name in library)[:SUGGESTED]
