"""From the poses of an exercise file to solved poses of one body.

The working side is the right one here; the other side is the mirror image.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from supple.body.animate import places
from supple.body.figure import Body
from supple.body.goal import FLOOR, Goal, Plane, Touch
from supple.body.skeleton import ANGLE_INDEX, ANGLE_NAMES, HIGH, LOW, LUMBAR, LUMBAR_SHARE
from supple.body.solve import Solution, solve
from supple.body.state import BASES, State, base_state
from supple.exercise.types import Pose, Surface
from supple.problem import Place, Problem
from supple.value import Value

SIDE = {"work": ("right",), "off": ("left",), "both": ("left", "right")}
AUTHORED = 4.0  # degrees an authored angle may give way before it costs as much as a contact
SEGMENT = 0.8  # the same for one segment of the lumbar spine, a fifth of its range
THORAX = 2.0
CARRIED = 10.0  # the same for an angle taken over from the pose before
_SIDEWAYS = (".bend", ".rotation", ".abduction", ".inversion", ".deviation")
_CARRIED = np.where([name.endswith(_SIDEWAYS) for name in ANGLE_NAMES], CARRIED / 2, CARRIED)
REFERENCE_STATURE = 1.65  # heights are written for the woman's stature


class KeyPose(Value, kw_only=True):
    """A pose of the file, its goal for one body, and the solved result."""

    name: str
    pose: Pose
    goal: Goal
    solution: Solution


def sided(name: str) -> tuple[str, ...]:
    """A name with `both`, `work` or `off` written for the right working side."""
    head, _, tail = name.partition(".")
    return tuple(f"{side}.{tail}" for side in SIDE[head]) if head in SIDE else (name,)


def solved(
    poses: Mapping[str, Pose], scene: Mapping[str, Surface], body: Body, file: str
) -> tuple[dict[str, KeyPose], tuple[Problem, ...]]:
    """Every pose that can be solved, in the file's order, and what stands in others' way."""
    solving = _Solving(poses, planes(scene), body, file)
    problems = [problem for name in poses for problem in solving.solve(name)]
    return {name: solving.found[name] for name in poses if name in solving.found}, tuple(problems)


@dataclass
class _Solving:
    """The poses of one file on their way to being solved, each after the one it begins from."""

    poses: Mapping[str, Pose]
    surfaces: Mapping[str, Plane]
    body: Body
    file: str
    found: dict[str, KeyPose] = field(default_factory=dict)

    def solve(self, name: str, chain: tuple[str, ...] = ()) -> Iterator[Problem]:
        """Solve a pose and those before it; what stands in the way. `chain` led here."""
        if name in self.found:
            return
        pose = self.poses[name]
        mistakes = [*self._loop(name, chain), *self._mistakes(name, pose)]
        if mistakes:
            place = Place(file=self.file, line=pose.line)
            yield from (Problem(place=place, sentence=sentence) for sentence in mistakes)
            return
        if pose.parent:
            yield from self.solve(pose.parent, (*chain, name))
            if pose.parent not in self.found:
                return
        before = self.found.get(pose.parent)
        start = _start(pose, before, self.body)
        goal = goal_of(pose, before, start, self.surfaces, self.body)
        solution = _best(self.body, goal, start)
        self.found[name] = KeyPose(name=name, pose=pose, goal=goal, solution=solution)

    @staticmethod
    def _loop(name: str, chain: tuple[str, ...]) -> Iterator[str]:
        if name in chain:
            loop = " → ".join([*chain[chain.index(name) :], name])
            yield f"The poses begin from each other in a loop: {loop}. Give one of them a base."

    def _mistakes(self, name: str, pose: Pose) -> Iterator[str]:
        """What is wrong with one pose, in sentences."""
        if pose.parent and pose.parent not in self.poses:
            yield f"Pose “{name}” begins from “{pose.parent}”, which is not in this file."
        elif (pose.base or not pose.parent) and pose.base not in BASES:
            yield f"Pose “{name}” has the base “{pose.base}”; write one of: {', '.join(BASES)}."
        for mark in _marks(pose):
            if not all(one in self.body.figure.marks for one in sided(mark)):
                yield f"Pose “{name}” names the contact “{mark}”, which the body does not have."
        for surface in pose.on:
            if surface not in self.surfaces:
                yield f"Pose “{name}” rests on “{surface}”; add [scene.{surface}] with its height."
        for angle, value in pose.angles.items():
            yield from _angle_mistakes(name, angle, value)


def _start(pose: Pose, before: KeyPose | None, body: Body) -> State:
    """Where the pose before ended; a base is taken up afresh, in the same place."""
    if before and not pose.base:
        return before.solution.state
    state = base_state(pose.base, body.stature)
    if before:
        state.position[[0, 2]] = before.solution.state.position[[0, 2]]
    return state


def _best(body: Body, goal: Goal, start: State) -> Solution:
    """The better of two starts: where the pose before ended, and the angles as written."""
    written = State(np.clip(goal.angles, LOW, HIGH), start.position, start.orientation)
    tries = [solve(body, goal, begin) for begin in (start, written)]
    return min(tries, key=lambda solution: solution.cost)


def _marks(pose: Pose) -> list[str]:
    on = [mark for marks in pose.on.values() for mark in marks]
    touch = [mark for first, second, _ in pose.touch for mark in (first, second)]
    return [*pose.floor, *on, *pose.keep, *pose.slide, *touch, *pose.height]


def _angle_mistakes(name: str, angle: str, value: float | tuple[float, ...]) -> Iterator[str]:
    parts = [*angle_values(angle, value)]
    if not parts:
        yield f"Pose “{name}” sets the angle “{angle}”, which the body does not have."
    for one, degrees in parts:
        low, high = LOW[ANGLE_INDEX[one]], HIGH[ANGLE_INDEX[one]]
        over = max(low - degrees, degrees - high)
        if over > 0:
            yield (
                f"Pose “{name}” sets {one} to {degrees:g}°, {over:g}° out of its range "
                f"({low:g}° to {high:g}°)."
            )
            break


def angle_values(name: str, value: float | tuple[float, ...]) -> Iterator[tuple[str, float]]:
    """The named angles that one line of the file sets; nothing for an unknown name."""
    if name in ("lumbar.flexion", "lumbar.segments"):
        shares = value if isinstance(value, tuple) else [value * s for s in LUMBAR_SHARE]
        if len(shares) == len(LUMBAR):
            yield from ((f"lumbar.{b}", float(v)) for b, v in zip(LUMBAR, shares, strict=True))
        return
    if isinstance(value, tuple):
        return
    for one in sided(name):
        if one in ANGLE_INDEX:
            yield one, float(value)


def planes(scene: Mapping[str, Surface]) -> dict[str, Plane]:
    """The scene's surfaces by name, with the floor; a wall stands in front, facing back."""
    found = {"floor": FLOOR}
    for name, surface in scene.items():
        if name == "wall":
            found[name] = Plane((-1.0, 0.0, 0.0), -surface.distance, solid=True)
        else:
            found[name] = Plane((0.0, 1.0, 0.0), surface.height)
    return found


