"""What hands and feet hold follows them."""

import numpy as np
import pytest

from supple.body.figure import body
from supple.exercise.types import Surface
from supple.show.held import held, held_still, tube
from supple.show.subject import Subject

WOMAN = body("woman")
STICK = {"stick": Surface(prop="stick", held=("both.palm",))}


def volume(thing: Subject) -> float:
    """Positive where all faces look outwards (divergence theorem)."""
    a, b, c = (thing.points[thing.triangles[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def test_a_tube_is_closed_and_faces_outwards() -> None:
    straight = tube(np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 1.0]]), np.array([0.1, 0.1]))
    assert volume(straight) == pytest.approx(0.03)


def test_a_stick_goes_past_both_hands() -> None:
    stick = held(STICK, WOMAN, WOMAN.points)
    assert stick is not None
    hands = [WOMAN.points[WOMAN.figure.marks[f"{s}.palm"], 2].mean() for s in ("left", "right")]
    assert stick.points[:, 2].min() < hands[0] - 0.2
    assert stick.points[:, 2].max() > hands[1] + 0.2


def test_a_band_ends_where_it_is_fast() -> None:
    scene = {"band": Surface(prop="band", held=("right.palm",), anchor=(0.4, 1.1, 0.8))}
    band = held(scene, WOMAN, WOMAN.points)
    assert band is not None
    assert np.abs(band.points - [0.4, 1.1, 0.8]).max(axis=1).min() < 0.01


def test_a_weight_lies_in_the_hand() -> None:
    weight = held({"w": Surface(prop="weight", held=("right.palm",))}, WOMAN, WOMAN.points)
    assert weight is not None
    palm = WOMAN.points[WOMAN.figure.marks["right.palm"]].mean(axis=0)
    assert np.linalg.norm(weight.points.mean(axis=0) - palm) < 0.05


def test_empty_hands_hold_nothing() -> None:
    assert held({"seat": Surface(height=0.4)}, WOMAN, WOMAN.points) is None


def test_a_movement_shows_only_what_it_holds_still() -> None:
    moved = WOMAN.points + np.array([0.1, 0.0, 0.0])
    assert held_still(STICK, WOMAN, [WOMAN.points, WOMAN.points]) is not None
    assert held_still(STICK, WOMAN, [WOMAN.points, moved]) is None
