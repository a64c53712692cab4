"""The things of a scene beside a moving figure: one mesh that stands still, shaded for a screen."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from supple.body.figure import Body
from supple.body.state import MIRROR, State
from supple.exercise.poses import contacts_of
from supple.exercise.types import Pose, Surface
from supple.show.camera import Floats
from supple.show.held import held_still
from supple.show.props import props
from supple.show.raster import Ints
from supple.show.subject import joined

_SMOOTH = 0.6  # cosine of the angle between faces up to which an edge is shaded as round


class Things(NamedTuple):
    """A mesh ready to be drawn: `points` and unit `normals` (n, 3), `triangles` by role."""

    points: Floats
    normals: Floats
    triangles: Mapping[str, Ints]

    def mirrored(self) -> "Things":
        """The same with left and right exchanged, about the plane Z = 0."""
        turned = {role: corners[:, ::-1] for role, corners in self.triangles.items()}
        return Things(self.points * MIRROR, self.normals * MIRROR, turned)


def things_of(
    poses: Mapping[str, Pose],
    scene: Mapping[str, Surface],
    keys: Mapping[str, State],
    body: Body,
    shown: Iterable[str],
) -> Things | None:
    """What the `shown` poses rest on or hold still, besides the floor; None for nothing."""
    skins = {name: keys[name].skin(body) for name in shown if name in keys}
    resting: dict[str, list[Floats]] = {}
    for name, skin in skins.items():
        for mark, surface in contacts_of(poses[name]).items():
            place = skin[body.figure.marks[mark]].mean(axis=0)
            resting.setdefault(surface, []).append(place)
    used = {name: surface for name, surface in scene.items() if name in resting}
    hands = held_still(scene, body, skins.values())
    if not used and hands is None:
        return None
    every = np.concatenate(list(skins.values()))
    reach = np.stack([every.min(axis=0), every.max(axis=0)])
    mesh = props(used, {name: np.array(places) for name, places in resting.items()}, reach)
    mesh = hands if mesh is None else mesh if hands is None else joined(mesh, hands)
    if mesh is None:
        return None
    roles = np.array(mesh.role)[mesh.colour]
    return _shaded(mesh.points, mesh.triangles, roles)


def _shaded(points: Floats, triangles: Ints, roles: np.ndarray) -> Things:
    """A vertex for each point and mean normal of the faces that go on smoothly there."""
    a, b, c = points[triangles].transpose(1, 0, 2)
    across = np.cross(b - a, c - a)
    faces = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-12)
    meeting: dict[int, list[int]] = {}
    for number, corners in enumerate(triangles.tolist()):
        for corner in corners:
            meeting.setdefault(corner, []).append(number)
    normals = np.empty((len(triangles), 3, 3))
    for number, corners in enumerate(triangles.tolist()):
        for place, corner in enumerate(corners):
            around = faces[meeting[corner]]
            smooth = around[around @ faces[number] > _SMOOTH].sum(axis=0)
            normals[number, place] = smooth / np.linalg.norm(smooth)
    corners = np.concatenate([points[triangles], normals], axis=2).reshape(-1, 6)
    kept, numbers = np.unique(corners.round(4), axis=0, return_inverse=True)
    numbered = numbers.reshape(-1, 3)
    by_role = {role: numbered[roles == role] for role in dict.fromkeys(roles.tolist())}
    return Things(kept[:, :3], kept[:, 3:], by_role)
