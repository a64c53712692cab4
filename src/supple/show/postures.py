"""How the body is held in a pose, as names that alt text has words for."""

from collections.abc import Callable

import numpy as np

from supple.body.skeleton import SIDES
from supple.body.state import State
from supple.show.camera import Floats
from supple.show.parts import resting, rests, seat_of
from supple.show.stage import Stage
from supple.words import mark

POSITIONS = {
    "supine": mark("Lying on the back."),
    "supine-bent": mark("Lying on the back with both knees bent."),
    "supine-drawn": mark("Lying on the back, both knees drawn up."),
    "supine-right": mark("Lying on the back, the right knee drawn up, the left knee bent."),
    "supine-left": mark("Lying on the back, the left knee drawn up, the right knee bent."),
    "supine-right-only": mark("Lying on the back, the right knee drawn up, the left leg long."),
    "supine-left-only": mark("Lying on the back, the left knee drawn up, the right leg long."),
    "supine-right-bent": mark("Lying on the back, the right knee bent, the left leg long."),
    "supine-left-bent": mark("Lying on the back, the left knee bent, the right leg long."),
    "sitting-up": mark("Sitting up on the floor."),
    "prone": mark("Lying on the front."),
    "propped": mark("Face down, propped on the arms, the trunk off the floor."),
    "sidelying": mark("Lying on the side."),
    "sidelying-propped": mark("On the side, propped on one arm, the hips off the floor."),
    "sidelying-left": mark("Lying on the left side."),
    "sidelying-right": mark("Lying on the right side."),
    "sidelying-bent-left": mark("Lying on the left side, the knees bent."),
    "sidelying-bent-right": mark("Lying on the right side, the knees bent."),
    "sitting": mark("Sitting."),
    "sitting-bowed": mark("Sitting, the trunk bowed forward."),
    "sitting-chair": mark("Sitting on a chair."),
    "sitting-chair-bowed": mark("Sitting on a chair, the trunk bowed forward."),
    "standing": mark("Standing."),
    "standing-split": mark("Standing, one foot well ahead of the other."),
    "standing-bent": mark("Standing with both knees bent."),
    "standing-bowed": mark("Standing, the trunk bowed forward."),
    "standing-bent-bowed": mark("Standing with both knees bent, the trunk bowed forward."),
    "standing-leaning": mark("Standing, the whole body leaning forward in one line."),
    "standing-aside-right": mark("Standing, the whole body leaning to the right."),
    "standing-aside-left": mark("Standing, the whole body leaning to the left."),
    "kneeling": mark("Kneeling upright."),
    "kneeling-right": mark("Kneeling on the right knee, the left foot ahead."),
    "kneeling-left": mark("Kneeling on the left knee, the right foot ahead."),
    "kneeling-low": mark("Kneeling, the seat near the heels, the trunk bowed down."),
    "quadruped": mark("On hands and knees."),
    "forearms": mark("On forearms and knees."),
    "forearms-leg-lifted": mark("On forearms and knees, with one leg lifted."),
    "three-points": mark("On hands and knees, with one arm lifted."),
    "leg-lifted": mark("On hands and knees, with one leg lifted."),
    "two-points": mark("On one hand and the opposite knee."),
}
ON_CHAIR = ("sitting-chair", "sitting-chair-bowed")
CHAIRS = ("chair", "seat")

_BENT = 60.0  # degrees of a knee that is plainly bent
_DRAWN = 88.0  # degrees of a hip whose knee is drawn up
_UPRIGHT = 50.0  # degrees that a trunk may lean back and still sits
_SQUAT = 35.0  # degrees of both knees, standing
_BOWED = 35.0  # degrees that the trunk leans forward
_LEANING = 8.0  # degrees that legs and trunk lean forward together
_STRAIGHT = 25.0
_ASIDE = 4.0  # degrees that the whole body leans to a side
_FEET = ("left.heel", "right.heel")
_SPLIT = 0.3  # metres between the heels, one ahead of the other


def position(stage: Stage, pose: str) -> str:
    """The name in POSITIONS of how the body is held."""
    posture = stage.exercise.body.posture
    return _READ[posture](stage, pose) if posture in _READ else posture


def trunk_lean(stage: Stage, state: State) -> float:
    """Degrees that the trunk leans forward from upright, from the sacrum to the nape."""
    return _lean(stage, state, ("sacrum",), "nape")


def _lean(stage: Stage, state: State, low: tuple[str, ...], high: str) -> float:
    forward, up, _ = _between(stage, state, low, high)
    return float(np.degrees(np.arctan2(forward, up)))


def _aside(stage: Stage, state: State) -> float:
    """Degrees that the whole body leans to the right, from the feet to the nape."""
    _, up, right = _between(stage, state, _FEET, "nape")
    return float(np.degrees(np.arctan2(right, up)))


