"""The picture that stands for a routine where its address is shared: its figure and its title."""

from functools import lru_cache
from html import escape
from textwrap import wrap

from supple.exercise.load import load_library
from supple.routine.routine import Routine
from supple.share.typesetting import FONTS
from supple.show.palette import PLAIN_TONE
from supple.show.png import png
from supple.web import figure
from supple.web.preferences import Preferences

WIDTH, HEIGHT = 1200, 630
"""Pixels, the size that Open Graph pictures are shown at."""
_LINE, _LETTERS, _LINES = 76, 30, 2
_FONT = "Atkinson Hyperlegible Next"


@lru_cache(maxsize=64)
def card(title: str, under: str, exercise: str) -> bytes:
    """The PNG of a routine: the figure at `exercise`, if it has one, and two lines of words."""
    lines = wrap(title, _LETTERS, max_lines=_LINES, placeholder="…")
    top = HEIGHT - 74 - _LINE * len(lines)
    words = "".join(
        f'<text x="60" y="{top + _LINE * n}" font-size="64" font-weight="700">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#FAF7F2"/>'
        f"{_figure(exercise, top - 100)}"
        f'<g font-family="{_FONT}" fill="#16302B">{words}'
        f'<text x="60" y="{HEIGHT - 50}" font-size="34">{escape(under)}</text></g></svg>'
    )
    return png(svg, width=WIDTH, fonts=FONTS)


def first_drawn(routine: Routine) -> str:
    """The first exercise of a routine that has a drawing; "" for none."""
    library = load_library().exercises
    names = (name for name in routine.exercises if name in library and library[name].poses)
    return next(names, "")


def _figure(name: str, height: int) -> str:
    """The telling pose, fitted above the words."""
    exercise = load_library().exercises.get(name)
    if exercise is None:
        return ""
    who = Preferences().figure
    drawn = figure.still_svg(who, name, figure.telling_pose(exercise), "light", PLAIN_TONE)
    place = f'<svg x="60" y="30" width="{WIDTH - 120}" height="{height}" '
    return drawn.replace("<svg ", place, 1) if drawn else ""
