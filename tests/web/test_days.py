"""The days between: small at first, flares, steps up on offer, a time away, a clock that jumps."""

import re
from pathlib import Path

import pytest

from supple.web import course, flares
from supple.web.models import DiaryAnswer, Session, StoredPlan
from tests.web.days import Days
from tests.web.days import days as days  # noqa: PLC0414 - a fixture
from tests.web.support import text

NONE = {"all": "no"}


def test_day_1_is_one_small_round_and_says_what_to_expect(days: Days) -> None:
    page = text(days.browser.get("/"))
    assert "Mild soreness for a day or two is common." in page
    assert "Source: Hayden et al. 2021" in page
    days.open(3)
    assert (days.done("pelvic-tilt"), days.done("cat-stretch")) == (5, 2)
    days.tell(days.begin(3), 3, "right")
    page = text(days.browser.get(f"/after/{days.sessions[0]}/next/"))
    assert "The first day was small on purpose." in page
    assert "stays as it is" not in page
    days.go(2).open(3)
    assert days.done("pelvic-tilt") == 10
    assert "What to expect" not in text(days.browser.get("/"))


def test_day_1_stays_small_while_it_is_half_done_and_can_be_gone_on_with(days: Days) -> None:
    first = days.open(3)
    key = days.begin(3, share=0.5)
    response = days.browser.get("/play/facet-joint/")
    assert response.context["script"].id == first.id
    assert response.context["unfinished"] == key


def usual(days: Days, *numbers: int) -> None:
    for number in numbers:
        days.go(number).open(3)
        days.tell(days.begin(3), 3, "right")


def test_a_flare_on_day_3_asks_the_signs_first_and_leaves_the_choice(days: Days) -> None:
    usual(days, 1, 2)
    asked = days.go(3).browser.get("/play/facet-joint/", {"pain": "6"})
    assert asked.headers["Location"] == "/today/signs/?pain=6"
    assert "First: is any of these new?" in text(days.browser.get("/today/signs/?pain=6"))
    onward = days.browser.post("/today/signs/?pain=6", NONE).headers["Location"]
    assert onward == "/play/facet-joint/?pain=6#go"
    assert days.browser.get(onward).headers["Location"] == "/today/choose/?pain=6"
    page = text(days.browser.get("/today/choose/?pain=6"))
    assert "Your back is at 6, and your usual is 3. Flares are common. Choose: short" in page
    assert "If it does not ease in three days, contact a clinician." in page
    days.open(6, form="short")
    assert days.done("pelvic-tilt") == 5
    assert days.done("single-knee-to-chest") <= 4


def test_a_sign_on_a_day_of_a_flare_means_the_card(days: Days) -> None:
    usual(days, 1)
    response = days.go(2).browser.post("/today/signs/?pain=7", {"all": "yes", "saddle": "yes"})
    assert response.headers["Location"] == "/start/"
    assert "Please get emergency help now" in text(days.browser.get("/start/"))
    response = days.browser.post("/today/signs/?pain=7", {"all": "yes"})
    assert response.status_code == 400


def test_something_new_asks_the_signs_whatever_the_pain(days: Days) -> None:
    response = days.browser.get("/play/facet-joint/", {"pain": "1", "new": "yes"})
    assert response.headers["Location"] == "/today/signs/?pain=1"


@pytest.mark.parametrize(("choice", "word"), [("walk", "A gentle walk"), ("rest", "Rest")])
def test_a_walk_or_rest_is_kept_as_such_and_not_as_a_session(
    days: Days, choice: str, word: str
) -> None:
    usual(days, 1)
    days.go(2).browser.post("/today/choose/?pain=6", {"choice": choice})
    assert flares.said(DiaryAnswer.objects.get().read()) == word
    assert word in text(days.browser.get("/diary/answers/"))
    assert Session.objects.count() == 1
    assert days.browser.post("/today/choose/?pain=6", {"choice": "run"}).status_code == 404


def test_a_flare_that_does_not_ease_in_three_days_is_for_a_clinician(days: Days) -> None:
    usual(days, 1, 2)
    for day, pain in ((3, 6), (4, 6), (5, 7)):
        days.go(day).browser.post(f"/today/choose/?pain={pain}", {"choice": "rest"})
    sentence = "It has not eased in three days. Please contact a clinician."
    assert sentence in text(days.go(6).browser.get("/today/choose/?pain=6"))
    assert sentence not in text(days.browser.get("/today/choose/?pain=5"))


