"""Questions in a real browser: a sign is heard, held, answered, and seen by no stranger."""

from http import HTTPStatus

from playwright.sync_api import BrowserContext, Page

from tests.browser.people import make_therapist, sign_up
from tests.browser.served import Served
from tests.browser.test_pages import fine
from tests.browser.test_publish import PAGE, write

SIGN = "numb between my legs"
ASKED = f"I love the music. Since Friday I am {SIGN}. Which step helps?"
FEED = f"{PAGE}answers/feed/"
CARD = "Please get emergency help now"


def publish(owner: Page, therapist: Page, shared: Served) -> None:
    """A therapist of the instance publishes a routine."""
    sign_up(therapist, "Thera", shared.data)
    make_therapist(owner, shared, "Thera")
    write(therapist)
    therapist.get_by_role("button", name="Keep, and go on to publish").click()
    therapist.get_by_role("button", name="Publish", exact=True).click()
    therapist.get_by_text("Published.").wait_for()


def ask(page: Page, text: str) -> str:
    """Ask it under the routine, do what the card leaves open, and give the thread's address."""
    page.goto(PAGE)
    page.get_by_role("link", name="Ask a question").click()
    if page.get_by_role("heading", name="Before you write here").count():
        page.get_by_label("I have read this").check()
        page.get_by_role("button", name="Go on").click()
    page.get_by_label("Your question").fill(text)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name=CARD).wait_for()
    assert SIGN in page.get_by_role("region", name=CARD).inner_text()
    assert page.get_by_role("heading", name="This may help while you wait").count() == 0
    page.get_by_role("button", name="Post it").click()
    page.get_by_text("Only you see this until a person has read it.").wait_for()
    return page.url.removeprefix(page.url.split("/ask/")[0])


def sees_nothing(stranger: Page, thread: str) -> None:
    """Nothing of the post for who is not meant to see it: on the page, by address, in the feed."""
    for path in (PAGE, "/r/", FEED):
        answer = stranger.request.get(path)
        assert answer.status == HTTPStatus.OK, path
        assert SIGN not in answer.text(), path
    stranger.goto(PAGE)
    assert "Nobody has asked anything yet." in stranger.locator("main").inner_text()
    gone = stranger.goto(thread)
    assert gone is not None
    assert gone.status == HTTPStatus.NOT_FOUND


def test_a_sign_is_heard_held_answered_and_kept_from_strangers(
    shared: Served, browsers: list[BrowserContext]
) -> None:
    owner, therapist, person, stranger = (context.new_page() for context in browsers)
    publish(owner, therapist, shared)
    sign_up(person, "Ann", shared.data)
    thread = ask(person, ASKED)
    sees_nothing(stranger, thread)

    therapist.goto("/desk/questions/")
    therapist.get_by_role("link", name=ASKED[:20]).first.click()
    heard = therapist.get_by_role("region", name="What was heard in it").inner_text()
    assert SIGN in heard
    therapist.get_by_role("link", name=CARD).click()
    begun = therapist.get_by_label("Your answer").input_value()
    assert "cannot rule out" in begun
    therapist.get_by_role("button", name="Send").click()
    therapist.get_by_text("Only the writer sees it until you let others see").wait_for()

    person.goto("/ask/")
    mine = person.locator("main").inner_text()
    assert SIGN in mine
    assert "therapist’s answer" in mine
    sees_nothing(stranger, thread)

    key = thread.strip("/").rpartition("/")[2]
    fine(person, "/ask/", "/ask/name/", thread, f"{thread}edit/", f"{PAGE}#questions")
    fine(therapist, "/desk/questions/", f"/desk/questions/{key}/", "/desk/answers/")
    fine(therapist, "/desk/posts/", "/desk/posts/trail/", f"{thread}report/", thread)
