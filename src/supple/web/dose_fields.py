"""The fields of a dose as a person types them, read back to numbers with who gave them."""

import re
from typing import get_args

from django.utils.translation import gettext as _

from supple.exercise.dose import TIMED, Amount, Origin, SideMode, Sides
from supple.exercise.dose_text import format_amount, parse_dose

SIDES: dict[str, SideMode] = {mode: mode for mode in get_args(SideMode)}
_SHORT = {
    "sets": "{} sets",
    "reps": "{} times",
    "hold": "hold {}",
    "work": "for {}",
    "rest": "rest {}",
    "times_a_day": "{} times a day",
    "days_a_week": "{} days a week",
}
_NUMBERS = re.compile(
    r"(?:up to |at least )?\d+(?:\.\d+)?(?:\s*(?:[–-]|to)\s*\d+(?:\.\d+)?)?"
    r"(?:\s*(?P<unit>s|secs?|seconds?|min|minutes?|breaths?|counts?))?",
    re.IGNORECASE,
)


def typed(field: str, amount: Amount | None) -> str:
    """A number as a person types it; "" for one that is not stated."""
    return format_amount(amount, timed=field in TIMED) if amount else ""


def read_amount(
    field: str, text: str, before: Amount | None, origin: Origin = "person"
) -> Amount | None:
    """What was typed, as it was `before` where nothing was changed.

    A changed number comes from `origin`. Raises ValueError with a sentence.
    """
    text = " ".join(text.split())
    if text == typed(field, before):
        return before
    if not text:
        return None
    match = _NUMBERS.fullmatch(text)
    timed = field in TIMED
    if match is None or (match["unit"] and not timed):
        raise ValueError(_how_to_write(timed=timed))
    short = f"{text} s" if timed and not match["unit"] else text
    dose, problems = parse_dose(_SHORT[field].format(short), origin)
    if problems:
        raise ValueError(problems[0].sentence)
    amount: Amount | None = getattr(dose, field)
    return amount


def _how_to_write(*, timed: bool) -> str:
    if timed:
        return _("Write a time as 30 s, 2 min or 3 breaths, or a range as 20–30 s.")
    return _("Write a number as 3, or a range as 8–12.")


def read_sides(mode: str, before: Sides | None, origin: Origin = "person") -> Sides | None:
    """The sides that were chosen, as they were `before` where nothing was changed."""
    if mode not in SIDES:
        return None
    if before is not None and before.mode == mode:
        return before
    return Sides(mode=SIDES[mode], origin=origin)
