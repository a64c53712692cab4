"""`supple handout`: a routine on paper, or the sentence that says why not."""

from pathlib import Path

import pytest

from supple.cli import main


def test_the_sheet_is_written(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    assert main(["handout", "facet-joint", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_an_unknown_routine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", "nothing", "-o", str(tmp_path / "x.pdf")]) == 2
    assert capsys.readouterr().err == ("There is no routine “nothing”. There are: facet-joint.\n")


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "no-such-folder" / "x.pdf"
    assert main(["handout", "facet-joint", "-o", str(target)]) == 2
    assert capsys.readouterr().err == (
        f"The handout cannot be written to “{target}” (No such file or directory). "
        "Choose another place with -o.\n"
    )
