"""What an exercise asks of a body by its solved movement, whatever its file declares."""

from collections.abc import Iterable

import numpy as np

from supple.body import measure
from supple.body.clips import Clip, read_clip
from supple.body.figure import Body
from supple.body.state import State
from supple.exercise.checks_facts import (
    HEAD_LOW,
    HIP_LIMITS,
    OVERHEAD,
    SLACK,
    deepest,
    spine_ranges,
)
from supple.exercise.poses import contacts_of
from supple.exercise.types import Exercise, Facts, Pose, Spine, Travel
from supple.fit.rules import Asks
from supple.problem import Problem
from supple.value import changed

ON_THE_FLOOR = {"knee": "knees", "shin": "shins", "palm": "wrists", "elbow": "elbows"}
FEET = ("heel", "ball", "toes")
UNLOADED = ("supine", "sidelying", "sitting")  # palms and elbows lie there without weight


def asked(exercise: Exercise, body: Body) -> list[Asks]:
    """One for each way the spine goes; declared facts remain only where no pose can tell."""
    clip = read_clip(exercise.id, body.name)
    if isinstance(clip, Problem):
        return []
    shown = _posture(exercise, clip)
    weight = () if shown in UNLOADED else _weight(exercise.poses.values())
    found = changed(_facts(clip.frames, exercise.body, body), posture=shown, weight=weight)
    return _each_way(spine_ranges(clip.frames), found, exercise.purpose)


def asked_by_ways(travel: Travel, body: Body) -> dict[tuple[str, str], list[Asks]]:
    """The same for each drawn way between positions, by its ends."""
    clip = read_clip("travel", body.name)
    assert not isinstance(clip, Problem)
    drawn = [move for move in travel.moves if move.poses]
    found = {}
    for move, (first, last) in zip(drawn, clip.moves, strict=True):
        frames = State(
            clip.frames.angles[first : last + 1],
            clip.frames.position[first : last + 1],
            clip.frames.orientation[first : last + 1],
        )
        floor = "yes" if {move.start, move.end} - {"standing", "sitting"} else "no"
        plain = Facts(
            posture="standing",
            weight=(),
            spine=Spine(direction="neutral", range="neutral"),
            load="low",
            floor=floor,  # type: ignore[arg-type]
            hip="low",
            knee=0,
            head_down=False,
        )
        facts = changed(
            _facts(frames, plain, body),
            weight=_weight(travel.poses[name] for name in move.poses),
        )
        found[move.start, move.end] = _each_way(spine_ranges(_nearer(frames)), facts, "")
    return found


def _facts(frames: State, declared: Facts, body: Body) -> Facts:
    hip = deepest(frames, "hip.flexion") - SLACK
    raised = max(deepest(frames, f"shoulder.{way}") for way in ("flexion", "abduction"))
    drop = float(measure.head_drop(frames.posed(body)).max())
    return changed(
        declared,
        hip=next(name for name, limit in HIP_LIMITS.items() if hip <= limit),
        knee=int(deepest(frames, "knee.flexion") - SLACK),
        head_down=drop > HEAD_LOW,
        arms="overhead" if raised > OVERHEAD else "down",
    )


def _each_way(ranges: dict[str, str], facts: Facts, purpose: str) -> list[Asks]:
    return [
        Asks(
            body=changed(
                facts,
                spine=Spine(
                    direction="neutral" if share == "neutral" else way,  # type: ignore[arg-type]
                    range=share,  # type: ignore[arg-type]
                ),
            ),
            purpose=purpose,
        )
        for way, share in ranges.items()
    ]


def _nearer(frames: State) -> State:
    """The same with every joint a little nearer to straight: a way is drawn between its poses."""
    angles = np.sign(frames.angles) * np.maximum(np.abs(frames.angles) - SLACK, 0)
    return State(angles, frames.position, frames.orientation)


def _posture(exercise: Exercise, clip: Clip) -> str:
    held = next((move.to for move in exercise.moves if move.hold), exercise.start)
    touching = contacts_of(exercise.poses[held])
    on_feet = all(_bare(mark) in FEET for mark in touching)
    return "standing" if on_feet else measure.posture(clip.keys[held], touching)


def _weight(poses: Iterable[Pose]) -> tuple[str, ...]:
    marks = {mark for pose in poses for mark in _bearing(pose)}
    return tuple(word for mark, word in ON_THE_FLOOR.items() if mark in marks)


def _bearing(pose: Pose) -> set[str]:
    """Marks on the floor, without their sides; a palm beside its elbow lies there unloaded."""
    floor = {mark for mark, surface in contacts_of(pose).items() if surface == "floor"}
    lying = {f"{side}.palm" for side in ("left", "right") if f"{side}.elbow" in floor}
    return {_bare(mark) for mark in floor - lying}


def _bare(mark: str) -> str:
    """A mark without its side or its finer place: "heel" of "left.heel.back"."""
    first, _, rest = mark.partition(".")
    return rest.partition(".")[0] if first in ("left", "right") else first
