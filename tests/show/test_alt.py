"""Drawings in words."""

import pytest

from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.alt import alt_text
from supple.show.stage import Stage, set_stage
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
}


def staged(exercise: str) -> Stage:
    stage = set_stage(load_library().exercises[exercise], "woman")
    assert not isinstance(stage, Problem), stage
    return stage


@pytest.mark.parametrize(("exercise", "pose"), TEXTS)
def test_the_words_of_the_eight_exercises(exercise: str, pose: str) -> None:
    assert alt_text(staged(exercise), pose, words()) == TEXTS[exercise, pose]


def test_the_other_side_is_said() -> None:
    assert alt_text(staged("bird-dog"), "reach", words(), "left") == (
        "On one hand and the opposite knee. "
        "The left arm reaches forward, in line with the back. "
        "The right leg stretches back, in line with the back. "
        "On the floor: right hand, left knee, left foot."
    )
