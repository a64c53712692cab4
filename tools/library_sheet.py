"""The library in pictures to look over: `python -m tools.library_sheet FILE.png [EXERCISE …]`.

Each exercise is shown in its most telling pose, as it is stored for print and pages,
position by position. What does not fit on one sheet goes on to FILE-2.png and so on.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import get_args

from supple.body.figure import BODY_NAMES
from supple.exercise.load import load_library
from supple.exercise.types import Exercise, Posture
from supple.problem import Problem
from supple.show.held import equipped
from supple.show.palette import THEMES
from supple.show.png import png
from supple.show.still import still
from tools.contact_sheet import FONTS

COLUMNS, ROWS = 4, 6
CELL = (480, 320)
HEAD = 36
_OPENING = re.compile(r'<svg\b[^>]*(viewBox="[^"]+")[^>]*>')
_LINES = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'

Cell = tuple[str, str]


def cells(who: str, names: list[str]) -> Iterator[Cell]:
    """The name and the stored drawing of each exercise, all if none is named, by position."""
    exercises = load_library().exercises.values()
    asked = [one for one in exercises if not names or one.id in names]
    for exercise in sorted(asked, key=_place):
        stage = equipped(exercise, who)
        if isinstance(stage, Problem):
            print(stage, file=sys.stderr)
            continue
        svg, problem = still(exercise.id, stage.telling, who)
        if svg is None:
            print(problem, file=sys.stderr)
            continue
        yield exercise.name, svg


def _place(exercise: Exercise) -> tuple[int, str]:
    return get_args(Posture).index(exercise.body.posture), exercise.name


def pages(found: list[Cell]) -> list[list[Cell]]:
    """As many as fit on each sheet."""
    size = COLUMNS * ROWS
    return [found[first : first + size] for first in range(0, len(found), size)]


def sheet(found: list[Cell]) -> str:
    """Drawings in rows, each under its name."""
    wide, tall = CELL[0], CELL[1] + HEAD
    parts = []
    for number, (name, svg) in enumerate(found):
        row, column = divmod(number, COLUMNS)
        x, y = column * wide, row * tall
        parts.append(
            f'<text x="{x + 8}" y="{y + HEAD - 8}" font-size="24" fill="#16302B" '
            f'font-family="Atkinson Hyperlegible Next">{escape(name)}</text>'
        )
        place = f'x="{x}" y="{y + HEAD}" width="{wide}" height="{CELL[1]}"'
        parts.append(_OPENING.sub(rf"<svg {place} \1 {_LINES}>", svg, count=1))
    rows = -(-len(found) // COLUMNS)
    size = f'width="{wide * COLUMNS}" height="{tall * rows}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def main() -> int:
    """Draw the sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("exercise", nargs="*")
    parser.add_argument("--body", choices=BODY_NAMES, default=BODY_NAMES[0])
    parser.add_argument("--theme", choices=THEMES, default="light")
    options = parser.parse_args()
    for number, found in enumerate(pages(list(cells(options.body, options.exercise))), start=1):
        picture = png(sheet(found), width=CELL[0] * COLUMNS, theme=options.theme, fonts=FONTS)
        path = options.file if number == 1 else _numbered(options.file, number)
        path.write_bytes(picture)
    return 0


def _numbered(path: Path, number: int) -> Path:
    return path.with_stem(f"{path.stem}-{number}")


if __name__ == "__main__":
    sys.exit(main())
