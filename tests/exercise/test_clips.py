"""Clips of the shipped library are fresh, and a fixed sample solves to what was baked."""

import numpy as np
import pytest

from supple.body.clips import Clip, read_clip
from supple.body.figure import BODY_NAMES, body
from supple.exercise.clips import TRAVEL, Leg, clip_of, legs_of, stamp_of
from supple.exercise.load import load_library
from supple.exercise.poses import solved
from supple.exercise.types import Exercise, Move, Pose, Travel, TravelMove
from supple.value import changed

LIBRARY = load_library()
SOURCES: dict[str, Exercise | Travel] = {
    **{name: one for name, one in LIBRARY.exercises.items() if one.moves},
    TRAVEL: LIBRARY.travel,
}
FEET = ("both.heel", "both.ball")
MOVE = Move(to="bend", seconds=0.3, text="Bend", say="Bend.")


def squat() -> Exercise:
    bend = Pose(parent="stand", angles={"both.knee.flexion": 40.0}, floor=FEET)
    return changed(
        LIBRARY.exercises["bird-dog"],
        id="squat",
        scene={},
        poses={"stand": Pose(base="standing", floor=FEET), "bend": bend},
        moves=(MOVE, changed(MOVE, to="stand")),
    )


@pytest.mark.parametrize("who", BODY_NAMES)
@pytest.mark.parametrize("name", SOURCES)
def test_no_clip_is_stale(name: str, who: str) -> None:
    clip = read_clip(name, who)
    assert isinstance(clip, Clip), clip
    assert clip.stamp == stamp_of(SOURCES[name], body(who)), "run: python -m tools.bake"


@pytest.mark.parametrize(("name", "pose"), [("pelvic-tilt", "hook"), ("bird-dog", "table")])
def test_a_sample_solves_to_what_was_baked(name: str, pose: str) -> None:
    woman, exercise = body("woman"), LIBRARY.exercises[name]
    keys, _ = solved({pose: exercise.poses[pose]}, exercise.scene, woman, exercise.file)
    clip = read_clip(name, "woman")
    assert isinstance(clip, Clip)
    apart = keys[pose].solution.state.skin(woman) - clip.keys[pose].skin(woman)
    assert np.abs(apart).max() < 0.003


def test_a_round_goes_from_the_start_pose_and_back() -> None:
    assert legs_of(squat()) == (
        Leg(through=("stand", "bend"), seconds=0.3),
        Leg(through=("bend", "stand"), seconds=0.3),
    )


def test_a_way_of_travel_goes_through_its_poses() -> None:
    move = TravelMove(
        start="standing", end="kneeling", seconds=4, text="Kneel", say=(), poses=("a", "b", "c")
    )
    still = changed(move, poses=())
    assert legs_of(Travel(moves=(move, still))) == (Leg(through=("a", "b", "c"), seconds=4),)


def test_moves_follow_each_other_in_one_run_of_frames() -> None:
    clip, problems = clip_of(squat(), body("woman"))
    assert problems == ()
    assert clip is not None
    assert clip.moves == ((0, 3), (3, 6))
    assert len(clip.frames.angles) == 7
    assert np.allclose(clip.frames.angles[0], clip.frames.angles[-1])


def test_the_stamp_follows_what_the_movement_rests_on() -> None:
    woman, one = body("woman"), squat()
    stamp = stamp_of(one, woman)
    deeper = changed(one.poses["bend"], angles={"both.knee.flexion": 50.0})
    assert stamp_of(changed(one, poses={**one.poses, "bend": deeper}), woman) != stamp
    assert (
        stamp_of(changed(one, moves=(changed(MOVE, seconds=0.5), *one.moves[1:])), woman) != stamp
    )
    assert stamp_of(one, body("man")) != stamp


def test_the_stamp_does_not_follow_words_or_lines() -> None:
    woman, one = body("woman"), squat()
    moved = {name: changed(pose, line=pose.line + 7) for name, pose in one.poses.items()}
    said = (changed(MOVE, say="Bend a little."), *one.moves[1:])
    assert stamp_of(changed(one, poses=moved, moves=said), woman) == stamp_of(one, woman)


def test_a_movement_without_its_pose_is_a_problem() -> None:
    lost = changed(squat(), poses={"stand": Pose(base="standing")}, file="squat.toml")
    clip, problems = clip_of(lost, body("woman"))
    assert clip is None
    assert [str(problem) for problem in problems] == [
        "squat.toml: There is no pose to draw this from: bend."
    ]
