"""How fast a pose is drawn: `PYTHONPATH=src python benchmarks/drawing.py`.

The bar is 4 s of processor time on one core for a drawing. Beside it stand the
bytes of the SVG, plain and compressed, and the time of the same picture as PNG.
"""

import gzip
import sys
from statistics import median
from time import process_time

from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.drawing import drawing
from supple.show.png import png
from supple.show.stage import set_stage

BAR_S, BAR_BYTES = 4.0, 50_000


def main() -> int:
    """Draw the most telling pose of each exercise; 1 where a drawing is over its bar."""
    times, sizes, packed, prints = [], [], [], []
    for exercise in load_library().exercises.values():
        stage = set_stage(exercise, "woman")
        if isinstance(stage, Problem):
            print(stage, file=sys.stderr)
            continue
        start = process_time()
        svg = drawing(stage, stage.telling)
        drawn = process_time()
        png(svg)
        prints.append(process_time() - drawn)
        times.append(drawn - start)
        sizes.append(len(svg.encode()))
        packed.append(len(gzip.compress(svg.encode())))
        print(f"{exercise.id:<22} {times[-1]:5.2f} s  {sizes[-1] / 1000:5.1f} KB")
    print(f"median {median(times):.2f} s, worst {max(times):.2f} s (bar {BAR_S:g} s)")
    print(f"median {median(sizes) / 1000:.1f} KB, {median(packed) / 1000:.1f} KB compressed")
    print(f"median PNG {median(prints):.2f} s")
    return int(max(times) > BAR_S or max(sizes) > BAR_BYTES)


if __name__ == "__main__":
    sys.exit(main())
