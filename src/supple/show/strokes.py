"""Pixel sides → chains → smooth lines."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from supple.show.edges import Sides
from supple.show.raster import Floats, Ints

_LOOK = 7
_STRAIGHT = -0.2  # cosine between two headings away from a corner
_ANY_TURN = 2.0


class Chain(NamedTuple):
    """A line: points (k, 2) as x, y in pixels; a closed one does not repeat its first point.

    `kind` is the most frequent kind of its sides.
    """

    points: Floats
    kind: int
    closed: bool

    @property
    def length(self) -> float:
        """Pixels along the line."""
        ends = np.roll(self.points, -1, axis=0) if self.closed else self.points[1:]
        return float(np.linalg.norm(ends - self.points[: len(ends)], axis=1).sum())


def chains(sides: Sides, width: int) -> list[Chain]:
    """Follow the sides of a picture `width` pixels wide into chains.

    Where lines meet, the two that run straightest into each other become one.
    """
    return _followed(sides, width, _STRAIGHT)


def rings(sides: Sides, width: int) -> list[Chain]:
    """Follow the sides around areas into closed chains; where areas touch, all ends are paired."""
    return [chain for chain in _followed(sides, width, _ANY_TURN) if chain.closed]


def _followed(sides: Sides, width: int, straight: float) -> list[Chain]:
    return [
        Chain(_corners(np.array(line), width), kind, closed)
        for line, kind, closed in _joined(sides, width, straight)
    ]


def smooth(chain: Chain, sigma: float) -> Chain:
    """The chain under a Gaussian of `sigma` pixels; the ends of an open one stay in place."""
    reach = int(3 * sigma)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    padded = _padded(chain, reach)
    points = np.stack([np.convolve(padded[:, k], kernel, "valid") for k in (0, 1)], axis=1)
    return chain._replace(points=points)


def _padded(chain: Chain, reach: int) -> Floats:
    points = chain.points
    if chain.closed:
        return np.take(points, np.arange(-reach, len(points) + reach), axis=0, mode="wrap")
    steps = np.minimum(np.arange(1, reach + 1), len(points) - 1)
    before = 2 * points[0] - points[steps[::-1]]
    after = 2 * points[-1] - points[-1 - steps]
    return np.concatenate([before, points, after])


def _corners(nodes: Ints, width: int) -> Floats:
    y, x = np.divmod(nodes, width + 1)
    return np.stack([x, y], axis=1).astype(float)


class _Graph:
    """Sides by corner; walked sides are struck off."""

    def __init__(self, sides: Sides) -> None:
        self.kind = sides.kind.tolist()
        self.ends = list(zip(sides.start.tolist(), sides.end.tolist(), strict=True))
        self.at: dict[int, list[int]] = {}
        for number, (a, b) in enumerate(self.ends):
            self.at.setdefault(a, []).append(number)
            self.at.setdefault(b, []).append(number)
        self.free = [True] * len(self.ends)

    def walk(self, node: int, side: int) -> tuple[list[int], list[int]]:
        """Corners and sides from `node` along `side` up to the next corner where lines meet."""
        nodes, taken = [node], []
        while True:
            self.free[side] = False
            taken.append(side)
            a, b = self.ends[side]
            node = b if node == a else a
            nodes.append(node)
            onward = [s for s in self.at[node] if self.free[s]]
            if len(self.at[node]) != 2 or not onward:  # noqa: PLR2004 - a plain corner has two
                return nodes, taken
            side = onward[0]

    def pieces(self) -> Iterator[tuple[list[int], list[int]]]:
        """All stretches between meeting corners, then all rings."""
        for node, sides in self.at.items():
            if len(sides) != 2:  # noqa: PLR2004
                for side in sides:
                    if self.free[side]:
                        yield self.walk(node, side)
        for side, (node, _) in enumerate(self.ends):
            if self.free[side]:
                yield self.walk(node, side)


def _joined(sides: Sides, width: int, straight: float) -> list[tuple[list[int], int, bool]]:
    graph = _Graph(sides)
    lines: list[list[int]] = []
    kinds: list[list[int]] = []
    for nodes, taken in graph.pieces():
        lines.append(nodes)
        kinds.append([graph.kind[s] for s in taken])
    partner = _partners(lines, kinds, width, straight)
    return list(_threaded(lines, kinds, partner))


End = tuple[int, bool]


def _partners(
    lines: list[list[int]], kinds: list[list[int]], width: int, straight: float
) -> dict[End, End]:
    """For each end of a piece (number, at its last corner) the end it runs on into."""
    meeting: dict[int, list[End]] = {}
    for number, nodes in enumerate(lines):
        if nodes[0] != nodes[-1]:
            meeting.setdefault(nodes[0], []).append((number, False))
            meeting.setdefault(nodes[-1], []).append((number, True))
    partner: dict[End, End] = {}
    for ends in meeting.values():
        heading = [_heading(lines[n], last, width) for n, last in ends]
        rank = [_common(kinds[n]) for n, _ in ends]
        pairs = [
            (rank[i] != rank[j], float(heading[i] @ heading[j]), ends[i], ends[j])
            for i in range(len(ends))
            for j in range(i)
        ]
        for _, cosine, one, other in sorted(pairs):
            if cosine < straight and one not in partner and other not in partner:
                partner[one], partner[other] = other, one
    return partner


def _heading(nodes: list[int], last: bool, width: int) -> Floats:  # noqa: FBT001 - half of an End
    """Unit direction away from the meeting corner."""
    ordered = nodes[::-1] if last else nodes
    tail, head = _corners(np.array([ordered[0], ordered[min(_LOOK, len(ordered) - 1)]]), width)
    away: Floats = (head - tail) / max(float(np.linalg.norm(head - tail)), 1e-9)
    return away


def _common(kinds: list[int]) -> int:
    return max(set(kinds), key=kinds.count)


def _threaded(
    lines: list[list[int]], kinds: list[list[int]], partner: dict[End, End]
) -> Iterator[tuple[list[int], int, bool]]:
    """String the pieces together along their partners; open lines first."""
    left = set(range(len(lines)))
    starts = [e for n in range(len(lines)) for e in ((n, False), (n, True)) if e not in partner]
    for end in [*starts, *((n, False) for n in range(len(lines)))]:
        if end[0] not in left:
            continue
        nodes: list[int] = []
        sorts: list[int] = []
        here: End | None = end
        while here is not None and here[0] in left:
            number, last = here
            left.discard(number)
            run = lines[number][::-1] if last else lines[number]
            nodes += run[1:] if nodes else run
            sorts += kinds[number]
            here = partner.get((number, not last))
        closed = nodes[0] == nodes[-1]
        yield nodes[:-1] if closed else nodes, _common(sorts), closed
