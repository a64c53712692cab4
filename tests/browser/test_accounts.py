"""Accounts in a real browser: sign up, confirm by mail, share, be seen, end it, see no more."""

import re

from playwright.sync_api import BrowserContext, Page

from tests.browser.people import make_therapist, none_of_these, sign_up
from tests.browser.served import Served
from tests.browser.test_pages import fine

NOT_FOUND = 404


def write_in_diary(page: Page) -> None:
    """A session by hand, with a note."""
    page.goto("/start/")
    none_of_these(page)
    page.goto("/diary/add/")
    page.get_by_label("Minutes").fill("14")
    page.get_by_label("Note").fill("The left side pulled.")
    page.get_by_role("button", name="Keep it").click()


def test_a_diary_is_shared_seen_and_taken_back(
    shared: Served, browsers: list[BrowserContext]
) -> None:
    owner, therapist, person = (context.new_page() for context in browsers[:3])
    sign_up(therapist, "Thera", shared.data)
    sign_up(person, "Ann", shared.data)
    write_in_diary(person)

    make_therapist(owner, shared, "Thera")

    therapist.goto("/desk/people/")
    therapist.get_by_role("button", name="Make a code").click()
    code = therapist.get_by_text(re.compile(r"^[A-Z2-9]{5}-[A-Z2-9]{5}$")).inner_text()

    person.goto("/diary/")
    person.get_by_role("link", name="Share it with a therapist").click()
    person.get_by_label("Your therapist’s code or link").fill(code.lower())
    person.get_by_role("button", name="Go on").click()
    person.get_by_role("heading", name="What may Thera see?").wait_for()
    person.get_by_role("checkbox", name=re.compile("^Sessions")).check()
    person.get_by_role("button", name="Share this").click()

    therapist.goto("/desk/people/")
    therapist.get_by_role("link", name="Ann").click()
    shown = therapist.locator("main").inner_text()
    assert "14 minutes" in shown
    assert "The left side pulled." not in shown
    address = therapist.url
    fine(therapist, "/desk/people/", address, "/account/")

    person.goto("/sharing/")
    assert "Thera · Sessions" in person.locator("main").inner_text()
    fine(person, "/sharing/", "/account/delete/", "/account/email/", "/account/password/")
    person.goto("/sharing/")
    person.get_by_role("button", name="End it").click()
    person.get_by_text("From now on Thera sees nothing of you.").wait_for()

    gone = therapist.goto(address)
    assert gone is not None
    assert gone.status == NOT_FOUND
    fine(owner, "/people/", "/account/")
    browsers[2].clear_cookies()
    fine(person, "/log-in/", "/sign-up/", "/password/forgotten/", "/sign-up/look-at-your-mail/")