def test_three_easy_sessions_offer_a_step_up_that_can_be_taken_and_given_back(days: Days) -> None:
    for day in (1, 3, 5):
        days.easy(day)
    page = text(days.go(6).browser.get("/"))
    assert "3 easy sessions in a row, all done." in page
    assert "Take the step up" in page
    item = {"item": "childs-pose", "answer": "taken"}
    assert days.browser.post("/plan/facet-joint/offer/", item).headers["Location"] == "/"
    assert days.low("childs-pose", "hold") == 35
    assert days.low("pelvic-tilt", "hold") == 3
    days.browser.post("/plan/facet-joint/offer/", item)
    assert days.low("childs-pose", "hold") == 35
    days.browser.post("/plan/facet-joint/offer/", item | {"answer": "not now"})
    assert days.low("childs-pose", "hold") == 30


def test_a_step_up_without_room_in_the_dose_is_the_harder_rung(days: Days) -> None:
    for day in (1, 3, 5):
        days.easy(day)
    item = {"item": "hands-and-knees", "answer": "taken", "back": days.sessions[-1]}
    back = days.browser.post("/plan/facet-joint/offer/", item).headers["Location"]
    assert "You took the step up." in text(days.browser.get(back))
    exercise = {item.id: item.exercise for item in days.plan().items}
    assert exercise["hands-and-knees"] == "quadruped-leg-lift"


def test_an_offer_declined_comes_again_after_three_more_easy_sessions(days: Days) -> None:
    for day in (1, 3, 5):
        days.easy(day)
    item = {"item": "childs-pose", "answer": "not now"}
    days.browser.post("/plan/facet-joint/offer/", item)
    assert "You stay here for now." in text(days.browser.get("/"))
    for day in (7, 9):
        days.easy(day)
        assert days.browser.post("/plan/facet-joint/offer/", item).status_code == 404
    days.easy(11)
    assert "Take the step up" in text(days.browser.get("/"))


def test_an_offer_that_is_not_there_cannot_be_taken(days: Days) -> None:
    usual(days, 1)
    item = {"item": "segmental-bridge", "answer": "taken"}
    assert days.browser.post("/plan/facet-joint/offer/", item).status_code == 404
    assert days.browser.post("/plan/nothing/offer/", item).status_code == 404
    assert not StoredPlan.objects.exists()


def test_a_worse_morning_makes_everything_smaller_and_its_withdrawal_undoes_it(days: Days) -> None:
    usual(days, 1, 2)
    key = days.sessions[-1]
    full = days.low()
    assert "how was your back?" in text(days.go(3).browser.get("/"))
    days.morning(key, "worse")
    page = text(days.browser.get("/"))
    assert "Your back was worse the next morning. Next time, make it smaller and do fewer." in page
    assert "how was your back?" not in page
    assert days.low() < full
    days.morning(key, "worse")
    assert days.low() == round(full * 2 / 3)
    days.tell(key, 3, "right", morning="usual")
    assert days.low() == full


@pytest.mark.parametrize("kind", ["usual", "sharp", "leg"])
def test_what_hurts_goes_down_and_the_others_stay(days: Days, kind: str) -> None:
    usual(days, 1)
    days.go(2).open(3)
    full = {item.id: item.dose for item in days.plan().items}
    key = days.begin(3, hurt=("pelvic-tilt", kind))
    days.tell(key, 3)
    page = text(days.browser.get(f"/after/{key}/next/"))
    assert "pain down a leg" in page if kind == "leg" else "It hurt last time" in page
    now = {item.id: item.dose for item in days.plan().items}
    assert {name for name in now if now[name] != full[name]} == {"pelvic-tilt"}
    assert days.low() == 5


