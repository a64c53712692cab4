"""Reading a handout in a real browser: lit words, marking, keyboard, and no JavaScript."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.served import Served

PAGE = """Exercises for my back

1. Pelvic tilts
Lie on your back with your knees bent. Flatten your back. Hold for 5 seconds. Repeat 10 times.

2. Hip figure eights
Stand and draw an eight with your hips, 8 to 12 times each way.

Then roll a towel under your feet.
"""


def bring(page: Page) -> None:
    """Paste the page and have it read."""
    page.goto("/read/")
    page.get_by_label("Paste the exercises").fill(PAGE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="The routine")).to_be_visible()


def test_a_field_and_its_words_light_each_other_up(page: Page) -> None:
    bring(page)
    words = page.locator(".words__field", has_text="5 seconds")
    field = page.get_by_role("link", name="5 s", exact=True)
    field.focus()
    expect(words).to_have_class(re.compile(r"\blit\b"))
    page.locator(".words__field", has_text="10 times").focus()
    expect(words).not_to_have_class(re.compile(r"\blit\b"))
    expect(page.get_by_role("link", name="10", exact=True)).to_have_class(re.compile(r"\blit\b"))


def test_marked_words_are_added(page: Page) -> None:
    bring(page)
    page.evaluate(
        """() => {
          const words = document.querySelector("[data-words]");
          const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
          while (!texts.nextNode().textContent.includes("roll")) continue;
          const text = texts.currentNode;
          const range = document.createRange();
          range.setStart(text, text.textContent.indexOf("roll"));
          range.setEnd(text, text.textContent.indexOf("feet") + 4);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.get_by_role("button", name="Add the marked words as an exercise").click()
    expect(page.get_by_role("heading", name="roll a towel under your feet")).to_be_visible()
    expect(page.get_by_text("3 exercises were found.")).to_be_visible()


def test_an_exercise_without_a_figure_is_led_and_counted(page: Page) -> None:
    bring(page)
    page.get_by_role("button", name="Leave out Pelvic tilts").click()
    page.get_by_role("button", name="Keep it and start").click()
    page.get_by_role("button", name=re.compile("^Start")).click()
    expect(page.locator("#player")).to_contain_text("Hip figure eights")
    expect(page.get_by_text("Tap when you are ready").first).to_be_visible(timeout=60_000)
    expect(page.locator(".player__figure")).to_have_css("visibility", "hidden")
    expect(page.locator(".player__own")).to_contain_text("Stand and draw an eight")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/read/")
    page.get_by_label("Paste the exercises").focus()
    page.keyboard.insert_text(PAGE)
    for _stop in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The routine")).to_be_visible()
    change = page.get_by_role("link", name="Change Pelvic tilts")
    change.focus()
    page.keyboard.press("Enter")
    page.get_by_label("How many times").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("6-8")
    page.keyboard.press("Enter")
    expect(page.get_by_text("set by you")).to_be_visible()


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page: Page) -> None:
    page.goto("/read/")
    page.locator("form[data-bring]").evaluate("form => { form.dataset.largest = 10 }")
    file = {"name": "page.txt", "mimeType": "text/plain", "buffer": b"more than ten bytes"}
    page.get_by_label("Or choose a file").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_text("This file is larger than 20 MB.")).to_be_visible()


def test_without_javascript(
    chromium: Browser, prepared: tuple[Path, StorageState], served: Served
) -> None:
    context = chromium.new_context(
        base_url=served.address, storage_state=prepared[1], java_script_enabled=False
    )
    page = context.new_page()
    bring(page)
    page.get_by_role("link", name="5 s", exact=True).click()
    expect(page.locator(".words__field:target")).to_have_text("5 seconds")
    page.get_by_label("Its words").fill("roll a towel under your feet")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("3 exercises were found.")).to_be_visible()
    page.get_by_role("button", name="Keep this routine").click()
    expect(page.get_by_text("This routine is kept.")).to_be_visible()
    context.close()
