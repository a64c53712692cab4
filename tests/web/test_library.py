"""Finding an exercise, and what its page tells."""

import pytest
from django.test import Client

from supple.exercise.load import load_library
from supple.web.names import names_of, search
from tests.web.support import text


def found(query: str) -> tuple[str, ...]:
    return search(query, names_of("en"))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bird dog", "bird-dog"),
        ("birddog", "bird-dog"),
        ("BRID DOG", "bird-dog"),
        ("pelvik tilt", "pelvic-tilt"),
        ("glut brige", "segmental-bridge"),
        ("childs poze", "childs-pose"),
        ("child’s pose", "childs-pose"),
        ("balasana", "childs-pose"),
        ("nee to chest", "single-knee-to-chest"),
        ("angry cat", "cat-stretch"),
    ],
)
def test_any_name_finds_it_misspelt_too(query: str, first: str) -> None:
    assert first in found(query)[:3]


@pytest.mark.parametrize("query", ["zzzz", "xylophone lesson", "tax return"])
def test_what_is_no_name_finds_nothing(query: str) -> None:
    assert found(query) == ()


def test_no_words_find_everything() -> None:
    assert set(found("  ?! ")) == set(load_library().exercises)


def test_a_name_is_looked_for_on_the_page(browser: Client) -> None:
    page = text(browser.get("/library/", {"q": "pelvik tilt"}))
    assert "Pelvic tilt, lying" in page
    assert "Child's pose" not in page


def test_the_library_stands_by_position(browser: Client) -> None:
    page = text(browser.get("/library/"))
    assert page.index("On your back") < page.index("On hands and knees") < page.index("Sitting")


@pytest.mark.parametrize(
    ("field", "value", "there", "gone"),
    [
        ("position", "supine", "Pelvic tilt, lying", "Child's pose"),
        ("back", "rounds", "Cat stretch", "Counter bird dog"),
        ("spares", "no_kneel", "Pelvic tilt, lying", "Child's pose"),
        ("spares", "wrist_no_weight", "Sphinx: propped on elbows", "Cat stretch"),
        ("needs", "nothing", "Child's pose", "Seated march"),
        ("needs", "chair", "Seated march", "Child's pose"),
    ],
)
def test_it_can_be_narrowed_down(
    browser: Client, field: str, value: str, there: str, gone: str
) -> None:
    rows = browser.get("/library/", {field: value}).context["shelves"]
    names = {name for shelf in rows for _, name, _ in shelf.rows}
    assert there in names
    assert gone not in names


def test_what_makes_no_sense_asks_for_nothing(browser: Client) -> None:
    response = browser.get("/library/", {"position": "upside-down", "spares": "luck"})
    assert response.context["n"] == len(load_library().exercises)


def test_nothing_found_says_what_next(browser: Client) -> None:
    page = text(browser.get("/library/", {"q": "xylophone"}))
    assert "Nothing like that is here Try another name, or ask for less at a time." in page


def test_a_page_tells_the_facts_in_words_and_as_a_picture(browser: Client) -> None:
    response = browser.get("/library/bird-dog/")
    page = text(response)
    assert "Bears weight: knees, hands and wrists, shoulders" in page
    assert "Your back: Stays in the middle" in page
    assert "Deepest knee bend 90 degrees" in page
    assert "fact-picture__spot" in response.content.decode()


def test_a_page_leads_to_what_stands_in_and_says_where_it_comes_from(browser: Client) -> None:
    response = browser.get("/library/childs-pose/")
    assert 'href="/library/counter-lean/"' in response.content.decode()
    assert "Ask Doctor Jo, Facet Joint Syndrome Stretches & Exercises" in text(response)
    back = browser.get("/library/counter-lean/")
    assert "What it can stand in for" in text(back)
    assert 'href="/library/childs-pose/"' in back.content.decode()
