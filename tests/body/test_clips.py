from pathlib import Path

import numpy as np
import pytest

from supple.body.clips import Clip, path_of, read_clip, write_clips
from supple.body.kinematics import rotvec
from supple.body.skeleton import LOW
from supple.body.state import State, base_state, stacked
from supple.problem import Problem


def clip(frames: int = 12) -> Clip:
    start = base_state("supine", 1.65)
    states = [
        State(
            start.angles + 3.3 * number,
            start.position + 0.01 * number,
            start.orientation @ rotvec(np.array([0.1, 0.5, -0.2]) * number),
        )
        for number in range(frames)
    ]
    return Clip({"lie": states[0], "up": states[-1]}, stacked(states), ((0, 5), (5, 11)), 10, "abc")


def test_a_clip_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = clip()
    write_clips(path_of("demo", tmp_path), {"woman": made, "man": made})
    found = read_clip("demo", "woman", tmp_path)
    assert isinstance(found, Clip)
    assert found.moves == made.moves
    assert (found.rate, found.stamp, list(found.keys)) == (10, "abc", ["lie", "up"])
    assert np.abs(found.frames.angles - made.frames.angles).max() <= 0.0101
    assert np.abs(found.frames.position - made.frames.position).max() <= 0.0000501
    assert np.abs(found.frames.orientation - made.frames.orientation).max() < 2e-4
    assert found.keys["up"].angles.shape == LOW.shape


def test_a_missing_clip_is_a_problem_that_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "demo.npz"
    assert str(read_clip("demo", "woman", tmp_path)) == (
        f"{path}: The movement of demo for woman cannot be read ([Errno 2] No such file or "
        f"directory: '{path}'); bake it again with: python -m tools.bake"
    )


@pytest.mark.parametrize("damage", [b"", b"not a zip file", None])
def test_a_damaged_clip_is_a_problem(tmp_path: Path, damage: bytes | None) -> None:
    path = path_of("demo", tmp_path)
    write_clips(path, {"woman": clip()})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert isinstance(read_clip("demo", "woman", tmp_path), Problem)


def test_a_body_that_was_not_baked_is_a_problem(tmp_path: Path) -> None:
    write_clips(path_of("demo", tmp_path), {"woman": clip()})
    assert isinstance(read_clip("demo", "man", tmp_path), Problem)
