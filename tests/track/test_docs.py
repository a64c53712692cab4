"""The reference pages say what the program does."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from supple.track import rule
from supple.track.history import read_history
from supple.track.measures.load import load_measure
from supple.track.progress import progress
from supple.value import to_json

DOCS = Path(__file__).parents[2] / "docs" / "reference"
PROGRESS = (DOCS / "progress.md").read_text(encoding="utf-8")
MEASURES = (DOCS / "measures.md").read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)


def answer(history: str) -> Any:
    read, problems = read_history(history.encode(), "mine.json", date(2026, 3, 9))
    assert read
    assert problems == ()
    return json.loads(to_json(progress(read.sessions, read.today)))


def test_the_history_of_the_page_gets_the_answer_of_the_page() -> None:
    history, expected, _ = blocks(PROGRESS, "json")
    assert answer(history) == json.loads(expected)


def test_a_later_day_is_asked_about_as_the_page_says() -> None:
    assert answer(blocks(PROGRESS, "json")[2]) == {"next": [], "today": "normal"}


def test_the_numbers_of_the_page_are_those_of_the_rule() -> None:
    said = (
        f"began at {rule.START_AT_MOST} or less",
        f"no more than {rule.RISE_AT_MOST} during",
        f"A rise of {rule.RISE_TO_STAY} that has settled",
        f"went up by more than {rule.RISE_TO_STAY}, or was above {rule.PAIN_AT_MOST}",
        f"is {rule.FLARE_RISE} or more above the usual",
        f"after {rule.AWAY_DAYS} days or more",
    )
    assert [sentence for sentence in said if sentence not in PROGRESS] == []
    assert (rule.EASY_SESSIONS, rule.USUAL_OF) == (3, 5)


def test_the_measure_of_the_page_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "stairs.toml"
    path.write_text(blocks(MEASURES, "toml")[0], encoding="utf-8")
    measure, problems = load_measure(path)
    assert problems == ()
    assert measure is not None
