"""Files as people write them: whole, or with one slip, which is named with its line."""

from pathlib import Path

import pytest

from supple.exercise.dose import Amount, Sides
from supple.exercise.load import load_exercise, load_library, load_travel

SHRUG = """\
schema = 1
id = "shrug"
name = "Shoulder shrug"
aim = "Ease the neck."
position = "Sit tall."
how = ["Lift both shoulders.", "Let them drop."]
breath = "Breathe in as you lift."
purpose = "neck-mobility"
sources = ["convention"]

[dose]
reps = 8
hold = [2, 4]

[body]
posture = "sitting"
weight = ["seat"]
spine = { direction = "neutral", range = "neutral" }
load = "low"
floor = "no"
hip = "ninety"
knee = 90
head-down = false

[pose.rest]
base = "sitting"

[pose.up]
from = "rest"
both.scapula.elevation = 20

[[move]]
to = "up"
seconds = 2
text = "Shoulders up"
say = "Up."
hold = true

[[move]]
to = "rest"
seconds = 2
text = "Let them drop"
say = "And down."
"""
SEE = "See docs/reference/exercise-file.md."


def complaint(folder: Path, old: str, new: str) -> str:
    """What is said of the shrug with `old` written as `new`."""
    assert old in SHRUG
    path = folder / "shrug.toml"
    path.write_text(SHRUG.replace(old, new, 1), encoding="utf-8")
    exercise, problems = load_exercise(path)
    assert exercise is None
    return "\n".join(str(problem) for problem in problems)


def test_a_whole_file_is_an_exercise(tmp_path: Path) -> None:
    path = tmp_path / "shrug.toml"
    path.write_text(SHRUG, encoding="utf-8")
    exercise, problems = load_exercise(path)
    assert problems == ()
    assert exercise is not None
    assert exercise.dose.hold == Amount(min=2, max=4, origin="library", ref="convention")
    assert exercise.dose.sides is None
    assert exercise.poses["up"].angles == {"both.scapula.elevation": 20.0}
    assert exercise.poses["up"].line == 28
    assert (exercise.start, exercise.file) == ("rest", "shrug.toml")


def test_sides_of_the_exercise_are_sides_of_its_dose(tmp_path: Path) -> None:
    path = tmp_path / "shrug.toml"
    dose = 'hold = [2, 4]\nsource = "a-study"\n\n[sides]\nmode = "alternate"\npart = "arm"'
    path.write_text(SHRUG.replace("hold = [2, 4]", dose), encoding="utf-8")
    exercise, _ = load_exercise(path)
    assert exercise is not None
    assert exercise.dose.sides == Sides(mode="alternate", origin="library", ref="a-study")
    assert exercise.dose.reps == Amount(min=8, max=8, origin="library", ref="a-study")


@pytest.mark.parametrize("written", ["height.both.heel = 0.1", 'height = { "both.heel" = 0.1 }'])
def test_a_height_is_written_like_an_angle_or_as_a_table(tmp_path: Path, written: str) -> None:
    path = tmp_path / "shrug.toml"
    path.write_text(SHRUG.replace('from = "rest"', f'from = "rest"\n{written}'), encoding="utf-8")
    exercise, problems = load_exercise(path)
    assert problems == ()
    assert exercise is not None
    assert exercise.poses["up"].height == {"both.heel": 0.1}


def test_the_side_it_is_drawn_from_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "shrug.toml"
    path.write_text(SHRUG.replace("[dose]", 'view = "back"\n\n[dose]', 1), encoding="utf-8")
    exercise, _ = load_exercise(path)
    assert exercise is not None
    assert exercise.view == "back"
    said = complaint(tmp_path, "[dose]", 'view = "behind"\n\n[dose]')
    assert said.startswith("shrug.toml:11: “view” cannot be “behind”. ")


