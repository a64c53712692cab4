"""Every pose of every exercise from four sides, in one picture to look over.

`python -m tools.contact_sheet FILE.png [--body woman] [--theme ink] [EXERCISE …]`
"""

import argparse
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import numpy as np

from supple.body.figure import BODY_NAMES
from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.camera import Camera, frame_around
from supple.show.held import Equipped, equipped
from supple.show.layers import figure, ground
from supple.show.palette import THEMES, palette
from supple.show.png import png
from supple.show.stage import Stage

SIDES = (("right", 0.0), ("front", 90.0), ("left", 180.0), ("back", 270.0))
PITCH = 9.0
DETAIL = 1600  # units across one drawing
CELL = (600, 400)
HEAD = 34
FONTS = Path(__file__).parent.parent / "src" / "supple" / "share" / "fonts"


def view(stage: Stage, pose: str, yaw: float, theme: str) -> str:
    """One pose from one side, as a nested SVG that fills a cell."""
    turned = Equipped(stage.exercise, stage.body, stage.clip, Camera(yaw, PITCH))
    seen = turned.camera.view(np.concatenate([turned.skins[pose], turned.mat]))
    frame = frame_around(seen, width=DETAIL, margin=0.05)
    colours = palette(theme, grey=stage.body.grey)  # type: ignore[arg-type]
    shapes = [*ground(turned, pose, frame), *figure(turned, pose, frame)]
    inside = "".join(shape.svg(colours) for shape in shapes if shape.data)
    return f'viewBox="0 0 {frame.width} {frame.height}">{inside}</svg>'


def rows(names: list[str], who: str, theme: str) -> Iterator[tuple[str, list[str]]]:
    """The title and the four views of each pose."""
    library = load_library()
    for name in names or list(library.exercises):
        stage = equipped(library.exercises[name], who)
        if isinstance(stage, Problem):
            print(stage, file=sys.stderr)
            continue
        for pose in stage.poses:
            print(f"{name}, {pose}")
            yield (
                f"{stage.exercise.name}: {pose}",
                [view(stage, pose, yaw, theme) for _, yaw in SIDES],
            )


def sheet(found: list[tuple[str, list[str]]]) -> str:
    """All rows under one another as one SVG."""
    wide, tall = CELL[0] * len(SIDES), CELL[1] + HEAD
    parts = []
    for row, (title, views) in enumerate(found):
        top = row * tall
        parts.append(
            f'<text x="14" y="{top + HEAD - 8}" font-size="24" fill="#16302B" '
            f'font-family="Atkinson Hyperlegible Next">{escape(title)}</text>'
        )
        parts += [
            f'<svg x="{CELL[0] * column}" y="{top + HEAD}" width="{CELL[0]}" height="{CELL[1]}" '
            f'fill="none" stroke-linecap="round" stroke-linejoin="round" {one}'
            for column, one in enumerate(views)
        ]
    size = f'width="{wide}" height="{tall * len(found)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def main() -> int:
    """Draw the sheet; 2 for an exercise that there is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("exercise", nargs="*")
    parser.add_argument("--body", choices=BODY_NAMES, default=BODY_NAMES[0])
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--width", type=int, default=CELL[0] * len(SIDES))
    options = parser.parse_args()
    unknown = set(options.exercise) - set(load_library().exercises)
    if unknown:
        print(f"There is no exercise {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    found = list(rows(options.exercise, options.body, options.theme))
    picture = png(sheet(found), width=options.width, theme=options.theme, fonts=FONTS)
    options.file.write_bytes(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
