"""The short form of a dose: `3 × 30 s each side`, `2 sets of 10, hold 3–5 s, daily`.

Read and written without loss of values: `parse_dose(format_dose(d))` states what
`d` states. Provenance is not part of the short form; it is given when reading.
English is the form that is read; another locale's is for the eye alone.
"""

import re
from decimal import Decimal
from math import ceil

from supple.exercise.dose import AMOUNTS, TIMED, Amount, Dose, Number, Origin, SideMode, Sides, Unit
from supple.problem import Place, Problem
from supple.words import Words, mark, words

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = rf"(?:up to {_NUMBER}|at least {_NUMBER}|{_NUMBER}\s*(?:–|-|to)\s*{_NUMBER}|{_NUMBER})"
_SECONDS = r"(?:seconds?|secs?|s)"
_UNIT = rf"(?:{_SECONDS}|minutes?|min|breaths?|counts?)"
_TIMES = r"(?:repetitions?|reps?|times?)"
_SIDES: dict[str, SideMode] = {
    "each side": "each",
    "alternating sides": "alternate",
    "both sides together": "together",
}
_SIDED: dict[SideMode, str] = {
    "each": mark("{dose} each side"),
    "alternate": mark("{dose} alternating sides"),
    "together": mark("{dose} both sides together"),
}
_LONG_HOLD = 10
_MINUTE = 60
_WEEK = 7

