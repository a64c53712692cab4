"""Measures of solved poses and movement: metres and degrees, no judgement.

States are batches of frames. Each function looks at one thing; what is too much
is for the caller to say.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from supple.body.figure import Body
from supple.body.goal import Plane
from supple.body.kinematics import Posed
from supple.body.skeleton import ANGLE_NAMES, HIGH, INDEX, LOW
from supple.body.solve import above, lowest
from supple.body.state import State

Floats = NDArray[np.float64]

# Segment masses as shares of the body's, and where along the segment they lie
# (Winter, Biomechanics and Motor Control of Human Movement, table 4.1).
_MASSES = (
    ("pelvis", "L3", 0.142, 0.3),
    ("L3", "T6", 0.139, 0.5),
    ("T6", "C6", 0.216, 0.4),
    ("C6", "head", 0.081, 1.0),
    *(
        (f"{near}.{side}", f"{far}.{side}", share, along)
        for side in ("left", "right")
        for near, far, share, along in (
            ("upperarm", "forearm", 0.028, 0.44),
            ("forearm", "hand", 0.016, 0.43),
            ("hand", "middle2", 0.006, 0.5),
            ("thigh", "shank", 0.100, 0.43),
            ("shank", "foot", 0.0465, 0.43),
            ("foot", "toes", 0.0145, 0.5),
        )
    ),
)


def contact_errors(
    body: Body, posed: Posed, contacts: Mapping[str, str], surfaces: Mapping[str, Plane]
) -> dict[str, Floats]:
    """How far each contact is from its surface in each frame, signed metres (frames,)."""
    return {
        mark: lowest(above(surfaces[surface], body.skin(posed, body.figure.marks[mark])))
        for mark, surface in contacts.items()
    }


def slips(
    body: Body, posed: Posed, contacts: Mapping[str, str], surfaces: Mapping[str, Plane]
) -> dict[str, Floats]:
    """How far each contact has moved along its surface since the first frame, metres (frames,)."""
    found = {}
    for mark, surface in contacts.items():
        middle = body.skin(posed, body.figure.marks[mark]).mean(axis=-2)
        moved = middle - middle[0]
        normal = np.array(surfaces[surface].normal)
        found[mark] = np.linalg.norm(moved - (moved @ normal)[:, None] * normal, axis=1)
    return found


def gaps(body: Body, posed: Posed, first: str, second: str) -> Floats:
    """Distance between the middles of two landmarks in each frame, metres (frames,)."""
    a = body.skin(posed, body.figure.marks[first]).mean(axis=-2)
    b = body.skin(posed, body.figure.marks[second]).mean(axis=-2)
    return np.asarray(np.linalg.norm(a - b, axis=-1))


def depths(body: Body, posed: Posed, planes: Iterable[Plane]) -> Floats:
    """How deep the skin goes into solid surfaces in each frame, metres (frames,); 0 if not."""
    points = body.skin(posed, body.figure.probes)
    deepest = np.zeros(len(points))
    for plane in planes:
        if plane.solid:
            deepest = np.maximum(deepest, -above(plane, points).min(axis=-1))
    return deepest


def beyond_range(states: State) -> dict[str, float]:
    """Joints out of their range in any frame, with the most degrees they are out by."""
    over = np.maximum(LOW - states.angles, states.angles - HIGH).max(axis=0)
    return {ANGLE_NAMES[i]: float(over[i]) for i in np.flatnonzero(over > ROUNDING)}


ROUNDING = 0.05  # degrees lost by storing frames in 16 bits


def fastest(states: State, rate: int) -> tuple[str, float]:
    """The joint that moves fastest, and its speed in degrees a second."""
    if len(states.angles) < 2:  # noqa: PLR2004 - one frame does not move
        return "", 0.0
    speed = np.abs(np.diff(states.angles, axis=0)).max(axis=0) * rate
    return ANGLE_NAMES[int(speed.argmax())], float(speed.max())


def near_floor(body: Body, posed: Posed, reach: float) -> set[str]:
    """The landmarks whose lowest point is within `reach` metres of the floor, in one frame."""
    return {
        mark
        for mark, patch in body.figure.marks.items()
        if lowest(body.skin(posed, patch)[..., 1]).min() < reach
    }


def joint(posed: Posed, name: str) -> Floats:
    """A bone's joint in each frame, (…, 3) metres."""
    place: Floats = posed.position[..., INDEX[name], :]
    return place


def centre_of_mass(posed: Posed) -> Floats:
    """The body's centre of mass, (…, 3) metres, from its segments."""
    total = np.zeros((*posed.position.shape[:-2], 3))
    mass = 0.0
    for near, far, share, along in _MASSES:
        start, end = joint(posed, near), joint(posed, far)
        total += share * (start + along * (end - start))
        mass += share
    return np.asarray(total / mass)


def outside_support(point: Floats, feet: Floats) -> float:
    """How far a point (x, z) lies outside the convex hull of `feet` (n, 2), metres; 0 inside."""
    hull = _hull(feet)
    if len(hull) < 3:  # noqa: PLR2004 - two points bear on a line
        return float(np.linalg.norm(feet - point, axis=1).min())
    edges = np.roll(hull, -1, axis=0) - hull
    apart = point - hull
    side = edges[:, 0] * apart[:, 1] - edges[:, 1] * apart[:, 0]
    if (side >= 0).all():
        return 0.0
    along = np.einsum("ij,ij->i", apart, edges) / np.einsum("ij,ij->i", edges, edges)
    nearest = hull + np.clip(along, 0, 1)[:, None] * edges
    return float(np.linalg.norm(point - nearest, axis=1).min())


def _hull(points: Floats) -> Floats:
    """The convex hull, anticlockwise (Andrew's monotone chain)."""
    ordered = sorted({(float(x), float(y)) for x, y in points})

    def chain(course: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for point in course:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
                kept.pop()
            kept.append(point)
        return kept[:-1]

    return np.array(chain(ordered) + chain(reversed(ordered))).reshape(-1, 2)


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def posture(state: State, contacts: Iterable[str]) -> str:
    """What the body is doing, from the pelvis's turn, the knees, and what bears it."""
    front, head, side = state.orientation[1]
    touching = {mark.partition(".")[2] for mark in contacts}
    knees = max(float(state.angle(f"{s}.knee.flexion")) for s in ("left", "right"))
    if abs(side) > TIPPED:
        return "sidelying"
    if front > TIPPED:
        return "supine"
    if "knee" in touching:
        return "quadruped" if front < -UPRIGHT and knees < KNEELING else "kneeling"
    if head < TIPPED:
        return "prone"
    return "sitting" if touching & SEAT else "standing"


TIPPED = 0.6  # of the vertical: the pelvis lies rather than stands
UPRIGHT = 0.5
KNEELING = 115.0  # degrees of knee bend from which hands and knees become kneeling back
SEAT = {"sitbone", "buttock", "thigh.back"}


def head_drop(posed: Posed) -> Floats:
    """How far the head's joint is below the hips in each frame, metres; negative above."""
    hips = (joint(posed, "thigh.left") + joint(posed, "thigh.right")) / 2
    return np.asarray(hips[..., 1] - joint(posed, "head")[..., 1])
