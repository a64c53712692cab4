"""When a questionnaire is due: each of its weeks once, until the next one comes."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise

from supple.track.measures.questionnaire import Questionnaire

WEEK = timedelta(weeks=1)
LAST_OPEN = 6  # weeks that the last one stays open (convention)


def due_week(
    measure: Questionnaire, began: date, answered: Collection[date], today: date
) -> int | None:
    """The week after `began` that is due `today`, or None.

    A week is due from its first day until the next one begins, and done with
    any answer in that time; one that was passed over does not come again.
    """
    if not measure.weeks:
        return None
    bounds = (*measure.weeks, measure.weeks[-1] + LAST_OPEN)
    for week, end in pairwise(bounds):
        opens, closes = began + week * WEEK, began + end * WEEK
        if opens <= today < closes:
            return None if any(opens <= day < closes for day in answered) else week
    return None
