"""What must be documented is, and what the pages show works as shown."""

import re
import tomllib
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from supple.body.skeleton import ANGLE_NAMES
from supple.body.state import BASES
from supple.exercise import types
from supple.exercise.dose import AMOUNTS, FIELDS, Amount, Dose, Sides
from supple.exercise.dose_text import LIMITS, format_dose, parse_dose
from supple.exercise.load import LIBRARY_DIR, TRAVEL_FILE, load_exercise, load_library
from supple.exercise.types import Written
from supple.routine import script
from supple.routine.load import RoutineFile, load_routine, unknown_exercises
from supple.value import Keys, from_json, known_keys

DOCS = Path(__file__).parent.parent / "docs"
EXERCISE_FILE = (DOCS / "reference" / "exercise-file.md").read_text(encoding="utf-8")
ROUTINE_FILE = (DOCS / "reference" / "routine-file.md").read_text(encoding="utf-8")
DOSE = (DOCS / "reference" / "dose.md").read_text(encoding="utf-8")
SCRIPT = (DOCS / "reference" / "script.md").read_text(encoding="utf-8")

FOUND_BY_LOADING = {"file", "line", "angles"}
TABLES = [
    shape
    for shape in vars(types).values()
    if isinstance(shape, type) and issubclass(shape, Written) and shape is not Written
]


def named(page: str) -> set[str]:
    """Every word in code marks, with the tables of `[[move]]` and `on.seat` taken apart."""
    code = re.findall(r"`([^`\n]+)`", page)
    return {word for text in code for word in (text, *re.findall(r"[\w+-]+", text))}


def choices(shape: type) -> set[str]:
    """The words that the fields of `shape` may be."""
    hints = get_type_hints(shape).values()
    kinds = [inner for hint in hints for inner in (hint, *get_args(hint))]
    return {
        str(word)
        for kind in kinds
        if get_origin(kind) is Literal
        for word in get_args(kind)
        if word
    }


def block(page: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


def first_cells(page: str, heading: str) -> list[str]:
    """The code of the first cells of the table under a heading."""
    section = page.partition(heading)[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [code for row in rows for code in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("shape", TABLES, ids=lambda shape: shape.__name__)
def test_every_key_and_word_of_an_exercise_file_is_documented(shape: type) -> None:
    needed = set(known_keys(shape)) - FOUND_BY_LOADING | choices(shape)
    assert needed - named(EXERCISE_FILE) == set()


def test_every_angle_and_base_is_documented() -> None:
    angles = {re.sub(r"^(left|right)\.", "", name) for name in ANGLE_NAMES}
    segments = {name for name in angles if re.fullmatch(r"lumbar\.L\d", name)}
    needed = (angles - segments) | {"lumbar.flexion", "lumbar.segments"} | set(BASES)
    assert needed - named(EXERCISE_FILE) == set()


def test_every_key_that_the_library_uses_is_documented() -> None:
    used: set[str] = set()
    for path in LIBRARY_DIR.glob("*.toml"):
        used |= tomllib.loads(path.read_text(encoding="utf-8")).keys()
    assert used - named(EXERCISE_FILE) == set()
    assert TRAVEL_FILE in EXERCISE_FILE


def test_the_exercise_shown_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "shoulder-shrug.toml"
    path.write_text(block(EXERCISE_FILE, "toml"), encoding="utf-8")
    exercise, problems = load_exercise(path)
    assert problems == ()
    assert exercise is not None


def test_every_key_of_a_routine_file_is_documented() -> None:
    ways: list[Keys] = [(), ("item", 0), ("item", 0, "rung", 0), ("source",), ("caution", 0)]
    needed = {key for way in ways for key in known_keys(RoutineFile, way)}
    assert needed - named(ROUTINE_FILE) == set()


def test_the_routine_shown_can_be_read_and_its_exercises_are_known(tmp_path: Path) -> None:
    path = tmp_path / "evening.toml"
    path.write_text(block(ROUTINE_FILE, "toml"), encoding="utf-8")
    routine, problems = load_routine(path)
    assert problems == ()
    assert routine is not None
    assert unknown_exercises(routine, load_library()) == ()


def test_every_word_of_a_dose_is_documented() -> None:
    keys = {key for shape in (Dose, Amount, Sides) for key in known_keys(shape)}
    words = {word for shape in (Amount, Sides) for word in choices(shape)}
    assert (keys | words | set(FIELDS)) - named(DOSE) == set()


def test_every_short_form_shown_is_a_dose() -> None:
    shown = first_cells(DOSE, "## The short form")
    indented = re.findall(r"^    (.+)$", DOSE, re.MULTILINE)
    assert len(shown) >= len(FIELDS)
    for text in (*shown, *indented):
        dose, problems = parse_dose(text)
        assert problems == ()
        assert format_dose(dose) == text


def test_the_numbers_that_are_believed_are_the_documented_ones() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| (\d+)(?: s)? \| (\d+)(?: s)? \|$", DOSE, re.MULTILINE)
    limits = {name.replace(" ", "_"): (int(low), int(high)) for name, low, high in rows}
    assert limits == LIMITS
    assert set(AMOUNTS) == set(LIMITS)


def test_the_json_shown_is_a_dose() -> None:
    dose = from_json(block(DOSE, "json"), Dose)
    assert format_dose(dose) == "3 × 30–60 s each side"


def test_every_key_of_a_script_is_documented() -> None:
    shapes = (script.Script, script.ScriptItem, script.Step, script.Line, script.Motion)
    needed = {key for shape in (*shapes, script.PlanRef) for key in known_keys(shape)}
    assert needed - named(SCRIPT) == set()


def test_every_kind_of_step_and_side_is_documented() -> None:
    assert set(first_cells(SCRIPT, "### The kinds of step")) == set(get_args(script.Kind))
    assert set(get_args(script.ShownSide)) - named(SCRIPT) == set()


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.stem)
def test_links_lead_to_pages_that_are_there(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
