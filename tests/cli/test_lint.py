import json

import pytest

from supple.cli import lint as command
from supple.cli import main
from supple.exercise.load import Library, load_library
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
    assert main(["lint"]) == 0
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
