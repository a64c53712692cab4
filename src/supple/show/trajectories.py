"""A movement as numbers: the same frames that draw the figure, for other programs."""

import numpy as np

from supple.body.clips import Clip
from supple.body.figure import Body
from supple.body.measure import contact_errors
from supple.body.skeleton import ANGLES, BONE_NAMES, BONES
from supple.exercise.poses import contacts_of
from supple.exercise.types import Exercise
from supple.exercise.walls import planes
from supple.value import Value

TOUCHING = 0.008  # metres between skin and surface that still count as touching
_OTHER = {"left": "right", "right": "left"}


class Trajectories(Value, kw_only=True, rename="kebab"):
    """Frames of one movement on one body, `rate` a second.

    `angles` are degrees by name, one number a frame, positive as in
    `supple.body.skeleton`; `aliases` gives the OpenSim name where there is one.
    `joints` are joint centres, metres, X forward, Y up, Z right; `contacts` say of
    each landmark in each frame whether it touches its surface. `moves` are the
    first and last frame on the way to each pose of `poses`.
    """

    exercise: str
    body: str
    side: str
    rate: int
    poses: tuple[str, ...]
    moves: tuple[tuple[int, int], ...]
    aliases: dict[str, str]
    angles: dict[str, list[float]]
    joints: dict[str, list[tuple[float, float, float]]]
    contacts: dict[str, list[bool]]


def trajectories(exercise: Exercise, body: Body, clip: Clip, side: str = "right") -> Trajectories:
    """The frames of a clip in numbers, for the working side `side` ("left" or "right")."""
    states = clip.frames if side == "right" else clip.frames.mirrored()
    posed = states.posed(body)
    joints = np.round(np.moveaxis(posed.position, 1, 0), 4).tolist()
    whole = [bone.name for bone in BONES if not bone.half]
    return Trajectories(
        exercise=exercise.id,
        body=body.name,
        side=side,
        rate=clip.rate,
        poses=tuple(move.to for move in exercise.moves),
        moves=clip.moves,
        aliases={angle.name: angle.alias for angle in ANGLES if angle.alias},
        angles=dict(zip([a.name for a in ANGLES], _rounded(states.angles.T), strict=True)),
        joints={n: at for n, at in zip(BONE_NAMES, joints, strict=True) if n in whole},
        contacts=_contacts(exercise, body, clip, side),
    )


def _rounded(values: np.ndarray) -> list[list[float]]:
    rounded: list[list[float]] = (np.round(values, 2) + 0.0).tolist()
    return rounded


def _contacts(exercise: Exercise, body: Body, clip: Clip, side: str) -> dict[str, list[bool]]:
    """Contacts of any pose, watched over all frames."""
    named = {m: s for pose in exercise.poses.values() for m, s in contacts_of(pose).items()}
    surfaces = planes(exercise.scene)
    errors = contact_errors(body, clip.frames.posed(body), named, surfaces)
    return {
        _sided(mark, side): (np.abs(error) <= TOUCHING).tolist()
        for mark, error in sorted(errors.items())
    }


def _sided(mark: str, side: str) -> str:
    head, dot, rest = mark.partition(".")
    return f"{_OTHER[head]}{dot}{rest}" if side == "left" and head in _OTHER else mark