def test_what_hurt_can_be_left_out_and_taken_back_as_it_was_made_smaller(days: Days) -> None:
    usual(days, 1)
    key = hurting(days, 2)
    shown = f"/after/{key}/next/"
    assert "Leave it out for now" in text(days.browser.get(shown))
    decide = "/routines/facet-joint/decide/pelvic-tilt/"
    answer = days.browser.post(decide, {"choice": "leave-out", "back": key})
    assert answer.headers["Location"] == shown
    assert "You leave it out for now. Take it back" in text(days.browser.get(shown))
    script = days.go(3).open(3)
    assert "pelvic-tilt" not in {item.id for item in script.items}
    days.tell(days.begin(3), 3, "right")
    answer = days.browser.post(decide, {"choice": "undo", "back": ""})
    assert answer.headers["Location"] == "/"
    days.go(4).open(3)
    assert (days.done(), days.low()) == (5, 5)


def test_a_ladder_goes_down_to_its_easier_rung_and_keeps_what_the_person_chose(days: Days) -> None:
    rung = {"item": "hands-and-knees", "exercise": "bird-dog"}
    days.browser.post("/plan/facet-joint/rung/", rung)
    days.open(3)
    key = days.begin(3)
    days.tell(key, 3, "right", **{"felt-hands-and-knees": "hurt"})
    exercise = {item.id: item.exercise for item in days.plan().items}
    assert exercise["hands-and-knees"] == "quadruped-leg-lift"
    days.browser.post("/plan/facet-joint/rung/", rung | {"exercise": "quadruped-arm-lift"})
    days.tell(key, 3, "right")
    exercise = {item.id: item.exercise for item in days.plan().items}
    assert exercise["hands-and-knees"] == "quadruped-arm-lift"


def test_three_weeks_away_start_lower_once_and_without_blame(days: Days) -> None:
    usual(days, 1, 2)
    page = text(days.go(23).browser.get("/"))
    assert "It is 21 days since the session before. Today starts lower and builds up again." in page
    days.open(3)
    assert days.done() == 5
    days.tell(days.begin(3), 3, "right")
    assert days.low() == 5
    days.open(3)
    assert days.done() == 5
    days.go(25).open(3)
    assert days.done() == 5


def test_day_45_across_summer_time_every_version_is_kept(days: Days) -> None:
    for day in range(1, 46, 4):
        days.easy(day)
        item = {"item": "childs-pose", "answer": "taken"}
        days.browser.post("/plan/facet-joint/offer/", item)
    dates = [session.date.isoformat() for session in Session.objects.order_by("date")]
    assert (dates[0], dates[3], dates[4], dates[-1]) == (
        "2026-03-16", "2026-03-28", "2026-04-01", "2026-04-29"
    )  # fmt: skip
    versions = list(StoredPlan.objects.order_by("pk").values_list("version", flat=True))
    assert versions == list(range(2, 2 + len(versions)))
    plans = [row.read() for row in StoredPlan.objects.order_by("pk")]
    holds = [plan.items[3].dose.hold for plan in plans]
    assert [hold.low for hold in holds if hold] == [35, 40, 45, 50]
    assert "Six weeks on" in text(days.go(46).browser.get("/"))


def test_the_night_that_is_an_hour_short(days: Days) -> None:
    usual(days, 1)
    days.go(13, hour=23).open(3)
    key = days.begin(3)
    assert Session.objects.get(pk=key).date.isoformat() == "2026-03-28"
    assert "how was your back?" not in text(days.browser.get("/"))
    assert "how was your back?" in text(days.go(14, hour=6).browser.get("/"))
    days.morning(key, "usual")


def test_a_session_of_a_clock_that_ran_ahead_waits_for_its_day(days: Days) -> None:
    usual(days, 1)
    days.go(2).open(3)
    now = days.at
    days.go(30)
    key = days.begin(9)
    days.at = now
    days.tell(key, 10, "hurt")
    assert days.low() == 10
    assert Session.objects.count() == 2
    assert "What changes" not in text(days.browser.get("/"))


def test_two_sessions_on_one_day_change_the_plan_once(days: Days) -> None:
    usual(days, 1)
    for hour in (9, 15):
        days.go(2, hour).open(3)
        days.tell(days.begin(3), 6, "hard")
    assert days.low() == 7


def test_a_changed_zone_moves_no_session(days: Days) -> None:
    usual(days, 1, 2)
    days.zone = "America/Los_Angeles"
    days.go(3, hour=20).open(3)
    key = days.begin(3)
    assert Session.objects.get(pk=key).date.isoformat() == "2026-03-18"
    days.zone = "Europe/Berlin"
    days.go(4).browser.post("/start/", {"emergency": "no", "zone": days.zone})
    assert "how was your back?" in text(days.browser.get("/"))
    assert [row.date.day for row in Session.objects.order_by("date")] == [16, 17, 18]


