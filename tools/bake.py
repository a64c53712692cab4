"""Bake the movement of every exercise on every body, and its drawings: `python -m tools.bake`.

Only what is stale is baked again: a clip carries the hash of its poses, of the
body and of the code that solves it; a drawing that of its clip and of the code
that draws it. Name exercises to bake no others; `--all` bakes what is fresh too.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TypeVar

from supple.body.clips import FOLDER, Clip, path_of, read_clip, write_clips
from supple.body.figure import BODY_NAMES, body
from supple.exercise.clips import TRAVEL, clip_of, stamp_of
from supple.exercise.load import load_library
from supple.exercise.types import Exercise, Travel
from supple.problem import Problem
from supple.show import still
from supple.show.still import Stills, bake_stills, read_stills, still_stamp, write_stills

BAR = 40
Job = tuple[str, str]
Made = TypeVar("Made")


def sources() -> dict[str, Exercise | Travel]:
    """Everything that moves, by the name of its clip."""
    library = load_library()
    found: dict[str, Exercise | Travel] = {
        name: exercise for name, exercise in library.exercises.items() if exercise.poses
    }
    if library.travel.poses:
        found[TRAVEL] = library.travel
    return found


def drawn() -> dict[str, Exercise]:
    """Every exercise that is drawn."""
    return {n: source for n, source in sources().items() if isinstance(source, Exercise)}


def stale(names: Iterable[str], folder: Path) -> list[Job]:
    """The exercise and body of every clip of `names` that is missing or out of date."""
    found, known = [], sources()
    for name, who in _every(names):
        clip = read_clip(name, who, folder)
        if isinstance(clip, Problem) or clip.stamp != stamp_of(known[name], body(who)):
            found.append((name, who))
    return found


def stale_stills(names: Iterable[str], clips: Path, folder: Path) -> list[Job]:
    """The exercise and body of all drawings of `names` that are missing or out of date."""
    found, known = [], drawn()
    for name, who in _every(names):
        clip, kept = read_clip(name, who, clips), read_stills(name, who, folder)
        if isinstance(clip, Problem):
            continue
        if isinstance(kept, Problem) or kept.stamp != still_stamp(known[name], body(who), clip):
            found.append((name, who))
    return found


def bake_one(name: str, who: str) -> tuple[Clip | None, tuple[Problem, ...]]:
    """Solve one exercise on one body (run in a process of its own)."""
    return clip_of(sources()[name], body(who))


def draw_one(name: str, who: str, clips: Path) -> Stills | None:
    """Draw one exercise on one body (run in a process of its own); None without its clip."""
    clip = read_clip(name, who, clips)
    return None if isinstance(clip, Problem) else bake_stills(drawn()[name], body(who), clip)


def bake(work: list[Job], folder: Path, workers: int) -> int:
    """Bake the clips of `work` in parallel; the number of problems that were met."""
    met: set[str] = set()

    def solved() -> Iterator[tuple[Job, Clip | None]]:
        for job, (clip, problems) in _in_parallel(bake_one, work, (), workers):
            met.update(str(problem) for problem in problems)
            yield job, clip

    for name, clips in _by_exercise(work, solved()):
        kept = _kept(read_clip, name, clips, folder)
        write_clips(path_of(name, folder), {**kept, **clips})
    for problem in sorted(met):
        print(problem, file=sys.stderr)
    return len(met)


def draw(work: list[Job], clips: Path, folder: Path, workers: int) -> None:
    """Draw the stills of `work` in parallel."""
    made = _in_parallel(draw_one, work, (clips,), workers)
    for name, drawings in _by_exercise(work, made):
        kept = _kept(read_stills, name, drawings, folder)
        write_stills(still.path_of(name, folder), {**kept, **drawings})


def _by_exercise(
    work: list[Job], done: Iterable[tuple[Job, Made | None]]
) -> Iterator[tuple[str, dict[str, Made]]]:
    """Each exercise with what was made of it, by body, as soon as all of its jobs are done."""
    fresh: dict[str, dict[str, Made]] = {}
    left = Counter(name for name, _ in work)
    for (name, who), made in done:
        left[name] -= 1
        if made is not None:
            fresh.setdefault(name, {})[who] = made
        if name in fresh and not left[name]:
            yield name, fresh[name]


def _in_parallel(
    make: Callable[..., Made], work: list[Job], more: tuple[Path, ...], workers: int
) -> Iterator[tuple[Job, Made]]:
    """Each job and what came of it, as they are done, under a progress bar."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(workers) as pool:
        jobs = {pool.submit(make, *job, *more): job for job in work}
        for done, future in enumerate(as_completed(jobs), start=1):
            _show(done, len(work), ", ".join(jobs[future]))
            yield jobs[future], future.result()


def _kept(
    read: Callable[[str, str, Path], Made | Problem],
    name: str,
    fresh: Container[str],
    folder: Path,
) -> dict[str, Made]:
    """What there is of an exercise on its other bodies, which is still good."""
    others = {who: read(name, who, folder) for who in BODY_NAMES if who not in fresh}
    return {who: found for who, found in others.items() if not isinstance(found, Problem)}


def _show(done: int, total: int, what: str) -> None:
    filled = BAR * done // total
    bar = "█" * filled + "░" * (BAR - filled)
    print(f"\r{bar} {done}/{total} {what:<40}", end="" if done < total else "\n", flush=True)


def main() -> int:
    """Read the command line and bake; the exit code is 1 if a pose could not be solved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="bake what is fresh as well")
    parser.add_argument("--stills", action="store_true", help="only the drawings, not the clips")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--into", type=Path, default=FOLDER, help="the clips' folder")
    parser.add_argument("--stills-into", type=Path, default=still.FOLDER)
    parser.add_argument("exercises", nargs="*", help="only these; all if none is named")
    options = parser.parse_args()
    unknown = sorted(set(options.exercises) - set(sources()))
    if unknown:
        parser.error(f"nothing in the library moves by the name of {', '.join(unknown)}")
    met = 0 if options.stills else _bake_clips(options)
    _bake_stills(options)
    return 1 if met else 0


def _asked_for(known: Iterable[str], options: argparse.Namespace) -> list[str]:
    return [name for name in known if name in options.exercises or not options.exercises]


def _every(names: Iterable[str]) -> list[Job]:
    return [(name, who) for name in names for who in BODY_NAMES]


def _bake_clips(options: argparse.Namespace) -> int:
    names = _asked_for(sources(), options)
    work = _every(names) if options.all else stale(names, options.into)
    print(f"{len(work)} of {len(_every(names))} clips to bake.")
    return bake(work, options.into, options.workers) if work else 0


def _bake_stills(options: argparse.Namespace) -> None:
    names, folders = _asked_for(drawn(), options), (options.into, options.stills_into)
    work = _every(names) if options.all else stale_stills(names, *folders)
    print(f"{len(work)} of {len(_every(names))} sets of drawings to bake.")
    draw(work, *folders, options.workers)


if __name__ == "__main__":
    sys.exit(main())
