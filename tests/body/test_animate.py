import numpy as np
import pytest

from supple.body.animate import FRAMES_A_SECOND, End, eased, frames, places
from supple.body.figure import body
from supple.body.goal import Goal
from supple.body.measure import slips
from supple.body.skeleton import ANGLE_INDEX, LOW
from supple.body.solve import solve
from supple.body.state import State, base_state, stacked

WOMAN = body("woman")
FEET = {f"{side}.{mark}": "floor" for side in ("left", "right") for mark in ("heel", "ball")}


@pytest.fixture(scope="module")
def squat() -> tuple[End, End]:
    start = base_state("standing", WOMAN.stature)
    stand_goal = Goal(start.angles, np.full(len(LOW), 8.0), contacts=FEET)
    stand = solve(WOMAN, stand_goal, start).state
    angles = stand.angles.copy()
    for side in ("left", "right"):
        angles[ANGLE_INDEX[f"{side}.hip.flexion"]] = 50
        angles[ANGLE_INDEX[f"{side}.knee.flexion"]] = 60
    pins = places(WOMAN, stand, FEET)
    goal = Goal(angles, np.full(len(LOW), 8.0), contacts=FEET, pins=pins)
    return End(stand_goal, stand), End(goal, solve(WOMAN, goal, stand).state)


def test_a_course_starts_and_ends_at_rest() -> None:
    time = np.linspace(0, 1, 101)
    course = eased(time)
    assert course[0] == 0
    assert course[-1] == 1
    assert (np.diff(course) >= 0).all()
    assert course[1] < 1e-4


def test_frames_run_from_end_to_end(squat: tuple[End, End]) -> None:
    found = frames(WOMAN, *squat, seconds=0.5)
    assert len(found) == 0.5 * FRAMES_A_SECOND + 1
    assert found[0] is squat[0].state
    assert found[-1] is squat[1].state


def test_feet_neither_slide_nor_float_between_the_ends(squat: tuple[End, End]) -> None:
    found = stacked(frames(WOMAN, *squat, seconds=0.5))
    posed = found.posed(WOMAN)
    slid = slips(WOMAN, posed, FEET, squat[0].goal.surfaces)
    assert max(float(value.max()) for value in slid.values()) < 0.002


def test_head_first_is_tail_first_played_backwards(squat: tuple[End, End]) -> None:
    down = frames(WOMAN, *squat, seconds=0.3, wave="tail-first")
    up = frames(WOMAN, squat[1], squat[0], seconds=0.3, wave="head-first")
    for one, other in zip(down, reversed(up), strict=True):
        assert np.allclose(one.angles, other.angles)


def test_a_wave_moves_the_tail_before_the_head() -> None:
    start = base_state("standing", WOMAN.stature)
    angles = start.angles.copy()
    for name in ("lumbar.L5", "lumbar.L1", "neck.flexion"):
        angles[ANGLE_INDEX[name]] = 9
    goal = Goal(start.angles, np.full(len(LOW), 8.0))
    end = State(angles, start.position, start.orientation)
    found = stacked(frames(WOMAN, End(goal, start), End(goal, end), 1.0, "tail-first"))
    half = {
        name: float(np.argmax(found.angle(name) > 4.5))
        for name in ("lumbar.L5", "lumbar.L1", "neck.flexion")
    }
    assert half["lumbar.L5"] < half["lumbar.L1"] < half["neck.flexion"]
