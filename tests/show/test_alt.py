"""Drawings in words."""

import re
from dataclasses import replace

import pytest

from supple.body.skeleton import ANGLE_INDEX
from supple.exercise.load import load_library
from supple.exercise.types import Surface
from supple.problem import Problem
from supple.show import alt, held, props
from supple.show.alt import alt_text
from supple.show.stage import Stage, set_stage
from supple.value import changed
from supple.words import words

FOURS = "On hands and knees. On the floor: both hands, both knees, both feet."
HOOK = (
    "Lying on the back with both knees bent. On the floor: upper back, pelvis, both forearms, "
    "both hands, both feet. On a pillow: head."
)
TEXTS = {
    ("pelvic-tilt", "flat"): "Lying on the back with both knees bent. "
    "The pelvis rolls so that the low back presses flat. "
    "The right hand lies under the hollow of the low back. "
    "On the floor: upper back, pelvis, both forearms, both hands, both feet. On a pillow: head.",
    ("segmental-bridge", "hook"): HOOK,
    ("segmental-bridge", "top"): "Lying on the back with both knees bent. "
    "The hips lift off the floor. "
    "On the floor: upper back, both forearms, both hands, both feet. On a pillow: head.",
    ("single-knee-to-chest", "hook"): HOOK,
    ("single-knee-to-chest", "hug"): "Lying on the back, the right knee drawn up, "
    "the left knee bent. The right knee comes towards the chest. "
    "Both hands hold the right thigh from behind. "
    "On the floor: upper back, pelvis, left foot. On a pillow: head.",
    ("cat-stretch", "table"): FOURS,
    ("cat-stretch", "round"): "On hands and knees. "
    "The back rounds from the tailbone to the head. "
    "On the floor: both hands, both knees, both feet.",
    ("childs-pose", "table"): FOURS,
    ("childs-pose", "fold"): "Kneeling, the seat near the heels, the trunk bowed down. "
    "The hips move back towards the heels. "
    "On the floor: forehead, both hands, both knees, both feet.",
    ("childs-pose", "cushion"): "Kneeling, the seat near the heels, the trunk bowed down. "
    "The hips move back towards the heels. "
    "On the floor: both hands, both knees, both feet. On a cushion: forehead.",
    ("quadruped-arm-lift", "arm"): "On hands and knees, with one arm lifted. "
    "The right arm reaches forward, in line with the back. "
    "On the floor: left hand, both knees, both feet.",
    ("quadruped-leg-lift", "leg"): "On hands and knees, with one leg lifted. "
    "The right leg stretches back, in line with the back. "
    "On the floor: both hands, left knee, left foot.",
    ("bird-dog", "reach"): "On one hand and the opposite knee. "
    "The right arm reaches forward, in line with the back. "
    "The left leg stretches back, in line with the back. "
    "On the floor: left hand, right knee, right foot.",
    ("curl-up", "curl"): "Lying on the back, the right knee bent, the left leg long. "
    "The head and shoulders lift, and the upper back rounds. "
    "On the floor: low back, pelvis, both hands, both feet.",
    ("full-sit-up", "up"): "Sitting up on the floor. The trunk comes upright. "
    "Both arms lower. On the floor: pelvis, both feet.",
    ("lower-trunk-rotation", "side"): "Lying on the back with both knees bent. "
    "The pelvis and the knees roll to the right. "
    "On the floor: upper back, pelvis, both forearms, both hands, both feet. On a pillow: head.",
    ("figure4-seated", "lean"): "Sitting on a chair. The trunk leans forward. "
    "The right ankle lies across the left thigh. On the floor: left foot.",
    ("clamshell", "open"): "Lying on the left side, the knees bent. The right knee lifts. "
    "On the floor: pelvis, left shoulder, left knee. On a pillow: head.",
    ("standing-toe-touch", "down"): "Standing, the trunk bowed forward. "
    "The trunk leans forward. The hips move back. On the floor: both feet.",
    ("band-press", "press"): "Standing. Both arms reach forward. Holding an elastic band. "
    "On the floor: both feet.",
    ("wall-plank", "lean"): "Standing, the whole body leaning forward in one line. "
    "The hips move forward. On the floor: both feet. Against the wall: both forearms.",
    ("forearm-bird-dog", "leg"): "On forearms and knees, with one leg lifted. "
    "The right leg stretches back, in line with the back. "
    "On the floor: left knee, left foot. On the step: both forearms, both hands.",
    ("quadruped-rotation", "open"): "On hands and knees, with one arm lifted. "
    "The trunk turns to the right. The right arm lifts. "
    "On the floor: left hand, both knees, both feet.",
    ("sidelying-tuck", "tuck"): "Lying on the left side, the knees bent. "
    "Both knees come towards the chest. "
    "On the floor: pelvis, left shoulder, left knee. On a pillow: head.",
    ("wall-side-lean", "lean"): "Standing, the whole body leaning to the right. "
    "The hips move to the right. On the floor: both feet. Against the wall: right forearm.",
    ("wall-squat", "squat"): "Standing with both knees bent. The hips sink. "
    "On the floor: both feet. Against the wall: upper back, pelvis.",
    ("cat-cow", "sink"): "On hands and knees. The back bends backwards. "
    "On the floor: both hands, both knees, both feet.",
    ("high-plank", "line"): "Face down, propped on the arms, the trunk off the floor. "
    "The hips come up. On the floor: both hands, both feet.",
    ("heel-slide-brace", "long"): "Lying on the back, the left knee bent, the right leg long. "
    "The right leg stretches out long. "
    "On the floor: upper back, pelvis, both forearms, both hands, both feet. On a pillow: head.",
    ("seated-rotation", "turn"): "Sitting on a chair. The trunk turns to the right. "
    "On the floor: both feet.",
    ("counter-lean", "lean"): "Standing, the trunk bowed forward. The trunk leans forward. "
    "The hips move back. On the floor: both feet. On the counter: both hands.",
    ("dead-bug", "reach"): "Lying on the back, the right knee drawn up, the left leg long. "
    "The right arm reaches over the head. The left leg stretches out long. "
    "On the floor: upper back, pelvis. On a pillow: head.",
    ("legs-on-chair", "rest"): "Lying on the back with both knees bent. "
    "On the floor: upper back, pelvis, both forearms, both hands. On a pillow: head. "
    "On the table: both lower legs.",
    ("pelvic-neutral-find", "tall"): "Sitting on a chair. The back straightens. "
    "On the floor: both feet.",
    ("seated-march", "lift"): "Sitting on a chair. The right knee lifts. On the floor: left foot.",
    ("seated-knee-hug", "hug"): "Sitting on a chair. The trunk leans forward. "
    "The right knee comes towards the chest. "
    "Both hands hold the right thigh from behind. On the floor: left foot.",
    ("seated-tall-squeeze", "squeeze"): "Sitting on a chair. "
    "The shoulder blades draw together. The back straightens. On the floor: both feet.",
    ("sit-to-stand", "sit"): "Sitting on a chair. On the floor: both feet.",
    ("sit-to-stand", "rise"): "Standing with both knees bent, the trunk bowed forward. "
    "The trunk leans forward. The hips lift off the chair. On the floor: both feet.",
    ("sit-to-stand", "stand"): "Standing. The trunk comes upright. Both arms lower. "
    "The hips move forward. On the floor: both feet.",
    ("standing-bird-dog", "reach"): "Standing, the trunk bowed forward. "
    "The left leg stretches back, in line with the back. "
    "The right arm reaches forward, in line with the back. "
    "On the floor: right foot. On the counter: left hand.",
    ("standing-hip-extension", "back"): "Standing. The right leg moves back. "
    "On the floor: left foot. On the counter: both hands.",
    ("walking", "stride"): "Standing, one foot well ahead of the other. On the floor: both feet.",
}


