"""Fit the skeleton of `supple.body` into a morphed MakeHuman body, and weight its skin."""

import numpy as np

from supple.body.kinematics import euler, euler_angles
from supple.body.skeleton import BONES, FINGERS, INDEX, LUMBAR, NECK, SIDES, THORACIC
from tools.bake_figure.mesh import Floats, Ints
from tools.bake_figure.source import MakeHuman

VERTEBRA_DEPTH = 0.055  # from the skin of the back to the middle of a vertebra, metres
INFLUENCES = 4
MIDLINE = 0.012  # vertices this near the middle, and this near a height, show the back's skin
SLICE = 0.02
CARPUS = 0.42  # where the lower twist bone of the forearm begins, as a share from the elbow


class Fitted:
    """Joints and bone axes of one body: `joints` (bones, 3) and `axes` (bones, 3, 3)."""

    def __init__(self, source: MakeHuman, vertices: Floats) -> None:
        self._source, self._vertices = source, vertices
        self.joints = np.zeros((len(BONES), 3))
        self.axes = np.tile(np.eye(3), (len(BONES), 1, 1))
        self._trunk()
        for side in SIDES:
            self._arm(side)
            self._leg(side)
        self._halves()

    def _halves(self) -> None:
        """Half bones lie on their joint, and halve the bind pose's own angles too."""
        for bone in BONES:
            if bone.half:
                whole = BONES[INDEX[bone.half]]
                reference = self.axes[INDEX[whole.reference or whole.parent]]
                bent = euler_angles(reference.T @ self.axes[INDEX[bone.half]])
                parent = self.axes[INDEX[bone.parent]]
                self._put(bone.name, self.joints[INDEX[bone.half]], parent @ euler(bent / 2))

    def _at(self, name: str, side: str = "") -> Floats:
        return self._source.joint(self._vertices, f"{side[0]}-{name}" if side else name)

    def _put(self, bone: str, joint: Floats, axes: Floats | None = None) -> None:
        self.joints[INDEX[bone]] = joint
        if axes is not None:
            self.axes[INDEX[bone]] = axes

    def _trunk(self) -> None:
        hips = (self._at("upper-leg", "right") + self._at("upper-leg", "left")) / 2
        self._put("pelvis", hips)
        sacrum, thorax = self._at("spine-4")[1], self._at("spine-2")[1] + 0.022
        nape = self._at("neck")[1] - 0.006
        heights = np.linspace(sacrum, thorax, len(LUMBAR) + 1)[:-1]
        for bone, height in zip(LUMBAR, heights, strict=True):
            self._put(bone, self._vertebra(height))
        heights = np.linspace(thorax, nape, len(THORACIC) + 1)[:-1]
        for bone, height in zip(THORACIC, heights, strict=True):
            self._put(bone, self._vertebra(height))
        bottom = self._vertebra(nape)
        top = self._at("head") - np.array([0.022, 0.0, 0.0])
        for bone, share in zip(NECK, (0.0, 0.5, 1.0), strict=True):
            self._put(bone, bottom + share * (top - bottom))

    def _vertebra(self, height: float) -> Floats:
        """The middle of the spine at a height: a set depth under the skin of the back."""
        body = self._vertices[self._source.groups["body"]]
        middle = body[np.abs(body[:, 2]) < MIDLINE]
        near = middle[np.abs(middle[:, 1] - height) < SLICE]
        return np.array([near[:, 0].min() + VERTEBRA_DEPTH, height, 0.0])

    def _arm(self, side: str) -> None:
        self._put(f"clavicle.{side}", self._at("clavicle", side))
        shoulder, elbow, wrist = (self._at(n, side) for n in ("shoulder", "elbow", "hand"))
        hinge = _unit(np.cross(elbow - shoulder, wrist - elbow))  # points to the body's right
        upper = _frame(shoulder - elbow, hinge)
        self._put(f"upperarm.{side}", shoulder, upper)
        knuckles = self._at("finger-2-1", side) - self._at("finger-5-1", side)
        lateral = knuckles if side == "right" else -knuckles
        hand_axis = wrist - self._at("finger-3-1", side)
        hand = _frame(hand_axis, lateral)
        distal = _frame(elbow - wrist, lateral)
        twist = _turn_about(_frame(elbow - wrist, hinge), distal)
        proximal = _spin(_frame(elbow - wrist, hinge), twist / 4)
        self._put(f"forearm.{side}", elbow, proximal)
        self._put(f"wrist.{side}", elbow + CARPUS * (wrist - elbow), distal)
        self._put(f"hand.{side}", wrist, hand)
        for number, finger in enumerate(FINGERS, start=1):
            self._finger(side, finger, number, hand)

    def _finger(self, side: str, finger: str, number: int, hand: Floats) -> None:
        places = [self._at(f"finger-{number}-{n}", side) for n in (1, 2, 3, 4)]
        lateral = hand[:, 2]
        if finger == "thumb":
            # The thumb bends across the palm: its hinge is turned out of the knuckles' line.
            inward = hand[:, 2] * (-0.8 if side == "right" else 0.8)
            lateral = np.cross(places[3] - places[0], 0.6 * hand[:, 0] + inward)
        for n in range(3):
            axes = _frame(places[n] - places[n + 1], lateral)
            self._put(f"{finger}{n + 1}.{side}", places[n], axes)

    def _leg(self, side: str) -> None:
        hip, knee, ankle = (self._at(n, side) for n in ("upper-leg", "knee", "ankle"))
        ball = self._at("foot-1", side)
        ahead = (ball - ankle) * np.array([1.0, 0.0, 1.0])
        lateral = np.cross(ahead, [0.0, 1.0, 0.0])
        foot = _frame(np.array([0.0, 1.0, 0.0]), lateral)
        self._put(f"thigh.{side}", hip, _frame(hip - knee, lateral))
        self._put(f"shank.{side}", knee, _frame(knee - ankle, lateral))
        self._put(f"foot.{side}", ankle, foot)
        toes = ball + np.array([0.0, 0.006, 0.0])
        self._put(f"toes.{side}", toes, foot)


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector))


