"""The side an exercise is drawn from."""

from dataclasses import replace

import pytest

from supple.exercise.load import load_library
from supple.exercise.types import Side
from supple.problem import Problem
from supple.show.camera import Camera
from supple.show.stage import Stage, set_stage
from supple.show.still import still_stamp
from supple.show.view import camera_at
from supple.value import changed


def stage_of(side: Side) -> Stage:
    exercise = changed(load_library().exercises["standing-hip-extension"], view=side)
    stage = set_stage(exercise, "woman")
    assert not isinstance(stage, Problem)
    return stage


@pytest.mark.parametrize(
    ("side", "toward"),
    [("right", (0, 1)), ("left", (0, -1)), ("front", (1, 0)), ("back", (-1, 0))],
)
def test_a_named_side_looks_from_there(side: Side, toward: tuple[int, int]) -> None:
    x, _, z = camera_at(side, "standing").axes[2]
    assert x * toward[0] + z * toward[1] > 0.9


def test_the_side_that_an_exercise_names_is_the_one_it_is_drawn_from() -> None:
    assert stage_of("back").camera == camera_at("back", "standing")
    assert stage_of("").camera == camera_at("right", "standing")


def test_a_view_that_is_asked_for_wins_over_the_one_named() -> None:
    stage = stage_of("back")
    assert replace(stage, view=Camera(10, 0)).camera == Camera(10, 0)


def test_another_side_makes_the_drawings_stale() -> None:
    back, best = stage_of("back"), stage_of("")
    stamps = {still_stamp(s.exercise, s.body, s.clip) for s in (back, best)}
    assert len(stamps) == 2
