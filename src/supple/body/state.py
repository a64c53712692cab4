"""A pose as numbers: joint angles, and where the pelvis is. One pose or a batch of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from supple.body.figure import Body
from supple.body.kinematics import Posed, euler, rotvec
from supple.body.skeleton import ANGLE_INDEX, REST, mirrored

Floats = NDArray[np.float64]

MIRROR = np.array([1.0, 1.0, -1.0])


@dataclass(frozen=True)
class State:
    """`angles` (…, angles) degrees, `position` (…, 3) metres, `orientation` (…, 3, 3)."""

    angles: Floats
    position: Floats
    orientation: Floats

    def mirrored(self) -> "State":
        """The same with left and right exchanged, about the plane Z = 0."""
        turned = self.orientation * MIRROR[:, None] * MIRROR
        return State(mirrored(self.angles), self.position * MIRROR, turned)

    def posed(self, body: Body) -> Posed:
        """The bones of `body` in this pose."""
        return body.pose(self.angles, self.position, self.orientation)

    def skin(self, body: Body) -> Floats:
        """The skin of `body` in this pose, (…, n, 3) metres."""
        return body.skin(self.posed(body))

    def angle(self, name: str) -> Floats:
        """One named angle in degrees; `lumbar.flexion` is the sum over its segments."""
        if name == "lumbar.flexion":
            total: Floats = self.angles[..., LUMBAR_COLUMNS].sum(axis=-1)
            return total
        value: Floats = self.angles[..., ANGLE_INDEX[name]]
        return value


LUMBAR_COLUMNS = np.array(
    [ANGLE_INDEX[f"lumbar.{bone}"] for bone in ("L5", "L4", "L3", "L2", "L1")]
)


def stacked(states: list[State]) -> State:
    """One batch of single poses, in order."""
    return State(
        np.stack([state.angles for state in states]),
        np.stack([state.position for state in states]),
        np.stack([state.orientation for state in states]),
    )


# Where each base starts before the solver lays it on its surfaces: the turn of the
# pelvis (flexion about Z, abduction about X, rotation about Y), its height as a
# share of stature, and angles that are not zero.
_FOURS = {"hip.flexion": 85.0, "knee.flexion": 90.0, "ankle.dorsiflexion": -48.0}
_HANDS = {"shoulder.flexion": 85.0, "wrist.flexion": -80.0, "forearm.pronation": 150.0}
_BENT = {"hip.flexion": 90.0, "knee.flexion": 90.0}
BASES: dict[str, tuple[tuple[float, float, float], float, dict[str, float]]] = {
    "standing": ((0, 0, 0), 0.52, {}),
    "sitting": ((0, 0, 0), 0.32, _BENT),
    "kneeling": ((0, 0, 0), 0.30, {"knee.flexion": 90.0, "ankle.dorsiflexion": -48.0}),
    "supine": ((90, 0, 0), 0.08, {}),
    "prone": ((-90, 0, 0), 0.08, {"ankle.dorsiflexion": -50.0}),
    "quadruped": ((-90, 0, 0), 0.32, {**_FOURS, **_HANDS}),
    # On the side away from the working one, head where a supine body's head is.
    "sidelying": ((90, 0, 90), 0.12, {"hip.flexion": 45.0, "knee.flexion": 60.0}),
    # The same two with the head ahead, as one lies down from hands and knees.
    "supine-ahead": ((-90, 0, 180), 0.08, {}),
    "sidelying-ahead": ((-90, 0, -90), 0.12, {"hip.flexion": 45.0, "knee.flexion": 60.0}),
}


def base_state(name: str, stature: float) -> State:
    """Where the solver begins for a base pose. Raises KeyError for an unknown name."""
    turn, height, set_angles = BASES[name]
    angles = REST.copy()
    for angle, value in set_angles.items():
        for side in ("left", "right"):
            angles[ANGLE_INDEX[f"{side}.{angle}"]] = value
    position = np.array([0.0, height * stature, 0.0])
    return State(angles, position, euler(np.array(turn, dtype=float)))


def blended(start: State, end: State, share: Floats | float) -> State:
    """Between two poses: angles and position by `share`, the pelvis along the shortest turn.

    `share` is one number, or one for each angle (angles,), whose mean moves the pelvis.
    """
    whole = float(np.mean(share))
    turn = _log(start.orientation.T @ end.orientation)
    return State(
        start.angles + share * (end.angles - start.angles),
        start.position + whole * (end.position - start.position),
        start.orientation @ rotvec(whole * turn),
    )


def _log(rotation: Floats) -> Floats:
    """Rotation vector of a rotation matrix, radians."""
    cos = np.clip((np.trace(rotation) - 1) / 2, -1, 1)
    angle = np.arccos(cos)
    skew = np.array(
        [
            rotation[2, 1] - rotation[1, 2],
            rotation[0, 2] - rotation[2, 0],
            rotation[1, 0] - rotation[0, 1],
        ]
    )
    if angle > np.pi - 1e-3:  # half a turn: the axis is the eigenvector of 1
        axis = np.linalg.eigh((rotation + rotation.T) / 2)[1][:, -1]
        return np.asarray(angle * axis * (1.0 if axis @ skew >= 0 else -1.0))
    length = np.linalg.norm(skew)
    return np.asarray(skew * (angle / length if length > 0 else 0.0))
