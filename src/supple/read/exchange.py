"""Write a reading as the exchange format: one JSON object a page, see docs/reference/reading.md."""

from typing import Any

from supple.read.lexicon import movements
from supple.read.reading import ReadExercise, Reading, Stated

OTHER = "other"
LONGEST_EVIDENCE = 160  # characters a quote may reach on either side of its number


def exchange(reading: Reading, file: str = "") -> dict[str, Any]:
    """The page as plain data."""
    return {
        "file": file,
        "title": reading.title.text if reading.title else None,
        "language": reading.language,
        "has_routine": bool(reading.exercises),
        "conditions": [quote.text for quote in reading.subjects],
        "precautions": [quote.text for quote in reading.cautions],
        "exercises": [_exercise(reading, one) for one in reading.exercises],
    }


def _exercise(reading: Reading, one: ReadExercise) -> dict[str, Any]:
    dose = one.dose
    postures = one.start.postures if one.start else ()
    easier = reading.exercises[one.harder_than] if one.harder_than is not None else None
    return {
        "name": one.name.text,
        "slug": slug(one.movement),
        "posture": postures[0] if postures else None,
        "posture_alternatives": list(postures[1:]),
        "sets": _range(dose.sets),
        "reps": _range(dose.reps),
        "hold_seconds": _range(dose.hold),
        "duration_seconds": _range(dose.work),
        "per_side": one.sides.each,
        "sides_alternate": one.sides.alternate,
        "times_per_day": _range(dose.times_a_day),
        "days_per_week": _range(dose.days_a_week),
        "span": [one.at.start, one.at.end],
        "progression_of": slug(easier.movement) if easier else None,
        "precautions": [quote.text for quote in (*one.cautions, *one.conditions)],
        "evidence": _evidence(reading, one),
    }


def slug(movement: str) -> str:
    """The exchange name of a movement; "other" for those outside its list."""
    return movement if movement and movements()[movement].listed else OTHER


def _range(stated: Stated | None) -> list[Any] | None:
    """Breaths and counts are no seconds: they are left to the evidence."""
    if stated is None or stated.unit:
        return None
    return [stated.min, stated.max]


def _evidence(reading: Reading, one: ReadExercise) -> str | None:
    dose = one.dose
    fields = (dose.sets, dose.reps, dose.hold, dose.work, dose.times_a_day, dose.days_a_week)
    places = sorted({(at.start, at.end) for field in fields if field for at in field.at})
    quotes = list(dict.fromkeys(sentence(reading.text, *place) for place in places))
    return " | ".join(quotes) or None


def sentence(text: str, start: int, end: int) -> str:
    """The words around a place, to the ends of their sentence or line."""
    low = max(0, start - LONGEST_EVIDENCE)
    high = min(len(text), end + LONGEST_EVIDENCE)
    before = max(text.rfind(mark, low, start) + len(mark) for mark in ("\n", ". ", "! ", "? "))
    after = min(
        (at for mark in ("\n", ". ", "! ", "? ") if (at := text.find(mark, end, high)) >= 0),
        default=high,
    )
    begin = max(low, before)
    return text[begin : after + 1].strip()
