import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from supple.cli import main
from supple.cli import script as command
from supple.exercise.load import load_library
from supple.routine.load import named_routine


@pytest.fixture
def two_routines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A routine with one exercise that nobody has, and a file that is broken."""
    (tmp_path / "mine.toml").write_text(
        'id = "mine"\nname = "Mine"\n[[item]]\nid = "a"\nuse = "cat-strech"\n'
        '[[item]]\nid = "b"\nuse = "pelvic-tilt"\n',
        encoding="utf-8",
    )
    (tmp_path / "broken.toml").write_text("id =\n", encoding="utf-8")
    monkeypatch.setattr(command, "named_routine", lambda name: named_routine(name, tmp_path))


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["script", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_json_has_the_fields_that_are_promised(capsys: pytest.CaptureFixture[str]) -> None:
    script = as_json(capsys, "facet-joint")
    assert script["schema"] == 1
    assert script["routine"] == "facet-joint"
    assert script["plan"] == {"id": "facet-joint", "version": 1}
    assert script["library"] == load_library().version
    assert script["locale"] == "en"
    assert script["seconds"] == sum(step["seconds"] or 0 for step in script["steps"])
    for step in script["steps"]:
        assert step.keys() >= {
            *("id", "item", "kind", "exercise", "side", "repetition", "of", "set"),
            *("seconds", "text", "say"),
        }
        assert all(line.keys() == {"at", "text"} for line in step["say"])


def test_a_step_without_exercise_or_side_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    first = as_json(capsys, "facet-joint")["steps"][0]
    assert (first["kind"], first["exercise"], first["side"]) == ("travel", "", None)


def test_the_same_call_prints_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for _ in range(2):
        main(["script", "facet-joint", "--json"])
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


def test_the_table_begins_with_the_total(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["script", "facet-joint"]) == 0
    head, first, *rest = capsys.readouterr().out.splitlines()
    assert head == f"facet-joint: {len(rest) + 1} steps, 19:22 of timed steps"
    assert first == "  0:00  travel            22 s  Kneel down by the chair"
    assert "  0:43  ask      until you say  Tap when you are ready" in rest[2]


def test_the_rung_a_person_is_on(capsys: pytest.CaptureFixture[str]) -> None:
    script = as_json(capsys, "facet-joint", "--on", "hands-and-knees=bird-dog")
    assert "bird-dog" in [item["exercise"] for item in script["items"]]


def test_waiting_asks_after_every_change_of_place(capsys: pytest.CaptureFixture[str]) -> None:
    script = as_json(capsys, "facet-joint", "--wait")
    assert [step["kind"] for step in script["steps"]].count("ask") == 2


def test_brief_is_shorter(capsys: pytest.CaptureFixture[str]) -> None:
    whole, brief = as_json(capsys, "facet-joint"), as_json(capsys, "facet-joint", "--brief")
    assert brief["seconds"] < whole["seconds"]
    assert len(brief["steps"]) == len(whole["steps"])


def test_an_unknown_routine_is_exit_code_2_and_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["script", "facet"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "There is no routine “facet”. There are: facet-joint.\n"


def test_more_than_a_session_can_lead_is_exit_code_2(
    two_routines: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    much = 'id = "much"\nname = "Much"\n[[item]]\nid = "a"\nuse = "pelvic-tilt"\n'
    much += 'dose = "20 sets of 100"\n'
    (tmp_path / "much.toml").write_text(much, encoding="utf-8")
    assert main(["script", "much"]) == 2
    printed = capsys.readouterr()
    assert printed.err == "much asks for more than a session can lead: write less of it.\n"


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        (
            "hands-and-knees=birddog",
            (
                "There is no rung “hands-and-knees=birddog” in “facet-joint”. "
                "Did you mean “hands-and-knees=bird-dog”?\n"
            ),
        ),
        (
            "bird-dog",
            (
                "There is no rung “bird-dog” in “facet-joint”. "
                "Known here: single-knee-to-chest=single-knee-to-chest, pelvic-tilt=pelvic-tilt, "
                "segmental-bridge=segmental-bridge, childs-pose=childs-pose, "
                "hands-and-knees=quadruped-arm-lift, hands-and-knees=quadruped-leg-lift, "
                "hands-and-knees=bird-dog, cat-stretch=cat-stretch.\n"
            ),
        ),
    ],
)
def test_an_unknown_rung_is_exit_code_2_and_a_sentence(
    given: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["script", "facet-joint", "--on", given]) == 2
    assert capsys.readouterr().err == advice


@pytest.mark.usefixtures("two_routines")
def test_an_unknown_exercise_is_said_and_the_rest_works(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["script", "mine", "--json"]) == 0
    printed = capsys.readouterr()
    assert printed.err == (
        "mine.toml:5: The library has no exercise “cat-strech”. Did you mean “cat-stretch”? "
        "It is left out; the rest of the routine works.\n"
    )
    assert [item["id"] for item in json.loads(printed.out)["items"]] == ["b"]


@pytest.mark.usefixtures("two_routines")
def test_an_unknown_routine_says_which_files_are_broken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["script", "broken"]) == 2
    assert capsys.readouterr().err == (
        "There is no routine “broken”. There are: mine.\n"
        "broken.toml:1: This is not valid TOML: Invalid value. "
        "Mend the line; nothing of the file is used.\n"
    )


def test_a_reader_that_has_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = "import sys; from supple.cli import main; sys.exit(main(['script', 'facet-joint']))"
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-c", call],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    assert (done.returncode, done.stderr) == (0, b"")
