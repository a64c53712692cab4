"""Shapes drawn over the figure: arrows that grow towards their head, and the line of the spine."""

import numpy as np

from supple.show import curves
from supple.show.camera import Floats

TAIL, NECK, HEAD = 9.0, 22.0, 60.0
_HEAD_LONG = 88.0
_TOLERANCE = 1.5
_STEP = 6.0  # units
_FEWEST = 4  # points a shaft keeps


def arrow_path(points: Floats) -> str:
    """SVG path data of a tapered arrow along points (k, 2)."""
    line = _even(points)
    size = min(1.0, _length(line) / (2.2 * _HEAD_LONG))
    shaft = _without_end(line, _HEAD_LONG * size)
    normal = _normals(shaft)
    half = np.linspace(TAIL, NECK, len(shaft))[:, None] * size / 2
    left, right = shaft + normal * half, shaft - normal * half
    wing = normal[-1] * HEAD * size / 2
    base, tip = shaft[-1], line[-1]
    head = np.array([base + wing, tip, base - wing])
    sides = [curves.fit(side, _TOLERANCE) for side in (left, right[::-1])]
    return (
        curves.path(sides[0])
        + "L"
        + curves.points_text(head)
        + "L"
        + curves.path(sides[1]).removeprefix("M")
        + "z"
    )


def line_path(points: Floats) -> str:
    """SVG path data of a smooth open line through points (k, 2)."""
    return curves.path(curves.fit(_even(_splined(points)), _TOLERANCE))


def dots_path(points: Floats, radius: float) -> str:
    """SVG path data of a dot at each of points (k, 2)."""
    return "".join(circle_path(point, radius) for point in points)


def circle_path(middle: Floats, radius: float) -> str:
    """SVG path data of a circle."""
    x, y, r = (round(float(value)) for value in (*middle, radius))
    return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0-{2 * r} 0z"


def _even(points: Floats) -> Floats:
    """The same line with a point every few units."""
    return curves.evenly(points, max(8, int(_length(points) / _STEP)))


def _splined(points: Floats) -> Floats:
    """Catmull and Rom's curve through points (k, 2)."""
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    a, b, c, d = (padded[k : len(padded) - 3 + k, None, :] for k in range(4))
    t = np.linspace(0, 1, 8, endpoint=False)[None, :, None]
    curve = (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    return np.concatenate([curve.reshape(-1, 2) / 2, points[-1:]])


def _length(line: Floats) -> float:
    return float(curves.distances(line)[-1])


def _without_end(line: Floats, cut: float) -> Floats:
    along = curves.distances(line)
    kept = line[along[-1] - along >= cut]
    return kept if len(kept) >= _FEWEST else line[:_FEWEST]


def _normals(line: Floats) -> Floats:
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    across: Floats = along @ np.array([[0.0, 1.0], [-1.0, 0.0]])
    return across
