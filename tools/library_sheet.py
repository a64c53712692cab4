"""The whole library in one picture to look over: `python -m tools.library_sheet FILE.png`.

Each exercise is shown in its most telling pose, as it is stored for print and pages.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from supple.body.figure import BODY_NAMES
from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.held import equipped
from supple.show.palette import THEMES
from supple.show.png import png
from supple.show.still import still
from tools.contact_sheet import FONTS

COLUMNS = 6
CELL = (400, 260)
HEAD = 30
_OPENING = re.compile(r'<svg\b[^>]*(viewBox="[^"]+")[^>]*>')
_LINES = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'


def cells(who: str) -> Iterator[tuple[str, str]]:
    """The name and the stored drawing of each exercise, in the order of the library."""
    for exercise in load_library().exercises.values():
        stage = equipped(exercise, who)
        if isinstance(stage, Problem):
            print(stage, file=sys.stderr)
            continue
        svg, problem = still(exercise.id, stage.telling, who)
        if svg is None:
            print(problem, file=sys.stderr)
            continue
        yield exercise.name, svg


def sheet(found: list[tuple[str, str]]) -> str:
    """All drawings in rows, each under its name."""
    wide, tall = CELL[0], CELL[1] + HEAD
    parts = []
    for number, (name, svg) in enumerate(found):
        row, column = divmod(number, COLUMNS)
        x, y = column * wide, row * tall
        parts.append(
            f'<text x="{x + 8}" y="{y + HEAD - 8}" font-size="20" fill="#16302B" '
            f'font-family="Atkinson Hyperlegible Next">{escape(name)}</text>'
        )
        place = f'x="{x}" y="{y + HEAD}" width="{wide}" height="{CELL[1]}"'
        parts.append(_OPENING.sub(rf"<svg {place} \1 {_LINES}>", svg, count=1))
    rows = -(-len(found) // COLUMNS)
    size = f'width="{wide * COLUMNS}" height="{tall * rows}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def main() -> int:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--body", choices=BODY_NAMES, default=BODY_NAMES[0])
    parser.add_argument("--theme", choices=THEMES, default="light")
    options = parser.parse_args()
    picture = sheet(list(cells(options.body)))
    width = CELL[0] * COLUMNS
    options.file.write_bytes(png(picture, width=width, theme=options.theme, fonts=FONTS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
