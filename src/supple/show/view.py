"""The right camera for an exercise: the side it names, or shows the face and what moves."""

from collections.abc import Mapping

import numpy as np

from supple.body.figure import Body
from supple.show.camera import Camera, Floats, frame_around
from supple.show.raster import rasterise
from supple.show.subject import PART, triangle_parts

_COARSE = 360
_LYING, _UPRIGHT = 9.0, 7.0
_UPRIGHT_POSTURES = ("standing", "sitting", "kneeling")
_SIDEWAYS = 1.6  # how much more a movement goes sideways than forward to be seen from the front
# What each named side is seen from: 0 the working (right) side, 90 squarely in front. A body
# seen squarely from the front or back is flat, so those views stand a little to the right.
_YAWS = {"right": 0, "front-right": 36, "front": 72, "left": 180, "back": -72, "back-right": -36}
_BETTER = 1.25  # how much more of the head the far side shows to be worth changing to


def best_camera(body: Body, posture: str, skins: Mapping[str, Floats], widest: str) -> Camera:
    """The view of an exercise, from its posture and the pose `widest` from the others.

    Movement to the side is seen from the front; all else from the working (right)
    side, unless an arm hides the head there and not from the left.
    """
    if posture in ("standing", "sitting") and _goes_sideways(skins):
        return camera_at("front", posture)
    near, far = camera_at("right", posture), camera_at("left", posture)
    shown = [_head_shown(body, skins[widest], camera) for camera in (near, far)]
    return far if shown[1] > _BETTER * shown[0] else near


def camera_at(side: str, posture: str) -> Camera:
    """The view from a side that an exercise names. Raises KeyError for another word."""
    return Camera(_YAWS[side], _UPRIGHT if posture in _UPRIGHT_POSTURES else _LYING)


def _goes_sideways(skins: Mapping[str, Floats]) -> bool:
    points = np.stack(list(skins.values()))
    way = np.ptp(points, axis=0).max(axis=0)
    return bool(way[2] > _SIDEWAYS * max(way[0], way[1]))


def _head_shown(body: Body, points: Floats, camera: Camera) -> int:
    """Pixels of the head in a coarse picture."""
    viewed = camera.view(points)
    frame = frame_around(viewed, width=_COARSE, margin=0.0)
    size = (frame.height, frame.width)
    seen = rasterise(frame.place(viewed), viewed[:, 2] * frame.scale, body.figure.triangles, size)
    part = triangle_parts(body.figure)[seen.triangle[seen.body]]
    return int((part == PART["head"]).sum())
