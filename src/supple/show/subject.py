"""What stands before the camera: the posed skin, and the things of the scene, as one mesh."""

from functools import cache
from typing import NamedTuple

import numpy as np

from supple.body.figure import Body, Figure
from supple.body.skeleton import BONE_NAMES, SIDES
from supple.show.camera import Floats
from supple.show.raster import Ints

PARTS = (
    "trunk",
    "head",
    *(f"{side}.{part}" for side in SIDES for part in ("arm", "hand", "leg", "foot")),
    "prop",
)
PART = {name: number for number, name in enumerate(PARTS)}
_WORDS = {
    "arm": ("upperarm", "forearm", "shoulder.half", "elbow.half"),
    "hand": ("wrist", "wrist.half", "hand", "thumb", "index", "middle", "ring", "little"),
    "leg": ("thigh", "shank", "hip.half", "knee.half"),
    "foot": ("foot", "toes"),
    "head": ("head", "C3", "C6"),
}


class Subject(NamedTuple):
    """One mesh: `points` (n, 3) metres, `triangles` (m, 3), `weld` (n,) joining doubled points.

    `colour` (m,) numbers the surface of one colour that each triangle belongs to,
    `role` names the role of each colour; `part` (m,) indexes PARTS.
    """

    points: Floats
    triangles: Ints
    weld: Ints
    colour: Ints
    role: tuple[str, ...]
    part: Ints


def subject(body: Body, points: Floats) -> Subject:
    """The figure alone, its skin at `points` (n, 3)."""
    figure = body.figure
    return Subject(
        points=points,
        triangles=figure.triangles,
        weld=figure.weld,
        colour=figure.classes[figure.triangles[:, 0]],
        role=figure.class_names,
        part=triangle_parts(figure),
    )


def joined(first: Subject, second: Subject) -> Subject:
    """Both in one mesh."""
    return Subject(
        np.concatenate([first.points, second.points]),
        np.concatenate([first.triangles, second.triangles + len(first.points)]),
        np.concatenate([first.weld, second.weld + first.weld.max(initial=0) + 1]),
        np.concatenate([first.colour, second.colour + len(first.role)]),
        first.role + second.role,
        np.concatenate([first.part, second.part]),
    )


def triangle_parts(figure: Figure) -> Ints:
    """The part of the body that carries each triangle, (m,)."""
    share = np.zeros((len(figure.weights), len(PARTS)))
    part = bone_parts()[figure.bones]
    for slot in range(part.shape[1]):
        share[np.arange(len(share)), part[:, slot]] += figure.weights[:, slot]
    carried: Ints = share[figure.triangles].sum(axis=1).argmax(axis=1)
    return carried


@cache
def bone_parts() -> Ints:
    """The part that each bone carries, in the order of the bones."""
    return np.array([_part_of(name) for name in BONE_NAMES])


def _part_of(bone: str) -> int:
    stem, _, side = bone.rpartition(".")
    for part, words in _WORDS.items():
        if side in SIDES and stem.rstrip("123") in words:
            return PART[f"{side}.{part}"]
        if bone in words:
            return PART[part]
    return PART["trunk"]
