"""Things that hands or feet hold: a stick, a strap, a band, a light weight, as simple shapes.

They follow the skin that holds them, so that each pose has its own. A stage that
has them is an `Equipped` one; beside the moving figure only those are drawn that
its poses hold still.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from supple.body.figure import Body
from supple.exercise.poses import REFERENCE_STATURE, sided
from supple.exercise.types import Exercise, Surface
from supple.problem import Problem
from supple.show.camera import Floats
from supple.show.props import subject_of
from supple.show.stage import Stage, set_stage
from supple.show.subject import Subject, joined

_THICK = {"stick": 0.013, "strap": 0.009, "band": 0.008}  # metres, half across
_POST = 0.025
_BEYOND = 0.3  # metres a stick goes on past the hands
_STILL = 0.03  # metres
_AROUND = 12
_PALM = 0.018  # metres from the skin of the palm to the middle of what it holds


@dataclass(frozen=True)
class Equipped(Stage):
    """A stage on which the figure holds things."""

    def things(self, pose: str) -> Subject | None:
        """The furniture of the scene, and what this pose holds, as one mesh."""
        furniture = super().things(pose)
        hands = held(self.exercise.scene, self.body, self.skins[pose])
        if furniture is None or hands is None:
            return furniture or hands
        return joined(furniture, hands)


def equipped(exercise: Exercise, body: str) -> Equipped | Problem:
    """The stage of an exercise with what is held, or a Problem that names a missing file."""
    stage = set_stage(exercise, body)
    return stage if isinstance(stage, Problem) else Equipped(stage.exercise, stage.body, stage.clip)


def held(scene: Mapping[str, Surface], body: Body, skin: Floats) -> Subject | None:
    """What is held in one pose with its skin at (n, 3), as one mesh; None for empty hands."""
    made: Subject | None = None
    for surface in scene.values():
        if surface.held:
            one = _thing(surface, body, _places(surface, body, skin))
            made = one if made is None else joined(made, one)
    return made


def held_still(scene: Mapping[str, Surface], body: Body, skins: Iterable[Floats]) -> Subject | None:
    """What stays in its place over all poses, which is drawn once for a whole movement."""
    every = list(skins)
    still = {
        name: surface
        for name, surface in scene.items()
        if surface.held and every
        and np.ptp([_places(surface, body, skin) for skin in every], axis=0).max() < _STILL
    }  # fmt: skip
    return held(still, body, every[0]) if still else None


def _places(surface: Surface, body: Body, skin: Floats) -> Floats:
    """The middle of what holds it, a little above the skin, in order (k, 3)."""
    normals = body.normals(skin)
    found = []
    for mark in (one for name in surface.held for one in sided(name)):
        patch = body.figure.marks[mark]
        off = normals[patch].mean(axis=0)
        found.append(skin[patch].mean(axis=0) + _PALM * off / np.linalg.norm(off))
    return np.array(found)


def _thing(surface: Surface, body: Body, places: Floats) -> Subject:
    if surface.prop == "weight":
        return _weight(places.mean(axis=0))
    if surface.prop == "stick":
        along = _unit(places[-1] - places[0])
        places = np.array([places[0] - _BEYOND * along, places[-1] + _BEYOND * along])
    if surface.anchor:
        fixed = np.array(surface.anchor) * (body.stature / REFERENCE_STATURE)
        places = np.vstack([places, fixed])
        return joined(_post(fixed), _cord(surface, places))
    return _cord(surface, places)


def _cord(surface: Surface, places: Floats) -> Subject:
    return tube(places, np.full(len(places), _THICK.get(surface.prop, _THICK["strap"])))


def _post(fixed: Floats) -> Subject:
    """What a band's end is fast to."""
    foot, top = fixed * np.array([1.0, 0.0, 1.0]), fixed + np.array([0.0, 0.3, 0.0])
    return tube(np.array([foot, top]), np.full(2, _POST))


def _weight(middle: Floats) -> Subject:
    """A dumbbell that points ahead."""
    along = np.array([-0.11, -0.05, -0.05, 0.05, 0.05, 0.11])
    radius = np.array([0.042, 0.042, 0.014, 0.014, 0.042, 0.042])
    return tube(middle + along[:, None] * np.array([1.0, 0.0, 0.0]), radius)


def tube(path: Floats, radius: Floats) -> Subject:
    """A round tube along a path (k, 3) with its radius (k,) at each point, closed at both ends."""
    turn = np.linspace(0, 2 * np.pi, _AROUND + 1)[:-1, None]
    along = _unit(path[-1] - path[0]) if len(path) < 3 else None  # noqa: PLR2004 - a line
    rings = []
    for k, (point, thick) in enumerate(zip(path, radius, strict=True)):
        way = _way(path, k) if along is None else along
        side = _unit(np.cross(way, [0.31, 0.87, 0.39]))
        rings.append(point + thick * (np.cos(turn) * side + np.sin(turn) * np.cross(way, side)))
    points = np.concatenate([*rings, path[:1], path[-1:]])
    triangles = _walls(len(path))
    return subject_of(points, triangles, np.zeros(len(triangles), int), ("prop",))


def _way(path: Floats, k: int) -> Floats:
    """The direction of a path at one of its points."""
    return _unit(path[min(k + 1, len(path) - 1)] - path[max(k - 1, 0)])


def _walls(rings: int) -> np.ndarray:
    """The triangles of a tube of so many rings, all facing outwards."""
    ring, place = np.divmod(np.arange((rings - 1) * _AROUND), _AROUND)
    a, b = ring * _AROUND + place, ring * _AROUND + (place + 1) % _AROUND
    walls = [np.stack([a, b, b + _AROUND], 1), np.stack([a, b + _AROUND, a + _AROUND], 1)]
    one = np.arange(_AROUND)
    other, last = (one + 1) % _AROUND, (rings - 1) * _AROUND
    first_cap = np.stack([np.full(_AROUND, rings * _AROUND), other, one], 1)
    last_cap = np.stack([np.full(_AROUND, rings * _AROUND + 1), last + one, last + other], 1)
    return np.concatenate([*walls, first_cap, last_cap])


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))
