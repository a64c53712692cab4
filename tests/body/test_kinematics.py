import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.body.figure import body
from supple.body.kinematics import Floats, Posed, euler, euler_angles, rotvec
from supple.body.skeleton import ANGLE_INDEX, INDEX, REST

WOMAN = body("woman")
UPRIGHT = np.eye(3)


def posed(**angles: float) -> Posed:
    vector = np.zeros(len(REST))
    for name, value in angles.items():
        vector[ANGLE_INDEX[name.replace("_", ".")]] = value
    return WOMAN.pose(vector, np.array([0.0, 1.0, 0.0]), UPRIGHT)


def step(found: Posed, start: str, end: str) -> Floats:
    way: Floats = found.position[INDEX[end]] - found.position[INDEX[start]]
    return way


@given(st.floats(-170, 170), st.floats(-85, 85), st.floats(-170, 170))
def test_euler_angles_come_back(z: float, x: float, y: float) -> None:
    assert np.allclose(euler_angles(euler(np.array([z, x, y]))), [z, x, y], atol=1e-6)


def test_a_rotation_vector_turns_about_its_axis() -> None:
    assert np.allclose(rotvec(np.array([0.0, 0.0, np.pi / 2])) @ [1, 0, 0], [0, 1, 0])
    assert np.allclose(rotvec(np.zeros(3)), np.eye(3))


def test_the_anatomical_position_has_the_worlds_axes() -> None:
    assert np.allclose(posed().rotation, np.eye(3))


def test_legs_hang_straight_down_in_the_anatomical_position() -> None:
    for side in ("left", "right"):
        thigh = step(posed(), f"thigh.{side}", f"shank.{side}")
        assert np.allclose(thigh[[0, 2]], 0, atol=1e-6)
        assert thigh[1] < -0.3


@pytest.mark.parametrize(
    ("angle", "start", "end", "axis", "sign"),
    [
        ("right_hip_flexion", "thigh.right", "shank.right", 0, 1),
        ("left_hip_flexion", "thigh.left", "shank.left", 0, 1),
        ("right_hip_abduction", "thigh.right", "shank.right", 2, 1),
        ("left_hip_abduction", "thigh.left", "shank.left", 2, -1),
        ("right_knee_flexion", "shank.right", "foot.right", 0, -1),
        ("right_shoulder_flexion", "upperarm.right", "forearm.right", 0, 1),
        ("left_shoulder_abduction", "upperarm.left", "forearm.left", 2, -1),
        ("right_elbow_flexion", "forearm.right", "hand.right", 0, 1),
        ("right_ankle_dorsiflexion", "foot.right", "toes.right", 1, 1),
        ("thoracic_flexion", "T10", "C6", 0, 1),
        ("lumbar_bend", "L5", "T10", 2, 1),
        ("neck_flexion", "C6", "head", 0, 1),
    ],
)
def test_angles_are_positive_in_the_direction_of_their_name(
    angle: str, start: str, end: str, axis: int, sign: int
) -> None:
    moved = step(posed(**{angle: 20}), start, end) - step(posed(), start, end)
    assert moved[axis] * sign > 0.01


def test_right_hip_rotation_turns_the_foot_inwards() -> None:
    foot = step(posed(right_hip_rotation=20), "foot.right", "toes.right")
    assert foot[2] < step(posed(), "foot.right", "toes.right")[2] - 0.02


def test_trunk_rotation_to_the_right_turns_the_left_shoulder_forward() -> None:
    found = posed(thoracic_rotation=30)
    assert step(found, "T10", "upperarm.left")[0] > step(posed(), "T10", "upperarm.left")[0] + 0.03


def test_pronation_turns_the_palm_of_the_hanging_arm_back() -> None:
    palm = posed(right_forearm_pronation=160).rotation[INDEX["hand.right"]][:, 0]
    assert palm[0] < -0.8


def test_poses_in_a_batch_are_as_poses_alone() -> None:
    vectors = np.stack([REST, REST + 10])
    places = np.array([[0.0, 1.0, 0.0], [0.1, 0.9, 0.2]])
    turns = np.stack([UPRIGHT, rotvec(np.array([0.3, 0.2, 0.1]))])
    together = WOMAN.pose(vectors, places, turns)
    for number in range(2):
        alone = WOMAN.pose(vectors[number], places[number], turns[number])
        assert np.allclose(together.position[number], alone.position)
        assert np.allclose(together.rotation[number], alone.rotation)


def test_a_bone_keeps_its_length_whatever_the_pose() -> None:
    found = posed(right_hip_flexion=110, right_knee_flexion=120, lumbar_bend=15)
    for start, end in (
        ("thigh.right", "shank.right"),
        ("L5", "L4"),
        ("upperarm.left", "forearm.left"),
    ):
        length = np.linalg.norm(step(found, start, end))
        assert np.isclose(length, np.linalg.norm(step(posed(), start, end)))
