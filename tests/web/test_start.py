"""Before the very first start: signs, a card instead of exercise, and the way back."""

import pytest
from django.test import Client

from supple.web import screening
from supple.web.models import Screening, User
from tests.web.support import text

ALL_NO = {"emergency": "no", "today": "no", "before": "no"}


def test_the_questions_come_one_group_at_a_time(browser: Client) -> None:
    assert "First: is any of these new?" in text(browser.get("/start/"))
    page = browser.post("/start/", {"asked": "emergency", "emergency": "no"})
    assert page.status_code == 200
    assert page.context["group"].id == "today"
    assert 'name="emergency" value="no"' in page.content.decode()
    page = browser.post("/start/", {"asked": "today", "emergency": "no", "today": "no"})
    assert page.context["group"].id == "before"
    assert not Screening.objects.exists()


def test_all_answered_with_no_opens_today(browser: Client) -> None:
    assert browser.post("/start/", ALL_NO).headers["Location"] == "/"
    assert Screening.objects.get().may_start
    page = text(browser.get("/start/"))
    assert "Nothing you said stops a session. These questions cannot rule out" in page


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize(
    ("group", "title"),
    [
        ("emergency", "Please get emergency help now"),
        ("today", "Please speak to a clinician today"),
        ("before", "Please ask a clinician first"),
    ],
)
def test_yes_and_not_sure_mean_the_card_and_no_exercise(
    browser: Client, group: str, title: str, answer: str
) -> None:
    browser.post("/start/", ALL_NO | {group: answer})
    assert title in text(browser.get("/start/"))
    assert "Start ·" not in text(browser.get("/"))
    assert browser.get("/play/facet-joint/").headers["Location"] == "/start/"


def test_an_emergency_ends_the_questions(browser: Client) -> None:
    response = browser.post("/start/", {"asked": "emergency", "emergency": "yes"})
    assert response.headers["Location"] == "/start/"
    assert not Screening.objects.get().may_start


def test_a_ticked_line_counts_whichever_button_was_pressed(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"saddle": "yes"})
    page = text(browser.get("/start/"))
    assert "Please get emergency help now" in page
    assert "What you noticed Numb or strange between the legs" in page


def test_the_card_repeats_only_what_was_ticked(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"emergency": "not_sure"})
    assert browser.get("/start/").context["card"].noticed == ()


def test_an_unanswered_group_is_asked_again(browser: Client) -> None:
    response = browser.post("/start/", {"asked": "emergency"})
    assert response.status_code == 400
    assert "Please choose one of the three answers." in text(response)


def test_a_clinicians_word_lifts_the_card_of_a_clinician(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"before": "yes"})
    assert "A clinician has checked this and said I can exercise" in text(browser.get("/start/"))
    assert browser.post("/start/reopen/").headers["Location"] == "/"
    assert "Start ·" in text(browser.get("/"))


def test_nothing_lifts_the_card_of_an_emergency_but_answering_again(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"emergency": "yes"})
    assert "said I can exercise" not in text(browser.get("/start/"))
    assert browser.post("/start/reopen/").headers["Location"] == "/start/"
    assert not Screening.objects.latest("pk").may_start
    assert "First: is any of these new?" in text(browser.get("/start/?again"))
    browser.post("/start/", ALL_NO)
    assert "Start ·" in text(browser.get("/"))


def test_reopening_without_answers_asks_them(browser: Client) -> None:
    assert browser.post("/start/reopen/").headers["Location"] == "/start/"


def test_the_card_calls_the_number_that_was_set(browser: Client, person: User) -> None:
    User.objects.update(preferences_document='{"emergency_number": "112"}')
    browser.post("/start/", {"emergency": "yes"})
    page = browser.get("/start/").content.decode()
    assert 'href="tel:112"' in page
    assert "Call 112 or go to an emergency department now." in page


def test_the_zone_of_the_browser_is_kept(browser: Client, person: User) -> None:
    browser.post("/start/", ALL_NO | {"zone": "Europe/Berlin"})
    person.refresh_from_db()
    assert person.zone == "Europe/Berlin"
    browser.post("/start/", ALL_NO | {"zone": "<b>"})
    person.refresh_from_db()
    assert person.zone == "Europe/Berlin"


def test_the_conditions_are_those_ticked_or_not_sure_of(browser: Client, person: User) -> None:
    assert screening.conditions_of(person) == frozenset()
    browser.post("/start/", ALL_NO | {"bones": "yes"})
    assert screening.conditions_of(person) == {"osteoporosis"}


def test_a_group_answered_again_is_taken_as_a_whole() -> None:
    before = {"emergency": "no", "saddle": "yes", "before": "no", "bones": "yes"}
    assert screening.renewed(before, {"emergency": "no"}) == {
        "emergency": "no",
        "before": "no",
        "bones": "yes",
    }
