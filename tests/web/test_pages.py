"""Routines, library, about you, and the pages that hold nothing personal."""

import json
from pathlib import Path

import pytest
from django.test import Client

from supple.web.models import StoredPlan, User
from tests.web.support import text


def test_every_routine_is_listed(browser: Client) -> None:
    page = text(browser.get("/routines/"))
    assert "Facet-joint stretches and exercises" in page
    assert "6 exercises · after Ask Doctor Jo" in page


def test_a_routine_says_who_gave_each_number(browser: Client) -> None:
    page = text(browser.get("/routines/facet-joint/"))
    assert "3 × 30 s each side from the source: how many, hold, sides" in page
    assert "our choice: how many" in page
    assert "One of these, from easier to harder:" in page


def test_a_routine_that_is_followed_becomes_the_newest_plan(browser: Client) -> None:
    assert "Go to today’s session" in text(browser.get("/routines/facet-joint/"))
    assert browser.post("/routines/facet-joint/follow/").headers["Location"] == "/"
    assert StoredPlan.objects.get().plan == "facet-joint"


@pytest.mark.parametrize("path", ["/routines/nothing/", "/library/nothing/", "/nothing/"])
def test_nothing_is_there(browser: Client, path: str) -> None:
    response = browser.get(path)
    assert response.status_code == 404
    assert "Nothing is here The page may have been removed, or the address has a slip in it." in (
        text(response)
    )


def test_nothing_to_follow(browser: Client) -> None:
    assert browser.post("/routines/nothing/follow/").status_code == 404


def test_every_exercise_is_listed_and_has_a_page(browser: Client) -> None:
    page = browser.get("/library/")
    rows = [row for shelf in page.context["shelves"] for row in shelf.rows]
    assert len(rows) >= 8
    for key, name, _aim in rows:
        told = text(browser.get(f"/library/{key}/"))
        assert name in told
        assert "our choice" in told


def test_easier_and_harder_lead_on(browser: Client) -> None:
    page = browser.get("/library/quadruped-leg-lift/").content.decode()
    assert 'href="/library/quadruped-arm-lift/"' in page
    assert 'href="/library/bird-dog/"' in page


SETTINGS = {
    "speech": "on",
    "voice": "urn:moz-tts:speechd:Anna",
    "rate": "0.9",
    "volume": "0.5",
    "tones": "on",
    "theme": "dark",
    "text_size": "150",
    "figure": "woman",
    "tone": "medium",
    "locale": "en",
    "emergency_number": "112",
}


def test_settings_are_kept_and_used(browser: Client, person: User) -> None:
    assert browser.post("/about-you/", SETTINGS).headers["Location"] == "/about-you/"
    person.refresh_from_db()
    kept = person.preferences
    assert (kept.rate, kept.volume, kept.flash, kept.vibrate, kept.theme) == (
        0.9,
        0.5,
        False,
        False,
        "dark",
    )
    page = browser.get("/safety/")
    assert '<html lang="en" data-theme="dark" data-text="150">' in page.content.decode()
    assert "Call 112" in text(page)
    shown = browser.get("/about-you/").content.decode()
    assert 'data-chosen="urn:moz-tts:speechd:Anna"' in shown
    assert 'name="flash">' in shown


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("emergency_number", "call me", "Write a telephone number, such as 112 or 911."),
        ("rate", "9", "Ensure this value is less than or equal to 2."),
        ("theme", "pink", "Select a valid choice. pink is not one of the available choices."),
    ],
)
def test_a_setting_that_cannot_be_kept(
    browser: Client, person: User, field: str, value: str, expected: str
) -> None:
    response = browser.post("/about-you/", SETTINGS | {field: value})
    assert response.status_code == 400
    assert response.context["form"].errors == {field: [expected]}
    person.refresh_from_db()
    assert person.preferences_document == ""


@pytest.mark.parametrize("document", ["{", '{"rate": "fast"}', "[]"])
def test_settings_that_cannot_be_read_are_said_and_every_page_still_works(
    browser: Client, person: User, document: str
) -> None:
    person.preferences_document = document
    person.save()
    assert browser.get("/").status_code == 200
    assert "Your settings could not be read, so the usual ones are used." in (
        text(browser.get("/about-you/"))
    )


def test_the_safety_net_is_one_step_from_every_page(ready: Client) -> None:
    for path in ("/", "/diary/", "/routines/", "/library/", "/about-you/", "/start/", "/offline/"):
        assert 'href="/safety/"' in ready.get(path).content.decode()
    assert 'data-safety="/safety/"' in ready.get("/play/facet-joint/").content.decode()


def test_the_safety_page(stranger: Client) -> None:
    page = text(stranger.get("/safety/"))
    assert "numb or strange feeling between the legs" in page
    assert "Call your local emergency number." in page
    assert "This list cannot rule out a serious cause." in page


def test_the_manifest(stranger: Client) -> None:
    response = stranger.get("/manifest.webmanifest")
    assert response.headers["Content-Type"] == "application/manifest+json"
    told = json.loads(response.content)
    assert (told["start_url"], told["display"], len(told["icons"])) == ("/", "standalone", 3)


def test_the_service_worker_is_served_from_the_root(
    stranger: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    built = tmp_path / "sw.js"
    built.write_text("self.addEventListener('fetch', () => {});")
    monkeypatch.setattr("supple.web.views.plain.finders.find", lambda _name: str(built))
    response = stranger.get("/sw.js")
    assert response.content.decode() == built.read_text()
    assert response.headers["Content-Type"] == "text/javascript"
    assert response.headers["Service-Worker-Allowed"] == "/"
    assert response.headers["Cache-Control"] == "no-cache"


def test_no_service_worker_before_the_front_end_is_built(
    stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.web.views.plain.finders.find", lambda _name: None)
    assert stranger.get("/sw.js").status_code == 404


def test_a_fault_of_the_program_has_a_page_and_tells_nothing(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_user: object) -> bool:
        raise RuntimeError("secret")

    monkeypatch.setattr("supple.web.plans.own_routines", broken)
    browser.raise_request_exception = False
    response = browser.get("/routines/")
    assert response.status_code == 500
    assert "What you did before is kept. Load the page again in a moment." in text(response)
    assert "secret" not in response.content.decode()


def test_a_request_that_cannot_be_read_has_a_page(browser: Client) -> None:
    response = browser.post("/about-you/", {f"field{n}": "" for n in range(501)})
    assert response.status_code == 400
    assert "That could not be read Nothing was changed." in text(response)


@pytest.mark.parametrize("path", ["/", "/diary/", "/safety/"])
def test_pages_are_read_not_written(browser: Client, path: str) -> None:
    assert browser.post(path).status_code == 405
