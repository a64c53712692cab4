"""`supple draw`, as it is called."""

import json
from pathlib import Path

import pytest

from supple.cli import main

UNKNOWN = {
    ("bird-dgo",): "There is no exercise “bird-dgo”. There are: ",
    ("bird-dog", "-o", "a.gif"): "There is no kind of file “gif”. There are: svg, png, glb, json.",
    ("bird-dog", "-o", "a"): "There is no kind of file “”. There are: svg, png, glb, json.",
    ("bird-dog", "--pose", "fly"): "There is no pose of bird-dog “fly”. There are: table, reach.",
    ("bird-dog", "--body", "cat"): "There is no body “cat”. There are: "
    "woman, man, older-woman, large-woman, large-man.",
    ("bird-dog", "--side", "up"): "There is no side “up”. There are: right, left.",
    ("bird-dog", "--theme", "red"): "There is no theme “red”. There are: light, dark, ink.",
    ("bird-dog", "--tone", "blue"): "There is no skin tone “blue”. There are: "
    "light, medium, brown, dark.",
    ("bird-dog", "--width", "0", "-o", "a.png"): "A PNG cannot be 0 pixels wide; choose 1 to 8000.",
}


@pytest.mark.parametrize("arguments", UNKNOWN)
def test_what_there_is_not_is_said_in_one_sentence(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draw", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(UNKNOWN[arguments])
    assert err.count("\n") == 1


def test_a_folder_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none" / "a.json"
    assert main(["draw", "bird-dog", "-o", str(path)]) == 2
    assert capsys.readouterr().err == f"{path} cannot be written: No such file or directory.\n"


def test_the_movement_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert main(["draw", "bird-dog", "-o", str(path), "--side", "left", "--body", "man"]) == 0
    found = json.loads(path.read_text())
    assert (found["exercise"], found["body"], found["side"]) == ("bird-dog", "man", "left")


def test_the_movement_as_gltf(tmp_path: Path) -> None:
    path = tmp_path / "a.glb"
    assert main(["draw", "cat-stretch", "-o", str(path)]) == 0
    assert path.read_bytes()[:4] == b"glTF"


def test_a_pose_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", "bird-dog", "--pose", "table", "--side", "left", "--theme", "ink"]) == 0
    svg = capsys.readouterr().out
    assert svg.startswith("<svg ")
    assert 'aria-label="On hands and knees. ' in svg
    assert "matrix(-1 0 0 1 2400 0)" in svg
    assert 'class="figure-skin" fill="#FFFFFF"' in svg


def test_a_pose_as_png(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    assert main(["draw", "bird-dog", "--pose", "table", "-o", str(path), "--width", "80"]) == 0
    assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
