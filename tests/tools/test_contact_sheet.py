"""The sheet of all poses."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools.contact_sheet import CELL, HEAD, SIDES, main, sheet


def test_each_pose_has_a_title_and_its_views_side_by_side() -> None:
    one = 'viewBox="0 0 4 4"><path d="M1 1h2"/></svg>'
    tree = ET.fromstring(sheet([("Cat & cow", [one] * 4), ("Bridge", [one] * 4)]))  # noqa: S314
    titles = [element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert titles == ["Cat & cow", "Bridge"]
    places = [(int(view.attrib["x"]), int(view.attrib["y"])) for view in tree.iterfind("{*}svg")]
    row = [CELL[0] * column for column in range(len(SIDES))]
    assert places == [(x, HEAD) for x in row] + [(x, 2 * HEAD + CELL[1]) for x in row]


def test_an_unknown_exercise_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.png"
    monkeypatch.setattr(sys, "argv", ["contact_sheet", str(path), "hop", "bird-dog"])
    assert main() == 2
    assert capsys.readouterr().err == "There is no exercise hop.\n"
    assert not path.exists()
