"""A routine in a real browser: written, published, read by a stranger, followed and begun."""

import re

from playwright.sync_api import BrowserContext, Page

from tests.browser.people import make_therapist, none_of_these, sign_up
from tests.browser.served import Served
from tests.browser.test_pages import fine

PAGE = "/r/mornings-on-the-mat/"
DESK = "/desk/routines/mornings-on-the-mat/"


def write(page: Page) -> None:
    """Begin a routine, add two exercises, and watch the preview follow what is typed."""
    page.goto("/desk/")
    page.get_by_label("Title").fill("Mornings on the mat")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("What it is for").fill("For stiff mornings.")
    for name in ("bird dog", "cat stretch"):
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_role("button", name="Find").click()
        page.get_by_role(
            "button", name=re.compile(rf"^Add\s*: {name}", re.IGNORECASE)
        ).first.click()
    row = page.get_by_role("group", name="1. Bird dog")
    row.get_by_text("How much").click()
    row.get_by_label("How many times").fill("3")
    row.get_by_label("Hold").fill("30 s")
    row.get_by_label("Sides").select_option("each")
    page.locator("#preview-body").get_by_text("3 × 30 s each side").wait_for()
    page.get_by_label("Address of a video").fill("https://video.example/abc")
    page.get_by_label("Times in the video").fill("3:00 Bird dog")


def test_written_previewed_published_read_followed_and_begun(
    shared: Served, browsers: list[BrowserContext]
) -> None:
    owner, therapist, person, stranger = (context.new_page() for context in browsers)
    sign_up(therapist, "Thera", shared.data)
    make_therapist(owner, shared, "Thera")

    write(therapist)
    therapist.get_by_role("button", name="Keep, and go on to publish").click()
    therapist.get_by_role("heading", name="The page as it will be").wait_for()
    therapist.get_by_role("button", name="Publish", exact=True).click()
    therapist.get_by_text("Published.").wait_for()
    fine(therapist, "/desk/", f"{DESK}?q=cat", f"{DESK}publish/", f"{DESK}withdraw/")

    stranger.goto(PAGE)
    words = stranger.locator("main").inner_text()
    assert "By Thera" in words
    assert "3 × 30 s each side" in words
    film = stranger.get_by_role("link", name="3:00")
    assert film.get_attribute("href") == "https://video.example/abc?t=180"
    assert film.get_attribute("rel") == "noopener noreferrer nofollow"
    drawn = stranger.locator(".steps__figure img").first
    assert drawn.evaluate("image => image.complete && image.naturalWidth > 0")
    assert stranger.get_by_role("button", name="Show it moving").count() == 0
    assert browsers[3].cookies() == []
    stranger.get_by_role("link", name="Do it now").click()
    assert "/log-in/?next=" in stranger.url

    sign_up(person, "Ann", shared.data)
    person.goto("/start/")
    none_of_these(person)
    fine(person, PAGE, f"{PAGE}history/", "/r/")
    person.goto(PAGE)
    person.get_by_role("button", name="Do it now").click()
    person.wait_for_url("**/play/mornings-on-the-mat/**")
    person.get_by_role("button", name=re.compile("Start")).click()
    person.locator("#player[data-phase=running]").wait_for()


def test_a_tab_with_words_in_it_is_not_left_by_accident(
    shared: Served, browsers: list[BrowserContext]
) -> None:
    page = browsers[0].new_page()
    page.goto(shared.link)
    write(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
