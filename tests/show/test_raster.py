"""The z-buffer: what covers, what hides, what turns away."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from supple.show.raster import NOTHING, Floats, Seen, rasterise, twice_area

SIZE = (64, 64)


def seen(points: list[tuple[float, float, float]], *triangles: tuple[int, int, int]) -> Seen:
    """Points are x, y (down) and depth."""
    array = np.array(points)
    return rasterise(array[:, :2], array[:, 2], np.array(triangles), SIZE)


def test_a_square_of_two_triangles_has_no_gap_along_its_diagonal() -> None:
    corners = [(8.0, 8.0, 0.0), (40.0, 8.0, 0.0), (40.0, 40.0, 0.0), (8.0, 40.0, 0.0)]
    shown = seen(corners, (0, 2, 1), (0, 3, 2))
    assert shown.body[8:40, 8:40].all()
    assert shown.body.sum() == 32 * 32


def test_the_nearer_triangle_hides_the_farther() -> None:
    near = [(0.0, 0.0, 2.0), (0.0, 60.0, 2.0), (60.0, 0.0, 2.0)]
    far = [(x, y, 1.0) for x, y, _ in near]
    shown = seen([*far, *near], (0, 1, 2), (3, 4, 5))
    assert set(np.unique(shown.triangle)) == {NOTHING, 1}


def test_a_triangle_that_turns_away_is_not_seen() -> None:
    shown = seen([(0.0, 0.0, 0.0), (0.0, 60.0, 0.0), (60.0, 0.0, 0.0)], (0, 2, 1))
    assert not shown.body.any()


def test_depth_runs_evenly_over_a_slope() -> None:
    shown = seen([(0.0, 0.0, 0.0), (0.0, 64.0, 0.0), (64.0, 0.0, 64.0)], (0, 1, 2))
    row = shown.depth[0, :60]
    assert np.allclose(np.diff(row), 1.0, atol=1e-6)
    assert np.isclose(row[0], 0.5, atol=1e-6)


def test_what_lies_off_the_picture_is_left_out() -> None:
    shown = seen([(-50.0, -50.0, 0.0), (-50.0, 200.0, 0.0), (200.0, -50.0, 0.0)], (0, 1, 2))
    assert shown.body.all()


coordinate = st.floats(2, 62)


@given(st.tuples(*[coordinate] * 6))
def test_the_pixels_of_a_triangle_are_as_many_as_its_area(numbers: tuple[float, ...]) -> None:
    sheet: Floats = np.array(numbers).reshape(3, 2)
    triangle = np.array([[0, 1, 2]])
    if twice_area(sheet, triangle)[0] < 0:
        triangle = triangle[:, ::-1]
    area = abs(twice_area(sheet, triangle)[0]) / 2
    around = np.linalg.norm(sheet - np.roll(sheet, 1, axis=0), axis=1).sum()
    pixels = rasterise(sheet, np.zeros(3), triangle, SIZE).body.sum()
    assert abs(pixels - area) <= around + 2
