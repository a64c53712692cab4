"""A first day, and a day with more pain, as a person goes through them in a browser."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.clock import Played
from tests.browser.people import scale


def test_a_first_day_left_early_changes_nothing_and_says_how_to_get_up(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="What to expect")).to_be_visible()
    played = Played(page).open("/play/facet-joint/?pain=3#go")
    played.run(7)
    session = played.session()
    played.press("Escape", "pause")
    page.keyboard.press("Escape")
    page.wait_for_url(f"**/after/{session}/")
    expect(page.get_by_text("Still on the floor? Roll to your side")).to_be_visible()
    scale(page, "How is your back now?", 3)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", name="Next time")).to_be_visible()
    expect(page.get_by_text("Pain 3 before, 3 after.")).to_be_visible()
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_role("heading", name="What to expect")).to_be_visible()


def test_a_day_with_more_pain_asks_the_signs_then_leaves_the_choice(page: Page) -> None:
    page.goto("/diary/add/")
    page.locator("input[name=date]").fill(str(datetime.now(UTC).date() - timedelta(days=2)))
    page.get_by_label("Minutes").fill("14")
    scale(page, "before", 3)
    page.get_by_role("button", name="Keep it").click()
    for _ in range(2):
        page.goto("/")
        scale(page, "How is your back right now?", 6)
        page.get_by_label("Something new").check()
        page.get_by_role("button", name="Start").click()
        expect(page.get_by_role("heading", name="First, a few signs")).to_be_visible()
        page.get_by_role("button", name="None of these").click()
        expect(page.get_by_role("heading", name="Today is your choice")).to_be_visible()
        page.get_by_role("button", name="A gentle walk").click()
        expect(page.get_by_text("Kept in your diary. Tomorrow is another day.")).to_be_visible()
    page.goto("/diary/answers/")
    assert page.locator("main").inner_text().count("A gentle walk") == 1
