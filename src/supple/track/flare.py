"""A flare over several days: whether it eases. Convention, as the rule it belongs to."""

from collections.abc import Iterable
from datetime import date, timedelta

from supple.track.rule import FLARE_RISE, Today

EASES_WITHIN = timedelta(days=3)


def not_easing(said: Iterable[tuple[date, int]], today: Today, usual: float | None) -> bool:
    """Whether a flare has lasted three days or more and is no lower than when it began.

    `said` are the days before `today` with the pain said on each (0 to 10), in
    any order; of a day said twice the higher counts. A day on which the pain
    was near the usual ends the flare before it.
    """
    if usual is None or today.pain is None or today.pain - usual < FLARE_RISE:
        return False
    began, first = today.date, int(today.pain)
    for day, pain in sorted(said, reverse=True):
        if day > today.date:
            continue
        if pain - usual < FLARE_RISE:
            break
        began, first = day, pain
    return today.date - began >= EASES_WITHIN and today.pain >= first
