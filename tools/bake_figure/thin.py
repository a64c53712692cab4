"""Thin out a mesh where it is finer than anyone sees: half-edge collapse by quadric error.

After Garland and Heckbert (1997), but a vertex only ever moves onto a neighbour, so
that the vertices kept are vertices of the base mesh and fit every body.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np

from tools.bake_figure.mesh import Flags, Floats, Ints, rim

ROUNDING = 1e-12
SHORTER = 0.02  # a little of the edge's length is added, so that short edges go first
STRAIGHT = 0.25  # cosine: a collapse may not turn a triangle further than this


@dataclass
class _Surface:
    """Triangles as a set per vertex, kept up to date while vertices disappear."""

    points: Floats
    corners: list[tuple[int, int, int]]
    around: dict[int, set[int]]

    def neighbours(self, vertex: int) -> set[int]:
        """The vertices that share a triangle with `vertex`."""
        return {c for t in self.around[vertex] for c in self.corners[t]} - {vertex}

    def normal(self, corners: tuple[int, int, int]) -> Floats:
        """The triangle's normal, as long as twice its area."""
        a, b, c = self.points[list(corners)]
        return np.cross(b - a, c - a)

    def turns(self, gone: int, onto: int) -> bool:
        """True if moving `gone` onto its neighbour folds or flattens a triangle."""
        for t in self.around[gone]:
            old = self.corners[t]
            if onto in old:
                continue
            before = self.normal(old)
            after = self.normal(_replaced(old, gone, onto))
            limit = STRAIGHT * np.linalg.norm(before) * np.linalg.norm(after)
            if before @ after <= limit:
                return True
        return False

    def collapse(self, gone: int, onto: int) -> None:
        """Move `gone` onto its neighbour `onto`."""
        for t in list(self.around.pop(gone)):
            old = self.corners[t]
            if onto in old:
                for corner in set(old) - {gone}:
                    self.around[corner].discard(t)
            else:
                self.corners[t] = _replaced(old, gone, onto)
                self.around[onto].add(t)


def _replaced(corners: tuple[int, int, int], gone: int, onto: int) -> tuple[int, int, int]:
    a, b, c = (onto if corner == gone else corner for corner in corners)
    return a, b, c


def thinned(points: Floats, triangles: Ints, care: Floats, limit: float) -> Ints:
    """Fewer triangles over the same vertices.

    `limit` is the error in metres up to which a vertex is dropped; `care` (n,)
    multiplies the error where the eye looks closely. Open edges stay.
    """
    locked = np.zeros(len(points), dtype=bool)
    locked[rim(triangles)] = True
    corners: list[tuple[int, int, int]] = [(int(a), int(b), int(c)) for a, b, c in triangles]
    around: dict[int, set[int]] = {}
    for number, triangle in enumerate(corners):
        for corner in triangle:
            around.setdefault(corner, set()).add(number)
    surface = _Surface(points, corners, around)
    _Thinning(surface, _quadrics(points, triangles), care, locked).run(limit)
    left = sorted(set().union(*surface.around.values()))
    return np.array([surface.corners[t] for t in left])


@dataclass
class _Thinning:
    """The queue of collapses, cheapest first."""

    surface: _Surface
    quadrics: Floats
    care: Floats
    locked: Flags
    queue: list[tuple[float, int, int]] = field(default_factory=list)

    def run(self, limit: float) -> None:
        """Collapse until the next one would cost more than `limit`."""
        for vertex in self.surface.around:
            self._offer(vertex)
        while self.queue and self.queue[0][0] <= limit:
            self._collapse(*heapq.heappop(self.queue))

    def _collapse(self, cost: float, gone: int, onto: int) -> None:
        """Do a collapse unless it is out of date or would spoil the surface."""
        surface = self.surface
        if gone not in surface.around or onto not in surface.around:
            return
        ring = surface.neighbours(gone)
        if onto not in ring or cost < self._cost(gone, onto) - ROUNDING:
            return
        shared = ring & surface.neighbours(onto)
        if len(shared) != 2 or surface.turns(gone, onto):  # noqa: PLR2004 - a closed fan shares two
            return
        self.quadrics[onto] += self.quadrics[gone]
        surface.collapse(gone, onto)
        for vertex in surface.neighbours(onto) | {onto}:
            self._offer(vertex)

    def _cost(self, gone: int, onto: int) -> float:
        place = np.append(self.surface.points[onto], 1.0)
        error = place @ (self.quadrics[gone] + self.quadrics[onto]) @ place
        length = np.linalg.norm(self.surface.points[gone] - self.surface.points[onto])
        return float(self.care[gone] * (np.sqrt(max(error, 0.0)) + SHORTER * length))

    def _offer(self, vertex: int) -> None:
        if self.locked[vertex]:
            return
        offers = [
            (self._cost(vertex, other), vertex, other) for other in self.surface.neighbours(vertex)
        ]
        if offers:
            heapq.heappush(self.queue, min(offers))


def _quadrics(points: Floats, triangles: Ints) -> Floats:
    """Sum of squared distances to the planes around each vertex, (n, 4, 4)."""
    a, b, c = points[triangles.T]
    normal = np.cross(b - a, c - a)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-15)
    plane = np.concatenate([normal, -np.einsum("ij,ij->i", normal, a)[:, None]], axis=1)
    outer = plane[:, :, None] * plane[:, None, :]
    total = np.zeros((len(points), 4, 4))
    for corner in triangles.T:
        np.add.at(total, corner, outer)
    return total
