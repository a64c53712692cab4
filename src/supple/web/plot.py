"""The picture of pain over time: where its marks stand, for a template to draw."""

from datetime import date
from functools import lru_cache

from supple.track.pain import PainSeries
from supple.value import Value

WIDTH, HEIGHT = 480, 260
LEFT, RIGHT, TOP, BOTTOM = 34, 12, 12, 30
HIGHEST = 10
RADIUS = 5


class Mark(Value, kw_only=True, omit_defaults=False):
    """A point of the picture in its own units, with the number it stands for."""

    x: float
    y: float
    pain: int


class Line(Value, kw_only=True, omit_defaults=False):
    """A level or a date on an axis, with its label."""

    at: float
    label: date | int


class PainPlot(Value, kw_only=True, omit_defaults=False):
    """The whole picture. `line_…` are SVG path data through the marks in order, `marks_…` around.

    One path for all marks: a year of them as elements of their own takes
    longer to write than the rest of the page.
    """

    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM
    before: tuple[Mark, ...]
    after: tuple[Mark, ...]
    line_before: str
    line_after: str
    marks_before: str
    marks_after: str
    levels: tuple[Line, ...]
    dates: tuple[Line, ...]


@lru_cache(maxsize=16)  # the same picture until a session comes or a day goes by
def pain_plot(series: PainSeries, first: date, last: date) -> PainPlot:
    """Where the pain of `series` stands between two dates, 0 at the foot and 10 at the top."""
    before = tuple(
        _mark(point.date, point.before, first, last)
        for point in series.points
        if point.before is not None
    )
    after = tuple(
        _mark(point.date, point.after, first, last)
        for point in series.points
        if point.after is not None
    )
    return PainPlot(
        before=before,
        after=after,
        line_before=_line(before),
        line_after=_line(after),
        marks_before=_marks(before),
        marks_after=_marks(after),
        levels=tuple(Line(at=_y(level), label=level) for level in (0, 5, 10)),
        dates=tuple(Line(at=_x(day, first, last), label=day) for day in (first, last)),
    )


def _mark(day: date, pain: int, first: date, last: date) -> Mark:
    return Mark(x=_x(day, first, last), y=_y(pain), pain=pain)


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(pain: int) -> float:
    return round(TOP + (1 - pain / HIGHEST) * (HEIGHT - TOP - BOTTOM), 1)


def _line(marks: tuple[Mark, ...]) -> str:
    return "M" + "L".join(f"{mark.x:g} {mark.y:g}" for mark in marks) if marks else ""


def _marks(marks: tuple[Mark, ...]) -> str:
    """A circle around each mark, as two half turns."""
    turn = f"a{RADIUS} {RADIUS} 0 1 1"
    return "".join(
        f"M{mark.x - RADIUS:g} {mark.y:g}{turn} {2 * RADIUS} 0{turn} -{2 * RADIUS} 0"
        for mark in marks
    )
