"""Named places of the skin: where a body touches a surface, another part, or is measured.

A landmark is a patch of vertices around the point of the skin that a ray out of
the bone meets; the same vertices on every body. Its first three span a triangle
that faces outwards. Offsets and directions are in the
bone's own axes (X forward, Y up, Z to the right) on the right side; the left is
the mirror image.
"""

from dataclasses import dataclass

import numpy as np

from supple.body.skeleton import INDEX, LUMBAR, SIDES
from tools.bake_figure.mesh import Floats, Ints

FACING = 0.35  # cosine: a patch holds the skin that looks about the same way as its middle
FEWEST = 5  # vertices of a patch beside its middle, where the skin is coarse


@dataclass(frozen=True)
class Ray:
    """From `share` of the way to the next joint, plus `offset` metres, along `way`."""

    bone: str
    way: tuple[float, float, float]
    radius: float
    next: str = ""
    share: float = 0.0
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)


FORWARD, BACK, DOWN, UP, OUT = (1, 0, 0), (-1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, 1)

MIDDLE = {
    "head": Ray("head", BACK, 0.035, offset=(-0.01, 0.075, 0)),
    "crown": Ray("head", UP, 0.03, offset=(0.01, 0.05, 0)),
    "forehead": Ray("head", FORWARD, 0.024, offset=(0, 0.088, 0)),
    "nose": Ray("head", FORWARD, 0.008, offset=(0, 0.018, 0)),
    "chin": Ray("head", (1, -0.5, 0), 0.014, offset=(0.03, -0.02, 0)),
    "nape": Ray("C3", BACK, 0.02),
    "back.top": Ray("T2", BACK, 0.035, next="C6", share=0.75),
    "back.upper": Ray("T6", BACK, 0.04, next="T2", share=0.7),
    "back.mid": Ray("T10", BACK, 0.04, next="T6", share=0.4),
    "back.low": Ray("L3", BACK, 0.02),
    **{f"back.{bone}": Ray(bone, BACK, 0.012) for bone in LUMBAR},
    "sacrum": Ray("pelvis", BACK, 0.03, offset=(-0.02, 0.045, 0)),
    "chest": Ray("T6", FORWARD, 0.03, next="T2", share=0.7),
    "belly": Ray("L3", FORWARD, 0.04),
}
PAIRED = {
    "head.side": Ray("head", OUT, 0.025, offset=(0, 0.055, 0)),
    "shoulder.back": Ray("T2", BACK, 0.025, offset=(0, -0.03, 0.09)),
    "shoulder.side": Ray("upperarm", OUT, 0.03, offset=(0, -0.03, 0)),
    "upperarm.side": Ray("upperarm", OUT, 0.03, next="forearm", share=0.5),
    "upperarm.back": Ray("upperarm", BACK, 0.025, next="forearm", share=0.55),
    "elbow": Ray("upperarm", (-1, -0.3, 0), 0.018, next="forearm", share=1.0),
    "forearm": Ray("forearm", (-0.6, 0, -0.8), 0.025, next="hand", share=0.5),
    "palm": Ray("hand", FORWARD, 0.032, next="middle1", share=0.62),
    "palm.heel": Ray("hand", FORWARD, 0.014, next="middle1", share=0.22),
    "hand.back": Ray("hand", BACK, 0.025, next="middle1", share=0.6),
    "hand.edge": Ray("hand", (0, 0, -1), 0.014, next="middle1", share=0.6),
    "fingers": Ray("middle3", FORWARD, 0.012, offset=(0, -0.01, 0)),
    "knuckles": Ray("middle1", BACK, 0.014, next="middle2", share=0.9),
    "hip.side": Ray("thigh", OUT, 0.035, offset=(0, -0.01, 0)),
    "buttock": Ray("pelvis", BACK, 0.04, offset=(-0.02, -0.02, 0.075)),
    "sitbone": Ray("pelvis", (-0.75, -0.66, 0), 0.025, offset=(-0.02, -0.03, 0.06)),
    "thigh.back": Ray("thigh", BACK, 0.03, next="shank", share=0.62),
    "thigh.back.out": Ray("thigh", (-0.85, 0, 0.5), 0.025, next="shank", share=0.7),
    "thigh.back.in": Ray("thigh", (-0.85, 0, -0.5), 0.025, next="shank", share=0.7),
    "thigh.front": Ray("thigh", FORWARD, 0.03, next="shank", share=0.55),
    "thigh.out": Ray("thigh", OUT, 0.025, next="shank", share=0.6),
    "thigh.in": Ray("thigh", (0, 0, -1), 0.025, next="shank", share=0.62),
    "knee": Ray("shank", (1, -0.25, 0), 0.034, offset=(0, -0.015, 0)),
    "knee.side": Ray("shank", OUT, 0.025),
    "knee.in": Ray("shank", (0, 0, -1), 0.025),
    "shin": Ray("shank", FORWARD, 0.025, next="foot", share=0.30),
    "calf": Ray("shank", BACK, 0.03, next="foot", share=0.32),
    "heel": Ray("foot", DOWN, 0.02, offset=(-0.028, 0, 0)),
    "heel.back": Ray("foot", BACK, 0.018, offset=(0, -0.035, 0)),
    "ankle.side": Ray("foot", OUT, 0.015),
    "ankle.in": Ray("foot", (0, 0, -1), 0.015),
    "ball": Ray("toes", DOWN, 0.03, offset=(-0.008, 0.01, 0)),
    "toes": Ray("toes", DOWN, 0.022, offset=(0.045, 0.01, 0)),
    "toes.top": Ray("toes", UP, 0.022, offset=(0.03, -0.02, 0)),
    "instep": Ray("foot", UP, 0.026, next="toes", share=0.62, offset=(0, -0.02, 0)),
    "foot.side": Ray("foot", OUT, 0.02, next="toes", share=0.55, offset=(0, -0.03, 0)),
}