def _frame(up: Floats, right: Floats) -> Floats:
    """Axes (columns X, Y, Z) with Y along `up` and Z as near to `right` as can be."""
    y = _unit(up)
    x = _unit(np.cross(y, right))
    return np.stack([x, y, np.cross(x, y)], axis=1)


def _turn_about(start: Floats, end: Floats) -> float:
    """Angle about the shared Y from one frame to another, radians."""
    return float(np.arctan2(end[:, 2] @ start[:, 0], end[:, 2] @ start[:, 2]))


def _spin(frame: Floats, angle: float) -> Floats:
    cos, sin = np.cos(angle), np.sin(angle)
    return np.asarray(frame @ np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]]))


# --- weights --------------------------------------------------------------------------


def weights(source: MakeHuman, vertices: Floats, fitted: Fitted) -> Floats:
    """Skin weights of the base mesh's vertices for our bones, (19158, bones)."""
    table = source.bone_weights
    ours = np.zeros((len(vertices), len(BONES)))
    trunk = np.zeros(len(vertices))
    for bone, weight in table.items():
        if bone.startswith(_TRUNK):
            trunk += weight
            continue
        for name, share in _target(bone):
            ours[:, INDEX[name]] += share * weight
    ours += trunk[:, None] * _trunk_shares(vertices, fitted)
    ours /= np.maximum(ours.sum(axis=1, keepdims=True), 1e-9)
    return _with_halves(ours)


_TRUNK = ("root", "pelvis", "spine", "breast")
_PLAIN = {
    "clavicle": "clavicle",
    "shoulder01": "clavicle",
    "upperarm": "upperarm",
    "lowerarm01": "forearm",
    "lowerarm02": "wrist",
    "wrist": "hand",
    "metacarpal": "hand",
    "upperleg": "thigh",
    "lowerleg": "shank",
    "foot": "foot",
    "toe": "toes",
}


def _target(bone: str) -> list[tuple[str, float]]:
    """Our bones for one of MakeHuman's outside the trunk, with shares."""
    name, _, letter = bone.partition(".")
    side = {"L": "left", "R": "right", "": ""}[letter]
    if name == "neck02":
        return [("C6", 0.5), ("C3", 0.5)]
    if name.startswith("neck"):
        return [("C6" if name == "neck01" else "C3", 1.0)]
    if name.startswith("finger"):
        return [(f"{FINGERS[int(name[6]) - 1]}{name[8]}.{side}", 1.0)]
    for prefix, ours in _PLAIN.items():
        if name.startswith(prefix) and side:
            return [(f"{ours}.{side}", 1.0)]
    return [("head", 1.0)]


def _trunk_shares(vertices: Floats, fitted: Fitted) -> Floats:
    """How the trunk's skin is shared between the pelvis and the vertebrae, by height."""
    names = ("pelvis", *LUMBAR, *THORACIC)
    heights = fitted.joints[[INDEX[name] for name in names], 1]
    top = fitted.joints[INDEX["C6"], 1]
    edges = np.append(heights[1:], top)
    centres = (np.append(heights[1] - 0.03, edges[:-1]) + edges) / 2
    shares = np.zeros((len(vertices), len(BONES)))
    position = np.interp(vertices[:, 1], centres, np.arange(len(names)))
    for number, name in enumerate(names):
        # A smooth hump rather than a tent, so that creases do not follow the segments.
        near = np.clip(1 - np.abs(position - number) / 1.5, 0, 1)
        shares[:, INDEX[name]] = near**2 * (3 - 2 * near)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def _with_halves(ours: Floats) -> Floats:
    """Give each half bone the weight of the zone that its joint blends."""
    for bone in BONES:
        if bone.half:
            half, child = INDEX[bone.name], INDEX[bone.half]
            above = [INDEX[name] for name in _above(bone.half)]
            upper = ours[:, above].sum(axis=1)
            shared = np.minimum(upper, ours[:, child])
            ours[:, half] = 2 * shared
            ours[:, child] -= shared
            ours[:, above] *= (1 - shared / np.maximum(upper, 1e-9))[:, None]
    return ours


def _above(bone: str) -> list[str]:
    """The bones on the body's side of the joint whose skin blends with `bone`."""
    name, _, side = bone.partition(".")
    return {
        "upperarm": [f"clavicle.{side}", *THORACIC],
        "forearm": [f"upperarm.{side}"],
        "hand": [f"wrist.{side}"],
        "thigh": ["pelvis", *LUMBAR],
        "shank": [f"thigh.{side}"],
    }[name]


def strongest(dense: Floats) -> tuple[Ints, Floats]:
    """The four strongest bones of each vertex and their weights, (n, 4) each, summing to 1."""
    bones = np.argsort(-dense, axis=1)[:, :INFLUENCES]
    kept = np.take_along_axis(dense, bones, axis=1)
    return bones, np.asarray(kept / kept.sum(axis=1, keepdims=True))
