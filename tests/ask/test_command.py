"""The commands that print judgements and tables."""

import io
import json
from pathlib import Path

import pytest

from supple.cli import main


def test_ask_prints_every_field(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("No fever. My wrists hurt on all fours."))
    assert main(["ask", "-", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["level"] == "ok"
    assert printed["constraints"] == ["wrist_pain"]
    assert printed["not_present"] == [
        {"code": "RF08u", "words": "fever", "why": "said not to be there"}
    ]
    assert printed["red_flags"] == []


def test_ask_ends_with_the_safety_net(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("my groin is numb"))
    assert main(["ask", "-"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[0] == "level: emergency"
    assert "Please get emergency help now" in lines
    assert lines[-1].startswith("Stop and get help")


def test_ask_says_when_a_file_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    binary = tmp_path / "picture"
    binary.write_bytes(b"\xff\xd8\xff")
    assert main(["ask", "no-such-file.txt"]) == 2
    assert main(["ask", str(binary)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        (
            "no-such-file.txt cannot be read (No such file or directory). "
            "Give a text file, or - for input."
        ),
        f"{binary} cannot be read (it is not text). Give a text file, or - for input.",
    ]


def test_constraints_prints_both_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["constraints", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["conditions"]["knee_replacement"]["gives"] == ["no_kneel"]
    assert printed["constraints"]["no_kneel"]["words"] == "I'd rather not kneel"


def test_constraints_reads_as_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["constraints"]) == 0
    assert "knee_replacement        no_kneel (offers no_deep_knee)" in capsys.readouterr().out
