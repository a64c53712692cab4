"""Steps up and down in a dose: what a change of an exercise does to its numbers.

A session spends the lower end of a range, so a step up raises a lower end and a
step down lowers one, keeping the upper end as the way back. A number set here is
the library's, by convention, and is labelled so.
"""

from typing import Literal

from supple.exercise.dose import Amount, Dose, Number
from supple.value import changed

Change = Literal["up", "same", "smaller", "down"]

FEWER = 2 / 3  # "smaller and fewer" keeps about two thirds (convention)
HALF = 1 / 2
DAY_ONE_MOST = 5
FLARE_HOLD = (5, 10)
BREATH_SECONDS = 5
GROWING = ("reps", "hold", "work", "sets")
_STEPS = ((10, 1), (60, 5), (300, 30))
_LONGEST_STEP = 60


def changed_dose(dose: Dose, change: Change) -> Dose:
    """`dose` after `change`: up within its range, smaller by a third, down by half.

    Down is for an exercise without an easier step. A dose with no room left
    comes back as it is (see `can_grow`).
    """
    if change == "up":
        return _grown(dose)
    if change == "smaller":
        return _fewer(dose, FEWER)
    return _fewer(dose, HALF) if change == "down" else dose


def can_grow(dose: Dose) -> bool:
    """Whether some range of `dose` has room above its lower end."""
    return _grown(dose) != dose


def day_one(dose: Dose) -> Dose:
    """The first session's form: one round, about half the repetitions, five at most."""
    reps = dose.reps and _lowered(dose.reps, min(_part(dose.reps.low, HALF), DAY_ONE_MOST))
    return changed(dose, sets=_one_round(dose), reps=reps)


def flare_form(dose: Dose) -> Dose:
    """The short form for a flare: one round, half the repetitions, holds of 5 to 10 s at most."""
    reps = dose.reps and _lowered(dose.reps, _part(dose.reps.low, HALF))
    return changed(dose, sets=_one_round(dose), reps=reps, hold=dose.hold and _short(dose.hold))


def lower_start(dose: Dose) -> Dose:
    """The form to come back with after a time away: half, with the old numbers as the way up."""
    return _fewer(dose, HALF)


def _grown(dose: Dose) -> Dose:
    """One number grows at a time, repetitions first."""
    for name in GROWING:
        amount: Amount | None = getattr(dose, name)
        if amount and amount.max is not None and amount.low < amount.max:
            low = min(amount.low + _step(amount.low), amount.max)
            return changed(dose, **{name: changed(amount, min=low)})
    return dose


def _step(low: Number) -> int:
    """One below 10, 5 below 60, then half a minute and a minute (convention)."""
    return next((step for below, step in _STEPS if low < below), _LONGEST_STEP)


def _fewer(dose: Dose, share: float) -> Dose:
    """Fewer rounds where there are several; else fewer repetitions; else shorter ones."""
    for name in ("sets", "reps", "hold", "work"):
        amount: Amount | None = getattr(dose, name)
        if amount and amount.low > 1:
            return changed(dose, **{name: _lowered(amount, _part(amount.low, share))})
    return dose


def _part(number: Number, share: float) -> int:
    """A share of `number`, at least one; halves are rounded up and never back to `number`."""
    return max(1, min(int(number * share + 0.5), int(number) - 1))


def _lowered(amount: Amount, low: Number) -> Amount:
    """`amount` from `low` upwards, as ours, with its upper end kept; unchanged if no lower."""
    if low >= amount.low:
        return amount
    return Amount(min=low, max=amount.high, unit=amount.unit, origin="library", ref="convention")


def _one_round(dose: Dose) -> Amount | None:
    return dose.sets and _lowered(dose.sets, 1)


def _short(hold: Amount) -> Amount:
    least, most = FLARE_HOLD
    if hold.unit == "breaths":
        least, most = least // BREATH_SECONDS, most // BREATH_SECONDS
    if hold.low <= least and hold.high <= most:
        return hold
    low = min(least, hold.low)
    return Amount(min=low, max=most, unit=hold.unit, origin="library", ref="convention")
