"""Doses: how much of an exercise, each number with where it came from.

A number is a range or not stated. `None` is "not stated"; an `Amount` with one
open end is "up to 3" or "at least 5". Times are seconds unless `unit` says
breaths or counts, which are kept as said: a breath is not a second.
"""

from typing import Literal

from supple.value import Value, changed

Number = int | float
Origin = Literal["page", "library", "therapist", "person"]
SideMode = Literal["together", "each", "alternate"]
Unit = Literal["", "breaths", "counts"]


class Amount(Value, kw_only=True, forbid_unknown_fields=True, rename={"origin": "from"}):
    """A stated number or range, and who said so.

    `min` and `max` are equal for one number; `ref` names the source (a page's
    id, a row of the evidence table, "convention"); `quote` holds its words,
    only ever from text that the person brought.
    """

    min: Number | None = None
    max: Number | None = None
    unit: Unit = ""
    origin: Origin
    ref: str = ""
    quote: str = ""

    @property
    def low(self) -> Number:
        """The end a session spends until progression raises it; the only end of an open range."""
        return self.min if self.min is not None else (self.max or 0)

    @property
    def high(self) -> Number:
        """The most that it asks for; the only end of an open range."""
        return self.max or self.low


class Sides(Value, kw_only=True, forbid_unknown_fields=True, rename={"origin": "from"}):
    """How a dose is shared between the sides, and who said so."""

    mode: SideMode
    origin: Origin
    ref: str = ""
    quote: str = ""


class Dose(Value, kw_only=True, forbid_unknown_fields=True):
    """A prescription. A repeated hold is repetitions; sets are always named.

    `work` is timed work that is not one held position ("march for a minute").
    """

    sets: Amount | None = None
    reps: Amount | None = None
    hold: Amount | None = None
    rest: Amount | None = None
    work: Amount | None = None
    sides: Sides | None = None
    times_a_day: Amount | None = None
    days_a_week: Amount | None = None


AMOUNTS = ("sets", "reps", "hold", "rest", "work", "times_a_day", "days_a_week")
TIMED = ("hold", "rest", "work")
FIELDS = (*AMOUNTS, "sides")


def filled(dose: Dose, default: Dose) -> Dose:
    """`dose` with what it does not state taken from `default`, provenance kept.

    Timed work and repetitions are two ways to say how much: where `dose` gives
    one of them, the default's other one would contradict it and is left out.
    """
    other = {"reps", "hold"} if dose.work else {"work"} if dose.reps or dose.hold else set()
    gaps = {
        name: getattr(default, name)
        for name in FIELDS
        if name not in other and getattr(dose, name) is None and getattr(default, name) is not None
    }
    return changed(dose, **gaps)


def values(dose: Dose) -> dict[str, object]:
    """The bare figures without provenance, to compare two doses by what they ask."""
    plain: dict[str, object] = {}
    for name in FIELDS:
        field = getattr(dose, name)
        if isinstance(field, Amount):
            plain[name] = (field.min, field.max, field.unit)
        elif isinstance(field, Sides):
            plain[name] = field.mode
    return plain
