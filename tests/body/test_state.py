import numpy as np
import pytest

from supple.body.figure import body
from supple.body.kinematics import rotvec
from supple.body.skeleton import ANGLE_INDEX, INDEX
from supple.body.state import BASES, State, base_state, blended, stacked

WOMAN = body("woman")


@pytest.mark.parametrize(
    ("base", "axis", "up"),
    [("supine", 0, 1), ("prone", 0, -1), ("standing", 1, 1), ("sidelying", 2, 1)],
)
def test_bases_lie_as_they_are_named(base: str, axis: int, up: int) -> None:
    assert base_state(base, 1.65).orientation[1, axis] == pytest.approx(up)


def test_every_base_has_a_turn_that_is_a_rotation() -> None:
    for name in BASES:
        turn = base_state(name, 1.65).orientation
        assert np.allclose(turn @ turn.T, np.eye(3))
        assert np.linalg.det(turn) == pytest.approx(1)


def test_the_mirror_image_puts_the_right_joints_where_the_left_were() -> None:
    state = base_state("standing", 1.65)
    state.angles[ANGLE_INDEX["right.hip.flexion"]] = 60
    state.angles[ANGLE_INDEX["right.shoulder.abduction"]] = 40
    posed, other = state.posed(WOMAN), state.mirrored().posed(WOMAN)
    for name in ("shank", "foot", "forearm"):
        place = posed.position[INDEX[f"{name}.right"]] * [1, 1, -1]
        assert np.allclose(other.position[INDEX[f"{name}.left"]], place, atol=0.004)


def test_lumbar_flexion_is_the_sum_of_the_segments() -> None:
    state = base_state("standing", 1.65)
    for segment, value in (("L5", 3), ("L1", 4)):
        state.angles[ANGLE_INDEX[f"lumbar.{segment}"]] = value
    assert state.angle("lumbar.flexion") == 7
    assert state.angle("lumbar.L5") == 3


def test_a_blend_begins_and_ends_at_its_ends() -> None:
    start, end = base_state("supine", 1.65), base_state("quadruped", 1.65)
    for share, want in ((0.0, start), (1.0, end)):
        found = blended(start, end, share)
        assert np.allclose(found.angles, want.angles)
        assert np.allclose(found.position, want.position)
        assert np.allclose(found.orientation, want.orientation, atol=1e-6)


def test_a_blend_turns_by_half_at_half() -> None:
    start = base_state("standing", 1.65)
    end = State(start.angles, start.position, rotvec(np.array([0.0, 1.0, 0.0])))
    middle = blended(start, end, 0.5).orientation
    assert np.allclose(middle, rotvec(np.array([0.0, 0.5, 0.0])))


def test_stacked_states_are_one_batch() -> None:
    state = base_state("standing", 1.65)
    batch = stacked([state, state, state])
    assert batch.angles.shape[0] == 3
    assert batch.skin(WOMAN).shape == (3, len(WOMAN.points), 3)
