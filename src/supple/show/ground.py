"""What lies under the body: the mat and the shadow on it."""

import numpy as np

from supple.show import curves
from supple.show.camera import Camera, Floats, Frame
from supple.show.fills import area_path
from supple.show.raster import rasterise
from supple.show.subject import Subject

MAT_WIDTH = 0.62
MAT_THICK = 0.012
_ROOM = 0.09
_CORNER = 0.05
_LOW = 0.30
_STANDS = 0.9  # a body that reaches higher than this stands or sits and needs a small mat


def mat_outline(points: Floats) -> Floats:
    """The rounded outline on the floor, (k, 3), that holds the low parts of points (…, 3).

    Of a body that stays clear of the floor, on a bed or a cycle, it is the lowest part.
    """
    flat = points.reshape(-1, 3)
    low = flat[flat[:, 1] < max(flat[:, 1].min(), 0.0) + _LOW]
    (left, _, back), (right, _, front) = low.min(axis=0) - _ROOM, low.max(axis=0) + _ROOM
    depth = max(front - back, MAT_WIDTH) / 2
    middle = (front + back) / 2
    return _rounded(left, right, middle - depth, middle + depth)


def _rounded(left: float, right: float, back: float, front: float) -> Floats:
    turn = np.radians(np.arange(0, 91, 15))
    corner = np.stack([np.cos(turn), np.sin(turn)], axis=1) * _CORNER
    x, z = corner.T
    quarters = [
        (right - _CORNER + x, front - _CORNER + z),
        (left + _CORNER - z, front - _CORNER + x),
        (left + _CORNER - x, back + _CORNER - z),
        (right - _CORNER + z, back + _CORNER - x),
    ]
    flat = np.concatenate([np.stack(q, axis=1) for q in quarters])
    return np.insert(flat, 1, 0.0, axis=1)


def mat_paths(outline: Floats, camera: Camera, frame: Frame) -> tuple[str, str]:
    """SVG path data of the mat's top, and of the same pushed down by its thickness."""
    top = frame.place(camera.view(outline))
    lower = outline - np.array([0, MAT_THICK, 0])
    edge = np.concatenate([top, frame.place(camera.view(lower))[::-1]])
    hull = edge[_hull(edge)]
    return curves.polyline(top, closed=True), curves.polyline(hull, closed=True)


def _hull(points: Floats) -> list[int]:
    """Numbers of the points around the outside (Andrew's monotone chain)."""
    order = np.lexsort((points[:, 1], points[:, 0])).tolist()
    around: list[int] = []
    for run in (order, order[::-1]):
        part: list[int] = []
        for number in run:
            while len(part) > 1 and _turns_right(points[[*part[-2:], number]]):
                part.pop()
            part.append(number)
        around += part[:-1]
    return around


def _turns_right(three: Floats) -> bool:
    (ax, ay), (bx, by), (cx, cy) = three
    return bool((bx - ax) * (cy - ay) - (by - ay) * (cx - ax) <= 0)


def shadow_path(subject: Subject, camera: Camera, frame: Frame) -> str:
    """SVG path data of the shadow that the low parts of the body cast straight down."""
    points = subject.points
    low = subject.triangles[points[subject.triangles, 1].min(axis=1) < _LOW]
    flat = frame.place(camera.view(points * np.array([1, 0, 1])))
    both = np.concatenate([low, low[:, ::-1]])
    half = (frame.height // 2 + 1, frame.width // 2 + 1)
    seen = rasterise(flat / 2, np.zeros(len(points)), both, half)
    return area_path(seen.body.repeat(2, 0).repeat(2, 1), sigma=9, tolerance=2.0, least=1500)
