"""Drawings kept as files: written, read, missing, damaged, out of date."""

from pathlib import Path

import pytest

from supple.body.clips import Clip, read_clip
from supple.body.figure import BODY_NAMES, body
from supple.exercise.load import load_library
from supple.show.still import (
    Stills,
    drawings_for_print,
    path_of,
    read_stills,
    still,
    still_stamp,
    still_text,
    write_stills,
)
from supple.words import words

EXERCISES = load_library().exercises
WOMAN = Stills(drawings={"start": "<svg>1</svg>", "end": "<svg>2</svg>"}, stamp="a1")
MAN = Stills(drawings={"start": "<svg>3</svg>"}, stamp="b2")
AGAIN = "bake it again with: python -m tools.bake"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_stills(path_of("wave", tmp_path), {"woman": WOMAN, "man": MAN})
    return tmp_path


def test_what_is_written_is_read(folder: Path) -> None:
    assert read_stills("wave", "woman", folder) == WOMAN
    assert still("wave", "start", "man", folder) == ("<svg>3</svg>", None)


def test_the_same_drawings_make_the_same_file(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    write_stills(again, {"woman": WOMAN, "man": MAN})
    assert again.read_bytes() == path_of("wave", folder).read_bytes()


def told(exercise: str, pose: str, who: str, folder: Path) -> str:
    svg, problem = still(exercise, pose, who, folder)
    assert svg is None
    return str(problem)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "hop.zip"
    assert told("hop", "start", "woman", tmp_path) == (
        f"{path}: The drawings of hop for woman cannot be read "
        f"([Errno 2] No such file or directory: '{path}'); {AGAIN}"
    )


def test_a_damaged_file_is_named(folder: Path) -> None:
    path = path_of("wave", folder)
    path.write_bytes(path.read_bytes()[:60])
    assert told("wave", "start", "woman", folder) == (
        f"{path}: The drawings of wave for woman cannot be read (File is not a zip file); {AGAIN}"
    )


def test_a_body_without_drawings_is_named(folder: Path) -> None:
    assert told("wave", "start", "large-man", folder) == (
        f"{path_of('wave', folder)}: The drawings of wave for large-man cannot be read "
        f"('large-man'); {AGAIN}"
    )


def test_an_unknown_pose_is_named_with_those_there_are(folder: Path) -> None:
    assert told("wave", "middle", "woman", folder) == (
        f"{path_of('wave', folder)}: There is no drawing of the pose “middle” of wave for woman; "
        f"there are: start, end; {AGAIN}"
    )


@pytest.mark.parametrize("name", EXERCISES)
def test_the_shipped_drawings_are_those_of_the_poses_and_the_code(name: str) -> None:
    for who in BODY_NAMES:
        clip, kept = read_clip(name, who), read_stills(name, who)
        assert isinstance(clip, Clip), clip
        assert isinstance(kept, Stills), kept
        stamp = still_stamp(EXERCISES[name], body(who), clip)
        assert kept.stamp == stamp, "run: python -m tools.bake"
        assert set(kept.drawings) == set(EXERCISES[name].poses)
        assert max(len(svg.encode()) for svg in kept.drawings.values()) <= 50_000


def test_the_shipped_drawings_leave_room_for_seventy_exercises() -> None:
    sizes = [path_of(name).stat().st_size for name in EXERCISES]
    assert 70 * sum(sizes) / len(sizes) < 12_000_000


def test_a_sheet_of_paper_gets_start_and_end_in_ink_with_words() -> None:
    start, end = drawings_for_print(EXERCISES["bird-dog"], "woman", words())
    assert start.alt == "On hands and knees. On the floor: both hands, both knees, both feet."
    assert end.alt.startswith("On one hand and the opposite knee.")
    assert 'class="figure-skin" fill="#FFFFFF"' in end.svg


def test_without_drawings_the_name_stands_for_the_picture() -> None:
    assert still_text(EXERCISES["bird-dog"], "nowhere", "woman", words()) == (
        "Bird dog: opposite arm and leg"
    )
