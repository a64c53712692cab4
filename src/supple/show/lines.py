"""From the sides of pixels to the pen strokes of a drawing."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from supple.show import curves
from supple.show.edges import Kind, Mesh, find_sides
from supple.show.raster import Flags, Floats, Seen
from supple.show.strokes import Chain, chains, smooth

PEN = {Kind.OUTLINE: 9, Kind.FOLD: 7, Kind.DETAIL: 5, Kind.SEAM: 4}
# Shorter strokes say nothing and look like dirt; lengths in pixels.
_LEAST = {Kind.OUTLINE: 60, Kind.FOLD: 64, Kind.DETAIL: 26, Kind.SEAM: 40}
_SIGMA = {Kind.OUTLINE: 4.0, Kind.FOLD: 4.0, Kind.DETAIL: 3.0, Kind.SEAM: 4.0}
_TOLERANCE = 1.0
# A stroke this close beside a bolder one, for this long, would only double it.
_BESIDE = 11
_ALONG = 34


def line_paths(seen: Seen, mesh: Mesh) -> dict[Kind, str]:
    """SVG path data of all strokes of each kind."""
    found = chains(find_sides(seen, mesh), seen.triangle.shape[1])
    paths = dict.fromkeys(Kind, "")
    for chain in undoubled(_smoothed(found), seen.triangle.shape):
        if chain.length >= _LEAST[Kind(chain.kind)]:
            fitted = curves.fit(chain.points, _TOLERANCE, closed=chain.closed)
            paths[Kind(chain.kind)] += curves.path(fitted, closed=chain.closed)
    return {kind: path for kind, path in paths.items() if path}


def _smoothed(found: Iterable[Chain]) -> list[Chain]:
    return [smooth(chain, _SIGMA[Kind(chain.kind)]) for chain in found]


def undoubled(found: list[Chain], size: tuple[int, int]) -> list[Chain]:
    """The chains without the stretches that run close beside a bolder or longer one."""
    taken = np.zeros(size, dtype=bool)
    kept: list[Chain] = []
    for chain in sorted(found, key=lambda c: (c.kind, -c.length)):
        parts = _free_parts(chain, _on(chain.points, taken))
        for part in parts:
            _mark(part.points, taken)
        kept += parts
    return kept


def _on(points: Floats, taken: Flags) -> Flags:
    row, column = _cells(points, taken.shape)
    found: Flags = taken[row, column]
    return found


def _cells(points: Floats, size: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    column, row = points.astype(int).T
    return np.clip(row, 0, size[0] - 1), np.clip(column, 0, size[1] - 1)


def _mark(points: Floats, taken: Flags) -> None:
    """Mark all cells within reach of a line."""
    reach = range(-_BESIDE, _BESIDE + 1, 2)
    disc = np.array([(x, y) for x in reach for y in reach if x * x + y * y <= _BESIDE**2])
    row, column = _cells((points[:, None] + disc).reshape(-1, 2), taken.shape)
    taken[row, column] = True


def _free_parts(chain: Chain, doubled: Flags) -> list[Chain]:
    """What is left of a chain when long doubled stretches are cut out."""
    edges = np.flatnonzero(np.diff(doubled.astype(int))) + 1
    bounds = [0, *edges.tolist(), len(doubled)]
    cut = np.zeros(len(doubled), dtype=bool)
    for a, b in pairwise(bounds):
        cut[a:b] = doubled[a] and b - a > _ALONG
    if not cut.any():
        return [chain]
    edges = np.flatnonzero(np.diff(cut.astype(int))) + 1
    bounds = [0, *edges.tolist(), len(cut)]
    return [
        Chain(chain.points[a:b], chain.kind, closed=False)
        for a, b in pairwise(bounds)
        if not cut[a] and b - a > 1
    ]
