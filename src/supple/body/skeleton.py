"""The skeleton: bones, the joints' named angles, their ranges, and the axes.

Axes follow the International Society of Biomechanics (Wu et al. 2002, 2005):
X forward, Y up, Z to the right, in the anatomical position (upright, arms at the
sides, palms forward), where every angle is zero and every bone's axes are those
of the world. A joint turns flexion about the proximal Z, then abduction about the
carried X, then axial rotation about the distal Y (after Grood and Suntay 1983).
The shoulder uses the same order instead of ISB's plane of elevation, because that
is how clinicians write it; its angles are those of the arm to the thorax.

Angles are degrees, positive in the direction of their name. Rotation is positive
inwards, side bend and trunk rotation positive to the right, deviation towards the
little finger. The right side is the pattern; the left is its mirror image.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SIDES = ("left", "right")
LUMBAR = ("L5", "L4", "L3", "L2", "L1")
THORACIC = ("T10", "T6", "T2")
NECK = ("C6", "C3", "head")
FINGERS = ("thumb", "index", "middle", "ring", "little")


@dataclass(frozen=True)
class Bone:
    """A segment: it hangs on `parent`, and its angles are measured against `reference`.

    A `half` bone follows no angles of its own: it turns half as far as the bone
    it is named after, which keeps the skin from collapsing at the joint.
    """

    name: str
    parent: str
    reference: str = ""
    half: str = ""


def _arm(side: str) -> list[Bone]:
    bones = [
        Bone(f"clavicle.{side}", "T2"),
        Bone(f"upperarm.{side}", f"clavicle.{side}", reference="T2"),
        Bone(f"forearm.{side}", f"upperarm.{side}"),
        Bone(f"wrist.{side}", f"forearm.{side}"),
        Bone(f"hand.{side}", f"wrist.{side}"),
    ]
    for finger in FINGERS:
        chain = [f"hand.{side}", *(f"{finger}{n}.{side}" for n in (1, 2, 3))]
        bones += [Bone(child, parent) for parent, child in pairwise(chain)]
    bones += [
        Bone(f"shoulder.half.{side}", f"clavicle.{side}", half=f"upperarm.{side}"),
        Bone(f"elbow.half.{side}", f"upperarm.{side}", half=f"forearm.{side}"),
        Bone(f"wrist.half.{side}", f"wrist.{side}", half=f"hand.{side}"),
    ]
    return bones


def _leg(side: str) -> list[Bone]:
    chain = ["pelvis", *(f"{name}.{side}" for name in ("thigh", "shank", "foot", "toes"))]
    bones = [Bone(child, parent) for parent, child in pairwise(chain)]
    bones += [
        Bone(f"hip.half.{side}", "pelvis", half=f"thigh.{side}"),
        Bone(f"knee.half.{side}", f"thigh.{side}", half=f"shank.{side}"),
    ]
    return bones


def _bones() -> tuple[Bone, ...]:
    trunk = ["pelvis", *LUMBAR, *THORACIC, *NECK]
    bones = [Bone("pelvis", "")]
    bones += [Bone(child, parent) for parent, child in pairwise(trunk)]
    for side in SIDES:
        bones += _arm(side)
    for side in SIDES:
        bones += _leg(side)
    return tuple(bones)


BONES = _bones()
BONE_NAMES = tuple(bone.name for bone in BONES)
INDEX = {name: number for number, name in enumerate(BONE_NAMES)}


@dataclass(frozen=True)
class Angle:
    """A named joint angle: how it turns bones, and its range in degrees.

    `turns` maps a bone and an axis (0 flexion about Z, 1 abduction about X, 2
    rotation about Y) to degrees of Euler angle per degree of the named angle.
    `alias` is the name in OpenSim's models, for exchange.
    """

    name: str
    low: float
    high: float
    turns: tuple[tuple[str, int, float], ...]
    alias: str = ""
    rest: float = 0.0


Turns = tuple[tuple[str, int, float], ...]

# Shares of one lumbar flexion over L5 to L1: most of it happens low down.
LUMBAR_SHARE = (0.24, 0.24, 0.21, 0.17, 0.14)
LUMBAR_RANGE = {"L5": (-7, 14), "L4": (-6, 15), "L3": (-5, 13), "L2": (-5, 11), "L1": (-5, 9)}
_LUMBAR_ROTATION = (0.2, 0.2, 0.2, 0.2, 0.2)
_THORACIC_SHARE = (0.36, 0.34, 0.30)
_THORACIC_ROTATION = (0.45, 0.35, 0.20)
_NECK_SHARE = (0.40, 0.36, 0.24)


def _spread(bones: tuple[str, ...], axis: int, shares: tuple[float, ...], sign: float) -> Turns:
    return tuple((bone, axis, sign * share) for bone, share in zip(bones, shares, strict=True))


def _trunk_angles() -> list[Angle]:
    # Ranges are those of healthy adults in textbooks, to the nearest degrees.
    segments = [Angle(f"lumbar.{bone}", *LUMBAR_RANGE[bone], ((bone, 0, -1.0),)) for bone in LUMBAR]
    return [
        *segments,
        Angle("lumbar.bend", -28, 28, _spread(LUMBAR, 1, (0.2,) * 5, 1.0), "lumbar_bending"),
        Angle(
            "lumbar.rotation",
            -10,
            10,
            _spread(LUMBAR, 2, _LUMBAR_ROTATION, -1.0),
            "lumbar_rotation",
        ),
        Angle("thoracic.flexion", -22, 42, _spread(THORACIC, 0, _THORACIC_SHARE, -1.0)),
        Angle("thoracic.bend", -25, 25, _spread(THORACIC, 1, _THORACIC_SHARE, 1.0)),
        Angle("thoracic.rotation", -40, 40, _spread(THORACIC, 2, _THORACIC_ROTATION, -1.0)),
        Angle("neck.flexion", -55, 55, _spread(NECK, 0, _NECK_SHARE, -1.0)),
        Angle("neck.bend", -40, 40, _spread(NECK, 1, _NECK_SHARE, 1.0)),
        Angle("neck.rotation", -75, 75, _spread(NECK, 2, (0.25, 0.25, 0.5), -1.0)),
        Angle("head.nod", -20, 20, (("head", 0, -1.0),)),
    ]


def _side_angles(side: str) -> list[Angle]:
    # On the left, abduction about X and rotation about Y turn the other way.
    s = 1.0 if side == "right" else -1.0
    r = side[0]

    def bone(name: str) -> str:
        return f"{name}.{side}"

    fingers: list[tuple[str, int, float]] = []
    for finger in FINGERS[1:]:
        fingers += [
            (bone(f"{finger}1"), 0, 0.8),
            (bone(f"{finger}2"), 0, 1.0),
            (bone(f"{finger}3"), 0, 0.6),
        ]
    spread = tuple(
        (bone(f"{finger}1"), 1, -s * share)
        for finger, share in zip(FINGERS[1:], (1.0, 0.3, -0.4, -1.1), strict=True)
    )
    elevation = ((bone("clavicle"), 1, -s),)
    return [
        Angle(bone("scapula") + ".elevation", -8, 35, elevation),
        Angle(bone("scapula") + ".protraction", -20, 25, ((bone("clavicle"), 2, s),)),
        # The shoulder girdle rises with the arm: about an eighth of the arm's angle.
        Angle(
            bone("shoulder") + ".flexion",
            -55,
            178,
            ((bone("upperarm"), 0, 1.0), (bone("clavicle"), 1, -0.12 * s)),
            f"arm_flex_{r}",
        ),
        Angle(
            bone("shoulder") + ".abduction",
            -45,
            175,
            ((bone("upperarm"), 1, -s), (bone("clavicle"), 1, -0.12 * s)),
            f"arm_add_{r}",
        ),
        Angle(bone("shoulder") + ".rotation", -85, 85, ((bone("upperarm"), 2, s),), f"arm_rot_{r}"),
        Angle(bone("elbow") + ".flexion", -3, 148, ((bone("forearm"), 0, 1.0),), f"elbow_flex_{r}"),
        # A quarter of the turn of the forearm shows near the elbow, the rest at the wrist.
        Angle(
            bone("forearm") + ".pronation",
            -10,
            172,
            ((bone("forearm"), 2, 0.25 * s), (bone("wrist"), 2, 0.75 * s)),
            f"pro_sup_{r}",
        ),
        Angle(bone("wrist") + ".flexion", -88, 80, ((bone("hand"), 0, 1.0),), f"wrist_flex_{r}"),
        Angle(bone("wrist") + ".deviation", -22, 35, ((bone("hand"), 1, s),), f"wrist_dev_{r}"),
        Angle(bone("fingers") + ".flexion", -25, 95, tuple(fingers), rest=8.0),
        Angle(bone("fingers") + ".spread", -8, 18, spread),
        Angle(
            bone("thumb") + ".flexion",
            -25,
            60,
            ((bone("thumb1"), 0, 0.3), (bone("thumb2"), 0, 1.0), (bone("thumb3"), 0, 0.9)),
        ),
        Angle(bone("thumb") + ".abduction", -30, 60, ((bone("thumb1"), 1, s),)),
        Angle(bone("hip") + ".flexion", -25, 132, ((bone("thigh"), 0, 1.0),), f"hip_flexion_{r}"),
        Angle(bone("hip") + ".abduction", -32, 52, ((bone("thigh"), 1, -s),), f"hip_adduction_{r}"),
        Angle(bone("hip") + ".rotation", -55, 45, ((bone("thigh"), 2, s),), f"hip_rotation_{r}"),
        Angle(bone("knee") + ".flexion", -3, 158, ((bone("shank"), 0, -1.0),), f"knee_angle_{r}"),
        Angle(
            bone("ankle") + ".dorsiflexion", -58, 32, ((bone("foot"), 0, 1.0),), f"ankle_angle_{r}"
        ),
        Angle(
            bone("ankle") + ".inversion", -18, 32, ((bone("foot"), 1, s),), f"subtalar_angle_{r}"
        ),
        Angle(bone("toes") + ".extension", -40, 75, ((bone("toes"), 0, 1.0),), f"mtp_angle_{r}"),
    ]


def _plain_name(name: str) -> str:
    """`hip.right.flexion` written as it is authored: `right.hip.flexion`."""
    parts = name.split(".")
    for side in SIDES:
        if side in parts:
            parts.remove(side)
            return ".".join([side, *parts])
    return name


@cache
def angles() -> tuple[Angle, ...]:
    """All angles in the order of an angle vector."""
    found = _trunk_angles()
    for side in SIDES:
        found += [
            Angle(_plain_name(a.name), a.low, a.high, a.turns, a.alias, a.rest)
            for a in _side_angles(side)
        ]
    return tuple(found)


ANGLES = angles()
ANGLE_NAMES = tuple(angle.name for angle in ANGLES)
ANGLE_INDEX = {name: number for number, name in enumerate(ANGLE_NAMES)}
LOW = np.array([angle.low for angle in ANGLES])
HIGH = np.array([angle.high for angle in ANGLES])
REST = np.array([angle.rest for angle in ANGLES])


@cache
def turn_matrix() -> Floats:
    """Euler degrees of all bones per degree of each angle, (angles, bones × 3)."""
    matrix = np.zeros((len(ANGLES), len(BONES), 3))
    for row, angle in enumerate(ANGLES):
        for bone, axis, share in angle.turns:
            matrix[row, INDEX[bone], axis] += share
    return matrix.reshape(len(ANGLES), -1)


def mirrored(values: Floats) -> Floats:
    """An angle vector (…, angles) of the mirror image: sides swapped, bends turned."""
    out: Floats = values[..., _swap()] * _signs()
    return out


@cache
def _swap() -> Ints:
    other = {"left": "right", "right": "left"}
    names = []
    for name in ANGLE_NAMES:
        head, _, tail = name.partition(".")
        names.append(f"{other[head]}.{tail}" if head in other else name)
    return np.array([ANGLE_INDEX[name] for name in names])


@cache
def _signs() -> Floats:
    turned = [
        not name.startswith(SIDES) and name.endswith((".bend", ".rotation")) for name in ANGLE_NAMES
    ]
    return np.where(turned, -1.0, 1.0)
