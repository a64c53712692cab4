"""Pausing loses nothing, at any kind of step, and a machine that slept is no session."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.clock import FRAME, Played

INTO = 1.0
LEAD_IN = {"hold": 3.0, "move": 3.0}  # time to get back into place


@pytest.fixture(name="played")
def a_played_page(page: Page) -> Played:
    return Played(page).open()


def first_of_each_kind(script: dict[str, Any]) -> list[dict[str, Any]]:
    """The first step of each kind that lasts long enough to stop in."""
    kinds: dict[str, dict[str, Any]] = {}
    for step in script["steps"]:
        if step["seconds"] and step["seconds"] > INTO + 1:
            kinds.setdefault(step["kind"], step)
    return list(kinds.values())


def test_pausing_loses_nothing_at_any_kind_of_step(played: Played) -> None:
    steps = first_of_each_kind(played.script)
    assert {"travel", "announce", "ready", "move", "hold", "switch"} <= {s["kind"] for s in steps}
    for step in steps:
        here = played.script["steps"].index(played.step(played.settled()[-1]["step"]))
        for _ in range(here, played.script["steps"].index(step)):
            played.press("ArrowRight", "next")
        stop_and_go_on(played, step)


def stop_and_go_on(played: Played, step: dict[str, Any]) -> None:
    played.run(INTO)
    paused = played.press("Space", "pause")
    assert (paused["step"], paused["elapsed"]) == (step["id"], pytest.approx(1000, abs=2 * FRAME))
    lines = len(played.spoken())
    played.run(60)
    assert len(played.spoken()) == lines
    resumed = played.press("Space", "resume")
    assert (resumed["step"], resumed["elapsed"]) == (step["id"], paused["elapsed"])
    left = step["seconds"] - resumed["elapsed"] / 1000 + LEAD_IN.get(step["kind"], 0)
    played.run(left + 2 * FRAME / 1000)
    ended = played.left(step["id"])
    assert ended["data"] == {"from": step["id"], "how": "done", "spent": step["seconds"] * 1000}


def test_a_step_that_waits_goes_on_only_when_it_is_answered(played: Played) -> None:
    step = next(s for s in played.script["steps"] if s["seconds"] is None)
    played.go_to(step["id"])
    played.run(120)
    assert played.settled()[-1]["step"] == step["id"]
    answered = played.press("Space", "ready")
    assert answered["data"]["from"] == step["id"]
    assert answered["data"]["how"] == "answered"


def test_a_machine_that_slept_is_asked_after(played: Played) -> None:
    played.run(3)
    played.page.clock.fast_forward(60_000)
    gap = played.last("gap")
    assert gap["elapsed"] == pytest.approx(3000, abs=2 * FRAME)
    assert "Still there?" in played.page.locator("body").inner_text()


def test_a_page_turner_leads(played: Played) -> None:
    second = played.press("PageDown", "next")
    assert second["step"] == played.script["steps"][1]["id"]
    assert played.press("PageUp", "back")["step"] == played.script["steps"][0]["id"]


def test_leaving_keeps_what_was_done(played: Played) -> None:
    played.run(7)
    session = played.session()
    played.press("Escape", "pause")
    played.page.get_by_role("heading", name="Leave the session?").wait_for()
    played.run(60)
    played.page.keyboard.press("Escape")
    played.page.wait_for_url(f"**/after/{session}/", timeout=30_000)
    events = played.kept(session)
    assert events[-1]["type"] == "leave"
    assert events[-1]["elapsed"] == pytest.approx(7000, abs=2 * FRAME)
    played.page.goto("/play/facet-joint/")
    played.page.get_by_role("heading", name="Ready when you are").wait_for()


def test_leaving_is_asked_first_and_going_on_loses_nothing(played: Played) -> None:
    played.run(2)
    played.page.get_by_role("button", name="Leave").click()
    paused = played.last("pause")
    played.page.get_by_role("dialog").get_by_role("button", name="Go on").click()
    resumed = played.last("resume")
    assert (resumed["step"], resumed["elapsed"]) == (paused["step"], paused["elapsed"])
    assert played.page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize(
    ("kind", "label", "phase"),
    [
        ("usual", "My usual ache", "smaller"),
        ("sharp", "Sharp, or new", "enough"),
        ("leg", "Down a leg", "enough"),
        ("chest", "Chest or breathing", "emergency"),
        ("numb", "Numb or weak", "emergency"),
    ],
)
def test_this_hurts_stops_asks_and_acts(played: Played, kind: str, label: str, phase: str) -> None:
    played.run(2)
    played.page.get_by_role("button", name="This hurts").click()
    played.last("hurt")
    assert played.spoken()[-1].text == "Ease out slowly and rest."
    played.page.get_by_role("button", name=label).click()
    assert played.last("hurt-kind")["data"] == {"kind": kind}
    played.run(0.1)
    assert played.page.locator("#player").get_attribute("data-phase") == phase
    lines = len(played.spoken())
    played.run(120)
    assert len(played.spoken()) == lines


@pytest.mark.parametrize(
    ("opens", "closes"), [("This hurts", "It is all right now"), ("Stuck", "I can go on")]
)
def test_space_goes_on_after_a_dialog_and_does_not_open_it_again(
    played: Played, opens: str, closes: str
) -> None:
    step = next(s for s in played.script["steps"] if s["floor"])
    played.go_to(step["id"])
    played.page.get_by_role("button", name=opens).click()
    played.page.get_by_role("button", name=closes).click()
    assert played.press("Space", "resume")["step"] == step["id"]
