"""The whole session on a turned clock: each line at its second, both sides the same time."""

from collections import defaultdict
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.clock import Line, Played
from tests.browser.people import scale

SLACK = 0.15  # a line waits for the next frame, and a pressed key for the next turn
THINKING = 8.0


def due(script: dict[str, Any]) -> list[Line]:
    """Every line of a script at its second, with `THINKING` at each step that waits."""
    lines, begun = [], 0.0
    for step in script["steps"]:
        lines += [Line(begun + line["at"], line["text"]) for line in step["say"]]
        begun += THINKING if step["seconds"] is None else step["seconds"]
    return lines


@pytest.fixture(name="played")
def a_played_page(page: Page) -> Played:
    return Played(page).open()


def test_every_line_is_spoken_in_order_and_at_its_second(played: Played) -> None:
    expected, spoken = due(played.script), played.lead(THINKING)
    assert [line.text for line in spoken] == [line.text for line in expected]
    waits = sum(step["seconds"] is None for step in played.script["steps"])
    late = [line.at - want.at for line, want in zip(spoken, expected, strict=True)]
    assert min(late) > -0.001
    assert max(late) < SLACK * (1 + waits)


def test_both_sides_get_the_same_time(played: Played) -> None:
    steps = {step["id"]: step for step in played.script["steps"]}
    played.lead(THINKING)
    spent: dict[tuple[str, str], int] = defaultdict(int)
    for event in played.kept(played.page.url.split("/")[-2]):
        step = steps.get(event["data"].get("from", ""), {})
        if step.get("kind") in ("move", "hold", "release"):
            spent[step["item"], step["side"]] += event["data"]["spent"]
    sided = {item for item, side in spent if side in ("left", "right")}
    assert len(sided) == 2
    for item in sided:
        assert spent[item, "left"] == spent[item, "right"] > 0


def test_what_was_done_is_kept_and_asked_about(played: Played) -> None:
    played.lead(THINKING)
    events = played.kept(played.page.url.split("/")[-2])
    assert [event["seq"] for event in events] == list(range(len(events)))
    assert (events[0]["type"], events[0]["data"]["pain_before"]) == ("start", 3)
    assert events[-1]["type"] == "finish"
    page = played.page
    scale(page, "How is your back now?", 2)
    page.get_by_role("group", name="Cat stretch").get_by_label("Easy").check()
    page.get_by_role("button", name="Keep it").click()
    assert "Pain 3 before, 2 after." in page.locator("main").inner_text()
