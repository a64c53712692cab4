"""The diary over weeks, and the reminder on a device, in a real browser."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.people import scale

REMINDER = "A moment for yourself"
SHOWN = """() => navigator.serviceWorker.ready
    .then(worker => worker.getNotifications())
    .then(all => all.map(one => one.title))"""


def add(page: Page, days_ago: int, pain: int) -> None:
    """Write down a session of some days ago."""
    page.goto("/diary/add/")
    today = datetime.fromisoformat(page.get_by_label("Day").input_value())
    page.get_by_label("Day").fill((today - timedelta(days=days_ago)).date().isoformat())
    page.get_by_label("Minutes").fill("12")
    scale(page, "before", pain)
    page.get_by_role("button", name="Keep it").click()


def test_one_activity_in_own_words_stands_before_pain(page: Page) -> None:
    page.goto("/diary/")
    page.get_by_role("link", name="Choose it").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("alert")).to_have_text(
        "Nothing was kept yet: please look at the marked fields."
    )
    page.get_by_label("What would you like to do?").fill("Sit through a meal")
    page.get_by_role("group", name="How well").get_by_label("4", exact=True).check()
    page.get_by_role("button", name="Keep it").click()
    add(page, 0, 5)
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert headings.index("What I want to do again") < headings.index("Pain before sessions")
    expect(page.get_by_role("heading", name="Sit through a meal")).to_be_visible()
    page.get_by_role("link", name="All my answers").click()
    page.get_by_role("link", name="Sit through a meal").click()
    page.get_by_role("group", name="Sit through a meal").get_by_label("6", exact=True).check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_have_text("Corrected.")


def test_day_14_asks_once_whether_it_was_too_much(page: Page) -> None:
    add(page, 14, 5)
    page.get_by_role("button", name="Too much").click()
    expect(page.get_by_role("status")).to_have_text("Kept in your diary.")
    page.goto("/diary/")
    told = page.get_by_role("region", name="Two weeks on")
    expect(told).to_contain_text("Then do less: leave out an exercise or two, or a day.")
    expect(told.get_by_role("button")).to_have_count(0)


def test_day_45_with_no_change_leads_to_a_clinician(page: Page) -> None:
    for days_ago, pain in ((45, 5), (30, 6), (20, 5), (10, 5), (3, 6), (1, 5)):
        add(page, days_ago, pain)
    expect(page.get_by_text("Pain: 5 at first, 5 now. No clear change.")).to_be_visible()
    assert page.locator(".chart__line").count() == 0
    page.get_by_role("button", name="No change").click()
    expect(page.get_by_role("region", name="Six weeks on")).to_contain_text("Show a clinician")


def test_a_reminder_is_shown_once_and_only_where_it_was_chosen(
    context: BrowserContext, page: Page
) -> None:
    context.grant_permissions(["notifications"])
    page.goto("/reminders/")
    expect(page.get_by_text("It is off.")).to_be_visible()
    page.get_by_label("Time zone").fill("UTC")
    page.get_by_label("Time of day").fill(datetime.now(UTC).strftime("%H:%M"))
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_text("It is not shown on this device.")).to_be_visible()
    assert page.evaluate(SHOWN) == []
    page.get_by_role("button", name="Show it on this device").click()
    expect(page.get_by_text("It is shown on this device while Supple is open.")).to_be_visible()
    assert page.evaluate(SHOWN) == [REMINDER]
    page.evaluate(f"({SHOWN.replace('one.title', 'one.close()')})()")
    page.goto("/diary/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHOWN) == []
