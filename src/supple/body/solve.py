"""The pose solver: Levenberg and Marquardt's method over all joints and the pelvis at once.

Contacts are on the skin. Every step moves all unknowns a little, in one batch, to
see how the skin follows; joints are kept inside their ranges by clipping. What
cannot be met is measured and returned, never raised.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from supple.body.figure import Body
from supple.body.goal import Goal, Plane
from supple.body.kinematics import forward, rotvec, skin_matrices
from supple.body.skeleton import ANGLE_NAMES, HIGH, LOW, SIDES, mirrored
from supple.body.state import LUMBAR_COLUMNS, State

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# How many of each make one unit of residual.
CONTACT = 0.0015  # metres
PIN = 0.001
TOUCH = 0.004
FACING = 0.8  # of the sum of the two normals
HEIGHT = 0.003
NEAR = 0.004
DEPTH = 0.002
FLESH = 0.008  # how deep skin may press into a surface before it costs anything, metres
RIDGE = 3.0  # degrees between neighbouring lumbar segments beyond the asked difference
TURN = 60.0  # degrees the pelvis may turn from where it starts
SHIFT = 0.5  # metres it may move
BLUNT = 0.003  # the lowest few millimetres of a patch carry a contact
GRIPS = {"palm", "fingers"}  # these lie flat on what they touch
STEP = 1e-4
ROUNDS = 30
SOFTNESS = (12.0, 3.0, 1.0)
STILL = 5e-3  # a round that gains less than this share ends a stage

FREE = np.array(
    [i for i, name in enumerate(ANGLE_NAMES) if not any(w in name for w in ("finger", "thumb"))]
)


@dataclass(frozen=True)
class Solution:
    """A solved pose, how far each contact is off in metres, and the rounds it took."""

    state: State
    cost: float
    rounds: int


class Marks:
    """The skin points that a goal looks at, as one matrix product from the bones.

    A point's place is linear in the bones' matrices; stacking them makes all points
    of all poses of a batch one multiplication.
    """

    def __init__(self, body: Body, patches: list[Ints], loose: Ints) -> None:
        vertices = np.concatenate([*patches, loose])
        ends = np.cumsum([len(patch) for patch in patches])
        self.slices = [slice(int(e) - len(p), int(e)) for e, p in zip(ends, patches, strict=True)]
        self.loose = slice(len(vertices) - len(loose), len(vertices))
        self._body = body
        self._matrix = _skin_rows(body, vertices)

    def places(self, state: State) -> Floats:
        """Points (batch, points, 3) of a batch of states."""
        rig = self._body.rig
        posed = forward(rig, state.angles, state.position, state.orientation)
        bones = skin_matrices(rig, posed)  # (batch, bones, 3, 4)
        batch = len(bones)
        columns = np.moveaxis(bones, (1, 3, 0, 2), (0, 1, 2, 3)).reshape(self._matrix.shape[1], -1)
        points: Floats = (self._matrix @ columns).reshape(-1, batch, 3)
        return np.moveaxis(points, 1, 0)


def _skin_rows(body: Body, vertices: Ints) -> Floats:
    """Rows that turn stacked bone matrices into skinned points, (points, bones × 4)."""
    figure, count = body.figure, len(body.rig.joints)
    rows = np.zeros((len(vertices), count, 4))
    place = np.concatenate([body.points[vertices], np.ones((len(vertices), 1))], axis=1)
    number = np.arange(len(vertices))
    for slot in range(figure.bones.shape[1]):
        weight = figure.weights[vertices, slot]
        rows[number, figure.bones[vertices, slot]] += weight[:, None] * place
    return rows.reshape(len(vertices), -1)


def lowest(heights: Floats) -> Floats:
    """A blunt minimum over the last axis: the few lowest points of a patch carry it."""
    shifted = heights - heights.min(axis=-1, keepdims=True)
    weight = np.exp(-shifted / BLUNT)
    low: Floats = (heights * weight).sum(axis=-1) / weight.sum(axis=-1)
    return low


def above(plane: Plane, points: Floats) -> Floats:
    """Signed distance of points (…, 3) above a plane, metres."""
    distance: Floats = points @ np.array(plane.normal) - plane.level
    return distance


class _Problem:
    """The residuals of one goal on one body."""

    def __init__(self, body: Body, goal: Goal, start: State) -> None:
        self.body, self.goal, self.soft = body, goal, 1.0
        angles = np.where(np.isin(np.arange(len(LOW)), FREE), start.angles, goal.angles)
        self.start = State(angles, start.position, start.orientation)
        self.even = _even(goal, start)
        self.names = sorted(
            {
                *goal.contacts,
                *goal.pins,
                *goal.heights,
                *goal.near,
                *(mark for touch in goal.touches for mark in (touch.first, touch.second)),
            }
        )
        patches = [body.figure.marks[name] for name in self.names]
        self.marks = Marks(body, patches, body.figure.probes)
        self.where = dict(zip(self.names, self.marks.slices, strict=True))

    @cached_property
    def solids(self) -> list[Plane]:
        """The surfaces that nothing may pass."""
        return [plane for plane in self.goal.surfaces.values() if plane.solid]

    def state(self, moves: Floats) -> State:
        """States after moves (…, 6 + free) of the pelvis (metres, radians) and joints (radians)."""
        angles = np.broadcast_to(self.start.angles, (*moves.shape[:-1], len(LOW))).copy()
        angles[..., FREE] += np.degrees(moves[..., 6:])
        return State(
            angles,
            self.start.position + moves[..., :3],
            rotvec(moves[..., 3:6]) @ self.start.orientation,
        )

    def clipped(self, moves: Floats) -> Floats:
        """Moves that keep every joint in its range."""
        low = np.radians(LOW[FREE] - self.start.angles[FREE])
        high = np.radians(HIGH[FREE] - self.start.angles[FREE])
        if self.even:
            moves = (moves + _mirrored_moves(moves)) / 2
        return np.concatenate([moves[:6], np.clip(moves[6:], low, high)])

    def stopped(self, moves: Floats, downhill: Floats) -> Flags:
        """The joints that stand at the end of their range and are pushed against it."""
        angles = self.start.angles[FREE] + np.degrees(moves[6:])
        edge = 1e-6
        at_low = (angles <= LOW[FREE] + edge) & (downhill[6:] < 0)
        at_high = (angles >= HIGH[FREE] - edge) & (downhill[6:] > 0)
        return np.concatenate([np.zeros(6, dtype=bool), at_low | at_high])

    def residuals(self, moves: Floats) -> Floats:
        """All residuals of a batch of moves, (batch, residuals)."""
        state = self.state(moves)
        points = self.marks.places(state)
        parts = [*(part / self.soft for part in self._skin(points)), *self._pull(state, moves)]
        return np.concatenate([part.reshape(len(moves), -1) for part in parts], axis=1)

    def _skin(self, points: Floats) -> Iterator[Floats]:
        goal = self.goal
        for mark, surface in goal.contacts.items():
            patch = points[:, self.where[mark]]
            yield lowest(above(goal.surfaces[surface], patch)) / CONTACT
        for mark, place in goal.pins.items():
            drift = points[:, self.where[mark]].mean(axis=1) - place
            if mark in goal.contacts:
                normal = np.array(goal.surfaces[goal.contacts[mark]].normal)
                drift = drift - (drift @ normal)[:, None] * normal
            yield drift / PIN
        for heights, unit in ((goal.heights, HEIGHT), (goal.near, NEAR)):
            for mark, height in heights.items():
                yield (lowest(points[:, self.where[mark], 1]) - height) / unit
        for touch in goal.touches:
            yield from self._touch(points, touch.first, touch.second, touch.gap)
        for plane in self.solids:
            deep = -above(plane, points[:, self.marks.loose]) - FLESH
            yield np.maximum(deep, 0) / DEPTH

    def _touch(self, points: Floats, first: str, second: str, gap: float) -> Iterator[Floats]:
        a, b = points[:, self.where[first]], points[:, self.where[second]]
        apart = np.linalg.norm(a.mean(axis=1) - b.mean(axis=1), axis=1)
        yield np.maximum(apart - gap, 0) / TOUCH
        if {first.rpartition(".")[2], second.rpartition(".")[2]} & GRIPS:
            yield (_facing(a) + _facing(b)) / FACING

    def _pull(self, state: State, moves: Floats) -> Iterator[Floats]:
        goal = self.goal
        yield (state.angles[:, FREE] - goal.angles[FREE]) / goal.slack[FREE]
        off = state.angles[:, LUMBAR_COLUMNS] - goal.angles[LUMBAR_COLUMNS]
        yield np.diff(off, axis=1) / RIDGE
        yield np.degrees(moves[:, 3:6]) / TURN
        yield moves[:, :3] / SHIFT


def _even(goal: Goal, start: State) -> bool:
    """True where the two sides ask for the same, so that the answer is kept even as well."""
    other = start.mirrored()
    touching = {(touch.first, touch.second) for touch in goal.touches}
    named = ({*goal.contacts}, {*goal.pins}, {*goal.heights}, {*goal.near})
    return (
        np.allclose(start.angles, other.angles, atol=1e-3)
        and np.allclose(start.orientation, other.orientation, atol=1e-5)
        and np.allclose(goal.angles, mirrored(goal.angles), atol=1e-3)
        and all(marks == {_other_side(mark) for mark in marks} for marks in named)
        and touching == {(_other_side(a), _other_side(b)) for a, b in touching}
        and _pinned_evenly(goal, start)
    )


def _pinned_evenly(goal: Goal, start: State) -> bool:
    apart = np.array([0.0, 0.0, 2 * start.position[2]])
    mirror = np.array([1.0, 1.0, -1.0])
    return all(
        np.allclose(goal.pins[_other_side(mark)], place * mirror + apart, atol=1e-3)
        for mark, place in goal.pins.items()
    )


def _other_side(mark: str) -> str:
    head, _, tail = mark.partition(".")
    return f"{ {'left': 'right', 'right': 'left'}[head] }.{tail}" if head in SIDES else mark


def _mirrored_moves(moves: Floats) -> Floats:
    angles = np.zeros(len(LOW))
    angles[FREE] = moves[6:]
    pelvis = moves[:6] * np.array([1.0, 1.0, -1.0, -1.0, -1.0, 1.0])
    return np.concatenate([pelvis, mirrored(angles)[FREE]])


def _facing(patch: Floats) -> Floats:
    """The way a patch looks, (batch, 3): its first three points face outwards."""
    middle, first, second = patch[:, 0], patch[:, 1], patch[:, 2]
    normal = np.cross(first - middle, second - middle)
    return np.asarray(normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9))


def solve(
    body: Body,
    goal: Goal,
    start: State,
    rounds: int = ROUNDS,
    softness: tuple[float, ...] = SOFTNESS,
) -> Solution:
    """The pose of `body` nearest to `goal`, from `start`.

    Contacts are hard and joints bend in arcs, so that a step straight ahead soon
    breaks them. `softness` multiplies the contacts' units stage by stage: the pose
    first comes about, then settles. A stage has at most `rounds` rounds.
    """
    problem = _Problem(body, goal, start)
    moves = problem.clipped(np.zeros(6 + len(FREE)))
    cost, done = np.inf, 0
    for soft in softness:
        problem.soft = soft
        moves, cost, spent = _settled(problem, moves, rounds)
        done += spent
    state = problem.state(moves[None])
    one = State(state.angles[0], state.position[0], state.orientation[0])
    return Solution(one, cost, done)


def _settled(problem: _Problem, moves: Floats, rounds: int) -> tuple[Floats, float, int]:
    """Step downhill until it is calm: the moves, their cost and the rounds it took."""
    damping, cost = 1e-2, np.inf
    for done in range(1, rounds + 1):
        batch = np.concatenate([moves[None], moves + STEP * np.eye(len(moves))])
        values = problem.residuals(batch)
        here, slope = values[0], (values[1:] - values[0]).T / STEP
        cost = float(here @ here)
        moves, damping, better = _stepped(problem, moves, here, slope, damping)
        if cost - better < STILL * cost:
            return moves, better, done
        cost = better
    return moves, cost, rounds


def _stepped(
    problem: _Problem, moves: Floats, here: Floats, slope: Floats, damping: float
) -> tuple[Floats, float, float]:
    """One step downhill: the new moves, the new damping and the new cost."""
    pull = slope.T @ here
    loose = ~problem.stopped(moves, -pull)
    square = slope[:, loose].T @ slope[:, loose]
    cost = float(here @ here)
    scale = np.diag(np.maximum(np.diag(square), 1e-6))
    trials = damping * np.array([0.1, 1.0, 10.0, 100.0, 1e4])
    batch = np.repeat(moves[None], len(trials), axis=0)
    for number, trial in enumerate(trials):
        step = np.linalg.solve(square + trial * scale, -pull[loose])
        batch[number, loose] += step
        batch[number] = problem.clipped(batch[number])
    costs = (problem.residuals(batch) ** 2).sum(axis=1)
    best = int(costs.argmin())
    if costs[best] >= cost:
        return moves, min(damping * 100, 1e4), cost
    return batch[best], float(np.clip(trials[best], 1e-6, 1e4)), float(costs[best])
