"""The sheets that show the whole library."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from supple.exercise.load import load_library
from tools import library_sheet
from tools.library_sheet import CELL, COLUMNS, HEAD, ROWS, cells, main, pages, sheet

ONE = '<svg class="figure-drawing" viewBox="0 0 4 4" fill="none"><path d="M1 1h2"/></svg>'


def test_each_drawing_has_its_place_and_its_name() -> None:
    found = [(f"Bridge & {number}", ONE) for number in range(COLUMNS + 1)]
    tree = ET.fromstring(sheet(found))  # noqa: S314
    views = [(int(view.attrib["x"]), int(view.attrib["y"])) for view in tree.iterfind("{*}svg")]
    assert views[:2] == [(0, HEAD), (CELL[0], HEAD)]
    assert views[COLUMNS] == (0, 2 * HEAD + CELL[1])
    assert [text.text for text in tree.iterfind("{*}text")] == [name for name, _ in found]


def test_a_full_sheet_goes_on_to_the_next() -> None:
    found = [(str(number), ONE) for number in range(COLUMNS * ROWS + 2)]
    assert [len(page) for page in pages(found)] == [COLUMNS * ROWS, 2]


def test_exercises_are_shown_position_by_position() -> None:
    exercises = load_library().exercises
    ids = ["pelvic-tilt", "sit-to-stand", "bird-dog"]
    assert [name for name, _ in cells("woman", sorted(ids))] == [exercises[i].name for i in ids]


def test_each_sheet_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = [(str(number), ONE) for number in range(COLUMNS * ROWS + 1)]
    monkeypatch.setattr(library_sheet, "cells", lambda *_: every)
    monkeypatch.setattr(library_sheet, "png", lambda *_, **__: b"picture")
    monkeypatch.setattr(sys, "argv", ["library_sheet", str(tmp_path / "all.png")])
    assert main() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all-2.png", "all.png"]
