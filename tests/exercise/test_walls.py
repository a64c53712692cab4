"""Walls in front, behind and beside: bodies stay on their side of them."""

import numpy as np
import pytest

from supple.body.figure import body
from supple.exercise.types import Pose, Surface
from supple.exercise.walls import planes, solved


@pytest.mark.parametrize(
    ("name", "distance", "inside", "outside"),
    [
        ("wall", 0.6, (0.5, 1.0, 0.0), (0.7, 1.0, 0.0)),
        ("wall", -0.2, (-0.1, 1.0, 0.0), (-0.3, 1.0, 0.0)),
        ("wall-beside", 0.4, (0.0, 1.0, 0.3), (0.0, 1.0, 0.5)),
        ("wall-beside", -0.4, (0.0, 1.0, -0.3), (0.0, 1.0, -0.5)),
    ],
)
def test_a_wall_keeps_the_body_on_its_side(
    name: str, distance: float, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    plane = planes({name: Surface(distance=distance)})[name]
    assert plane.solid
    assert np.dot(plane.normal, inside) - plane.level == pytest.approx(0.1)
    assert np.dot(plane.normal, outside) - plane.level == pytest.approx(-0.1)


def test_a_body_stands_against_a_wall_behind_it() -> None:
    woman = body("woman")
    pose = Pose(base="standing", floor=("both.heel", "both.ball"), on={"wall": ("back.upper",)})
    found, problems = solved({"lean": pose}, {"wall": Surface(distance=-0.15)}, woman, "demo.toml")
    skin = found["lean"].solution.state.skin(woman)
    assert problems == ()
    assert skin[woman.figure.marks["back.upper"], 0].min() == pytest.approx(-0.15, abs=0.005)