def goal_of(
    pose: Pose, before: KeyPose | None, start: State, surfaces: Mapping[str, Plane], body: Body
) -> Goal:
    """The goal of a pose that begins from the solved pose `before`, or from a base at `start`."""
    angles, slack = start.angles.copy(), _CARRIED.copy()
    for name, value in pose.angles.items():
        for one, degrees in angle_values(name, value):
            angles[ANGLE_INDEX[one]] = degrees
            slack[ANGLE_INDEX[one]] = _slack(one)
    scale = body.stature / REFERENCE_STATURE
    contacts = contacts_of(pose)
    pinned = _pinned(pose, contacts, before) if before else set()
    held = before.solution.state if before else start
    return Goal(
        angles=angles,
        slack=slack,
        contacts=contacts,
        pins=places(body, held, pinned),
        touches=touches_of(pose),
        heights={one: h * scale for mark, h in pose.height.items() for one in sided(mark)},
        surfaces=surfaces,
    )


def _slack(angle: str) -> float:
    region = angle.partition(".")[0]
    return {"lumbar": SEGMENT, "thoracic": THORAX}.get(region, AUTHORED)


def _pinned(pose: Pose, contacts: Mapping[str, str], before: KeyPose) -> set[str]:
    """What may not slide: what is kept by name, and every contact taken over but the sliding."""
    earlier = {} if pose.base else contacts_of(before.pose)
    shared = {mark for mark, surface in contacts.items() if earlier.get(mark) == surface}
    return {*_each(pose.keep), *shared} - {*_each(pose.slide)}


def contacts_of(pose: Pose) -> dict[str, str]:
    """Each landmark that touches a surface in this pose, with the surface's name."""
    named = {"floor": pose.floor, **pose.on}
    return {one: surface for surface, marks in named.items() for one in _each(marks)}


def touches_of(pose: Pose) -> tuple[Touch, ...]:
    """The pairs of landmarks that meet in this pose."""
    return tuple(
        Touch(a, b, gap) for first, second, gap in pose.touch for a, b in _pairs(first, second)
    )


def _each(marks: Iterable[str]) -> Iterator[str]:
    for mark in marks:
        yield from sided(mark)


def _pairs(first: str, second: str) -> Iterator[tuple[str, str]]:
    a, b = sided(first), sided(second)
    if len(a) == len(b):
        yield from zip(a, b, strict=True)
    else:
        yield from ((one, other) for one in a for other in b)
