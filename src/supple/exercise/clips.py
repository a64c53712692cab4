"""From an exercise to its solved movement on one body, and the hash of what that rests on."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from supple import body as body_package
from supple.body.animate import FRAMES_A_SECOND, End, frames
from supple.body.clips import Clip
from supple.body.figure import Body
from supple.body.state import State, stacked
from supple.exercise import poses as poses_module
from supple.exercise.poses import KeyPose
from supple.exercise.types import Exercise, Move, Pose, Travel
from supple.exercise.walls import solved
from supple.problem import Place, Problem
from supple.value import Value, changed, to_json

TRAVEL = "travel"
_CODE = ("animate", "clips", "goal", "kinematics", "skeleton", "solve", "state")


class Leg(Value, kw_only=True):
    """A part of a movement: through these poses in order, in this time."""

    through: tuple[str, ...]
    seconds: float
    wave: str = ""


def legs_of(source: Exercise | Travel) -> tuple[Leg, ...]:
    """The movement of an exercise as a round from its start pose, or each way of travel."""
    if isinstance(source, Travel):
        return tuple(Leg(through=m.poses, seconds=m.seconds) for m in source.moves if m.poses)
    return tuple(_round(source.start, source.moves))


def _round(start: str, moves: tuple[Move, ...]) -> Iterator[Leg]:
    for move in moves:
        yield Leg(through=(start, move.to), seconds=move.seconds, wave=move.wave)
        start = move.to


def clip_of(source: Exercise | Travel, body: Body) -> tuple[Clip | None, tuple[Problem, ...]]:
    """The solved movement; None with the reasons where a pose of it cannot be solved."""
    keys, problems = solved(source.poses, source.scene, body, source.file)
    legs = legs_of(source)
    missing = {name for leg in legs for name in leg.through} - set(keys)
    if missing or not keys:
        return None, problems or (_no_pose(source, sorted(missing)),)
    return _clip(keys, legs, body, stamp_of(source, body)), problems


def _no_pose(source: Exercise | Travel, missing: list[str]) -> Problem:
    sentence = f"There is no pose to draw this from: {', '.join(missing) or 'none is written'}."
    return Problem(place=Place(file=source.file), sentence=sentence)


def _clip(keys: dict[str, KeyPose], legs: tuple[Leg, ...], body: Body, stamp: str) -> Clip:
    found: list[State] = []
    spans = []
    for leg in legs:
        new = _along(leg, keys, body)
        if found and found[-1] is new[0]:
            new = new[1:]
            first = len(found) - 1
        else:
            first = len(found)
        found += new
        spans.append((first, len(found) - 1))
    states = found or [key.solution.state for key in keys.values()][:1]
    solved_keys = {name: key.solution.state for name, key in keys.items()}
    return Clip(solved_keys, stacked(states), tuple(spans), FRAMES_A_SECOND, stamp)


def _along(leg: Leg, keys: dict[str, KeyPose], body: Body) -> list[State]:
    """The frames of one leg, its time shared evenly between the poses it goes through."""
    ends = [End(keys[name].goal, keys[name].solution.state) for name in leg.through]
    share = leg.seconds / max(len(ends) - 1, 1)
    found = [ends[0].state]
    for start, end in pairwise(ends):
        found += frames(body, start, end, share, leg.wave)[1:]
    return found


def stamp_of(source: Exercise | Travel, body: Body) -> str:
    """Hash of the poses and moves as written, the body, and the code that solves them."""
    digest = hashlib.sha256(_code().encode())
    for part in (_placeless(source.poses), source.scene, legs_of(source), body.stamp, body.name):
        digest.update(to_json(part).encode())
    return digest.hexdigest()[:16]


def _placeless(poses: Mapping[str, Pose]) -> dict[str, Pose]:
    """Poses without their place in the file, which does not change how they are solved."""
    return {name: changed(pose, line=0) for name, pose in poses.items()}


@cache
def _code() -> str:
    folder = Path(body_package.__file__).parent
    files = [*(folder / f"{name}.py" for name in _CODE), Path(poses_module.__file__)]
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
