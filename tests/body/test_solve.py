import numpy as np
import pytest

from supple.body.figure import BODY_NAMES, Body, body
from supple.body.goal import FLOOR, Goal, Plane, Touch
from supple.body.measure import contact_errors, depths, gaps
from supple.body.skeleton import ANGLE_INDEX, HIGH, LOW
from supple.body.solve import Floats, Marks, lowest, solve
from supple.body.state import State, base_state, stacked

WOMAN = body("woman")
FEET = {f"{side}.{mark}": "floor" for side in ("left", "right") for mark in ("heel", "ball")}


def near(state: State, slack: float = 8.0, **asked: float) -> tuple[Floats, Floats]:
    angles = state.angles.copy()
    for name, value in asked.items():
        for side in ("left", "right"):
            angles[ANGLE_INDEX[f"{side}.{name.replace('_', '.')}"]] = value
    return angles, np.full(len(LOW), slack)


def errors(one: Body, goal: Goal, state: State) -> float:
    posed = stacked([state]).posed(one)
    found = contact_errors(one, posed, goal.contacts, goal.surfaces)
    return max(float(np.abs(value).max()) for value in found.values())


@pytest.mark.parametrize("name", BODY_NAMES)
def test_every_body_stands_on_its_feet(name: str) -> None:
    one = body(name)
    start = base_state("standing", one.stature)
    goal = Goal(*near(start), contacts=FEET)
    found = solve(one, goal, start).state
    assert errors(one, goal, found) < 0.002
    assert depths(one, stacked([found]).posed(one), [FLOOR])[0] < 0.015


def test_joints_stay_in_range_however_far_the_goal_lies() -> None:
    start = base_state("standing", WOMAN.stature)
    goal = Goal(*near(start, knee_flexion=400.0, hip_flexion=-300.0))
    found = solve(WOMAN, goal, start).state
    assert (found.angles >= LOW - 1e-9).all()
    assert (found.angles <= HIGH + 1e-9).all()


def test_a_pinned_foot_stays_while_the_knees_bend() -> None:
    start = base_state("standing", WOMAN.stature)
    stand = solve(WOMAN, Goal(*near(start), contacts=FEET), start).state
    heel = WOMAN.figure.marks["left.heel"]
    place = WOMAN.skin(stand.posed(WOMAN), heel).mean(axis=0)
    goal = Goal(
        *near(stand, knee_flexion=60.0, hip_flexion=50.0), contacts=FEET, pins={"left.heel": place}
    )
    squat = solve(WOMAN, goal, stand).state
    moved = WOMAN.skin(squat.posed(WOMAN), heel).mean(axis=0) - place
    assert np.linalg.norm(moved[[0, 2]]) < 0.001
    assert squat.angle("left.knee.flexion") > 45


def test_hands_reach_what_they_touch() -> None:
    start = base_state("standing", WOMAN.stature)
    touches = (Touch("right.palm", "belly", 0.02),)
    goal = Goal(*near(start, slack=30.0), contacts=FEET, touches=touches)
    found = stacked([solve(WOMAN, goal, start).state]).posed(WOMAN)
    assert gaps(WOMAN, found, "right.palm", "belly")[0] < 0.03


def test_a_seat_bears_the_seat_and_not_the_feet() -> None:
    surfaces = {"floor": FLOOR, "seat": Plane(level=0.45)}
    start = base_state("sitting", WOMAN.stature)
    contacts = {**FEET, "left.sitbone": "seat", "right.sitbone": "seat"}
    goal = Goal(*near(start), contacts=contacts, surfaces=surfaces)
    assert errors(WOMAN, goal, solve(WOMAN, goal, start).state) < 0.003


def test_hands_lean_on_a_wall_and_nothing_goes_through_it() -> None:
    wall = Plane((-1.0, 0.0, 0.0), -0.5, solid=True)
    start = base_state("standing", WOMAN.stature)
    angles = near(start, shoulder_flexion=85.0, wrist_flexion=-70.0, forearm_pronation=150.0)
    contacts = {**FEET, "left.palm": "wall", "right.palm": "wall"}
    goal = Goal(*angles, contacts=contacts, surfaces={"floor": FLOOR, "wall": wall})
    found = solve(WOMAN, goal, start).state
    assert errors(WOMAN, goal, found) < 0.003
    assert depths(WOMAN, stacked([found]).posed(WOMAN), [wall])[0] < 0.015


def test_an_even_goal_has_an_even_answer() -> None:
    start = base_state("quadruped", WOMAN.stature)
    contacts = {
        f"{side}.{mark}": "floor" for side in ("left", "right") for mark in ("knee", "palm")
    }
    found = solve(WOMAN, Goal(*near(start), contacts=contacts), start).state
    other = found.mirrored()
    assert np.allclose(found.angles, other.angles, atol=1e-6)
    assert np.allclose(found.orientation, other.orientation, atol=1e-9)


def test_what_cannot_be_met_is_measured_not_raised() -> None:
    start = base_state("standing", WOMAN.stature)
    goal = Goal(*near(start), contacts={"head": "floor", **FEET}, heights={"chest": 1.2})
    found = solve(WOMAN, goal, start)
    assert found.cost > 1000
    assert errors(WOMAN, goal, found.state) > 0.1


def test_marks_are_the_skins_own_points() -> None:
    state = base_state("supine", WOMAN.stature)
    heel = WOMAN.figure.marks["left.heel"]
    marks = Marks(WOMAN, [heel], WOMAN.figure.probes[:5])
    points = marks.places(stacked([state]))[0]
    want = state.skin(WOMAN)[np.concatenate([heel, WOMAN.figure.probes[:5]])]
    assert np.allclose(points, want)


def test_the_lowest_points_carry_a_patch() -> None:
    assert lowest(np.array([0.0, 0.1, 0.2])) == pytest.approx(0.0, abs=1e-6)
    assert lowest(np.array([0.05, 0.05])) == pytest.approx(0.05)


def test_a_batch_of_one_state_keeps_its_shape() -> None:
    state = base_state("standing", WOMAN.stature)
    assert isinstance(solve(WOMAN, Goal(*near(state)), state, rounds=1).state, State)