@dataclass(frozen=True)
class Body:
    """What a ray needs to know: the skin, its strongest bones, and the fitted bones."""

    points: Floats
    normals: Floats
    weights: Floats
    joints: Floats
    axes: Floats
    outside: Ints  # vertices that may be chosen


def patches(body: Body) -> dict[str, Ints]:
    """Vertex numbers of every landmark, the middle first; sides as `right.heel`."""
    found = {name: _patch(body, ray, "") for name, ray in MIDDLE.items()}
    for side in SIDES:
        found |= {f"{side}.{name}": _patch(body, ray, side) for name, ray in PAIRED.items()}
    return found


def _patch(body: Body, ray: Ray, side: str) -> Ints:
    bone = INDEX[_sided(ray.bone, side)]
    mirror = np.array([1.0, 1.0, -1.0 if side == "left" else 1.0])
    start = body.joints[bone]
    if ray.next:
        start = start + ray.share * (body.joints[INDEX[_sided(ray.next, side)]] - start)
    start = start + body.axes[bone] @ (np.array(ray.offset) * mirror)
    way = np.array(ray.way) / np.linalg.norm(ray.way) * mirror
    out = body.axes[bone] @ way
    middle = _met(body, start, out, side, ray.bone)
    apart = np.linalg.norm(body.points - body.points[middle], axis=1)
    facing = body.normals @ body.normals[middle] > FACING
    around = sorted(body.outside[facing[body.outside]], key=lambda v: apart[v])[1:]
    inside = sum(apart[v] < ray.radius for v in around)
    return np.array([middle, *_faced(body, middle, around[: max(inside, FEWEST)])])


def _faced(body: Body, middle: int, near: list[int]) -> list[int]:
    """The patch with two vertices first that span, with the middle, a triangle facing outwards."""
    first = near[-1]
    arms = body.points[near] - body.points[middle]
    span = np.cross(body.points[first] - body.points[middle], arms) @ body.normals[middle]
    second = near[int(span.argmax())]
    return [first, second, *(v for v in near if v not in (first, second))]


def _sided(bone: str, side: str) -> str:
    return f"{bone}.{side}" if f"{bone}.{side}" in INDEX else bone


def _met(body: Body, start: Floats, out: Floats, side: str, bone: str) -> int:
    """The vertex nearest to where the ray leaves the skin."""
    apart = body.points[body.outside] - start
    along = apart @ out
    across = np.linalg.norm(apart - along[:, None] * out, axis=1)
    limit = 0.26 if side == "" or bone == "pelvis" else 0.14
    candidate = (along > 0) & (along < limit) & (body.normals[body.outside] @ out > FACING)
    score = np.where(candidate, along - 6 * across, -np.inf)
    return int(body.outside[score.argmax()])
