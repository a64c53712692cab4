"""Pain before and after sessions over time: the points of a picture and its middle values."""

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from supple.value import Value

FEWEST = 3  # a middle value of fewer numbers says little (convention)


class PainPoint(Value, kw_only=True, omit_defaults=False):
    """Pain of one session, 0 to 10; None where it was not said."""

    date: date
    before: int | None = None
    after: int | None = None


class PainSeries(Value, kw_only=True, omit_defaults=False):
    """Points in order of date, with the middle values where at least `FEWEST` were said."""

    points: tuple[PainPoint, ...]
    before: float | None = None
    after: float | None = None


def pain_series(points: Iterable[PainPoint]) -> PainSeries:
    """The series of all points that say anything."""
    said = tuple(
        sorted(
            (p for p in points if p.before is not None or p.after is not None),
            key=lambda point: point.date,
        )
    )
    return PainSeries(
        points=said,
        before=_middle([p.before for p in said if p.before is not None]),
        after=_middle([p.after for p in said if p.after is not None]),
    )


def _middle(numbers: Sequence[int]) -> float | None:
    return float(median(numbers)) if len(numbers) >= FEWEST else None