def test_half_a_session_steps_nothing_up_and_says_how_to_get_up(days: Days) -> None:
    usual(days, 1)
    days.go(2).open(3)
    key = days.begin(3, share=0.5)
    assert "Still on the floor? Roll to your side" in text(days.browser.get(f"/after/{key}/"))
    days.go(3)
    days.tell(key, 3, "easy", morning="usual")
    assert "Not all of it was done last time" in text(days.browser.get(f"/after/{key}/next/"))
    assert days.low() == 10


def hurting(days: Days, day: int, hour: int = 9) -> str:
    days.go(day, hour).open(3)
    key = days.begin(3, hurt=("pelvic-tilt", "sharp"))
    days.tell(key, 3)
    return key


def remove(days: Days, key: str) -> None:
    assert days.browser.post(f"/diary/{key}/delete/").headers["Location"] == "/diary/"


def test_a_removed_session_takes_its_change_with_it(days: Days) -> None:
    usual(days, 1)
    key = hurting(days, 2)
    assert days.low() == 5
    remove(days, key)
    assert days.low() == 10
    days.go(3).open(3)
    assert days.done() == 10


@pytest.mark.parametrize("removed", [0, 1])
def test_of_two_sessions_on_a_day_either_can_be_removed_and_the_change_stays_one(
    days: Days, removed: int
) -> None:
    usual(days, 1)
    keys = [hurting(days, 2), hurting(days, 2, hour=15)]
    assert days.low() == 5
    remove(days, keys[removed])
    assert days.low() == 5
    remove(days, keys[1 - removed])
    assert days.low() == 10


def test_a_good_session_of_the_same_day_keeps_nothing_of_a_removed_one(days: Days) -> None:
    usual(days, 1)
    key = hurting(days, 2)
    days.go(2, hour=15).open(3)
    assert days.done() == 5
    days.tell(days.begin(3), 3, "right")
    remove(days, key)
    assert days.low() == 10


def test_limits_set_since_keep_nothing_of_a_removed_session(days: Days) -> None:
    usual(days, 1)
    key = hurting(days, 2)
    days.browser.post("/about-you/what-i-can-do/", {"constraint": "wrist_no_weight"})
    assert days.low() == 5
    assert "wrist_no_weight" in days.plan().limits
    remove(days, key)
    assert days.low() == 10
    assert {item.id for item in days.plan().items if item.exercise == "cat-stretch"} == set()


def test_an_answer_about_an_earlier_day_still_counts_once(days: Days) -> None:
    usual(days, 1, 2, 3, 4)
    key = days.sessions[1]
    for _ in range(2):
        days.tell(key, 3, "right", morning="worse")
        assert days.low() == 7
    remove(days, key)
    assert days.low() == 10


def test_a_step_up_that_was_taken_stays_when_one_session_of_its_day_is_removed(
    days: Days,
) -> None:
    for day in (1, 3, 5):
        days.easy(day)
    days.go(5, hour=15).open(3)
    key = days.begin(3)
    days.go(6).tell(key, 3, "easy", morning="usual")
    days.browser.post("/plan/facet-joint/offer/", {"item": "childs-pose", "answer": "taken"})
    assert days.low("childs-pose", "hold") == 35
    remove(days, days.sessions[-2])
    assert days.low("childs-pose", "hold") == 35


def test_pain_written_down_by_hand_makes_the_next_session_smaller(days: Days) -> None:
    usual(days, 1)
    walk = {"date": "2026-03-17", "minutes": "20", "pain_before": "3", "pain_after": "8"}
    days.go(2).browser.post("/diary/add/", walk)
    assert days.low() == 7
    key = Session.objects.get(by_hand=True).pk
    days.browser.post(f"/diary/{key}/edit/", walk | {"pain_after": "3"})
    assert days.low() == 10


def test_no_page_reads_a_clock_of_its_own() -> None:
    own = re.compile(r"datetime\.now\(|date\.today\(|utcnow\(")
    sources = sorted(Path(course.__file__).parent.rglob("*.py"))
    assert [path.name for path in sources if own.search(path.read_text())] == []
