"""Before the very first start: signs, a card instead of exercise, and the way back."""

import pytest
from django.test import Client

from supple.safety.screen import screen
from supple.web import screening
from supple.web.models import Screening, User
from supple.words import words
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
    assert browser.post("/start/", ALL_NO).headers["Location"] == "/start/limits/?first"
    assert Screening.objects.get().may_start
    page = text(browser.get("/start/"))
    assert "Nothing you said stops a session. These questions cannot rule out" in page


TITLES = {
    "emergency": "Please get emergency help now",
    "today": "Please speak to a clinician today",
    "before": "Please ask a clinician first",
}
LINES = [(group.id, line.id) for group in screen() if group.required for line in group.question]


@pytest.mark.parametrize(
    ("group", "answer"),
    [*((group, {line: "yes", group: "yes"}) for group, line in LINES)]
    + [(group, {group: "not_sure"}) for group in TITLES],
)
def test_each_line_and_not_sure_mean_the_card_and_no_exercise(
    browser: Client, group: str, answer: dict[str, str]
) -> None:
    browser.post("/start/", ALL_NO | answer)
    assert TITLES[group] in text(browser.get("/start/"))
    assert "Start ·" not in text(browser.get("/"))
    assert browser.get("/play/facet-joint/").headers["Location"] == "/start/"


def test_an_emergency_ends_the_questions(browser: Client) -> None:
    response = browser.post("/start/", {"asked": "emergency", "emergency": "not_sure"})
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


@pytest.mark.parametrize("said", ["no", "not_sure"])
def test_after_a_clinicians_word_what_was_not_asked_yet_is(browser: Client, said: str) -> None:
    browser.post("/start/", {"emergency": "no", "today": "not_sure"})
    assert "A clinician has checked this and said I can exercise" in text(browser.get("/start/"))
    assert browser.post("/start/reopen/").headers["Location"] == "/start/"
    page = browser.get("/start/")
    assert (page.context["number"], page.context["group"].id) == (3, "before")
    told = {**page.context["answers"], "asked": "before", "before": said}
    onward = browser.post("/start/", told).headers["Location"]
    if said == "no":
        assert onward == "/start/limits/?first"
    else:
        assert onward == "/start/"
        assert TITLES["today"] in text(browser.get("/start/"))
        assert browser.post("/start/reopen/").headers["Location"] == "/start/limits/?first"
    assert "Start ·" in text(browser.get("/"))


def test_a_clinicians_word_lifts_the_card_of_a_clinician(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"before": "not_sure"})
    assert "A clinician has checked this and said I can exercise" in text(browser.get("/start/"))
    assert browser.post("/start/reopen/").headers["Location"] == "/start/limits/?first"
    assert "Start ·" in text(browser.get("/"))


def test_nothing_lifts_the_card_of_an_emergency_but_answering_again(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"emergency": "not_sure"})
    assert "said I can exercise" not in text(browser.get("/start/"))
    assert browser.post("/start/reopen/").headers["Location"] == "/start/"
    assert not Screening.objects.latest("pk").may_start
    assert "First: is any of these new?" in text(browser.get("/start/?again"))
    browser.post("/start/", ALL_NO)
    assert "Start ·" in text(browser.get("/"))


def test_a_clinicians_word_does_not_cover_the_same_sign_named_again(browser: Client) -> None:
    browser.post("/start/", ALL_NO | {"before": "not_sure"})
    browser.post("/start/reopen/")
    browser.post("/start/", ALL_NO | {"before": "not_sure"})
    assert TITLES["before"] in text(browser.get("/start/"))


def test_reopening_without_answers_asks_them(browser: Client) -> None:
    assert browser.post("/start/reopen/").headers["Location"] == "/start/"


def test_the_card_calls_the_number_that_was_set(browser: Client, person: User) -> None:
    User.objects.update(preferences_document='{"emergency_number": "112"}')
    browser.post("/start/", {"emergency": "not_sure"})
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


def test_the_ones_i_ticked_with_none_ticked_asks_which(browser: Client) -> None:
    response = browser.post("/start/", {"asked": "emergency", "emergency": "yes"})
    assert response.status_code == 400
    wrong = "Tick the lines that fit you. If you cannot tell, press “I am not sure”."
    assert wrong in text(response)
    assert not Screening.objects.exists()


def test_limits_set_conditions_and_stop_nothing(browser: Client, person: User) -> None:
    browser.post("/start/", ALL_NO)
    assert "None of these stops a session." in text(browser.get("/start/limits/"))
    browser.post("/start/limits/", {"pregnant": "yes", "floor": "yes"})
    assert screening.conditions_of(person) == {"pregnancy", "cannot_get_to_floor"}
    assert screening.may_start(person)
    page = browser.get("/start/limits/").content.decode()
    assert 'name="pregnant" value="yes" checked' in page
    assert 'name="heart" value="yes" checked' not in page


def test_limits_outlive_the_other_questions_asked_again(browser: Client, person: User) -> None:
    browser.post("/start/", ALL_NO)
    browser.post("/start/limits/", {"glaucoma": "yes"})
    browser.post("/start/", ALL_NO)
    assert screening.conditions_of(person) == {"glaucoma"}
    browser.post("/start/limits/", {})
    assert screening.conditions_of(person) == frozenset()


def test_limits_wait_for_the_signs(browser: Client) -> None:
    assert browser.get("/start/limits/").headers["Location"] == "/start/"
    browser.post("/start/", {"emergency": "not_sure"})
    assert browser.post("/start/limits/", {"heart": "yes"}).headers["Location"] == "/start/"
    assert Screening.objects.count() == 1


def test_the_emergency_number_is_asked_for_once(browser: Client, person: User) -> None:
    browser.post("/start/", ALL_NO)
    assert browser.post("/start/limits/?first").headers["Location"] == "/start/number/"
    assert "Which number do you call" in text(browser.get("/start/number/"))
    response = browser.post("/start/number/", {"emergency_number": "help!"})
    assert response.status_code == 400
    assert "Write a telephone number, such as 112 or 911." in text(response)
    assert browser.post("/start/number/", {"emergency_number": "999"}).headers["Location"] == "/"
    person.refresh_from_db()
    assert person.preferences.emergency_number == "999"
    assert browser.post("/start/", ALL_NO).headers["Location"] == "/start/limits/"
    assert browser.post("/start/limits/?first").headers["Location"] == "/"


def test_a_sign_in_a_session_keeps_the_limits(ready: Client, person: User) -> None:
    ready.post("/start/limits/", {"heart": "yes"})
    screening.again(person, {"emergency": "not_sure"}, words("en"))
    assert not screening.may_start(person)
    assert screening.conditions_of(person) == {"heart_disease"}


def test_a_clinicians_word_does_not_cover_a_new_sign(browser: Client, person: User) -> None:
    browser.post("/start/", ALL_NO | {"cancer-ever": "yes"})
    browser.post("/start/reopen/")
    assert browser.post("/today/signs/", {"all": "no"}).headers["Location"].startswith("/play/")
    assert screening.may_start(person)
    browser.post("/today/signs/", {"all": "yes", "fever": "yes"})
    assert TITLES["today"] in text(browser.get("/start/"))
