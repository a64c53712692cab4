import io
import json
from pathlib import Path

import pytest

from supple.cli import main
from supple.problem import Place, Problem

PAGE = "# Back care\n\n## Bridge\nLie on your back and lift your hips. Do 2 sets of 10.\n"


def test_a_file_as_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert main(["read", str(tmp_path / "page.txt")]) == 0
    assert capsys.readouterr().out == (
        "Back care (en)\n1. Bridge\n"
        "   bridge · supine · sets 2, repetitions 10 · both sides together\n"
    )


def test_standard_input_as_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["read", "-", "--json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["title"] == "Back care"
    assert page["exercises"][0]["sets"] == [2, 2]
    assert page["exercises"][0]["evidence"] == "Do 2 sets of 10."


def test_a_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert main(["read", str(tmp_path / "page.txt"), "--trace"]) == 0
    assert "== page_wide" in capsys.readouterr().out


def test_a_page_without_a_routine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(
        "This is our clinic. The opening hours are 9 to 5.\n", encoding="utf-8"
    )
    assert main(["read", str(tmp_path / "page.txt")]) == 0
    assert capsys.readouterr().err == (
        "No exercise routine was found on this page. Paste the part with the exercises, "
        "or add them by hand.\n"
    )


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.txt"
    assert main(["read", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}: The file could not be opened: No such file or directory.\n"
    )


def test_an_address_is_fetched_by_the_web(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("supple.web.fetch.fetch", lambda _: (PAGE.encode(), ()))
    assert main(["read", "https://example.org/back"]) == 0
    assert "1. Bridge" in capsys.readouterr().out


def test_an_address_that_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Problem(place=Place(), sentence="Only the usual ports.")
    monkeypatch.setattr("supple.web.fetch.fetch", lambda _: (None, (problem,)))
    assert main(["read", "http://example.org:22/"]) == 2
    assert capsys.readouterr().err == "Only the usual ports.\n"


def test_what_cannot_be_read_is_one_sentence_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "noise.bin"
    path.write_bytes(bytes(range(256)) * 8)
    assert main(["read", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "noise.bin: This is not a text, a web page, a PDF or a Word file. "
        "Open it where it was made and copy the text.\n"
    )
