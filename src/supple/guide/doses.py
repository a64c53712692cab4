"""A dose in whole spoken sentences, and as the numbers a session spends."""

from supple.exercise.dose import FIELDS, Amount, Dose, SideMode
from supple.value import Value
from supple.words import Words, mark

BREATH_SECONDS = 5
SET_REST = 30.0
LONG_HOLD = 10
BREATHER = 4.0

_HEARD_IN_MINUTES = 120

_SPOKEN: dict[tuple[str, SideMode], str] = {
    ("reps, hold", "together"): mark("{times}, holding for {time}."),
    ("reps, hold", "each"): mark("{times} on each side, holding for {time}."),
    ("reps, hold", "alternate"): mark("{times} on each side, taking turns, holding for {time}."),
    ("reps, work", "together"): mark("{times}, for {time}."),
    ("reps, work", "each"): mark("{times} on each side, for {time}."),
    ("reps, work", "alternate"): mark("{times} on each side, taking turns, for {time}."),
    ("reps", "together"): mark("{times}."),
    ("reps", "each"): mark("{times} on each side."),
    ("reps", "alternate"): mark("{times} on each side, taking turns."),
    ("hold", "together"): mark("Hold for {time}."),
    ("hold", "each"): mark("Hold for {time} on each side."),
    ("hold", "alternate"): mark("Hold for {time} on each side."),
    ("work", "together"): mark("For {time}."),
    ("work", "each"): mark("For {time} on each side."),
    ("work", "alternate"): mark("For {time} on each side."),
    ("", "together"): "",
    ("", "each"): mark("On each side."),
    ("", "alternate"): mark("On each side."),
}


class Spending(Value, kw_only=True):
    """What one session spends of a dose: the lower end of every range.

    Times are seconds; a breath takes 5 s and a count 1 s (convention). `hold`
    and `work` are None where there is none. `rest` is between sets (30 s by
    convention), `breather` between repetitions: 4 s after long holds
    (convention), or the rest of a dose that has no sets.
    """

    sets: int = 1
    reps: int = 1
    hold: float | None = None
    work: float | None = None
    rest: float = SET_REST
    breather: float = 0.0
    sides: SideMode = "together"


def spending(dose: Dose) -> Spending:
    """The numbers of `dose` that a session spends."""
    hold, rest = _seconds(dose.hold), _seconds(dose.rest)
    breather = BREATHER if (hold or 0) >= LONG_HOLD else 0.0
    return Spending(
        sets=round(dose.sets.low) if dose.sets else 1,
        reps=round(dose.reps.low) if dose.reps else 1,
        hold=hold,
        work=_seconds(dose.work),
        rest=SET_REST if rest is None else rest,
        breather=breather if rest is None or dose.sets else rest,
        sides=dose.sides.mode if dose.sides else "together",
    )


def _seconds(amount: Amount | None) -> float | None:
    if amount is None:
        return None
    return float(amount.low * (BREATH_SECONDS if amount.unit == "breaths" else 1))


def ours(dose: Dose) -> tuple[str, ...]:
    """The fields whose figure is the library's, not the routine's."""
    return tuple(
        name for name in FIELDS if (field := getattr(dose, name)) and field.origin == "library"
    )


def spoken_dose(dose: Dose, say: Words) -> str:
    """What is to be done, as whole sentences for the ear; "" where nothing is stated."""
    spend = spending(dose)
    timed = dose.work or dose.hold
    text = say.say(
        _SPOKEN[_stated(dose), spend.sides],
        times=say.count("Once", "{n} times", spend.reps),
        time=spoken_amount(timed, say) if timed else "",
    )
    if dose.sets and spend.sets > 1:
        sets = say.count("{n} set.", "{n} sets.", spend.sets)
        return say.say("{sets} {dose}", sets=sets, dose=text).strip()
    return text


def _stated(dose: Dose) -> str:
    """Which of the numbers that say how much are there; work goes before hold."""
    timed = "work" if dose.work else "hold" if dose.hold else ""
    return ", ".join(part for part in ("reps" if dose.reps else "", timed) if part)


def spoken_amount(amount: Amount, say: Words) -> str:
    """The lower end of a time, in the unit it was given in: "30 seconds", "3 breaths"."""
    number = round(amount.low)
    if amount.unit == "breaths":
        return say.count("{n} breath", "{n} breaths", number)
    if amount.unit == "counts":
        return say.count("{n} count", "{n} counts", number)
    if number >= _HEARD_IN_MINUTES and number % 60 == 0:
        return say.count("{n} minute", "{n} minutes", number // 60)
    return say.count("{n} second", "{n} seconds", number)
