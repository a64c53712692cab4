"""How long a script takes to make: `PYTHONPATH=src python benchmarks/guide.py`. Bar: 5 ms.

Beside it stands the cost of writing the same script as JSON, so that the figure
can be read on any machine.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from supple.exercise.load import load_library
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.load import load_routines
from supple.value import to_json

ROUNDS = 200
BAR_MS = 5.0


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median processor time of one call."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times) * 1000


def main() -> int:
    """Print the figures; 1 where the bar is missed."""
    library = load_library()
    plan = make_plan(load_routines()[0]["facet-joint"], library)
    script = make_script(plan, library)
    make = milliseconds(lambda: make_script(plan, library))
    write = milliseconds(lambda: to_json(script))
    print(f"make_script: {make:.2f} ms for {len(script.steps)} steps (bar {BAR_MS:g} ms)")
    print(f"to_json of the same script: {write:.2f} ms; ratio {make / write:.1f}")
    return int(make > BAR_MS)


if __name__ == "__main__":
    sys.exit(main())