def test_windows_line_ends_and_byte_order_marks_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "shrug.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SHRUG.replace("\n", "\r\n").encode())
    exercise, problems = load_exercise(path)
    assert (exercise is not None, problems) == (True, ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'name = "Shoulder shrug"',
            'name "Shoulder shrug"',
            (
                "shrug.toml:3: This is not valid TOML: Expected '=' after a key in a key/value pair"
                ". Mend the line; nothing of the file is used."
            ),
        ),
        (
            'aim = "Ease the neck."\n',
            "",
            f"shrug.toml:1: “aim” is missing. Add it. {SEE}",
        ),
        (
            'say = "And down."\n',
            "",
            f"shrug.toml:39: “say” is missing in “move”. Add it. {SEE}",
        ),
        (
            "[body]",
            "[bodies]",
            f"shrug.toml:15: There is no key “bodies”. Did you mean “body”? {SEE}",
        ),
        (
            "breath =",
            "breth =",
            f"shrug.toml:7: There is no key “breth”. Did you mean “breath”? {SEE}",
        ),
        (
            "head-down = false",
            "head_down = false",
            (
                f"shrug.toml:23: There is no key “head_down” in “body”. "
                f"Did you mean “head-down”? {SEE}"
            ),
        ),
        (
            "reps = 8",
            "zzz = 8",
            (
                "shrug.toml:12: There is no key “zzz” in “dose”. Known here: sets, reps, hold, "
                f"rest, work, sides, times_a_day, days_a_week. {SEE}"
            ),
        ),
        (
            'text = "Shoulders up"',
            'txt = "Shoulders up"',
            f"shrug.toml:35: There is no key “txt” in “move”. Did you mean “text”? {SEE}",
        ),
        (
            'name = "Shoulder shrug"',
            "name = 3",
            f"shrug.toml:3: “name” is a whole number. Write text in quotes instead. {SEE}",
        ),
        (
            "reps = 8",
            'reps = "eight"',
            f"shrug.toml:12: “dose.reps” is text in quotes. Write a number instead. {SEE}",
        ),
        (
            "hold = [2, 4]",
            "hold = [2, 3, 4]",
            f"shrug.toml:13: “dose.hold” is a list. Write a number instead. {SEE}",
        ),
        (
            "[dose]\nreps = 8\nhold = [2, 4]\n",
            "dose = 8\n",
            f"shrug.toml:11: “dose” is a whole number. Write a table instead. {SEE}",
        ),
        (
            'how = ["Lift both shoulders.", "Let them drop."]',
            'how = "Lift both shoulders."',
            f"shrug.toml:6: “how” is text in quotes. Write a list instead. {SEE}",
        ),
        (
            "head-down = false",
            'head-down = "no"',
            (
                f"shrug.toml:23: “body.head-down” is text in quotes. "
                f"Write true or false instead. {SEE}"
            ),
        ),
        (
            'load = "low"',
            'load = "lo"',
            f"shrug.toml:19: “body.load” cannot be “lo”. Did you mean “low”? {SEE}",
        ),
        (
            'posture = "sitting"',
            'posture = "upside down"',
            (
                "shrug.toml:16: “body.posture” cannot be “upside down”. Known here: supine, prone, "
                f"sidelying, sitting, quadruped, kneeling, standing. {SEE}"
            ),
        ),
        (
            "both.scapula.elevation = 20",
            'both.scapula.elevation = "high"',
            (
                "shrug.toml:30: “pose.up.both.scapula.elevation” is text in quotes. "
                f"Write a number or a list instead. {SEE}"
            ),
        ),
        (
            '[pose.up]\nfrom = "rest"\nboth.scapula.elevation = 20\n',
            "[pose]\nup = 3\n",
            f"shrug.toml:29: “pose.up” is a whole number. Write a table instead. {SEE}",
        ),
        (
            "schema = 1",
            "schema = 2",
            f"shrug.toml:1: “schema” cannot be “2”. Known here: 1. {SEE}",
        ),
        (
            'id = "shrug"',
            'id = "shrugging"',
            (
                "shrug.toml:2: The id is “shrugging” but the file is named shrug.toml. "
                "Write id = “shrug”, or rename the file."
            ),
        ),
        (
            'to = "up"',
            'to = "upp"',
            "shrug.toml:33: There is no pose “upp”. Did you mean “up”?",
        ),
        (
            'from = "rest"',
            'from = "nowhere"',
            "shrug.toml:29: There is no pose “nowhere”. Known here: rest, up.",
        ),
        (
            "reps = 8\nhold = [2, 4]\n",
            "",
            "shrug.toml:11: The default dose is empty. Give at least reps, hold or work.",
        ),
        (
            "reps = 8",
            "reps = 0",
            "shrug.toml:12: 0 repetitions cannot be meant. Write a number from 1 to 200.",
        ),
        (
            "hold = [2, 4]",
            "hold = [4, 2]",
            "shrug.toml:13: The range 4–2 runs backwards. Write the smaller number first.",
        ),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert complaint(tmp_path, old, new) == said


def test_a_file_that_is_not_utf_8_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "shrug.toml"
    path.write_bytes(SHRUG.replace("neck", "n\xe9ck", 1).encode("latin-1"))
    _, problems = load_exercise(path)
    assert [str(problem) for problem in problems] == [
        "shrug.toml:4: This line is not UTF-8 text. Save the file as UTF-8; nothing of it is used."
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    _, problems = load_exercise(tmp_path / "shrug.toml")
    assert [str(problem) for problem in problems] == [
        (
            "shrug.toml:1: This file cannot be opened (No such file or directory). "
            "Check its name and its rights."
        )
    ]


def test_the_other_files_still_load(tmp_path: Path) -> None:
    (tmp_path / "shrug.toml").write_text(SHRUG, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    library = load_library(tmp_path)
    assert list(library.exercises) == ["shrug"]
    assert [str(problem) for problem in library.problems] == [
        (
            "broken.toml:1: This is not valid TOML: Invalid value (at end of document). "
            "Mend the line; nothing of the file is used."
        ),
        f"empty.toml:1: “id” is missing. Add it. {SEE}",
    ]


def test_the_version_follows_the_files(tmp_path: Path) -> None:
    versions: list[str] = []
    for text in (SHRUG, SHRUG.replace("reps = 8", "reps = 9")):
        folder = tmp_path / str(len(versions))
        folder.mkdir()
        (folder / "shrug.toml").write_text(text, encoding="utf-8")
        versions.append(load_library(folder).version)
    assert len(set(versions)) == 2


def test_a_way_between_places_nobody_knows_is_named(tmp_path: Path) -> None:
    path = tmp_path / "travel.toml"
    path.write_text(
        '[[move]]\nstart = "standing"\nend = "kneling"\nseconds = 3\ntext = "Go"\nsay = []\n',
        encoding="utf-8",
    )
    travel, problems = load_travel(path)
    assert travel.moves == ()
    assert [str(problem) for problem in problems] == [
        f"travel.toml:3: “move.end” cannot be “kneling”. Did you mean “kneeling”? {SEE}"
    ]
