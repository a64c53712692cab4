"""A dose in whole spoken sentences, and as the numbers a session spends."""

from supple.exercise.dose import Amount, Dose, Side
from supple.routine.plan import PlanItem
from supple.value import Value
from supple.words import Words

BREATH_SECONDS = 5
SET_REST = 30


class Spending(Value, kw_only=True):
    """What one session spends of a dose: the lower end of every range.

    `hold` is None where there is none, and so is `work`. A breath or a count
    takes 5 s or 1 s (convention), and the label still says breaths.
    """

    sets: int = 1
    reps: int = 1
    hold: float | None = None
    work: float | None = None
    rest: float = SET_REST
    sides: Side = "together"


def spending(dose: Dose) -> Spending:
    """The numbers of `dose` that a session spends."""
    return Spending(
        sets=round(dose.sets.low) if dose.sets else 1,
        reps=round(dose.reps.low) if dose.reps else 1,
        hold=_seconds(dose.hold),
        work=_seconds(dose.work),
        rest=float(dose.rest.low) if dose.rest else SET_REST,
        sides=dose.sides.mode if dose.sides else "together",
    )


def _seconds(amount: Amount | None) -> float | None:
    if amount is None:
        return None
    return float(amount.low * (BREATH_SECONDS if amount.unit == "breaths" else 1))


def ours(dose: Dose) -> tuple[str, ...]:
    """The fields whose figure is the library's, not the routine's."""
    named = ("sets", "reps", "hold", "rest", "work", "sides", "times_a_day", "days_a_week")
    return tuple(
        name for name in named if (field := getattr(dose, name)) and field.origin == "library"
    )


def spoken_dose(item: PlanItem, say: Words) -> str:
    """What is to be done, as one sentence for the ear."""
    spend = spending(item.dose)
    times = say.count("Once", "{n} times", spend.reps)
    if spend.work is not None:
        return _timed_work(spend, say)
    text = _held(spend, times, say) if spend.hold is not None else _counted(spend, times, say)
    if spend.sets > 1:
        return say.say("{sets} sets. {dose}", sets=spend.sets, dose=text)
    return text


def _held(spend: Spending, times: str, say: Words) -> str:
    time = spoken_time(spend.hold or 0, say)
    if spend.sides == "each":
        return say.say("{times} on each side, holding for {time}.", times=times, time=time)
    if spend.sides == "alternate":
        template = "{times} on each side, taking turns, holding for {time}."
        return say.say(template, times=times, time=time)
    return say.say("{times}, holding for {time}.", times=times, time=time)


def _counted(spend: Spending, times: str, say: Words) -> str:
    if spend.sides == "each":
        return say.say("{times} on each side.", times=times)
    if spend.sides == "alternate":
        return say.say("{times} on each side, taking turns.", times=times)
    return say.say("{times}.", times=times)


def _timed_work(spend: Spending, say: Words) -> str:
    time = spoken_time(spend.work or 0, say)
    if spend.sides == "together":
        return say.say("For {time}.", time=time)
    return say.say("For {time} on each side.", time=time)


def spoken_time(seconds: float, say: Words) -> str:
    """Seconds in words: "30 seconds", "2 minutes"."""
    whole = round(seconds)
    if whole >= 120 and whole % 60 == 0:  # noqa: PLR2004 - from two minutes on, minutes are heard better
        return say.count("{n} minute", "{n} minutes", whole // 60)
    return say.count("{n} second", "{n} seconds", whole)
