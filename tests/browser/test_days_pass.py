"""Forty-five days in a real browser, on a turned clock, across the change to summer time."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect

from tests.browser.clock import Played
from tests.browser.people import scale
from tests.browser.served import Served

HOME = ZoneInfo("Europe/Berlin")
FIRST = datetime(2026, 3, 16, tzinfo=HOME)  # summer time begins on day 13, the 29th


@dataclass
class Passing:
    """A person at home, on a day of the server's and of the browser's clock."""

    chromium: Browser
    served: Served
    cookie: StorageState
    at: datetime = FIRST
    context: BrowserContext | None = None

    def on(self, day: int, hour: int = 9) -> Page:
        """Turn the clock to an hour of a day, the first being day 0, and open Today."""
        self.at = (FIRST + timedelta(days=day)).replace(hour=hour)
        self.served.turn(self.at)
        page = self.fresh()
        page.goto("/")
        return page

    def fresh(self) -> Page:
        """A page of a browser that was opened just now."""
        self.close()
        self.context = self.chromium.new_context(
            base_url=self.served.address, storage_state=self.cookie, timezone_id=HOME.key
        )
        self.context.set_default_timeout(30_000)
        return self.context.new_page()

    def session(self, pain: int, after: int, felt: str) -> Page:
        """Go through a whole session and answer; the page that says what changes."""
        played = Played(self.fresh()).open(f"/play/facet-joint/?pain={pain}#go", self.at)
        played.lead(thinking=2)
        page = played.page
        scale(page, "How is your back now?", after)
        for choice in page.get_by_label(felt, exact=True).all():
            choice.check()
        page.get_by_role("button", name="Keep it").click()
        expect(page.get_by_role("heading", name="Next time")).to_be_visible()
        return page

    def close(self) -> None:
        """Shut the browser."""
        if self.context is not None:
            self.context.close()


@pytest.fixture
def passing(
    chromium: Browser, prepared: tuple[Path, StorageState], tmp_path: Path
) -> Iterator[Passing]:
    shutil.copytree(prepared[0], tmp_path / "served")
    served = Served(tmp_path / "served")
    served.turn(FIRST)
    found = Passing(chromium, served.start(), prepared[1])
    yield found
    found.close()
    served.stop()


def start(page: Page, pain: int) -> None:
    scale(page, "How is your back right now?", pain)
    page.get_by_role("button", name="Start").click()


def test_a_flare_on_the_third_day_then_two_weeks_on(passing: Passing) -> None:
    page = passing.on(0)
    expect(page.get_by_role("heading", name="What to expect")).to_be_visible()
    passing.session(3, 3, "Easy")
    page = passing.on(1)
    expect(page.get_by_role("heading", name="What to expect")).to_have_count(0)
    page.get_by_role("button", name="As usual").click()
    expect(page.get_by_text("Kept in your diary.")).to_be_visible()

    page = passing.on(2)
    start(page, 6)
    expect(page.get_by_role("heading", name="First, a few signs")).to_be_visible()
    page.get_by_role("button", name="None of these").click()
    expect(page.get_by_text("Your back is at 6, and your usual is 3.")).to_be_visible()
    page.get_by_role("button", name="Rest").click()
    expect(page.get_by_text("Kept in your diary. Tomorrow is another day.")).to_be_visible()

    page = passing.on(14)
    expect(page.get_by_role("heading", name="Two weeks on")).to_be_visible()
    page.get_by_role("button", name="Right", exact=True).click()
    expect(page.get_by_role("region", name="Two weeks on")).to_contain_text("go on like this")


def test_the_night_to_summer_time_and_a_month_away(passing: Passing) -> None:
    passing.on(0)
    passing.session(3, 3, "Right")
    passing.on(12, hour=23)
    passing.session(3, 4, "Right")
    page = passing.on(13, hour=7)
    expect(page.get_by_role("button", name="As usual")).to_be_visible()
    page.get_by_role("button", name="As usual").click()
    page.goto("/diary/")
    for day in ("Monday 16 March", "Saturday 28 March"):
        expect(page.get_by_role("link", name=day)).to_be_visible()

    page = passing.on(45)
    expect(page.get_by_text("It is 33 days since the session before.")).to_be_visible()
    expect(page.get_by_role("heading", name="Six weeks on")).to_be_visible()
    page.get_by_role("button", name="No change").click()
    expect(page.get_by_role("region", name="Six weeks on")).to_contain_text("Show a clinician")
    passing.session(3, 3, "Right")
    page = passing.on(46)
    expect(page.get_by_text("days since the session before")).to_have_count(0)
