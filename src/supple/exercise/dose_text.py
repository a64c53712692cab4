"""The short form of a dose: `3 × 30 s each side`, `2 sets of 10, hold 3–5 s, daily`.

Read and written without loss of values: `parse_dose(format_dose(d))` states what
`d` states. Provenance is not part of the short form; it is given when reading.
"""

import re

from supple.exercise.dose import AMOUNTS, Amount, Dose, Number, Origin, Sides, Unit
from supple.problem import Place, Problem

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = rf"(?:up to {_NUMBER}|at least {_NUMBER}|{_NUMBER}\s*(?:–|-|to)\s*{_NUMBER}|{_NUMBER})"
_SECONDS = r"(?:s|sec|secs|second|seconds)"
_UNIT = rf"(?:{_SECONDS}|min|minutes?|breaths?|counts?)"
_SIDES = {
    "each side": "each",
    "alternating sides": "alternate",
    "both sides together": "together",
}
_SHORT_HOLD = 10

_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("sets", rf"(?P<sets>{_RANGE}) sets?(?: of (?P<reps>{_RANGE})(?: (?:reps|times))?)?"),
        ("held", rf"(?P<reps>{_RANGE})\s*[×x]\s*(?P<hold>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("hold", rf"hold (?:for )?(?P<hold>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("rest", rf"rest (?P<rest>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("work", rf"for (?P<work>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("times_a_day", rf"(?P<times_a_day>{_RANGE}) times a day"),
        ("days_a_week", rf"(?P<days_a_week>{_RANGE}) days a week"),
        ("daily", r"daily"),
        ("sides", "|".join(_SIDES)),
        ("reps", rf"(?P<reps>{_RANGE})(?: (?:times|reps|repetitions))?"),
    )
)

LIMITS: dict[str, tuple[Number, Number]] = {
    "sets": (1, 20),
    "reps": (1, 200),
    "hold": (1, 600),
    "rest": (0, 600),
    "work": (1, 7200),
    "times_a_day": (1, 24),
    "days_a_week": (1, 7),
}
_WORDS = {
    "sets": "sets",
    "reps": "repetitions",
    "hold": "seconds of hold",
    "rest": "seconds of rest",
    "work": "seconds of work",
    "times_a_day": "times a day",
    "days_a_week": "days a week",
}


def parse_dose(
    text: str, origin: Origin = "page", ref: str = "", place: Place | None = None
) -> tuple[Dose, tuple[Problem, ...]]:
    """Read the short form; every number gets `origin` and `ref`. An empty text is an empty dose."""
    place = place or Place(start=0, end=len(text))
    fields: dict[str, Amount | Sides] = {}
    rest = text.strip()
    while rest:
        name, match = _first_part(rest)
        if match is None:
            return Dose(), (Problem(place=place, sentence=_not_a_dose(text, rest)),)
        fields.update(_fields(name, match, origin, ref))
        rest = rest[match.end() :].lstrip(" ,")
    dose = Dose(**fields)  # type: ignore[arg-type]  # names and types follow _PARTS
    problems = tuple(Problem(place=place, sentence=s) for s in absurdities(dose))
    return (Dose(), problems) if problems else (dose, ())


def _first_part(text: str) -> tuple[str, re.Match[str] | None]:
    for name, pattern in _PARTS:
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()] in " ,"):
            return name, match
    return "", None


def _not_a_dose(text: str, rest: str) -> str:
    return (
        f"“{text}” is not a dose: it stops making sense at “{rest}”. "
        "Write it like “3 × 30 s each side” or “2 sets of 10, hold 3–5 s, daily”."
    )


def _fields(name: str, match: re.Match[str], origin: Origin, ref: str) -> dict[str, Amount | Sides]:
    if name == "sides":
        mode = _SIDES[match[0].lower()]
        return {"sides": Sides(mode=mode, origin=origin, ref=ref)}  # type: ignore[arg-type]
    if name == "daily":
        return {"days_a_week": Amount(min=7, max=7, origin=origin, ref=ref)}
    found = match.groupdict()
    said = found.pop("unit", None) or ""
    scale, unit = _unit(said)
    return {
        field: _amount(number, scale, unit if field in ("hold", "work") else "", origin, ref)
        for field, number in found.items()
        if number
    }


