"""Walls on every side of a body: the planes of a scene, and poses solved among them."""

from collections.abc import Mapping

from supple.body.figure import Body
from supple.body.goal import Plane
from supple.exercise import poses as solving
from supple.exercise.poses import KeyPose
from supple.exercise.types import Pose, Surface
from supple.problem import Problem

BESIDE = "wall-beside"
WALLS = ("wall", BESIDE)


def planes(scene: Mapping[str, Surface]) -> dict[str, Plane]:
    """The scene's surfaces by name, with the floor.

    `wall` stands in front, or behind where its distance is negative;
    `wall-beside` on the working side, or on the other where it is negative.
    """
    found = solving.planes(scene)
    for name in (name for name in WALLS if name in scene):
        found[name] = _wall(scene[name].distance, across=name == BESIDE)
    return found


def _wall(distance: float, *, across: bool) -> Plane:
    inward = 1.0 if distance < 0 else -1.0
    normal = (0.0, 0.0, inward) if across else (inward, 0.0, 0.0)
    return Plane(normal, inward * distance, solid=True)


def solved(
    poses: Mapping[str, Pose], scene: Mapping[str, Surface], body: Body, file: str
) -> tuple[dict[str, KeyPose], tuple[Problem, ...]]:
    """Every pose that can be solved among the walls, and what stands in others' way."""
    state = solving._Solving(poses, planes(scene), body, file)  # noqa: SLF001 - see below
    # The solver's own module only knows a wall in front, and every baked clip carries that
    # module's hash: the walls are added around it, so that no clip has to be baked again.
    problems = [problem for name in poses for problem in state.solve(name)]
    return {name: state.found[name] for name in poses if name in state.found}, tuple(problems)
