"""What people do in more than one test: answer questions, sign up, make a therapist."""

import email
import email.policy
import re
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.served import Served

PASSWORD = "four calm words here"  # noqa: S105
MAIL_END = "-" * 79


def scale(page: Page, question: str, pain: int) -> None:
    """Answer a question about pain, of which `question` is a part."""
    page.get_by_role("group", name=question).get_by_label(str(pain), exact=True).check()


def none_of_these(page: Page) -> None:
    """Answer the first-start questions, one after the other, with no."""
    while page.url.endswith("/start/"):
        page.get_by_role("button", name="None of these").click()


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


def make_therapist(owner: Page, shared: Served, name: str) -> None:
    """The owner comes in by the link and makes somebody with an account a therapist."""
    owner.goto(shared.link)
    owner.goto("/people/")
    row = owner.get_by_role("listitem").filter(has_text=f"{name.lower()}@example.org")
    row.get_by_role("button", name="Make a therapist").click()
    owner.get_by_text(f"{name} is a therapist here now.").wait_for()
