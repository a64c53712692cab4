"""Poses as people write them, solved on one body; mistakes are named with line and amount."""

from collections.abc import Mapping

import numpy as np
import pytest

from supple.body.figure import BODY_NAMES, body
from supple.body.skeleton import LUMBAR_SHARE
from supple.exercise.poses import KeyPose, angle_values, contacts_of, planes, sided, solved
from supple.exercise.types import Pose, Surface
from supple.problem import Problem

WOMAN = body("woman")
FEET = ("both.heel", "both.ball")
STAND = Pose(base="standing", floor=FEET, line=3)


def solve(
    poses: Mapping[str, Pose], scene: Mapping[str, Surface] | None = None
) -> tuple[dict[str, KeyPose], tuple[Problem, ...]]:
    return solved(poses, scene or {}, WOMAN, "demo.toml")


def complaint(pose: Pose, **others: Pose) -> str:
    found, problems = solve({"odd": pose, "stand": STAND, **others})
    assert "odd" not in found
    assert "stand" in found
    assert len(problems) == 1
    return str(problems[0])


def test_sides_are_written_for_the_right_working_side() -> None:
    assert sided("both.knee") == ("left.knee", "right.knee")
    assert sided("work.knee") == ("right.knee",)
    assert sided("off.knee") == ("left.knee",)
    assert sided("back.mid") == ("back.mid",)


def test_one_lumbar_flexion_is_spread_over_the_segments() -> None:
    parts = dict(angle_values("lumbar.flexion", 20))
    assert list(parts.values()) == pytest.approx([20 * share for share in LUMBAR_SHARE])
    assert dict(angle_values("lumbar.segments", (5, 4, 3, 2, 1)))["lumbar.L1"] == 1


def test_a_pose_that_begins_from_another_keeps_its_contacts_in_place() -> None:
    bend = Pose(
        parent="stand",
        angles={"both.hip.flexion": 40.0, "both.knee.flexion": 50.0},
        floor=FEET,
        line=9,
    )
    found, problems = solve({"bend": bend, "stand": STAND})
    assert problems == ()
    assert list(found) == ["bend", "stand"]
    assert set(found["bend"].goal.pins) == set(contacts_of(STAND))
    assert found["bend"].solution.state.angle("left.knee.flexion") > 40


def test_what_may_slide_is_not_pinned() -> None:
    slide = Pose(parent="stand", floor=FEET, slide=("work.heel", "work.ball"))
    found, _ = solve({"stand": STAND, "slide": slide})
    assert set(found["slide"].goal.pins) == {"left.heel", "left.ball"}


def test_a_seat_and_a_wall_become_planes() -> None:
    found = planes({"seat": Surface(height=0.45), "wall": Surface(distance=0.6)})
    assert (found["seat"].level, found["seat"].solid) == (0.45, False)
    assert found["wall"].solid
    assert np.dot(found["wall"].normal, [0.5, 1.0, 0.0]) > found["wall"].level


def test_a_loop_is_named_from_pose_to_pose() -> None:
    poses = {"a": Pose(parent="b", line=4), "b": Pose(parent="a", line=8)}
    found, problems = solve({**poses, "stand": STAND})
    assert list(found) == ["stand"]
    assert str(problems[0]) == (
        "demo.toml:4: The poses begin from each other in a loop: a → b → a. "
        "Give one of them a base."
    )


def test_an_unknown_base_is_named() -> None:
    assert complaint(Pose(base="hanging", line=5)).startswith(
        "demo.toml:5: Pose “odd” has the base “hanging”; write one of: standing, sitting, "
    )


def test_an_unknown_parent_is_named() -> None:
    assert complaint(Pose(parent="gone", line=5)) == (
        "demo.toml:5: Pose “odd” begins from “gone”, which is not in this file."
    )


def test_a_contact_that_does_not_exist_is_named() -> None:
    assert complaint(Pose(base="standing", floor=("both.tail",), line=5)) == (
        "demo.toml:5: Pose “odd” names the contact “both.tail”, which the body does not have."
    )


def test_a_surface_that_is_not_in_the_scene_is_named() -> None:
    assert complaint(Pose(base="sitting", on={"sofa": ("both.sitbone",)}, line=5)) == (
        "demo.toml:5: Pose “odd” rests on “sofa”; add [scene.sofa] with its height."
    )


def test_an_unknown_angle_is_named() -> None:
    assert complaint(Pose(base="standing", angles={"both.tail.flexion": 5.0}, line=5)) == (
        "demo.toml:5: Pose “odd” sets the angle “both.tail.flexion”, which the body does not have."
    )


def test_an_angle_out_of_range_is_named_with_by_how_much() -> None:
    assert complaint(Pose(base="standing", angles={"both.knee.flexion": 170.0}, line=5)) == (
        "demo.toml:5: Pose “odd” sets left.knee.flexion to 170°, 12° out of its range "
        "(-3° to 158°)."
    )


def test_a_pose_after_a_broken_one_is_left_out_without_a_second_complaint() -> None:
    poses = {"odd": Pose(base="hanging", line=5), "next": Pose(parent="odd", line=9)}
    found, problems = solve(poses)
    assert found == {}
    assert [problem.place.line for problem in problems] == [5, 5]


@pytest.mark.parametrize("name", BODY_NAMES)
def test_every_body_gets_the_pose_in_its_own_size(name: str) -> None:
    raised = Pose(base="standing", floor=FEET, height={"work.knee": 0.5})
    found, _ = solved({"up": raised}, {}, body(name), "demo.toml")
    assert found["up"].goal.heights["right.knee"] == pytest.approx(0.5 * body(name).stature / 1.65)
