"""How was it, in one tap each."""

import pytest
from django.test import Client

from supple.routine.script import Script
from supple.web.models import Session
from tests.web.conftest import OTHER_SESSION, SESSION, Send, event, led
from tests.web.support import text


def test_what_was_done_and_what_is_asked(browser: Client, send: Send, script: Script) -> None:
    send({"events": led()})
    page = text(browser.get(f"/after/{SESSION}/"))
    assert "How is your back now?" in page
    assert "Pelvic tilt Easy Right Hard Hurt" in page


def test_answers_are_kept_and_shown_again(browser: Client, send: Send, script: Script) -> None:
    send({"events": led()})
    response = browser.post(f"/after/{SESSION}/", {"pain": "2", "felt-tilt": "easy"})
    assert response.headers["Location"] == f"/after/{SESSION}/next/"
    session = Session.objects.get()
    log = session.read_log()
    assert (session.pain_after, log.pain_after, log.items[0].felt) == (2, 2, "easy")
    page = browser.get(f"/after/{SESSION}/").content.decode()
    assert 'name="pain" value="2" checked' in page
    assert 'name="felt-tilt" value="easy" checked' in page


def test_answers_outlive_events_that_come_later(
    browser: Client, send: Send, script: Script
) -> None:
    send({"events": led()[:3]})
    browser.post(f"/after/{SESSION}/", {"pain": "2", "felt-tilt": "hard"})
    send({"events": led()[3:]})
    log = Session.objects.get().read_log()
    assert (log.pain_after, log.items[0].felt, log.finished) == (2, "hard", True)


def test_an_answer_can_be_withdrawn(browser: Client, send: Send, script: Script) -> None:
    send({"events": led()})
    browser.post(f"/after/{SESSION}/", {"pain": "2", "felt-tilt": "easy"})
    browser.post(f"/after/{SESSION}/", {})
    log = Session.objects.get().read_log()
    assert (log.pain_after, log.items[0].felt) == (None, None)


def test_what_is_no_answer_counts_for_nothing(browser: Client, send: Send, script: Script) -> None:
    send({"events": led()})
    browser.post(f"/after/{SESSION}/", {"pain": "11", "felt-tilt": "great", "felt-x": "easy"})
    log = Session.objects.get().read_log()
    assert (log.pain_after, log.items[0].felt) == (None, None)


def test_what_was_left_out_is_said(browser: Client, send: Send, script: Script) -> None:
    send({"events": led()[:3]})
    assert "Partly done" in text(browser.get(f"/after/{SESSION}/"))
    send({"events": [led()[0] | {"session": OTHER_SESSION}]}, session=OTHER_SESSION)
    assert "Not done this time" in text(browser.get(f"/after/{OTHER_SESSION}/"))


def test_a_session_that_is_not_there(browser: Client) -> None:
    assert browser.get(f"/after/{SESSION}/").status_code == 404


def hurting(kind: str) -> list[dict]:
    leaving = event(3, "leave", step="", data={"from": "s002", "how": "hurt", "spent": 100})
    return [*led()[:2], event(2, "hurt-kind", step="s002", data={"kind": kind}), leaving]


@pytest.mark.parametrize("kind", ["chest", "numb"])
def test_a_sign_of_an_emergency_stops_the_next_session_too(
    ready: Client, send: Send, script: Script, kind: str
) -> None:
    assert ready.get("/play/facet-joint/").status_code == 200
    send({"events": hurting(kind)})
    assert ready.get("/play/facet-joint/").headers["Location"] == "/start/"
    assert "No session for now" in text(ready.get("/"))


@pytest.mark.parametrize("kind", ["usual", "sharp", "leg"])
def test_other_pain_ends_the_session_but_not_the_routine(
    ready: Client, send: Send, script: Script, kind: str
) -> None:
    send({"events": hurting(kind)})
    assert ready.get("/play/facet-joint/").status_code == 200


def test_whoever_stopped_on_the_floor_is_told_how_to_get_up(
    browser: Client, send: Send, script: Script
) -> None:
    send({"events": hurting("usual")})
    page = text(browser.get(f"/after/{SESSION}/"))
    assert "Still on the floor? Roll to your side" in page
    assert "Under a minute, and kept." in page


def test_a_session_that_was_only_leafed_through_is_not_a_whole_one(
    send: Send, script: Script
) -> None:
    skipped = [
        event(n, data={"from": f"s{n - 1:03d}", "how": "next", "spent": 5}) for n in range(1, 5)
    ]
    last = event(5, "finish", step="", data={"from": "s004", "how": "next", "spent": 5})
    send({"events": [led()[0], *skipped, last]})
    session = Session.objects.get()
    assert (session.finished, session.ended) == (False, True)
