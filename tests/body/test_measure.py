import numpy as np
import pytest

from supple.body import measure
from supple.body.figure import body
from supple.body.goal import FLOOR
from supple.body.skeleton import ANGLE_INDEX, HIGH
from supple.body.state import State, base_state, stacked

WOMAN = body("woman")
STAND = base_state("standing", WOMAN.stature)


def lifted(metres: float) -> State:
    state = base_state("standing", WOMAN.stature)
    state.position[1] += metres
    return state


def test_contact_error_follows_the_height() -> None:
    batch = stacked([lifted(0.0), lifted(0.1)])
    found = measure.contact_errors(
        WOMAN, batch.posed(WOMAN), {"left.heel": "floor"}, {"floor": FLOOR}
    )
    assert found["left.heel"][1] - found["left.heel"][0] == pytest.approx(0.1)


def test_slip_is_along_the_surface_only() -> None:
    moved = lifted(0.2)
    moved.position[0] += 0.03
    batch = stacked([STAND, moved])
    found = measure.slips(WOMAN, batch.posed(WOMAN), {"left.heel": "floor"}, {"floor": FLOOR})
    assert found["left.heel"].tolist() == pytest.approx([0.0, 0.03])


def test_depth_counts_below_the_floor_only() -> None:
    batch = stacked([lifted(1.0), lifted(-0.5)])
    found = measure.depths(WOMAN, batch.posed(WOMAN), [FLOOR])
    assert found[0] == 0
    assert found[1] > 0.4


def test_a_joint_out_of_range_is_named_with_its_degrees() -> None:
    state = base_state("standing", WOMAN.stature)
    knee = ANGLE_INDEX["left.knee.flexion"]
    state.angles[knee] = HIGH[knee] + 3
    assert measure.beyond_range(stacked([STAND, state])) == {"left.knee.flexion": pytest.approx(3)}
    assert measure.beyond_range(stacked([STAND])) == {}


def test_the_fastest_joint_is_named_with_its_speed() -> None:
    state = base_state("standing", WOMAN.stature)
    state.angles[ANGLE_INDEX["right.elbow.flexion"]] += 5
    assert measure.fastest(stacked([STAND, state]), 10) == (
        "right.elbow.flexion",
        pytest.approx(50),
    )
    assert measure.fastest(stacked([STAND]), 10) == ("", 0.0)


def test_the_centre_of_mass_of_a_standing_body_is_at_the_pelvis() -> None:
    centre = measure.centre_of_mass(STAND.posed(WOMAN))
    assert 0.5 < centre[1] / WOMAN.stature < 0.62
    assert abs(centre[2]) < 0.01


@pytest.mark.parametrize(
    ("point", "out"), [((0.5, 0.5), 0.0), ((2.0, 0.5), 1.0), ((2.0, 2.0), np.sqrt(2))]
)
def test_distance_outside_the_support(point: tuple[float, float], out: float) -> None:
    square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.5, 0.5]])
    assert measure.outside_support(np.array(point), square) == pytest.approx(out)


def test_support_on_a_line_is_the_distance_to_its_nearest_point() -> None:
    line = np.array([[0.0, 0.0], [1.0, 0.0]])
    assert measure.outside_support(np.array([1.0, 0.3]), line) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("base", "contacts", "want"),
    [
        ("supine", ["head"], "supine"),
        ("prone", ["forehead"], "prone"),
        ("standing", ["left.heel"], "standing"),
        ("sitting", ["left.sitbone"], "sitting"),
        ("kneeling", ["left.knee"], "kneeling"),
        ("quadruped", ["left.knee", "left.palm"], "quadruped"),
        ("sidelying", ["left.hip.side"], "sidelying"),
    ],
)
def test_postures_are_told_apart(base: str, contacts: list[str], want: str) -> None:
    assert measure.posture(base_state(base, WOMAN.stature), contacts) == want


def test_the_head_is_above_the_hips_of_a_standing_body() -> None:
    assert measure.head_drop(STAND.posed(WOMAN)) < -0.5


def test_landmarks_near_the_floor_are_found() -> None:
    state = lifted(-float(STAND.skin(WOMAN)[:, 1].min()))
    near = measure.near_floor(WOMAN, state.posed(WOMAN), 0.005)
    assert "left.heel" in near
    assert "left.knee" not in near
