"""Baking: only what is asked for and stale, each exercise's files as soon as they are done."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.body.clips import FOLDER, Clip, read_clip
from supple.body.figure import BODY_NAMES
from supple.problem import Place, Problem
from supple.show.still import Stills, path_of, read_stills
from tools import bake

Made = tuple[tuple[str, str], Stills]


def stills(pose: str) -> Stills:
    return Stills(drawings={pose: "<svg/>"}, stamp="a1")


def test_only_the_named_exercises_are_looked_at(tmp_path: Path) -> None:
    assert bake.stale(["bird-dog"], tmp_path) == [("bird-dog", who) for who in BODY_NAMES]


def test_what_is_fresh_is_not_baked_again() -> None:
    assert bake.stale(["bird-dog"], FOLDER) == []


def test_only_the_named_exercises_are_drawn(tmp_path: Path) -> None:
    every = [("cat-stretch", who) for who in BODY_NAMES]
    assert bake.stale_stills(["cat-stretch"], FOLDER, tmp_path) == every


def test_the_drawings_of_an_exercise_are_written_as_soon_as_all_its_bodies_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = [("hop", "woman"), ("hop", "man"), ("skip", "woman")]
    there: list[bool] = []

    def made(*_: object) -> Iterator[Made]:
        for job in work:
            there.append(path_of("hop", tmp_path).exists())
            yield job, stills(job[1])

    monkeypatch.setattr(bake, "_in_parallel", made)
    bake.draw(work, tmp_path, tmp_path, 1)
    assert there == [False, False, True]
    assert read_stills("hop", "man", tmp_path) == stills("man")
    assert read_stills("skip", "woman", tmp_path) == stills("woman")


def test_the_drawings_of_the_other_bodies_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who, pose in (("woman", "start"), ("man", "end")):
        monkeypatch.setattr(
            bake, "_in_parallel", lambda *_, w=who, p=pose: iter([(("hop", w), stills(p))])
        )
        bake.draw([("hop", who)], tmp_path, tmp_path, 1)
    assert read_stills("hop", "woman", tmp_path) == stills("start")
    assert read_stills("hop", "man", tmp_path) == stills("end")


def test_clips_that_were_solved_are_written_and_problems_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = read_clip("bird-dog", "woman")
    problem = Problem(place=Place(file="hop.toml", line=3), sentence="The feet do not reach.")
    work = [("hop", "woman"), ("hop", "man"), ("hop", "large-man")]
    found = [(clip, ()), (None, (problem,)), (None, (problem,))]
    monkeypatch.setattr(bake, "_in_parallel", lambda *_: zip(work, found, strict=True))
    assert bake.bake(work, tmp_path, 1) == 1
    assert capsys.readouterr().err == "hop.toml:3: The feet do not reach.\n"
    written = [read_clip("hop", who, tmp_path) for _, who in work]
    assert [isinstance(one, Clip) for one in written] == [True, False, False]


def test_an_unknown_name_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bake", "hop", "bird-dog"])
    with pytest.raises(SystemExit) as left:
        bake.main()
    assert left.value.code == 2
    assert capsys.readouterr().err.endswith(
        "error: nothing in the library moves by the name of hop\n"
    )