_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("sets", rf"(?P<sets>{_RANGE}) sets?(?: of (?P<reps>{_RANGE})(?: {_TIMES})?)?"),
        ("held", rf"(?P<reps>{_RANGE})\s*[×x]\s*(?P<hold>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("hold", rf"hold (?:for )?(?P<hold>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("rest", rf"rest (?:for )?(?P<rest>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("work", rf"for (?P<work>{_RANGE})\s*(?P<unit>{_UNIT})"),
        ("times_a_day", rf"(?P<times_a_day>{_RANGE}) times? a day"),
        ("days_a_week", rf"(?P<days_a_week>{_RANGE}) days? a week"),
        ("daily", r"daily"),
        ("sides", "|".join(_SIDES)),
        ("reps", rf"(?P<reps>{_RANGE})(?: {_TIMES})?"),
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
"""The least and the most that is believed of each number; times in seconds."""

_WHOLE = ("sets", "reps")
_NAMES = {
    "sets": mark("sets"),
    "reps": mark("repetitions"),
    "hold": mark("seconds of hold"),
    "rest": mark("seconds of rest"),
    "work": mark("seconds of work"),
    "hold breaths": mark("breaths of hold"),
    "rest breaths": mark("breaths of rest"),
    "work breaths": mark("breaths of work"),
    "hold counts": mark("counts of hold"),
    "rest counts": mark("counts of rest"),
    "work counts": mark("counts of work"),
    "times_a_day": mark("times a day"),
    "days_a_week": mark("days a week"),
}


def parse_dose(
    text: str,
    origin: Origin = "page",
    ref: str = "",
    place: Place | None = None,
    say: Words | None = None,
) -> tuple[Dose, tuple[Problem, ...]]:
    """Read the short form; every number gets `origin` and `ref`. An empty text is an empty dose.

    With any problem the dose is empty: half a dose is not what was prescribed.
    """
    say = say or words()
    place = place or Place(start=0, end=len(text))
    fields: dict[str, Amount | Sides] = {}
    rest = text.strip()
    while rest:
        name, match = _first_part(rest)
        if match is None:
            return Dose(), (Problem(place=place, sentence=_not_a_dose(text, rest, say)),)
        found = _fields(name, match, origin, ref)
        if fields.keys() & found.keys():
            return Dose(), (Problem(place=place, sentence=_said_twice(text, match[0], say)),)
        fields |= found
        rest = rest[match.end() :].lstrip(" ,")
    dose = Dose(**fields)  # type: ignore[arg-type]  # names and types follow _PARTS
    problems = tuple(Problem(place=place, sentence=s) for _, s in absurdities(dose, say))
    return (Dose(), problems) if problems else (dose, ())


def _first_part(text: str) -> tuple[str, re.Match[str] | None]:
    for name, pattern in _PARTS:
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()] in " ,"):
            return name, match
    return "", None


def _not_a_dose(text: str, rest: str, say: Words) -> str:
    return say.say(
        "“{text}” is not a dose: it stops making sense at “{rest}”. "
        "Write it like “3 × 30 s each side” or “2 sets of 10, hold 3–5 s, daily”.",
        text=text,
        rest=rest,
    )


def _said_twice(text: str, part: str, say: Words) -> str:
    template = mark("“{text}” says the same twice: “{part}” comes on top. Leave one of the two.")
    return say.say(template, text=text, part=part)


def _fields(name: str, match: re.Match[str], origin: Origin, ref: str) -> dict[str, Amount | Sides]:
    if name == "sides":
        return {"sides": Sides(mode=_SIDES[match[0].lower()], origin=origin, ref=ref)}
    if name == "daily":
        return {"days_a_week": Amount(min=_WEEK, max=_WEEK, origin=origin, ref=ref)}
    found = match.groupdict()
    scale, unit = _unit(found.pop("unit", None) or "")
    return {
        field: _amount(number, scale, unit, origin, ref)
        if field in TIMED
        else _amount(number, 1, "", origin, ref)
        for field, number in found.items()
        if number
    }


def _unit(word: str) -> tuple[int, Unit]:
    """Seconds in one of `word`, and the unit that is kept as said."""
    word = word.lower()
    if word.startswith("min"):
        return _MINUTE, ""
    if word.startswith("breath"):
        return 1, "breaths"
    if word.startswith("count"):
        return 1, "counts"
    return 1, ""


def _amount(text: str, scale: int, unit: Unit, origin: Origin, ref: str) -> Amount:
    numbers = [_number(number) * scale for number in re.findall(_NUMBER, text)]
    low: Number | None = numbers[0]
    high: Number | None = numbers[-1]
    if text.lower().startswith("up to"):
        low = None
    elif text.lower().startswith("at least"):
        high = None
    return Amount(min=low, max=high, unit=unit, origin=origin, ref=ref)


def _number(text: str) -> Number:
    return float(text) if "." in text else int(text)


def absurdities(dose: Dose, say: Words | None = None) -> tuple[tuple[str, str], ...]:
    """Field and sentence for every number no exercise has: no repetitions, a hold of an hour."""
    say = say or words()
    amounts = ((name, getattr(dose, name)) for name in AMOUNTS)
    return tuple(
        (name, sentence)
        for name, amount in amounts
        if amount
        for sentence in _absurd(name, amount, say)
    )


def _absurd(name: str, amount: Amount, say: Words) -> list[str]:
    low, high = LIMITS[name]
    ends = [end for end in (amount.min, amount.max) if end is not None]
    what = say.say(_NAMES.get(f"{name} {amount.unit}".strip(), _NAMES[name]))
    if not ends:
        return [say.say("The number of {what} is empty. Write one, or leave it out.", what=what)]
    outside = mark("{n} {what} cannot be meant. Write a number from {low} to {high}.")
    broken = mark("{n} {what} cannot be meant. Write a whole number.")
    found = []
    for end in dict.fromkeys(ends):
        if not low <= end <= high:
            found.append(say.say(outside, n=_plain(end), what=what, low=low, high=high))
        elif name in _WHOLE and end != int(end):
            found.append(say.say(broken, n=_plain(end), what=what))
    if ends != sorted(ends):
        backwards = f"{_plain(ends[0])}–{_plain(ends[1])}"
        template = mark("The range {range} runs backwards. Write the smaller number first.")
        found.append(say.say(template, range=backwards))
    return found


def format_dose(dose: Dose, say: Words | None = None) -> str:
    """The canonical short form of what `dose` states; "" when it states nothing."""
    say = say or words()
    parts = [*_volume(dose, say)]
    if dose.work:
        parts.append(say.say("for {time}", time=_timed(dose.work, say)))
    if dose.rest:
        parts.append(say.say("rest {time}", time=_timed(dose.rest, say)))
    if dose.times_a_day:
        times = dose.times_a_day
        n, number = _last(times), _range(times, say)
        parts.append(say.count("{times} time a day", "{times} times a day", n, times=number))
    if dose.days_a_week:
        parts.append(_days(dose.days_a_week, say))
    return ", ".join(parts)


def format_amount(amount: Amount, say: Words | None = None, *, timed: bool = False) -> str:
    """One number or range by itself, as the short form writes it; `timed` with its unit."""
    say = say or words()
    return _timed(amount, say) if timed else _range(amount, say)


def _volume(dose: Dose, say: Words) -> list[str]:
    """Sets, repetitions and hold, with the sides behind the first of them."""
    parts = []
    held = dose.hold
    if dose.sets and dose.reps:
        parts.append(_sets_of(dose.sets, dose.reps, say))
    elif dose.sets:
        n, sets = _last(dose.sets), _range(dose.sets, say)
        parts.append(say.count("{sets} set", "{sets} sets", n, sets=sets))
    elif dose.reps and held and held.low >= _LONG_HOLD:
        reps, time = _range(dose.reps, say), _timed(held, say)
        parts.append(say.say("{reps} × {time}", reps=reps, time=time))
        held = None
    elif dose.reps:
        n, reps = _last(dose.reps), _range(dose.reps, say)
        parts.append(say.count("{reps} time", "{reps} times", n, reps=reps))
    if held:
        parts.append(say.say("hold {time}", time=_timed(held, say)))
    if dose.sides:
        first = parts[0] if parts else ""
        parts[:1] = [say.say(_SIDED[dose.sides.mode], dose=first).strip()]
    return parts


def _sets_of(sets: Amount, reps: Amount, say: Words) -> str:
    return say.count(
        "{sets} set of {reps}",
        "{sets} sets of {reps}",
        _last(sets),
        sets=_range(sets, say),
        reps=_range(reps, say),
    )


def _days(amount: Amount, say: Words) -> str:
    if amount.min == amount.max == _WEEK:
        return say.say("daily")
    n, days = _last(amount), _range(amount, say)
    return say.count("{days} day a week", "{days} days a week", n, days=days)


def _timed(amount: Amount, say: Words) -> str:
    n, time = _last(amount), _range(amount, say)
    if amount.unit == "breaths":
        return say.count("{time} breath", "{time} breaths", n, time=time)
    if amount.unit == "counts":
        return say.count("{time} count", "{time} counts", n, time=time)
    ends = [end for end in (amount.min, amount.max) if end is not None]
    if all(end >= 2 * _MINUTE and end % _MINUTE == 0 for end in ends):
        return say.say("{time} min", time=_range(amount, say, _MINUTE))
    return say.say("{time} s", time=time)


def _last(amount: Amount) -> int:
    """The number that is read last, whole, for the plural form."""
    return ceil(amount.high)


def _range(amount: Amount, say: Words, scale: int = 1) -> str:
    low, high = (_plain(end, scale) for end in (amount.min, amount.max))
    if amount.min is None:
        return say.say("up to {n}", n=high)
    if amount.max is None:
        return say.say("at least {n}", n=low)
    return low if amount.min == amount.max else f"{low}–{high}"


def _plain(number: Number | None, scale: int = 1) -> str:
    """A number as it is read again: no exponent, no needless nought."""
    if number is None:
        return ""
    text = f"{Decimal(str(number)) / scale:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
