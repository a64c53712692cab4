import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from supple.body.skeleton import (
    ANGLE_INDEX,
    ANGLE_NAMES,
    ANGLES,
    BONES,
    HIGH,
    INDEX,
    LOW,
    LUMBAR,
    LUMBAR_SHARE,
    REST,
    mirrored,
    turn_matrix,
)


def test_every_bone_hangs_on_an_earlier_one() -> None:
    for bone in BONES[1:]:
        assert INDEX[bone.parent] < INDEX[bone.name]


def test_there_are_five_lumbar_and_three_thoracic_segments() -> None:
    names = [bone.name for bone in BONES]
    assert names[1:9] == ["L5", "L4", "L3", "L2", "L1", "T10", "T6", "T2"]


def test_ranges_hold_the_anatomical_position_and_rest() -> None:
    assert (LOW <= 0).all()
    assert (HIGH >= 0).all()
    assert ((LOW <= REST) & (REST <= HIGH)).all()


def test_one_degree_of_each_angle_turns_its_bones_by_one_degree_in_all() -> None:
    total = np.abs(turn_matrix()).sum(axis=1)
    for name in ("right.hip.flexion", "left.knee.flexion", "lumbar.L3", "neck.flexion"):
        assert np.isclose(total[ANGLE_INDEX[name]], 1.0)


def test_lumbar_shares_sum_to_one() -> None:
    assert len(LUMBAR_SHARE) == len(LUMBAR)
    assert np.isclose(sum(LUMBAR_SHARE), 1.0)


def test_sides_have_the_same_ranges() -> None:
    for angle in ANGLES:
        if angle.name.startswith("right."):
            other = ANGLES[ANGLE_INDEX[angle.name.replace("right", "left")]]
            assert (angle.low, angle.high) == (other.low, other.high)


@given(st.lists(st.floats(-90, 90), min_size=len(ANGLES), max_size=len(ANGLES)))
def test_the_mirror_image_of_the_mirror_image_is_the_pose(values: list[float]) -> None:
    angles = np.array(values)
    assert np.array_equal(mirrored(mirrored(angles)), angles)


def test_mirroring_swaps_sides_and_turns_bends() -> None:
    angles = np.zeros(len(ANGLES))
    angles[ANGLE_INDEX["right.hip.abduction"]] = 20
    angles[ANGLE_INDEX["lumbar.bend"]] = 5
    angles[ANGLE_INDEX["neck.flexion"]] = 7
    other = mirrored(angles)
    found = {name: other[i] for i, name in enumerate(ANGLE_NAMES) if other[i]}
    assert found == {"left.hip.abduction": 20, "lumbar.bend": -5, "neck.flexion": 7}
