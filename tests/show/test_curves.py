"""Curves stay on their line, and are written short."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from supple.show.curves import evenly, fit, path, polyline
from supple.show.raster import Floats


def on_curves(curves: Floats, count: int = 40) -> Floats:
    t = np.linspace(0, 1, count)[:, None]
    a, b, c, d = (curves[:, k, None, :] for k in range(4))
    s = 1 - t
    every: Floats = s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d
    return every.reshape(-1, 2)


@given(st.floats(8, 400))
def test_a_circle_is_fitted_within_its_tolerance(radius: float) -> None:
    turn = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    circle = radius * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    curves = fit(circle, 0.8, closed=True)
    assert np.abs(np.linalg.norm(on_curves(curves), axis=1) - radius).max() < 1.0
    assert np.allclose(curves[1:, 0], curves[:-1, 3])
    assert np.allclose(curves[-1, 3], curves[0, 0])


def test_a_corner_stays_sharp() -> None:
    side = np.arange(0.0, 101.0)
    bend = np.concatenate(
        [np.stack([side, 0 * side], axis=1), np.stack([0 * side + 100, side], axis=1)[1:]]
    )
    drawn = on_curves(fit(bend, 1.0))
    assert np.linalg.norm(drawn - (100, 0), axis=1).min() < 1.0


def test_path_data_is_relative_and_whole() -> None:
    curve = np.array([[[10.2, 20], [13, 20], [16, 19], [20, 18]]], dtype=float)
    assert path(curve) == "M10 20c3 0 6-1 10-2"
    assert path(curve, closed=True) == "M10 20c3 0 6-1 10-2z"
    assert polyline(np.array([[0, 0], [5, -5], [9, 9]], dtype=float)) == "M0 0l5-5 4 14"


def test_nothing_is_written_for_a_line_of_one_point() -> None:
    assert path(fit(np.array([[3.0, 4.0]]), 1.0)) == ""


@given(st.integers(2, 60))
def test_points_at_even_distances_keep_the_ends(count: int) -> None:
    line = np.array([[0, 0], [3, 4], [3, 10], [9, 18]], dtype=float)
    even = evenly(line, count)
    assert len(even) == count
    assert np.allclose(even[[0, -1]], line[[0, -1]])
