"""Accounts in a real browser: sign up, confirm by mail, share, be seen, end it, see no more."""

import email
import email.policy
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.served import Served
from tests.browser.test_pages import WIDTHS, faults

PASSWORD = "four calm words here"  # noqa: S105
MAIL_END = "-" * 79
NOT_FOUND = 404


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Served]:
    """A shared instance that nobody has an account on."""
    server = Served(tmp_path / "shared", shared=True).start()
    yield server
    server.stop()


@pytest.fixture
def people(chromium: Browser, instance: Served) -> Iterator[list[BrowserContext]]:
    """Three browsers that know nothing of each other: owner, therapist, person."""
    contexts = [
        chromium.new_context(
            base_url=instance.address,
            viewport={"width": 390, "height": 844},
            reduced_motion="reduce",
        )
        for _ in range(3)
    ]
    for context in contexts:
        context.set_default_timeout(30_000)
    yield contexts
    for context in contexts:
        context.close()


def link_to(address: str, folder: Path) -> str:
    """The link in the latest mail to an address."""
    found = []
    for file in sorted((folder / "mail").iterdir()):
        for part in file.read_text().split(MAIL_END):
            mail = email.message_from_string(part.lstrip(), policy=email.policy.default)
            if mail["To"] == address:
                found += re.findall(r"http://\S+", mail.get_content())
    return str(found[-1])


def sign_up(page: Page, name: str, folder: Path) -> None:
    """Make an account, confirm it by mail, log out, and log in by password."""
    address = f"{name.lower()}@example.org"
    page.goto("/log-in/")
    page.get_by_role("link", name="I have no account yet").click()
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("I have read this").check()
    page.get_by_role("button", name="Make my account").click()
    page.get_by_role("heading", name="Look at your mail").wait_for()
    page.goto(link_to(address, folder))
    page.get_by_role("button", name="Yes, this is me").click()
    page.goto("/log-out/")
    page.get_by_role("button", name="Log out").click()
    page.goto("/diary/")
    assert "/log-in/" in page.url
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Diary", exact=True).wait_for()


def fine(page: Page, *paths: str) -> None:
    """Axe finds nothing on these pages, and nothing is cut off."""
    for path in paths:
        page.goto(path)
        assert faults(page) == [], path
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} wide on a screen of {width}"
        page.set_viewport_size({"width": 390, "height": 844})


def write_in_diary(page: Page) -> None:
    """A session by hand, with a note."""
    page.goto("/start/")
    while page.url.endswith("/start/"):
        page.get_by_role("button", name="None of these").click()
    page.goto("/diary/add/")
    page.get_by_label("Minutes").fill("14")
    page.get_by_label("Note").fill("The left side pulled.")
    page.get_by_role("button", name="Keep it").click()


def test_a_diary_is_shared_seen_and_taken_back(
    instance: Served, people: list[BrowserContext]
) -> None:
    owner, therapist, person = (context.new_page() for context in people)
    sign_up(therapist, "Thera", instance.data)
    sign_up(person, "Ann", instance.data)
    write_in_diary(person)

    owner.goto(instance.link)
    owner.goto("/people/")
    row = owner.get_by_role("listitem").filter(has_text="thera@example.org")
    row.get_by_role("button", name="Make a therapist").click()
    owner.get_by_text("Thera is a therapist here now.").wait_for()

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
    people[2].clear_cookies()
    fine(person, "/log-in/", "/sign-up/", "/password/forgotten/", "/sign-up/look-at-your-mail/")
