"""Arrows point the way that the body moves."""

import numpy as np
import pytest

from supple.body.figure import Body, body
from supple.body.skeleton import ANGLE_INDEX
from supple.body.state import State, base_state
from supple.show.camera import Camera, Frame
from supple.show.motion import Arrow, arrows, between, holding_hands, movers, spine_leads

SIDE = Camera(0, 0)
FRAME = Frame(-2, 2, 100, 400, 400)  # one unit is a centimetre


@pytest.fixture(scope="module")
def woman() -> Body:
    return body("woman")


def moved(base: str, woman: Body, **angles: float) -> State:
    """From a base to the same with some angles set (`right_hip_flexion` for right.hip.flexion)."""
    start = base_state(base, woman.stature)
    end = start.angles.copy()
    for name, degrees in angles.items():
        end[ANGLE_INDEX[name.replace("_", ".")]] = degrees
    return between(start, State(end, start.position, start.orientation))


def only(found: list[Arrow]) -> Arrow:
    assert len(found) == 1
    return found[0]


def test_a_lifted_arm_gets_an_arrow_forward_and_up(woman: Body) -> None:
    frames = moved("standing", woman, right_shoulder_flexion=160)
    assert [path.name for path in movers(woman, frames)] == ["right.fingers"]
    points = only(arrows(woman, frames, SIDE, FRAME)).points
    assert points[-1, 1] < points[0, 1] - 50  # y runs down
    assert points[:, 0].max() > points[0, 0] + 30  # it swings out to the front


def test_the_way_down_points_down(woman: Body) -> None:
    frames = moved("standing", woman, right_shoulder_flexion=160)
    back = State(frames.angles[::-1], frames.position[::-1], frames.orientation[::-1])
    points = only(arrows(woman, back, SIDE, FRAME)).points
    assert points[-1, 1] > points[0, 1] + 50


def test_a_leg_stretched_back_gets_an_arrow_backwards(woman: Body) -> None:
    frames = moved("quadruped", woman, left_hip_flexion=0, left_knee_flexion=0)
    assert [path.name for path in movers(woman, frames)] == ["left.toes.top"]
    points = only(arrows(woman, frames, SIDE, FRAME)).points
    assert points[-1, 0] < points[0, 0] - 20
    assert points[-1, 1] < points[0, 1]


def test_a_bent_leg_is_led_by_its_knee(woman: Body) -> None:
    frames = moved("supine", woman, right_hip_flexion=110, right_knee_flexion=110)
    assert [path.name for path in movers(woman, frames)] == ["right.knee"]


def test_both_arms_together_need_one_arrow(woman: Body) -> None:
    frames = moved("standing", woman, right_shoulder_flexion=90, left_shoulder_flexion=90)
    assert len(movers(woman, frames)) == 1


def test_a_hand_that_holds_on_is_no_mover(woman: Body) -> None:
    frames = moved("standing", woman, right_shoulder_flexion=90)
    resting = holding_hands((("right.palm", "left.thigh.back"),))
    assert resting == ("right.fingers",)
    assert movers(woman, frames, resting) == []


def test_a_pelvis_that_only_rolls_gets_an_arc_that_rolls_with_it(woman: Body) -> None:
    start = base_state("supine", woman.stature)
    turn = np.radians(12)
    roll = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    feet = [ANGLE_INDEX[f"{side}.hip.flexion"] for side in ("left", "right")]
    angles = start.angles.copy()
    angles[feet] -= 12
    angles[ANGLE_INDEX["lumbar.L5"]] += 12
    frames = between(start, State(angles, start.position, roll @ start.orientation))
    assert spine_leads(frames)
    points = only(arrows(woman, frames, SIDE, FRAME, ("right.fingers", "left.fingers"))).points
    assert points[-1, 0] < points[0, 0]  # over the top, towards the head


def test_the_mirror_image_moves_the_other_side(woman: Body) -> None:
    frames = moved("standing", woman, right_shoulder_flexion=120)
    assert [path.name for path in movers(woman, frames.mirrored())] == ["left.fingers"]


def test_two_hands_that_hold_each_other_still_move() -> None:
    assert holding_hands((("right.palm", "left.palm"),)) == ()


def test_a_hand_that_rides_on_the_trunk_is_no_mover(woman: Body) -> None:
    start = base_state("standing", woman.stature)
    ahead = State(start.angles, start.position + np.array([0.3, 0, 0]), start.orientation)
    names = [path.name for path in movers(woman, between(start, ahead))]
    assert not {"right.fingers", "left.fingers"} & set(names)
    assert names


def test_what_goes_straight_at_the_viewer_has_no_arrow(woman: Body) -> None:
    frames = moved("standing", woman, right_shoulder_abduction=0, right_elbow_flexion=90)
    start = frames.angles[0].copy()
    raised, bent = ANGLE_INDEX["right.shoulder.flexion"], ANGLE_INDEX["right.elbow.flexion"]
    angles = np.repeat(start[None], len(frames.angles), axis=0)
    angles[:, raised] = np.linspace(60, 90, len(angles))
    angles[:, bent] = np.linspace(60, 0, len(angles))
    pushing = State(angles, frames.position, frames.orientation)
    assert [path.name for path in movers(woman, pushing)] == ["right.fingers"]
    way = np.diff(only(arrows(woman, pushing, SIDE, FRAME)).points[[0, -1]], axis=0)[0]
    assert np.linalg.norm(way) > 10
    path = movers(woman, pushing)[0].points
    gone = path[-1] - path[0]
    at_it = Camera(
        float(np.degrees(np.arctan2(gone[0], gone[2]))),
        float(np.degrees(np.arctan2(gone[1], np.hypot(gone[0], gone[2])))),
    )
    assert arrows(woman, pushing, at_it, FRAME) == []


def test_without_room_under_the_body_the_arrow_lies_over_it(woman: Body) -> None:
    frames = moved("standing", woman, right_hip_abduction=26)
    assert [path.name for path in movers(woman, frames)] == ["right.toes.top"]
    points = only(arrows(woman, frames, Camera(-90, 0), FRAME)).points
    foot = woman.skin(frames.posed(woman), woman.figure.marks["right.toes.top"]).mean(axis=1)
    seen = FRAME.place(Camera(-90, 0).view(foot))
    assert np.abs(points[[0, -1]] - seen[[0, -1]]).max() < 3  # centimetres


def test_the_arrow_of_a_small_way_back_is_long_enough_and_ends_at_the_skin(woman: Body) -> None:
    start = base_state("standing", woman.stature)
    ahead = State(start.angles, start.position + np.array([0.08, 0, 0]), start.orientation)
    found = arrows(woman, between(start, ahead), SIDE, FRAME)
    lengths = [float(np.linalg.norm(arrow.points[-1] - arrow.points[0])) for arrow in found]
    assert found
    assert min(lengths) > 13  # centimetres
