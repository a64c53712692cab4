import json

import pytest

from supple.cli import lint as command
from supple.cli import main
from supple.exercise.load import Library, load_library
from supple.problem import Place, Problem
from supple.value import changed


def test_a_clean_library_exits_with_zero_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["exercises"] == len(load_library().exercises)
    assert report["worst"]["contact_mm"] <= 5
    assert report["worst"]["slip_mm"] <= 2
    assert report["worst"]["depth_mm"] <= 15
    assert {"exercise", "move", "contact_mm", "slip_mm", "depth_mm"} <= set(report["moves"][0])


def test_text_shows_every_move(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "segmental-bridge"]) == 0
    out = capsys.readouterr().out
    assert "segmental-bridge: hook to top" in out
    assert out.endswith("Nothing is over its bar.\n")


def test_a_fault_exits_with_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bird = load_library().exercises["bird-dog"]
    lying = changed(bird, body=changed(bird.body, posture="supine"))
    monkeypatch.setattr(command, "load_library", lambda: Library(exercises={"bird-dog": lying}))
    assert main(["lint"]) == 1
    assert "The posture is declared as supine; the poses show quadruped." in capsys.readouterr().out


def test_only_the_named_exercises_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "bird-dog", "cat-stretch", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["exercises"] == 2
    assert {move["exercise"] for move in report["moves"]} == {"bird-dog", "cat-stretch"}


def test_an_unknown_name_is_said_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "bird-dig"]) == 2
    assert capsys.readouterr().err.endswith(
        "There is no exercise “bird-dig” in the library. Did you mean “bird-dog”?\n"
    )


def test_a_file_that_cannot_be_read_is_named_by_its_id(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = tuple(
        Problem(place=Place(file=f"{name}.toml", line=3), sentence="It has no name.")
        for name in ("hop", "skip")
    )
    monkeypatch.setattr(command, "load_library", lambda: Library(problems=problems))
    assert main(["lint", "hop"]) == 1
    out = capsys.readouterr().out
    assert out.endswith("hop.toml:3: It has no name.\n")
    assert "skip" not in out
