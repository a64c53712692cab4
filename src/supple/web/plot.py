"""Pictures of numbers over time: where their marks stand, for a template to draw."""

from datetime import date
from functools import lru_cache

from supple.track.measures.change import ScoreChange
from supple.value import Value

WIDTH, HEIGHT = 480, 220
LEFT, RIGHT, TOP, BOTTOM = 34, 12, 12, 30
RADIUS = 5

Scores = tuple[tuple[date, float], ...]


class Line(Value, kw_only=True, omit_defaults=False):
    """A level or a date on an axis, with its label."""

    at: float
    label: date | int


class ScorePlot(Value, kw_only=True, omit_defaults=False):
    """The whole picture; `marks` and `line` are SVG path data.

    One path for all marks: a year of them as elements of their own takes
    longer to write than the rest of the page. `line` is empty unless the
    change is larger than what the scale wavers by and than what matters.
    """

    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    number: int
    marks: str
    line: str
    levels: tuple[Line, ...]
    dates: tuple[Line, ...]


class Bars(Value, kw_only=True, omit_defaults=False):
    """Minutes of each week as bars in one path, oldest first; `levels` as in a ScorePlot."""

    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bars: str
    levels: tuple[Line, ...]
    dates: tuple[Line, ...]


@lru_cache(maxsize=64)  # the same picture until an answer comes or a day goes by
def score_plot(  # noqa: PLR0913, PLR0917 - what a picture is made of
    scores: Scores,
    ends: tuple[int, int],
    first: date,
    last: date,
    change: ScoreChange,
    fewest: int,
) -> ScorePlot:
    """Where `scores` stand between two dates, the lowest of `ends` at the foot."""
    places = [(_x(day, first, last), _y(value, ends)) for day, value in scores]
    return ScorePlot(
        number=len(scores),
        marks="".join(_mark(x, y) for x, y in places),
        line=_line(places, ends, change, fewest),
        levels=_levels(ends),
        dates=_dates(first, last),
    )


@lru_cache(maxsize=16)
def week_bars(minutes: tuple[int, ...], first: date, last: date) -> Bars:
    """The minutes of each week between two dates, from 0 to the next round number."""
    most = max(30, -(-max(minutes) // 30) * 30)
    step = (WIDTH - LEFT - RIGHT) / len(minutes)
    foot = HEIGHT - BOTTOM
    bars = [
        f"M{LEFT + (n + 0.15) * step:.1f} {foot}V{_y(value, (0, most)):g}h{step * 0.7:.1f}V{foot}z"
        for n, value in enumerate(minutes)
        if value
    ]
    return Bars(bars="".join(bars), levels=_levels((0, most)), dates=_dates(first, last))


def _line(
    places: list[tuple[float, float]], ends: tuple[int, int], change: ScoreChange, fewest: int
) -> str:
    """From the middle of the first scores to that of the latest, where there is a clear change."""
    if change.direction not in ("better", "worse") or change.first is None:
        return ""
    begin, end = places[fewest // 2][0], places[-1 - fewest // 2][0]
    latest = change.first if change.latest is None else change.latest
    return f"M{begin:g} {_y(change.first, ends):g}L{end:g} {_y(latest, ends):g}"


def _levels(ends: tuple[int, int]) -> tuple[Line, ...]:
    low, high = ends
    levels = (low, (low + high) // 2, high) if (low + high) % 2 == 0 else (low, high)
    return tuple(Line(at=_y(level, ends), label=level) for level in levels)


def _dates(first: date, last: date) -> tuple[Line, ...]:
    """Both ends of the time, or the one day that it is."""
    days = (first, last) if first < last else (first,)
    return tuple(Line(at=_x(day, first, last), label=day) for day in days)


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(value: float, ends: tuple[int, int]) -> float:
    share = (value - ends[0]) / (ends[1] - ends[0])
    return round(TOP + (1 - share) * (HEIGHT - TOP - BOTTOM), 1)


def _mark(x: float, y: float) -> str:
    """A circle as two half turns."""
    turn = f"a{RADIUS} {RADIUS} 0 1 1"
    return f"M{x - RADIUS:g} {y:g}{turn} {2 * RADIUS} 0{turn} -{2 * RADIUS} 0"