def _between(stage: Stage, state: State, low: tuple[str, ...], high: str) -> Floats:
    """The way from the middle of some places to another, (3,) metres."""
    *feet, head = _middles(stage, state, (*low, high))
    return np.asarray(head - np.mean(feet, axis=0))


def _middles(stage: Stage, state: State, names: tuple[str, ...]) -> list[Floats]:
    """The middle of each place, (3,) metres; only those places are skinned."""
    body = stage.body
    posed, marks = state.posed(body), body.figure.marks
    return [np.asarray(body.skin(posed, marks[name]).mean(axis=0)) for name in names]


def _both(state: State, angle: str) -> list[float]:
    return [float(state.angle(f"{side}.{angle}")) for side in SIDES]


def _supine(stage: Stage, pose: str) -> str:
    state = stage.state(pose)
    if abs(trunk_lean(stage, state)) < _UPRIGHT:
        return "sitting-up"
    knees = [angle > _BENT for angle in _both(state, "knee.flexion")]
    drawn = [angle > _DRAWN for angle in _both(state, "hip.flexion")]
    if all(knees):
        one = f"supine-{SIDES[drawn.index(True)]}" if any(drawn) else "supine-bent"
        return "supine-drawn" if all(drawn) else one
    if not any(knees):
        return "supine"
    side = SIDES[knees.index(True)]
    return f"supine-{side}-{'only' if drawn[knees.index(True)] else 'bent'}"


def _prone(stage: Stage, pose: str) -> str:
    down = resting(stage, pose)
    lies = down & {"belly", "chest", "pelvis"} or any("thigh" in part for part in down)
    return "prone" if lies else "propped"


def _sidelying(stage: Stage, pose: str) -> str:
    down = [mark.partition(".")[0] for mark in stage.contacts(pose) if mark.endswith("hip.side")]
    if not down:
        return "sidelying-propped"
    if len(down) != 1:
        return "sidelying"
    bent = min(_both(stage.state(pose), "knee.flexion")) > _SQUAT
    return f"sidelying-bent-{down[0]}" if bent else f"sidelying-{down[0]}"


def _sitting(stage: Stage, pose: str) -> str:
    seat = seat_of(stage, pose)
    if not seat or seat.startswith("wall"):
        return _standing(stage, pose)
    name = "sitting-chair" if seat in CHAIRS else "sitting"
    return f"{name}-bowed" if trunk_lean(stage, stage.state(pose)) > _BOWED else name


def _standing(stage: Stage, pose: str) -> str:
    state = stage.state(pose)
    bent = min(_both(state, "knee.flexion")) > _SQUAT
    if trunk_lean(stage, state) > _BOWED and max(_both(state, "hip.flexion")) > _STRAIGHT:
        return "standing-bent-bowed" if bent else "standing-bowed"
    if bent:
        return "standing-bent"
    if "both.foot" not in rests(stage, pose).get("floor", []):
        return "standing"
    if _split(stage, state) > _SPLIT:
        return "standing-split"
    aside = _aside(stage, state)
    if abs(aside) > _ASIDE:
        return f"standing-aside-{'right' if aside > 0 else 'left'}"
    leans = min(_lean(stage, state, _FEET, "sacrum"), trunk_lean(stage, state)) > _LEANING
    return "standing-leaning" if leans else "standing"


def _split(stage: Stage, state: State) -> float:
    """Metres that one foot is ahead of the other."""
    left, right = _middles(stage, state, _FEET)
    return abs(float(right[0] - left[0]))


def _kneeling(stage: Stage, pose: str) -> str:
    marks = stage.contacts(pose)
    if any("forehead" in mark for mark in marks):
        return "kneeling-low"
    if any("palm" in mark for mark in marks):
        return "quadruped"
    knees = [part for part in resting(stage, pose) if "knee" in part]
    side = knees[0].partition(".")[0] if len(knees) == 1 else "both"
    return f"kneeling-{side}" if side in SIDES else "kneeling"


def _fours(stage: Stage, pose: str) -> str:
    parts = resting(stage, pose)
    hands, knees = "both.hand" in parts, "both.knee" in parts
    if "both.arm" in parts:
        return "forearms" if knees else "forearms-leg-lifted"
    if hands and knees:
        return "quadruped"
    if hands:
        return "leg-lifted"
    return "three-points" if knees else "two-points"


_READ: dict[str, Callable[[Stage, str], str]] = {
    "supine": _supine,
    "prone": _prone,
    "sidelying": _sidelying,
    "kneeling": _kneeling,
    "quadruped": _fours,
    "sitting": _sitting,
    "standing": _sitting,
}
