"""Thin out a mesh where it is finer than anyone sees: half-edge collapse by quadric error.

After Garland and Heckbert (1997), but a vertex only ever moves onto a neighbour, so
that the vertices kept are vertices of the base mesh and fit every body.
"""

import heapq
from dataclasses import dataclass

import numpy as np

from tools.bake_figure.mesh import Flags, Floats, Ints, rim

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


def thinned(points: Floats, triangles: Ints, care: Floats, locked: Flags, limit: float) -> Ints:
    """Fewer triangles over the same vertices.

    `limit` is the error in metres up to which a vertex is dropped; `care` (n,)
    multiplies the error where the eye looks closely; `locked` vertices stay, and
    so do those of open edges.
    """
    locked = locked.copy()
    locked[rim(triangles)] = True
    corners: list[tuple[int, int, int]] = [(int(a), int(b), int(c)) for a, b, c in triangles]
    around: dict[int, set[int]] = {}
    for number, triangle in enumerate(corners):
        for corner in triangle:
            around.setdefault(corner, set()).add(number)
    surface = _Surface(points, corners, around)
    quadrics = _quadrics(points, triangles)
    queue: list[tuple[float, int, int]] = []
    for vertex in around:
        _offer(queue, surface, quadrics, care, locked, vertex)
    heapq.heapify(queue)
    while queue:
        cost, gone, onto = heapq.heappop(queue)
        if cost > limit:
            break
        _try(queue, surface, quadrics, care, locked, (cost, gone, onto))
    left = sorted(set().union(*surface.around.values()))
    return np.array([surface.corners[t] for t in left])


def _try(
    queue: list[tuple[float, int, int]],
    surface: _Surface,
    quadrics: Floats,
    care: Floats,
    locked: Flags,
    offer: tuple[float, int, int],
) -> None:
    cost, gone, onto = offer
    if gone not in surface.around or onto not in surface.around:
        return
    ring = surface.neighbours(gone)
    if onto not in ring or cost < _cost(surface, quadrics, care, gone, onto) - 1e-12:
        return
    shared = ring & surface.neighbours(onto)
    if len(shared) != 2 or surface.turns(gone, onto):  # noqa: PLR2004 - a closed fan shares two
        return
    quadrics[onto] += quadrics[gone]
    surface.collapse(gone, onto)
    for vertex in surface.neighbours(onto) | {onto}:
        _offer(queue, surface, quadrics, care, locked, vertex)


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


def _cost(surface: _Surface, quadrics: Floats, care: Floats, gone: int, onto: int) -> float:
    place = np.append(surface.points[onto], 1.0)
    error = place @ (quadrics[gone] + quadrics[onto]) @ place
    length = np.linalg.norm(surface.points[gone] - surface.points[onto])
    return float(care[gone] * (np.sqrt(max(error, 0.0)) + 0.02 * length))


def _offer(
    queue: list[tuple[float, int, int]],
    surface: _Surface,
    quadrics: Floats,
    care: Floats,
    locked: Flags,
    vertex: int,
) -> None:
    if locked[vertex]:
        return
    offers = [
        (_cost(surface, quadrics, care, vertex, other), vertex, other)
        for other in surface.neighbours(vertex)
    ]
    if offers:
        heapq.heappush(queue, min(offers))
