"""The clips a page asks for, from the frames that are shipped."""

import gzip

import pytest

from supple.body.figure import BODY_NAMES
from supple.exercise.load import Library, load_library
from supple.problem import Problem
from supple.show.movement import (
    Timetable,
    body_file,
    clip_file,
    clip_names,
    whole_file,
)
from supple.show.stage import Stage, set_stage
from supple.value import from_plain
from tests.show.test_gltf import opened


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def made(result: bytes | Problem) -> bytes:
    assert isinstance(result, bytes), result
    return result


def timetable(library: Library, name: str, who: str = "woman") -> Timetable:
    document, _ = opened(made(clip_file(library, name, who)))
    return from_plain(document["extras"], Timetable)


def test_every_exercise_clip_is_at_most_20_kilobytes_compressed(library: Library) -> None:
    sizes = {
        name: len(gzip.compress(made(clip_file(library, name, "woman")), mtime=0))
        for name in clip_names(library)
        if not name.startswith("travel-")
    }
    assert {name: size for name, size in sizes.items() if size > 20_000} == {}


def test_a_bridge_goes_up_and_comes_down_in_the_seconds_of_its_file(library: Library) -> None:
    table = timetable(library, "segmental-bridge")
    moves = library.exercises["segmental-bridge"].moves
    up, down = table.segments
    assert (up.start_pose, up.end_pose) == ("hook", "top")
    assert (down.start_pose, down.end_pose) == ("top", "hook")
    assert [up.end - up.start, down.end - down.start] == [move.seconds for move in moves]
    assert table.seconds == down.end


@pytest.mark.parametrize(
    ("name", "follow"), [("single-knee-to-chest", True), ("quadruped-arm-lift", False)]
)
def test_the_camera_changes_sides_with_the_person_but_not_at_every_turn(
    library: Library, name: str, follow: bool
) -> None:
    assert timetable(library, name).view.follow is follow


def test_the_box_of_a_view_holds_a_lying_body(library: Library) -> None:
    view = timetable(library, "pelvic-tilt").view
    length, height, width = (2 * half for half in view.half)
    assert 1.2 < length < 1.9
    assert 0.3 < height < 0.9
    assert width < 1.2


@pytest.mark.parametrize("who", BODY_NAMES)
def test_every_body_has_every_clip(library: Library, who: str) -> None:
    assert all(isinstance(clip_file(library, name, who), bytes) for name in clip_names(library))


def test_the_other_side_is_the_mirror_image(library: Library) -> None:
    right = made(whole_file(library, "bird-dog", "woman"))
    left = made(whole_file(library, "bird-dog", "woman", side="left"))
    assert right != left
    assert len(left) == pytest.approx(len(right), rel=0.05)


def test_unknown_names_are_told_with_the_known_ones(library: Library) -> None:
    small = Library(exercises={"bird-dog": library.exercises["bird-dog"]})
    clip = clip_file(small, "handstand", "woman")
    assert str(clip) == "There is no movement “handstand”. There are: bird-dog."
    whole = whole_file(small, "bird-dog", "woman", tone="green")
    assert str(whole) == ("There is no skin tone “green”. There are: light, medium, brown, dark.")


def test_a_body_that_is_not_there_is_a_problem_and_no_crash(library: Library) -> None:
    assert isinstance(body_file("giant"), Problem)
    assert isinstance(clip_file(library, "bird-dog", "giant"), Problem)


def test_a_clip_is_seen_from_where_the_pose_farthest_from_the_start_is_drawn(
    library: Library,
) -> None:
    stage = set_stage(library.exercises["bird-dog"], "woman")
    assert isinstance(stage, Stage)
    assert stage.telling == "reach"
    assert timetable(library, "bird-dog").view.azimuth == stage.camera.yaw


def things_in(glb: bytes) -> set[str]:
    """The materials of the things in a clip, by name."""
    document, _ = opened(glb)
    meshes = [mesh for mesh in document.get("meshes", []) if mesh["name"] == "things"]
    return {
        document["materials"][part["material"]]["name"]
        for mesh in meshes
        for part in mesh["primitives"]
    }


def test_a_pillow_is_there_where_the_head_lies_on_one(library: Library) -> None:
    assert things_in(made(clip_file(library, "pelvic-tilt", "woman"))) == {"prop"}
    assert things_in(made(clip_file(library, "bird-dog", "woman"))) == set()


def test_the_chair_is_there_to_kneel_by_and_gone_when_lying_down(library: Library) -> None:
    by_chair = made(clip_file(library, "travel-standing-kneeling", "woman"))
    assert things_in(by_chair) == {"prop", "prop-side"}
    down = made(clip_file(library, "travel-kneeling-sidelying", "woman"))
    assert things_in(down) == {"prop"}
