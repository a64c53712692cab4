"""From metres in the world to units on the sheet."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from supple.show.camera import LOWEST, TALLEST, Camera, frame_around

FORWARD, UP, RIGHT = np.eye(3)


def test_from_the_right_forward_runs_to_the_right_of_the_picture() -> None:
    seen = Camera(0, 0).view(np.stack([FORWARD, UP, RIGHT]))
    assert np.allclose(seen, [[1, 0, 0], [0, 1, 0], [0, 0, 1]])


def test_from_the_left_it_is_the_other_way_round() -> None:
    assert np.allclose(Camera(180, 0).view(FORWARD), [-1, 0, 0])


def test_from_the_front_the_right_side_lies_on_the_left() -> None:
    assert np.allclose(Camera(90, 0).view(RIGHT), [-1, 0, 0], atol=1e-12)


def test_looking_down_shows_the_floor_rise_into_the_picture() -> None:
    assert Camera(0, 20).view(-RIGHT)[1] > 0


@given(st.floats(-180, 180), st.floats(-80, 80))
def test_a_view_turns_and_does_not_stretch(yaw: float, pitch: float) -> None:
    axes = Camera(yaw, pitch).axes
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    assert np.isclose(np.linalg.det(axes), 1)


size = st.floats(0.2, 3)


@given(size, size)
def test_everything_lies_on_the_sheet_and_the_sheet_is_no_strip(wide: float, tall: float) -> None:
    points = np.array([[0.0, 0.0], [wide, tall]])
    frame = frame_around(points, width=2400, margin=0.1)
    at = frame.place(points)
    assert (at >= 0).all()
    assert (at <= (frame.width, frame.height)).all()
    assert LOWEST * 2400 <= frame.height <= TALLEST * 2400 + 1
