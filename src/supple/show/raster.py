"""A z-buffer in numpy: which triangle is seen at each pixel, and how near it is."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NOTHING = -1
_CHUNK = 1 << 16
_DEPTH_STEPS = 1 << 30
_FLAT = 1e-9  # square pixels: a triangle seen edge-on


class Seen(NamedTuple):
    """What each pixel shows; arrays of (height, width).

    `triangle` is NOTHING where there is only background; `depth` is towards the
    viewer in the unit of the depths given, -inf for background.
    """

    triangle: Ints
    depth: Floats

    @property
    def body(self) -> Flags:
        """Pixels that show anything at all."""
        hit: Flags = self.triangle != NOTHING
        return hit


def rasterise(sheet: Floats, depth: Floats, triangles: Ints, size: tuple[int, int]) -> Seen:
    """See front-facing triangles (m, 3) of points `sheet` (n, 2).

    `size` is (height, width) in pixels; pixel centres lie at halves. `depth` (n,) grows
    towards the viewer.
    """
    fronts = np.flatnonzero(twice_area(sheet, triangles) > _FLAT)
    corners = np.concatenate([sheet, depth[:, None]], axis=1)[triangles[fronts]]
    near, far = depth.max(), depth.min()
    step = max(near - far, 1e-9) / _DEPTH_STEPS
    keys = np.full(size[0] * size[1], NOTHING, dtype=np.int64)
    for chosen, pixel, z in _fragments(corners, size):
        rank = np.clip((z - far) / step, 0, _DEPTH_STEPS).astype(np.int64)
        np.maximum.at(keys, pixel, (rank << 32) | fronts[chosen])
    hit = keys != NOTHING
    triangle = np.where(hit, keys & 0xFFFFFFFF, NOTHING)
    seen_depth = np.where(hit, far + (keys >> 32) * step, -np.inf)
    return Seen(triangle.reshape(size), seen_depth.reshape(size))


def twice_area(sheet: Floats, triangles: Ints) -> Floats:
    """Signed double area of each triangle, positive where it faces the viewer (y runs down)."""
    a, b, c = sheet[triangles.T]
    ab, ac = b - a, c - a
    area: Floats = ab[:, 1] * ac[:, 0] - ab[:, 0] * ac[:, 1]
    return area


def slopes(corners: Floats) -> Floats:
    """Depth gained for a pixel to the right and a pixel down, (m, 2), on triangles (m, 3, 3)."""
    ab, ac = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]
    area = np.where(np.abs(area) > _FLAT, area, np.inf)
    right = (ab[:, 2] * ac[:, 1] - ac[:, 2] * ab[:, 1]) / area
    down = (ac[:, 2] * ab[:, 0] - ab[:, 2] * ac[:, 0]) / area
    return np.stack([right, down], axis=1)


def _fragments(corners: Floats, size: tuple[int, int]) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Triangle, pixel and depth of each pixel that triangles (m, 3, 3) cover, in batches."""
    height, width = size
    low = np.floor(corners[..., :2].min(axis=1)).astype(np.int64)
    extent = (np.ceil(corners[..., :2].max(axis=1)).astype(np.int64) - low).max(axis=1)
    edges, rise = _edges(corners), slopes(corners)
    left, side = np.arange(len(corners)), 4
    while len(left):
        small = extent[left] <= side
        batch, left = left[small], left[~small]
        down, across = np.divmod(np.arange(side * side), side)
        for part in np.array_split(batch, max(1, len(batch) * side * side // _CHUNK)):
            x, y = low[part, 0, None] + across, low[part, 1, None] + down
            inside = _inside(edges[part], x.astype(float), y.astype(float))
            inside &= (x >= 0) & (x < width) & (y >= 0) & (y < height)
            cell = np.flatnonzero(inside)
            column, row, triangle = x.flat[cell], y.flat[cell], part[cell // side**2]
            first = corners[triangle, 0]
            z = first[:, 2] + rise[triangle, 0] * (column + 0.5 - first[:, 0])
            z += rise[triangle, 1] * (row + 0.5 - first[:, 1])
            yield triangle, row * width + column, z
        side *= 2


def _inside(edges: Floats, x: Floats, y: Floats) -> Flags:
    """Which places (m, k) lie within the three edges of each triangle (m, 3, 3)."""
    inside = np.ones(x.shape, dtype=bool)
    off = np.empty_like(x)
    for turn, fall, shift in edges.transpose(1, 2, 0)[..., None]:
        np.multiply(turn, x, out=off)
        off += fall * y
        off += shift
        inside &= off >= 0
    return inside


def _edges(corners: Floats) -> Floats:
    """A line for each side of each triangle (m, 3, 3), positive at inner pixel centres."""
    start = corners[..., :2]
    along = np.roll(start, -1, axis=1) - start
    turn, fall = along[..., 1], -along[..., 0]
    shift = turn * (0.5 - start[..., 0]) + fall * (0.5 - start[..., 1])
    return np.stack([turn, fall, shift + 1e-9], axis=-1)
