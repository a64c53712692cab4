"""How fast a plan is fitted and the library is found: `PYTHONPATH=src python benchmarks/fit.py`.

Processor time on one core, against the bars: 20 ms a plan, 50 ms a search (150 ms for
the library to load from its files, in a fresh process), 5 ms a library page, 200 KB
compressed at first view, with the pictures that are seen before anybody scrolls (the others
are fetched as they come near). The whole proof's plans are timed together.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from statistics import median
from time import process_time

from supple.exercise.load import load_library
from supple.fit.fit import fit
from supple.fit.limits import Limits
from supple.fit.rules import RULES
from supple.routine.load import load_routines
from supple.routine.routine import Item, Routine, Rung

SEEN = 12  # rows of the list on a large screen
FONT = "atkinson-hyperlegible-next.woff2"
PLAN_MS, SEARCH_MS, LOAD_MS, PAGE_MS, PAGE_KB = 20.0, 50.0, 150.0, 5.0, 200.0
QUERIES = ("bird dog", "pelvik tilt", "nee to chest", "strech for the back", "xylophone")
LOAD = (
    "from time import process_time\n"
    "from supple.exercise.load import load_library\n"
    "start = process_time()\n"
    "load_library()\n"
    "print((process_time() - start) * 1000)\n"
)


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """The processor time of one call, over `times` calls."""
    start = process_time()
    for _ in range(times):
        work()
    return (process_time() - start) * 1000 / times


def plans() -> Iterator[tuple[Routine, Limits]]:
    """Every ready routine, and the whole library as one, under up to three constraints."""
    names = load_library().exercises
    items = tuple(Item(id=name, rungs=(Rung(exercise=name),)) for name in names)
    whole = Routine(id="whole-library", name="Whole library", items=items)
    subsets = [names for size in range(4) for names in combinations(RULES, size)]
    for routine in load_routines()[0].values():
        yield from ((routine, Limits(constraints=names)) for names in subsets)
    yield from ((whole, Limits(constraints=names)) for names in subsets[::20])


def loading() -> float:
    """Reading every file in a fresh process, the middle of three runs."""
    runs = [
        subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", LOAD], capture_output=True, text=True, check=True
        )
        for _ in range(3)
    ]
    return median(float(run.stdout) for run in runs)


def pages() -> tuple[float, float, float]:
    """A library page after the first (ms), a search by name (ms), and its compressed KB."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SUPPLE_DATA": folder, "DJANGO_SETTINGS_MODULE": "supple.web.settings"}
        import django  # noqa: PLC0415 - after its settings are named

        from supple.web.static_files import collect  # noqa: PLC0415

        django.setup()
        collect()
        from django.template.loader import render_to_string  # noqa: PLC0415

        from supple.web import figure, shelf  # noqa: PLC0415
        from supple.web.names import names_of, search  # noqa: PLC0415
        from supple.web.preferences import Preferences  # noqa: PLC0415
        from supple.web.views import library  # noqa: PLC0415

        names = names_of("en")
        found = [milliseconds(lambda query=q: search.__wrapped__(query, names)) for q in QUERIES]

        what, yours = shelf.Asked(), Preferences()

        def page() -> str:
            context = {
                "what": what,
                "rows": library.rows(what, "en", yours),
                "choices": shelf.choices(),
                "preferences": yours,
                "n": len(load_library().exercises),
            }
            return render_to_string("supple/library.html", context)

        seen = [name for one in shelf.shelves(what, "en") for name, *_ in one.rows][:SEEN]
        known = load_library().exercises
        drawn = [
            figure.still_svg(
                yours.figure, name, figure.telling_pose(known[name]), "light", yours.tone
            )
            for name in seen
        ]
        static = Path(shelf.__file__).parent / "static" / "supple"
        files = [static / name for name in ("app.css", "app.js")]
        sent = [page().encode(), *(svg.encode() for svg in drawn if svg)]
        sent += [path.read_bytes() for path in files]
        size = (static / FONT).stat().st_size + sum(len(gzip.compress(one)) for one in sent)
        return milliseconds(page, 50), max(found), size / 1000


def main() -> int:
    """Time all of it; 1 where something is over its bar."""
    library = load_library()
    every = list(plans())
    times = [
        milliseconds(lambda routine=routine, limits=limits: fit(routine, limits, library))
        for routine, limits in every
    ]
    page, found, size = pages()
    rows = (
        (f"a plan, worst of {len(times)} (median {median(times):.2f})", max(times), PLAN_MS, "ms"),
        (f"a search, worst of {len(QUERIES)}", found, SEARCH_MS, "ms"),
        (f"loading {len(library.exercises)} exercises", loading(), LOAD_MS, "ms"),
        ("a library page", page, PAGE_MS, "ms"),
        ("its first view, with its pictures", size, PAGE_KB, "KB"),
    )
    for what, got, bar, unit in rows:
        print(f"{what:<44} {got:8.2f} {unit}  (bar {bar:g})")
    print(f"all {len(times)} plans {sum(times) / 1000:.2f} s")
    return int(any(got > bar for _, got, bar, _ in rows))


if __name__ == "__main__":
    sys.exit(main())
