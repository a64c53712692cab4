"""How fast the figure is posed: `PYTHONPATH=src python benchmarks/figure.py`.

Bars: 500 ms for a key pose, 50 ms for a frame, both of processor time on one core,
and 10 s for lint of a fresh library. Beside them stands the cost of skinning one
whole pose, so that the figures can be read on any machine.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from supple.body.animate import End, frames
from supple.body.figure import Body, body
from supple.exercise.lint import lint
from supple.exercise.load import Library, load_library
from supple.exercise.poses import KeyPose, solved

KEY_POSE_MS, FRAME_MS, LINT_S = 500.0, 50.0, 10.0


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one call."""
    start = process_time()
    work()
    return process_time() - start


def key_poses(library: Library, one: Body) -> tuple[dict[str, dict[str, KeyPose]], list[float]]:
    """Every exercise's solved poses, and the milliseconds a pose took in each."""
    found, times = {}, []
    for name, exercise in library.exercises.items():
        start = process_time()
        keys, _ = solved(exercise.poses, exercise.scene, one, exercise.file)
        if keys:
            times.append((process_time() - start) * 1000 / len(keys))
            found[name] = keys
    return found, times


def a_frame(library: Library, one: Body, keys: dict[str, dict[str, KeyPose]]) -> list[float]:
    """The milliseconds a frame took in each exercise's first move."""
    times = []
    for name, poses in keys.items():
        exercise = library.exercises[name]
        ends = [
            End(poses[pose].goal, poses[pose].solution.state)
            for pose in (exercise.start, exercise.moves[0].to)
        ]
        start = process_time()
        made = frames(one, *ends, exercise.moves[0].seconds, exercise.moves[0].wave)
        times.append((process_time() - start) * 1000 / max(len(made) - 2, 1))
    return times


def main() -> int:
    """Print the figures; 1 where a bar is missed."""
    library, woman = load_library(), body("woman")
    keys, pose_ms = key_poses(library, woman)
    frame_ms = a_frame(library, woman, keys)
    state = keys["bird-dog"]["table"].solution.state
    skin = median(seconds(lambda: state.skin(woman)) for _ in range(20)) * 1000
    check = seconds(lambda: lint(library, woman))
    print(f"key pose: {median(pose_ms):.0f} ms, slowest {max(pose_ms):.0f} (bar {KEY_POSE_MS:g})")
    print(f"frame: {median(frame_ms):.0f} ms, slowest {max(frame_ms):.0f} (bar {FRAME_MS:g})")
    print(f"lint of {len(library.exercises)} fresh exercises: {check:.1f} s (bar {LINT_S:g})")
    print(f"skinning one pose: {skin:.1f} ms; a frame costs {median(frame_ms) / skin:.1f} of it")
    return int(max(pose_ms) > KEY_POSE_MS or max(frame_ms) > FRAME_MS or check > LINT_S)


if __name__ == "__main__":
    sys.exit(main())
