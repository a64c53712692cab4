"""Forward kinematics and skinning, for many poses at once.

A pose is an angle vector in degrees (see `skeleton.ANGLES`) with the position and
orientation of the pelvis in the world: X forward, Y up, Z right, metres. The
first axes of every array (`…`) may be any batch.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from supple.body.skeleton import BONES, INDEX, turn_matrix

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Posed(NamedTuple):
    """Bones in the world: orientation (…, bones, 3, 3) and joint position (…, bones, 3)."""

    rotation: Floats
    position: Floats


@dataclass(frozen=True)
class Rig:
    """One body's joints and bone axes in the bind pose, (bones, 3) and (bones, 3, 3).

    The columns of an axes matrix are the bone's X, Y and Z in the bind pose.
    """

    joints: Floats
    axes: Floats

    @property
    def offsets(self) -> Floats:
        """Each joint in the axes of its parent, (bones, 3) metres; zero for the pelvis."""
        parents = parent_index()
        step = self.joints - self.joints[parents]
        turned: Floats = np.einsum("bji,bj->bi", self.axes[parents], step)
        return turned


@cache
def parent_index() -> Ints:
    """The bone that each bone hangs on; the pelvis hangs on itself."""
    return np.array([INDEX[bone.parent] if bone.parent else 0 for bone in BONES])


@cache
def reference_index() -> Ints:
    """The bone that each bone's angles are measured against."""
    names = [bone.reference or bone.parent for bone in BONES]
    return np.array([INDEX[name] if name else 0 for name in names])


@cache
def _halves() -> tuple[Ints, Ints]:
    pairs = [(INDEX[bone.name], INDEX[bone.half]) for bone in BONES if bone.half]
    half, whole = zip(*pairs, strict=True)
    return np.array(half), np.array(whole)


@cache
def _levels() -> tuple[Ints, ...]:
    """Bones grouped so that every bone comes after its parent and its reference."""
    depth = np.zeros(len(BONES), dtype=int)
    for _ in BONES:
        below = np.maximum(depth[parent_index()], depth[reference_index()]) + 1
        depth = np.where(np.arange(len(BONES)) == 0, 0, below)
    return tuple(np.flatnonzero(depth == level) for level in range(1, depth.max() + 1))


def euler(degrees: Floats) -> Floats:
    """Rotation matrices (…, 3, 3) of flexion, abduction and rotation (…, 3): Z, then X, then Y."""
    turn = np.radians(degrees)
    sin, cos = np.sin(turn), np.cos(turn)
    sz, sx, sy = np.moveaxis(sin, -1, 0)
    cz, cx, cy = np.moveaxis(cos, -1, 0)
    rows = (
        (cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy),
        (sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy),
        (-cx * sy, sx, cx * cy),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)


def euler_angles(rotation: Floats) -> Floats:
    """Flexion, abduction and rotation in degrees (…, 3) of rotation matrices: `euler` undone."""
    x = np.arcsin(np.clip(rotation[..., 2, 1], -1, 1))
    z = np.arctan2(-rotation[..., 0, 1], rotation[..., 1, 1])
    y = np.arctan2(-rotation[..., 2, 0], rotation[..., 2, 2])
    found: Floats = np.degrees(np.stack([z, x, y], axis=-1))
    return found


def joint_turns(angles: Floats) -> Floats:
    """Rotation of each bone against its reference, (…, bones, 3, 3), from angles (…, angles)."""
    degrees = (angles @ turn_matrix()).reshape(*angles.shape[:-1], len(BONES), 3)
    half, whole = _halves()
    degrees[..., half, :] = degrees[..., whole, :] / 2
    return euler(degrees)


def forward(rig: Rig, angles: Floats, position: Floats, orientation: Floats) -> Posed:
    """Pose the bones: angles (…, angles), pelvis position (…, 3) and orientation (…, 3, 3)."""
    local = joint_turns(angles)
    rotation = np.empty_like(local)
    place = np.empty(local.shape[:-1])
    rotation[..., 0, :, :] = orientation
    place[..., 0, :] = position
    parents, references, offsets = parent_index(), reference_index(), rig.offsets
    for level in _levels():
        parent = parents[level]
        rotation[..., level, :, :] = (
            rotation[..., references[level], :, :] @ local[..., level, :, :]
        )
        arm = (rotation[..., parent, :, :] @ offsets[level][:, :, None])[..., 0]
        place[..., level, :] = place[..., parent, :] + arm
    return Posed(rotation, place)


def skin_matrices(rig: Rig, posed: Posed) -> Floats:
    """Bind pose to world for each bone, (…, bones, 3, 4): turn, then shift."""
    turn = posed.rotation @ np.swapaxes(rig.axes, -1, -2)
    shift = posed.position - (turn @ rig.joints[:, :, None])[..., 0]
    return np.concatenate([turn, shift[..., None]], axis=-1)


def skinned(matrices: Floats, points: Floats, bones: Ints, weights: Floats) -> Floats:
    """Linear blend skinning of points (n, 3) with bones and weights (n, k): (…, n, 3)."""
    out = np.zeros((*matrices.shape[:-3], len(points), 3))
    for slot in range(bones.shape[1]):
        chosen = matrices[..., bones[:, slot], :, :]
        moved = (chosen[..., :3] @ points[:, :, None])[..., 0] + chosen[..., 3]
        out += weights[:, slot, None] * moved
    return out


def rotvec(vector: Floats) -> Floats:
    """Rotation matrices (…, 3, 3) of rotation vectors (…, 3) in radians (Rodrigues)."""
    angle = np.linalg.norm(vector, axis=-1, keepdims=True)[..., None]
    unit = vector[..., None] / np.where(angle > 0, angle, 1)
    x, y, z = unit[..., 0, 0], unit[..., 1, 0], unit[..., 2, 0]
    zero = np.zeros_like(x)
    rows = ((zero, -z, y), (z, zero, -x), (-y, x, zero))
    cross = np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
    turn: Floats = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * (cross @ cross)
    return turn
