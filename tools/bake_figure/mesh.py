"""Cut and refine a triangle mesh so that the same cuts fit every body.

A cut is worked out once, on one reference body, and kept as a recipe: each new
vertex lies a known way along an edge. Following the recipe on another body of
the same base mesh gives the same triangles with that body's shape.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Split:
    """New vertices: `share` of the way from `start` to `end`, and the triangles before.

    `curved` new vertices follow the curvature of the surface instead of the chord.
    """

    start: Ints
    end: Ints
    share: Floats
    triangles: Ints
    curved: bool


@dataclass
class Mesh:
    """Triangles over the vertices of a base mesh and of the recorded splits."""

    points: Floats
    triangles: Ints
    splits: list[Split] = field(default_factory=list)
    levels: dict[str, Floats] = field(default_factory=dict)

    def cut(self, name: str, level: Floats) -> None:
        """Cut along `level` = 0 (a value per vertex), and remember the level by `name`."""
        self.levels[name] = level
        edges, inverse = _edges(self.triangles)
        low, high = level[edges[:, 0]], level[edges[:, 1]]
        crossed = (low > 0) != (high > 0)
        share = np.zeros(len(edges))
        share[crossed] = low[crossed] / (low - high)[crossed]
        self._divide(edges, inverse, crossed, share, curved=False)

    def above(self, name: str) -> Flags:
        """True for the triangles that lie above a level that was cut."""
        corner = self.levels[name][self.triangles]
        strongest = np.abs(corner).argmax(axis=1)
        above: Flags = corner[np.arange(len(corner)), strongest] > 0
        return above

    def keep(self, where: Flags) -> None:
        """Drop the triangles that are not in `where`; vertices keep their numbers."""
        self.triangles = self.triangles[where]

    def refine(self, where: Flags, longest: float) -> None:
        """Halve the edges longer than `longest` metres whose two ends are in `where`."""
        edges, inverse = _edges(self.triangles)
        length = np.linalg.norm(np.subtract(*self.points[edges.T]), axis=1)
        marked = where[edges].all(axis=1) & (length > longest)
        self._divide(edges, inverse, marked, np.full(len(edges), 0.5), curved=True)

    def grown(self, values: Floats) -> Floats:
        """Values of the base vertices (n, …) carried on to the new ones, linearly."""
        for split in self.splits:
            values = _carried(values, split)
        return values

    def since(self, values: Floats) -> Floats:
        """Values known for the first vertices only, carried on to those made after them."""
        total = len(self.points) - sum(len(split.start) for split in self.splits)
        for split in self.splits:
            if total >= len(values):
                values = _carried(values, split)
            total += len(split.start)
        return values

    def shaped(self, base: Floats) -> Floats:
        """The recipe followed on another body's base vertices: all vertices, (n, 3)."""
        points = base
        for split in self.splits:
            points = np.concatenate([points, _between(points, split)])
        return points

    def _divide(
        self, edges: Ints, inverse: Ints, marked: Flags, share: Floats, *, curved: bool
    ) -> None:
        new = np.full(len(edges), -1)
        new[marked] = len(self.points) + np.arange(marked.sum())
        split = Split(
            edges[marked, 0], edges[marked, 1], share[marked], self.triangles.copy(), curved
        )
        self.points = np.concatenate([self.points, _between(self.points, split)])
        self.levels = {name: _carried(level, split) for name, level in self.levels.items()}
        self.splits.append(split)
        self.triangles = _subdivided(self.triangles, new[inverse].reshape(-1, 3))


def _edges(triangles: Ints) -> tuple[Ints, Ints]:
    """Undirected edges (n, 2) and, per triangle, the edge after each corner (flat)."""
    directed = np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2).reshape(-1, 2)
    edges, inverse = np.unique(np.sort(directed, axis=1), axis=0, return_inverse=True)
    return edges, inverse.reshape(-1)


def _carried(values: Floats, split: Split) -> Floats:
    share = split.share.reshape(-1, *[1] * (values.ndim - 1))
    new = values[split.start] * (1 - share) + values[split.end] * share
    return np.concatenate([values, new])


def _between(points: Floats, split: Split) -> Floats:
    start, end = points[split.start], points[split.end]
    new: Floats = start + split.share[:, None] * (end - start)
    if split.curved:
        # The midpoint of a cubic whose end tangents lie in the surface (PN triangles).
        normal = normals(points, split.triangles)
        chord = end - start
        lift = np.einsum("ij,ij->i", chord, normal[split.end])[:, None] * normal[split.end]
        lift -= np.einsum("ij,ij->i", chord, normal[split.start])[:, None] * normal[split.start]
        new = new + lift / 8
    return new


def _subdivided(triangles: Ints, middle: Ints) -> Ints:
    """Triangles divided at the new vertices on their edges (`middle`, -1 for none)."""
    count = (middle >= 0).sum(axis=1)
    pieces = [triangles[count == 0]]
    for turn in range(3):
        a, b, c = np.roll(triangles, -turn, axis=1).T
        ab, bc, ca = np.roll(middle, -turn, axis=1).T
        one = (count == 1) & (ab >= 0)
        pieces += _picked(one, (a, ab, c), (ab, b, c))
        two = (count == 2) & (ca < 0)  # noqa: PLR2004 - edges ab and bc are divided
        pieces += _picked(two, (ab, b, bc), (a, ab, bc), (a, bc, c))
        three = (count == 3) & (turn == 0)  # noqa: PLR2004
        pieces += _picked(three, (a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))
    return np.concatenate(pieces)


def _picked(where: Flags, *corners: tuple[Ints, Ints, Ints]) -> list[Ints]:
    return [np.stack(corner, axis=1)[where] for corner in corners]


def normals(points: Floats, triangles: Ints) -> Floats:
    """Unit normals at the vertices, weighted by area, (n, 3); zero where there is no triangle."""
    a, b, c = points[triangles.T]
    face = np.cross(b - a, c - a)
    total = np.zeros_like(points)
    for corner in range(3):
        np.add.at(total, triangles[:, corner], face)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    unit: Floats = total / np.where(length > 0, length, 1)
    return unit


def rim(triangles: Ints) -> Ints:
    """Directed boundary edges (n, 2) of a set of triangles."""
    directed = np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2).reshape(-1, 2)
    _, inverse, count = np.unique(
        np.sort(directed, axis=1), axis=0, return_inverse=True, return_counts=True
    )
    return np.asarray(directed[count[inverse.reshape(-1)] == 1])
