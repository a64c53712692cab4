"""A movement in numbers."""

import json

import pytest

from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.stage import Stage, set_stage
from supple.show.trajectories import trajectories
from supple.value import to_json


@pytest.fixture(scope="module")
def stage() -> Stage:
    found = set_stage(load_library().exercises["bird-dog"], "woman")
    assert not isinstance(found, Problem), found
    return found


def test_the_keys_and_lengths(stage: Stage) -> None:
    found = json.loads(to_json(trajectories(stage.exercise, stage.body, stage.clip)))
    assert list(found) == [
        "exercise", "body", "side", "rate", "poses", "moves", "aliases", "angles", "joints",
        "contacts",
    ]  # fmt: skip
    frames = found["moves"][-1][1] + 1
    series = [*found["angles"].values(), *found["joints"].values(), *found["contacts"].values()]
    assert {len(values) for values in series} == {frames}
    assert found["poses"] == ["reach", "table"]
    assert found["aliases"]["right.hip.flexion"] == "hip_flexion_r"
    assert all(len(place) == 3 for place in found["joints"]["thigh.right"])


def test_the_lifted_hand_leaves_the_floor_and_comes_back(stage: Stage) -> None:
    touching = trajectories(stage.exercise, stage.body, stage.clip).contacts
    assert all(touching["left.palm"])
    assert touching["right.palm"][0]
    assert touching["right.palm"][-1]
    assert not all(touching["right.palm"])


def test_the_left_side_is_the_mirror_image(stage: Stage) -> None:
    right = trajectories(stage.exercise, stage.body, stage.clip)
    left = trajectories(stage.exercise, stage.body, stage.clip, "left")
    assert left.angles["left.shoulder.flexion"] == right.angles["right.shoulder.flexion"]
    assert left.contacts["right.palm"] == right.contacts["left.palm"]
    ours, theirs = left.joints["hand.left"][10], right.joints["hand.right"][10]
    assert ours[:2] == theirs[:2]
    assert ours[2] == pytest.approx(-theirs[2], abs=0.011)  # bodies are not quite even
