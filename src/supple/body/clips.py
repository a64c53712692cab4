"""Solved movement as files: the frames of an exercise on every body, small and exact enough.

One file for an exercise holds, for each body, its key poses and its frames as
16-bit steps (0.02° and 0.1 mm), each frame as the difference from the one before.
`python -m tools.bake` writes them; nothing else does.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supple.body.figure import DAMAGE, DATA, arrays
from supple.body.skeleton import ANGLE_NAMES
from supple.body.state import State
from supple.problem import Place, Problem

Floats = NDArray[np.float64]

FOLDER = DATA / "clips"
ANGLE_STEP = 0.02  # degrees
PLACE_STEP = 1e-4  # metres
TURN_STEP = 1 / 32767  # of a unit quaternion


@dataclass(frozen=True)
class Clip:
    """One exercise on one body: key poses by name, and all frames in one batch.

    `moves` holds the first and last frame of each move; a move begins on the frame
    where the one before ended. `stamp` is the hash of what it was solved from.
    """

    keys: Mapping[str, State]
    frames: State
    moves: tuple[tuple[int, int], ...]
    rate: int
    stamp: str


def path_of(exercise: str, folder: Path = FOLDER) -> Path:
    """The file that holds an exercise's clips."""
    return folder / f"{exercise}.npz"


def write_clips(path: Path, clips: Mapping[str, Clip]) -> None:
    """Write the clips of all bodies of one exercise."""
    first = next(iter(clips.values()))
    about = {
        "keys": list(first.keys),
        "moves": first.moves,
        "rate": first.rate,
        "stamps": {name: clip.stamp for name, clip in clips.items()},
        "angles": ANGLE_NAMES,
    }
    arrays: dict[str, Any] = {"about": np.frombuffer(json.dumps(about).encode(), dtype="u1")}
    for name, clip in clips.items():
        arrays[f"{name}.frames"] = _packed(clip.frames)
        arrays[f"{name}.keys"] = np.concatenate([_packed(_batch(k)) for k in clip.keys.values()])
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)


def read_clip(exercise: str, body: str, folder: Path = FOLDER) -> Clip | Problem:
    """The clip of an exercise on a body, or a Problem that names the missing or damaged file."""
    path = path_of(exercise, folder)
    try:
        return _read(path, path.stat().st_mtime_ns, body)
    except DAMAGE as error:
        sentence = (
            f"The movement of {exercise} for {body} cannot be read ({error}); "
            "bake it again with: python -m tools.bake"
        )
        return Problem(place=Place(file=str(path)), sentence=sentence)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int, body: str) -> Clip:
    with arrays(path) as data:
        about = json.loads(bytes(data["about"]))
        if about["angles"] != list(ANGLE_NAMES):
            raise ValueError("it was made for another set of joint angles")
        keys = data[f"{body}.keys"]
        return Clip(
            keys={
                name: _single(_unpacked(keys[row : row + 1]))
                for row, name in enumerate(about["keys"])
            },
            frames=_unpacked(data[f"{body}.frames"]),
            moves=tuple((first, last) for first, last in about["moves"]),
            rate=about["rate"],
            stamp=about["stamps"][body],
        )


def _packed(state: State) -> NDArray[np.int16]:
    """Frames as differences in 16-bit steps, (frames, angles + 7)."""
    steps = [
        state.angles / ANGLE_STEP,
        state.position / PLACE_STEP,
        _continuous(_quaternions(state.orientation)) / TURN_STEP,
    ]
    whole = np.round(np.concatenate(steps, axis=1)).astype("<i2")
    return np.diff(whole, axis=0, prepend=np.zeros((1, whole.shape[1]), dtype="<i2"))


def _unpacked(differences: NDArray[np.int16]) -> State:
    whole = np.cumsum(differences, axis=0, dtype="<i2").astype(float)
    count = len(ANGLE_NAMES)
    turns = whole[:, count + 3 :] * TURN_STEP
    return State(
        whole[:, :count] * ANGLE_STEP,
        whole[:, count : count + 3] * PLACE_STEP,
        _matrices(turns / np.linalg.norm(turns, axis=1, keepdims=True)),
    )


def _batch(state: State) -> State:
    return State(state.angles[None], state.position[None], state.orientation[None])


def _single(state: State) -> State:
    return State(state.angles[0], state.position[0], state.orientation[0])


def _quaternions(rotation: Floats) -> Floats:
    """Unit quaternions (n, 4), scalar last, of rotation matrices (n, 3, 3).

    Each row of the symmetric 4 × 4 below is the quaternion times one of its own
    parts; the longest row is the exact one.
    """
    r = rotation
    x = np.stack([1 + r[:, 0, 0] - r[:, 1, 1] - r[:, 2, 2], r[:, 0, 1] + r[:, 1, 0],
                  r[:, 0, 2] + r[:, 2, 0], r[:, 2, 1] - r[:, 1, 2]], axis=1)  # fmt: skip
    y = np.stack([x[:, 1], 1 - r[:, 0, 0] + r[:, 1, 1] - r[:, 2, 2],
                  r[:, 1, 2] + r[:, 2, 1], r[:, 0, 2] - r[:, 2, 0]], axis=1)  # fmt: skip
    z = np.stack([x[:, 2], y[:, 2], 1 - r[:, 0, 0] - r[:, 1, 1] + r[:, 2, 2],
                  r[:, 1, 0] - r[:, 0, 1]], axis=1)  # fmt: skip
    w = np.stack([x[:, 3], y[:, 3], z[:, 3], 1 + np.trace(r, axis1=1, axis2=2)], axis=1)
    rows = np.stack([x, y, z, w], axis=1)
    length = np.linalg.norm(rows, axis=2)
    best = length.argmax(axis=1)
    number = np.arange(len(r))
    unit: Floats = rows[number, best] / length[number, best, None]
    return unit


def _continuous(quaternions: Floats) -> Floats:
    """The same turns with signs chosen so that neighbours lie close."""
    along = np.einsum("ij,ij->i", quaternions[1:], quaternions[:-1])
    signs = np.cumprod(np.concatenate([[1.0], np.where(along < 0, -1.0, 1.0)]))
    return np.asarray(quaternions * signs[:, None])


def _matrices(quaternions: Floats) -> Floats:
    """Rotation matrices (n, 3, 3) of unit quaternions (n, 4), scalar last."""
    x, y, z, w = quaternions.T
    rows = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        (2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        (2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