def _unit(word: str) -> tuple[int, Unit]:
    word = word.lower()
    if word.startswith("min"):
        return 60, ""
    if word.startswith("breath"):
        return 1, "breaths"
    if word.startswith("count"):
        return 1, "counts"
    return 1, ""


def _amount(text: str, scale: int, unit: Unit, origin: Origin, ref: str) -> Amount:
    numbers = [_number(n) * (scale if unit == "" else 1) for n in re.findall(_NUMBER, text)]
    low: Number | None = numbers[0]
    high: Number | None = numbers[-1]
    if text.lower().startswith("up to"):
        low = None
    elif text.lower().startswith("at least"):
        high = None
    return Amount(min=low, max=high, unit=unit, origin=origin, ref=ref)


def _number(text: str) -> Number:
    return float(text) if "." in text else int(text)


def absurdities(dose: Dose) -> tuple[str, ...]:
    """A sentence for every number no exercise has: nought repetitions, a hold of an hour."""
    amounts = ((name, getattr(dose, name)) for name in AMOUNTS)
    return tuple(
        sentence for name, amount in amounts if amount for sentence in _absurd(name, amount)
    )


def _absurd(name: str, amount: Amount) -> list[str]:
    low, high = LIMITS[name]
    ends = [end for end in (amount.min, amount.max) if end is not None]
    found = [
        f"{_plain(end)} {_WORDS[name]} cannot be meant: write a number from {low} to {high}."
        for end in dict.fromkeys(ends)
        if not low <= end <= high
    ]
    if ends != sorted(ends):
        backwards = f"{_plain(amount.min)}–{_plain(amount.max)}"
        found.append(f"The range {backwards} runs backwards: write the smaller number first.")
    return found


def format_dose(dose: Dose) -> str:
    """The canonical short form of what `dose` states; "" when it states nothing."""
    parts = [*_volume(dose)]
    if dose.work:
        parts.append(f"for {_timed(dose.work)}")
    if dose.rest:
        parts.append(f"rest {_timed(dose.rest)}")
    if dose.times_a_day:
        parts.append(f"{_range(dose.times_a_day)} times a day")
    if dose.days_a_week:
        parts.append(_days(dose.days_a_week))
    return ", ".join(parts)


def _volume(dose: Dose) -> list[str]:
    parts = []
    held = dose.hold is not None
    if dose.sets and dose.reps:
        parts.append(f"{_range(dose.sets)} sets of {_range(dose.reps)}")
    elif dose.sets:
        parts.append(f"{_range(dose.sets)} sets")
    elif dose.reps and dose.hold and dose.hold.low >= _SHORT_HOLD:
        parts.append(f"{_range(dose.reps)} × {_timed(dose.hold)}")
        held = False
    elif dose.reps:
        parts.append(f"{_range(dose.reps)} times")
    if dose.hold and held:
        parts.append(f"hold {_timed(dose.hold)}")
    if dose.sides:
        words = next(text for text, mode in _SIDES.items() if mode == dose.sides.mode)
        parts[:1] = [f"{parts[0]} {words}" if parts else words]
    return parts


def _days(amount: Amount) -> str:
    daily = 7
    if amount.min == amount.max == daily:
        return "daily"
    return f"{_range(amount)} days a week"


def _timed(amount: Amount) -> str:
    return f"{_range(amount)} {amount.unit or 's'}"


def _range(amount: Amount) -> str:
    if amount.min is None:
        return f"up to {_plain(amount.max)}"
    if amount.max is None:
        return f"at least {_plain(amount.min)}"
    if amount.min == amount.max:
        return _plain(amount.min)
    return f"{_plain(amount.min)}–{_plain(amount.max)}"


def _plain(number: Number | None) -> str:
    return f"{number:g}" if number is not None else ""