def staged(exercise: str) -> Stage:
    stage = set_stage(load_library().exercises[exercise], "woman")
    assert not isinstance(stage, Problem), stage
    return stage


@pytest.mark.parametrize(("exercise", "pose"), TEXTS)
def test_what_the_picture_shows_is_said(exercise: str, pose: str) -> None:
    assert alt_text(staged(exercise), pose, words()) == TEXTS[exercise, pose]


def test_the_other_side_is_said() -> None:
    assert alt_text(staged("bird-dog"), "reach", words(), "left") == (
        "On one hand and the opposite knee. "
        "The left arm reaches forward, in line with the back. "
        "The right leg stretches back, in line with the back. "
        "On the floor: right hand, left knee, left foot."
    )


POSES = [(e.id, pose) for e in load_library().exercises.values() for pose in e.poses]


@pytest.mark.parametrize(("exercise", "pose"), POSES)
def test_every_picture_has_words_for_both_sides(exercise: str, pose: str) -> None:
    right, left = (alt_text(staged(exercise), pose, words(), side) for side in ("right", "left"))
    swap = {"left": "right", "right": "left"}
    assert left == re.sub(r"\b(left|right)\b", lambda found: swap[found[0]], right)


def test_what_is_held_is_said() -> None:
    march = staged("seated-march")
    stick = Surface(prop="stick", held=("both.palm",))
    scene = {**march.exercise.scene, "stick": stick}
    stage = replace(march, exercise=changed(march.exercise, scene=scene))
    assert alt_text(stage, "sit", words()) == (
        "Sitting on a chair. Holding a stick. On the floor: both feet."
    )


def test_a_support_without_a_word_of_its_own_is_no_table() -> None:
    march = staged("seated-march")
    scene = {"seat": changed(march.exercise.scene["seat"], prop="boulder")}
    stage = replace(march, exercise=changed(march.exercise, scene=scene))
    assert alt_text(stage, "sit", words()) == (
        "Sitting. On the floor: both feet. On a support: pelvis."
    )


def test_every_thing_that_can_be_drawn_has_words() -> None:
    assert set(props._MAKERS) <= set(alt._ON)
    assert set(held._THICK) <= set(alt._THINGS)


def turned(name: str, angle: str, degrees: float) -> str:
    """The words for the seated march's lifted pose, with one more angle at its end."""
    march = staged("seated-march")
    sitting = march.clip.keys["sit"]
    angles = sitting.angles.copy()
    angles[ANGLE_INDEX[angle]] += degrees
    clip = replace(march.clip, keys={**march.clip.keys, name: replace(sitting, angles=angles)})
    moves = tuple(move for move in march.exercise.moves if move.to != name)
    stage = replace(march, exercise=changed(march.exercise, moves=moves), clip=clip)
    return alt_text(stage, name, words())


@pytest.mark.parametrize(
    ("angle", "degrees", "said"),
    [
        ("thoracic.rotation", 25, "The trunk turns to the right."),
        ("thoracic.rotation", -25, "The trunk turns to the left."),
        ("thoracic.bend", 20, "The trunk bends to the right."),
        ("right.knee.flexion", -60, "The right leg moves forward."),
        ("right.hip.abduction", 30, "The right knee moves out to the side."),
    ],
)
def test_what_turns_or_goes_sideways_is_said(angle: str, degrees: float, said: str) -> None:
    assert said in turned("lift", angle, degrees)
