"""Bake the movement of every exercise on every body: `python -m tools.bake`.

Only what is stale is baked again: a clip carries the hash of its poses, of the
body and of the code that solves it. `--all` bakes everything.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from supple.body.clips import FOLDER, Clip, path_of, read_clip, write_clips
from supple.body.figure import BODY_NAMES, body
from supple.exercise.clips import TRAVEL, clip_of, stamp_of
from supple.exercise.load import load_library
from supple.exercise.types import Exercise, Travel
from supple.problem import Problem

BAR = 40


def sources() -> dict[str, Exercise | Travel]:
    """Everything that moves, by the name of its clip."""
    library = load_library()
    found: dict[str, Exercise | Travel] = {
        name: exercise for name, exercise in library.exercises.items() if exercise.poses
    }
    if library.travel.poses:
        found[TRAVEL] = library.travel
    return found


def stale(folder: Path) -> list[tuple[str, str]]:
    """The exercise and body of every clip that is missing or out of date."""
    found = []
    for name, source in sources().items():
        for who in BODY_NAMES:
            clip = read_clip(name, who, folder)
            if isinstance(clip, Problem) or clip.stamp != stamp_of(source, body(who)):
                found.append((name, who))
    return found


def bake_one(name: str, who: str) -> tuple[str, str, Clip | None, tuple[Problem, ...]]:
    """Solve one exercise on one body (run in a process of its own)."""
    clip, problems = clip_of(sources()[name], body(who))
    return name, who, clip, problems


def bake(work: list[tuple[str, str]], folder: Path, workers: int) -> int:
    """Bake `work` in parallel; the number of problems that were met."""
    fresh: dict[str, dict[str, Clip]] = {}
    met: set[str] = set()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(workers) as pool:
        jobs = [pool.submit(bake_one, name, who) for name, who in work]
        for done, job in enumerate(as_completed(jobs), start=1):
            name, who, clip, problems = job.result()
            met |= {str(problem) for problem in problems}
            if clip is not None:
                fresh.setdefault(name, {})[who] = clip
            _show(done, len(work), f"{name}, {who}")
    for name, clips in fresh.items():
        write_clips(path_of(name, folder), {**_kept(name, clips, folder), **clips})
    for problem in sorted(met):
        print(problem, file=sys.stderr)
    return len(met)


def _kept(name: str, fresh: Iterable[str], folder: Path) -> dict[str, Clip]:
    """The clips of an exercise's other bodies, which are still good."""
    others = {who: read_clip(name, who, folder) for who in BODY_NAMES if who not in set(fresh)}
    return {who: clip for who, clip in others.items() if isinstance(clip, Clip)}


def _show(done: int, total: int, what: str) -> None:
    filled = BAR * done // total
    bar = "█" * filled + "░" * (BAR - filled)
    print(f"\r{bar} {done}/{total} {what:<40}", end="" if done < total else "\n", flush=True)


def main() -> int:
    """Read the command line and bake; the exit code is 1 if a pose could not be solved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="bake fresh clips as well")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--into", type=Path, default=FOLDER)
    options = parser.parse_args()
    every = [(name, who) for name in sources() for who in BODY_NAMES]
    work = every if options.all else stale(options.into)
    print(f"{len(work)} of {len(every)} clips to bake.")
    return 1 if work and bake(work, options.into, options.workers) else 0


if __name__ == "__main__":
    sys.exit(main())
