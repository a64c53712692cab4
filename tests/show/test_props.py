"""The things of a scene."""

import numpy as np
import pytest

from supple.exercise.types import Surface
from supple.show.props import box, cushion, is_pad, props
from supple.show.subject import PART, Subject

REACH = np.array([[-0.8, 0.0, -0.3], [0.8, 1.6, 0.3]])


def volume(thing: Subject) -> float:
    """Positive where all faces look outwards (divergence theorem)."""
    a, b, c = (thing.points[thing.triangles[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def test_a_box_faces_outwards() -> None:
    assert volume(box((0, 0, 0), (1, 2, 3))) == pytest.approx(6)


def test_a_cushion_faces_outwards() -> None:
    assert volume(cushion(np.array([1.0, 2.0, 3.0]), np.array([0.2, 0.1, 0.3]))) > 0.02


def test_a_pillow_lies_under_the_head_on_the_floor() -> None:
    scene = {"pillow": Surface(height=0.04, prop="pillow")}
    made = props(scene, {"pillow": np.array([[-0.5, 0.04, 0.0]])}, REACH)
    assert made is not None
    assert made.points[:, 1].min() == pytest.approx(0, abs=0.006)
    assert made.points[:, 1].max() == pytest.approx(0.05, abs=0.01)
    assert made.points[:, 0].mean() == pytest.approx(-0.52, abs=0.01)
    assert set(made.part) == {PART["prop"]}


def test_a_wall_stands_where_it_is_said_even_if_nothing_rests_on_it() -> None:
    made = props({"wall": Surface(distance=0.6)}, {}, REACH)
    assert made is not None
    assert made.points[:, 0].min() == pytest.approx(0.6)


@pytest.mark.parametrize("prop", ["chair", "table", "counter", "bed", "step", "towel"])
def test_each_thing_reaches_the_height_of_its_surface(prop: str) -> None:
    scene = {"it": Surface(height=0.45, prop=prop)}
    made = props(scene, {"it": np.array([[0.0, 0.45, 0.1], [0.1, 0.45, -0.1]])}, REACH)
    assert made is not None
    tops = made.points[:, 1]
    assert np.abs(tops - 0.45).min() < 0.01
    assert tops.min() >= -0.01


def test_what_nothing_rests_on_is_not_drawn() -> None:
    assert props({"pillow": Surface(height=0.04)}, {}, REACH) is None


def test_only_soft_things_come_and_go_with_the_pose() -> None:
    scene = {"pillow": Surface(height=0.04), "seat": Surface(height=0.45, prop="chair")}
    assert is_pad("pillow", scene)
    assert not is_pad("seat", scene)
    assert not is_pad("floor", scene)


def test_a_wall_stands_behind_where_its_distance_is_negative() -> None:
    made = props({"wall": Surface(distance=-0.2)}, {}, REACH)
    assert made is not None
    assert made.points[:, 0].max() == pytest.approx(-0.2)


def test_a_wall_beside_ends_just_ahead_of_what_leans_on_it() -> None:
    leant = {"wall-beside": np.array([[0.1, 1.3, 0.5]])}
    made = props({"wall-beside": Surface(distance=0.5)}, leant, REACH)
    assert made is not None
    assert made.points[:, 2].min() == pytest.approx(0.5)
    assert made.points[:, 0].max() == pytest.approx(0.15)


def test_a_bed_can_end_where_the_seat_does() -> None:
    lain = {"bed": np.array([[-0.5, 0.45, 0.0], [0.0, 0.45, 0.0]])}
    made = props({"bed": Surface(height=0.45, prop="bed-edge")}, lain, REACH)
    assert made is not None
    assert 0.0 < made.points[:, 0].max() < 0.1


def test_a_cycle_has_a_saddle_a_bar_and_pedals() -> None:
    scene = {
        "seat": Surface(height=0.88, prop="cycle"),
        "bar": Surface(height=1.08, prop="handlebar"),
        "low": Surface(height=0.16, prop="pedal"),
    }
    places = {
        "seat": np.array([[0.0, 0.88, 0.0]]),
        "bar": np.array([[0.5, 1.08, 0.0]]),
        "low": np.array([[0.2, 0.16, 0.1]]),
    }
    made = props(scene, places, REACH)
    assert made is not None
    assert made.points[:, 1].max() == pytest.approx(1.08)
