"""Routine files as people write them: whole, or with one slip."""

from pathlib import Path

import pytest

from supple.exercise.load import Library, load_library
from supple.exercise.types import Caution
from supple.routine.load import load_routine, load_routines, unknown_exercises
from supple.routine.routine import Item, Rung

MORNING = """\
schema = 1
id = "morning"
name = "Morning"
purpose = "To begin the day."

[source]
title = "A leaflet"

[[item]]
id = "cat"
use = "cat-stretch"
dose = "3 × 30 s"

[[item]]
id = "ladder"
[[item.rung]]
use = "quadruped-arm-lift"
[[item.rung]]
use = "bird-dog"
dose = "5 times alternating sides"

[[item]]
id = "plank"
name = "Plank on the wall"
text = "Lean on the wall and stay long."
dose = "hold 20 s"

[[caution]]
say = "Slowly."
source = "convention"
"""
SEE = "See docs/reference/routine-file.md."


def written(folder: Path, text: str) -> Path:
    path = folder / "morning.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_is_a_routine(tmp_path: Path) -> None:
    routine, problems = load_routine(written(tmp_path, MORNING))
    assert problems == ()
    assert routine is not None
    assert [item.id for item in routine.items] == ["cat", "ladder", "plank"]
    assert routine.source.title == "A leaflet"
    assert routine.cautions == (Caution(say="Slowly.", source="convention"),)
    assert routine.file == "morning.toml"


def test_doses_are_the_pages_and_a_silent_dose_is_empty(tmp_path: Path) -> None:
    routine, _ = load_routine(written(tmp_path, MORNING))
    assert routine is not None
    cat, ladder, plank = routine.items
    reps = cat.rungs[0].dose.reps
    assert reps is not None
    assert (reps.min, reps.origin, reps.ref) == (3, "page", "morning")
    assert ladder.rungs[0] == Rung(exercise="quadruped-arm-lift", line=17)
    assert ladder.rungs[1].dose.sides is not None
    assert plank == Item(
        id="plank",
        rungs=plank.rungs,
        name="Plank on the wall",
        text="Lean on the wall and stay long.",
    )
    assert plank.rungs[0].exercise == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'id = "morning"',
            'id = "evening"',
            (
                "morning.toml:2: The id is “evening” but the file is named morning.toml. "
                "Write id = “morning”, or rename the file."
            ),
        ),
        (
            'dose = "3 × 30 s"',
            'dose = "0 × 30 s"',
            "morning.toml:12: 0 repetitions cannot be meant. Write a number from 1 to 200.",
        ),
        (
            'dose = "5 times alternating sides"',
            'dose = "5 times on each other side"',
            (
                "morning.toml:20: “5 times on each other side” is not a dose: "
                "it stops making sense at “on each other side”. "
                "Write it like “3 × 30 s each side” or “2 sets of 10, hold 3–5 s, daily”."
            ),
        ),
        (
            'dose = "3 × 30 s"',
            "dose = 3",
            f"morning.toml:12: “item.dose” is a whole number. Write text in quotes instead. {SEE}",
        ),
        (
            'dose = "3 × 30 s"',
            'doze = "3 × 30 s"',
            f"morning.toml:12: There is no key “doze” in “item”. Did you mean “dose”? {SEE}",
        ),
        (
            'use = "bird-dog"',
            'exercise = "bird-dog"',
            (
                "morning.toml:19: There is no key “exercise” in “item.rung”. "
                f"Known here: use, dose. {SEE}"
            ),
        ),
        (
            'name = "Morning"\n',
            "",
            f"morning.toml:1: “name” is missing. Add it. {SEE}",
        ),
        (
            'title = "A leaflet"',
            'titel = "A leaflet"',
            f"morning.toml:7: There is no key “titel” in “source”. Did you mean “title”? {SEE}",
        ),
        (
            'id = "plank"',
            'id = "cat"',
            "morning.toml:23: There are two items “cat”. Give each item an id of its own.",
        ),
        (
            'name = "Plank on the wall"\n',
            "",
            (
                "morning.toml:22: The item “plank” needs one of three things: "
                "an exercise to use, rungs, or a name with a text."
            ),
        ),
        (
            'name = "Plank on the wall"\n',
            'name = "Plank on the wall"\nuse = "bird-dog"\n',
            (
                "morning.toml:22: The item “plank” needs one of three things: "
                "an exercise to use, rungs, or a name with a text."
            ),
        ),
        (
            '[[item]]\nid = "cat"',
            '[item]\nid = "cat"',
            (
                "morning.toml:14: This is not valid TOML: Cannot overwrite a value. "
                "Mend the line; nothing of the file is used."
            ),
        ),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in MORNING
    routine, problems = load_routine(written(tmp_path, MORNING.replace(old, new, 1)))
    assert routine is None
    assert "\n".join(map(str, problems)) == said


def test_every_slip_of_the_doses_is_named_at_once(tmp_path: Path) -> None:
    text = MORNING.replace("3 × 30 s", "3 × 0 s").replace("5 times", "500 times")
    _, problems = load_routine(written(tmp_path, text))
    assert [str(problem) for problem in problems] == [
        "morning.toml:12: 0 seconds of hold cannot be meant. Write a number from 1 to 600.",
        "morning.toml:20: 500 repetitions cannot be meant. Write a number from 1 to 200.",
    ]


def test_the_other_routines_still_load(tmp_path: Path) -> None:
    written(tmp_path, MORNING)
    (tmp_path / "evening.toml").write_text("schema = 1\n", encoding="utf-8")
    routines, problems = load_routines(tmp_path)
    assert list(routines) == ["morning"]
    assert [str(problem) for problem in problems] == [
        f"evening.toml:1: “id” is missing. Add it. {SEE}"
    ]


def test_an_exercise_the_library_does_not_have_is_named_and_left_out(tmp_path: Path) -> None:
    routine, _ = load_routine(written(tmp_path, MORNING.replace("bird-dog", "brid-dog")))
    assert routine is not None
    assert [str(problem) for problem in unknown_exercises(routine, load_library())] == [
        (
            "morning.toml:19: The library has no exercise “brid-dog”. Did you mean “bird-dog”? "
            "It is left out; the rest of the routine works."
        )
    ]


def test_an_empty_library_knows_none_of_them(tmp_path: Path) -> None:
    routine, _ = load_routine(written(tmp_path, MORNING))
    assert routine is not None
    assert len(unknown_exercises(routine, Library())) == 3
