"""`supple progress`, as it is called."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from supple.cli import main

TODAY = date.today()  # noqa: DTZ011 - as the command sees it


def session(days_ago: int, **fields: object) -> dict[str, object]:
    return {
        "date": (TODAY - timedelta(days=days_ago)).isoformat(),
        "pain_before": 3,
        "pain_after": 3,
        "next_morning": "usual",
        "items": [{"exercise": "bridge", "done": True, "felt": "easy", "leg_pain": False}],
    } | fields


def written(folder: Path, *sessions: dict[str, object]) -> str:
    path = folder / "mine.json"
    path.write_text(json.dumps({"sessions": sessions}), encoding="utf-8")
    return str(path)


def test_the_answer_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history = written(tmp_path, session(3), session(2), session(1))
    assert main(["progress", history, "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "next": [
            {
                "exercise": "bridge",
                "change": "up",
                "reason": "3 easy sessions in a row, all done. Your back began at 3 or less, "
                "did not go up, and was as usual each next morning. "
                "A step up is there if you want it.",
            }
        ],
        "today": "normal",
    }
    assert err == ""


def test_the_answer_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = [{"exercise": "cat", "felt": "hard", "done": True}, {"exercise": "bridge"}]
    history = written(tmp_path, session(1, items=items))
    assert main(["progress", history]) == 0
    out, _ = capsys.readouterr()
    assert out.splitlines() == [
        "Today: normal. Go on with the session as planned.",
        "bridge  same     Not all of it was done last time, and that is fine. Stay here.",
        "cat     same     It felt hard. Stay here until it feels easy.",
    ]


def test_an_empty_history_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["progress", written(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"next": [], "today": "normal"}


def test_what_is_left_out_is_said_and_the_rest_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = written(tmp_path, session(1), session(-400))
    assert main(["progress", history]) == 0
    out, err = capsys.readouterr()
    assert "bridge" in out
    late = TODAY + timedelta(days=400)
    assert err == (
        f"mine.json: The session of {late} lies after the day asked about. "
        "It is left out; mend its date.\n"
    )


def test_a_session_long_past_says_how_to_ask_about_today(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["progress", written(tmp_path, session(14))]) == 0
    _, err = capsys.readouterr()
    assert err == (
        f"This is the answer as of {TODAY - timedelta(days=14)}, the last session. "
        f'To ask about today, add "today": {{"date": "{TODAY}"}} to the history.\n'
    )


def test_a_file_that_is_no_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.json"
    path.write_text("soon", encoding="utf-8")
    assert main(["progress", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "mine.json:1: This is no history (JSON is malformed: invalid character (byte 0)). "
        "Write {“sessions”: […]}; see docs/reference/progress.md.\n"
    )


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.json"
    assert main(["progress", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path} cannot be read (No such file or directory). Name a file with a history.\n"
    )
