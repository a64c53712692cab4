import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.bake_figure.mesh import Mesh, normals, rim
from tools.bake_figure.thin import thinned

SQUARE = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], dtype=float)
HALVES = np.array([[0, 1, 2], [0, 2, 3]])


def grid(n: int) -> tuple[np.ndarray, np.ndarray]:
    """A flat square of n × n cells, each of two triangles."""
    x, y = np.meshgrid(np.arange(n + 1), np.arange(n + 1))
    points = np.stack([x.ravel(), y.ravel(), 0 * x.ravel()], axis=1) / n
    corner = (np.arange(n)[:, None] * (n + 1) + np.arange(n)).ravel()
    lower = np.stack([corner, corner + 1, corner + n + 2], axis=1)
    upper = np.stack([corner, corner + n + 2, corner + n + 1], axis=1)
    return points.astype(float), np.concatenate([lower, upper])


def area(points: np.ndarray, triangles: np.ndarray) -> float:
    a, b, c = points[triangles.T]
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


@settings(deadline=None)
@given(st.floats(0.05, 0.95), st.floats(-0.4, 0.4))
def test_a_cut_keeps_the_area_and_parts_it_along_the_line(at: float, slope: float) -> None:
    points, triangles = grid(3)
    mesh = Mesh(points, triangles)
    mesh.cut("line", points[:, 0] + slope * points[:, 1] - at)
    assert area(mesh.points, mesh.triangles) == pytest.approx(1.0)
    above = mesh.above("line")
    level = mesh.points[:, 0] + slope * mesh.points[:, 1] - at
    assert (level[mesh.triangles[above]] > -1e-9).all()
    assert (level[mesh.triangles[~above]] < 1e-9).all()


def test_a_later_cut_remembers_the_earlier_one() -> None:
    mesh = Mesh(*grid(2))
    mesh.cut("x", mesh.points[:, 0] - 0.3)
    mesh.cut("y", mesh.points[:, 1] - 0.6)
    mesh.keep(mesh.above("x"))
    mesh.keep(mesh.above("y"))
    assert area(mesh.points, mesh.triangles) == pytest.approx(0.7 * 0.4)


def test_the_recipe_gives_another_shape_its_own_new_vertices() -> None:
    mesh = Mesh(SQUARE.copy(), HALVES)
    mesh.cut("x", SQUARE[:, 0] - 0.25)
    stretched = mesh.shaped(SQUARE * [4, 1, 1])
    assert np.allclose(stretched, mesh.points * [4, 1, 1])
    assert np.allclose(mesh.grown(SQUARE[:, 0]), mesh.points[:, 0])


def test_refining_halves_long_edges_and_leaves_the_rest() -> None:
    mesh = Mesh(SQUARE.copy(), HALVES)
    mesh.refine(np.array([True, True, False, False]), 0.5)
    assert len(mesh.points) == 5
    assert np.allclose(mesh.points[4], [0.5, 0, 0])
    assert area(mesh.points, mesh.triangles) == pytest.approx(1.0)


def test_refining_follows_the_curve_of_a_sphere() -> None:
    corners = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [-1, 0, 0], [0, -1, 0], [0, 0, -1.0]])
    faces = np.array(
        [[0, 1, 2], [1, 3, 2], [3, 4, 2], [4, 0, 2], [1, 0, 5], [3, 1, 5], [4, 3, 5], [0, 4, 5]]
    )
    mesh = Mesh(corners, faces)
    mesh.refine(np.ones(6, dtype=bool), 0.1)
    radius = np.linalg.norm(mesh.points[6:], axis=1)
    assert (radius > np.sqrt(0.5) + 0.15).all()


def test_normals_look_outwards() -> None:
    assert np.allclose(normals(SQUARE, HALVES), [0, 0, 1])


def test_the_rim_of_a_square_is_its_four_sides() -> None:
    assert sorted(map(tuple, rim(HALVES).tolist())) == [(0, 1), (1, 2), (2, 3), (3, 0)]


def test_thinning_a_flat_sheet_keeps_its_rim_and_its_area() -> None:
    points, triangles = grid(6)
    left = thinned(points, triangles, np.ones(len(points)), 0.02)
    assert len(left) < len(triangles) / 2
    assert area(points, left) == pytest.approx(1.0)
    assert set(rim(left).ravel()) == set(rim(triangles).ravel())


def test_thinning_leaves_what_is_looked_at_closely() -> None:
    points, triangles = grid(6)
    points[:, 2] = 0.02 * np.sin(9 * points[:, 0])
    fine = thinned(points, triangles, np.full(len(points), 50.0), 0.02)
    coarse = thinned(points, triangles, np.ones(len(points)), 0.02)
    assert len(fine) > len(coarse)
