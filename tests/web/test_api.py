"""The player's requests: once and only once, and every refusal one whole sentence."""

import pytest
from django.test import Client

from supple.routine.script import Script
from supple.web.models import Session, SessionEvent, User
from tests.web.conftest import ADDRESS, OTHER_SESSION, SESSION, Send, event, led

NEW = {
    "script": "a1b2c3d4e5f60718",
    "plan": {"id": "facet-joint", "version": 1},
    "started": "2026-11-24T07:12:03.120+01:00",
    "zone": "Europe/Berlin",
    "pain_before": 4,
}
BATCH = {"events": led()}


def unreadable(reason: str) -> str:
    return f"The body cannot be read ({reason}): send it as the reference says."


def sentence(answer: dict) -> str:
    return answer["error"]["sentence"]


def test_a_session_is_begun_once_however_often_it_is_sent(send: Send, script: Script) -> None:
    assert send(NEW, "") == (200, {"session": SESSION})
    assert send(NEW, "") == (200, {"session": SESSION})
    session = Session.objects.get()
    assert (session.pain_before, session.zone, str(session.date)) == (
        4,
        "Europe/Berlin",
        "2026-11-24",
    )


def test_events_are_kept_once_however_often_they_are_sent(send: Send, script: Script) -> None:
    send(NEW, "")
    assert send(BATCH) == (200, {"next": 6})
    assert send(BATCH) == (200, {"next": 6})
    assert SessionEvent.objects.count() == 6


def test_what_was_kept_comes_back_as_it_was_sent(
    send: Send, browser: Client, script: Script
) -> None:
    send(NEW, "")
    send(BATCH)
    assert browser.get(f"/api/sessions/{SESSION}/events?after=3").json() == {
        "events": led()[4:],
        "next": 6,
    }


def test_a_gap_is_asked_for_again(send: Send, script: Script) -> None:
    send(NEW, "")
    assert send({"events": [led()[0], led()[2]]}) == (200, {"next": 1})
    assert send({"events": [led()[1]]}) == (200, {"next": 3})


def test_a_session_that_is_not_known_is_begun_by_its_first_event(
    send: Send, script: Script
) -> None:
    assert send(BATCH) == (200, {"next": 6})
    session = Session.objects.get()
    assert (session.script_id, session.pain_before) == (script.id, 4)


def test_two_tellings_of_one_event_are_refused_and_none_of_the_batch_is_kept(
    send: Send, script: Script
) -> None:
    send(NEW, "")
    send({"events": led()[:2]})
    other = event(1, "pause")
    status, answer = send({"events": [other, led()[2]]})
    assert status == 409
    assert sentence(answer) == (
        "Event 1 of this session is already kept and says something else: "
        "another tab is leading it. Load the page again to go on from what is kept."
    )
    assert SessionEvent.objects.count() == 2


def test_two_tellings_in_one_batch_are_refused(send: Send, script: Script) -> None:
    send(NEW, "")
    assert send({"events": [event(0, "start"), event(0, "pause")]})[0] == 409
    assert SessionEvent.objects.count() == 0


def test_another_script_for_the_same_session_is_refused(send: Send, script: Script) -> None:
    send(NEW, "")
    status, answer = send(NEW | {"script": "ffffffffffffffff"}, "")
    assert status == 409
    assert sentence(answer) == ("This session was begun with another script: start a new session.")


def test_an_unknown_script_is_refused(send: Send, script: Script) -> None:
    status, answer = send(NEW | {"script": "ffffffffffffffff"}, "")
    assert status == 422
    assert sentence(answer) == (
        "No script with the id of this session is known: open its routine again."
    )


def test_events_of_a_session_that_nobody_began_are_refused(send: Send, script: Script) -> None:
    status, answer = send({"events": led()[1:]})
    assert status == 404
    assert sentence(answer) == "No session with this id is known: send its first event first."


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        (
            b"{",
            400,
            unreadable("Input data was truncated"),
        ),
        (
            b"[]",
            400,
            unreadable("Expected `object`, got `array`"),
        ),
        (
            b'{"events": [{"seq": "one"}]}',
            400,
            unreadable("Expected `int`, got `str` - at `$.events[0].seq`"),
        ),
        (
            b"\xff",
            400,
            unreadable("JSON is malformed: invalid character (byte 0)"),
        ),
    ],
)
def test_a_body_that_cannot_be_read(
    browser: Client, body: bytes, status: int, expected: str
) -> None:
    response = browser.post(
        f"/api/sessions/{SESSION}/events", body, content_type="application/json"
    )
    assert response.status_code == status
    assert sentence(response.json()) == expected


def test_deep_nesting_is_refused_not_fallen_over(browser: Client) -> None:
    body = b'{"events":' + b"[" * 100_000
    response = browser.post(
        f"/api/sessions/{SESSION}/events", body, content_type="application/json"
    )
    assert response.status_code == 400


def test_a_body_that_is_no_json(browser: Client) -> None:
    response = browser.post(f"/api/sessions/{SESSION}/events", {"events": "[]"})
    assert response.status_code == 415
    assert sentence(response.json()) == "The body is not JSON: send it as application/json."


def test_a_body_over_a_megabyte(browser: Client) -> None:
    body = b'{"events": []' + b" " * 1024 * 1024 + b"}"
    response = browser.post(
        f"/api/sessions/{SESSION}/events", body, content_type="application/json"
    )
    assert response.status_code == 413
    assert sentence(response.json()) == (
        "The body is larger than 1 MB: send fewer events at a time."
    )


def test_too_many_events_at_once(send: Send, script: Script) -> None:
    status, answer = send({"events": [event(n) for n in range(501)]})
    assert status == 413
    assert sentence(answer) == "501 events in one batch are too many: send at most 500 at a time."


def test_an_event_of_another_session(send: Send, script: Script) -> None:
    status, answer = send({"events": [event(0, session=OTHER_SESSION)]})
    assert status == 400
    assert sentence(answer) == ("Event 0 belongs to another session: send it to its own address.")


@pytest.mark.parametrize("seq", [-1, 100_001])
def test_a_number_out_of_range(send: Send, script: Script, seq: int) -> None:
    status, answer = send({"events": [event(seq)]})
    assert status == 400
    assert sentence(answer) == (f"An event has the number {seq}: count from 0 to 100000.")


@pytest.mark.parametrize("started", ["", "yesterday", "2026-11-24T07:12:03"])
def test_a_beginning_at_no_time(send: Send, script: Script, started: str) -> None:
    status, answer = send(NEW | {"started": started}, "")
    assert status == 400
    assert sentence(answer) == (
        f"A session began at {started!r}, which is no time: send it with its offset."
    )


def test_after_something_that_is_no_number(browser: Client, send: Send, script: Script) -> None:
    send(NEW, "")
    response = browser.get(f"/api/sessions/{SESSION}/events?after=all")
    assert response.status_code == 400
    assert sentence(response.json()) == (
        "after=all is not a number: give that of the last event you have."
    )


def test_a_removed_session_takes_events_and_keeps_none(
    send: Send, browser: Client, script: Script
) -> None:
    send(BATCH)
    browser.post(f"/diary/{SESSION}/delete/")
    assert send(BATCH) == (200, {"next": 6})
    assert send(NEW, "") == (200, {"session": SESSION})
    assert SessionEvent.objects.count() == 0


def test_a_stranger_is_refused(stranger: Client, send: Send, script: Script) -> None:
    status, answer = send(NEW, "", client=stranger)
    assert status == 403
    assert sentence(answer) == (
        "This browser has not been let in: open the link that Supple printed."
    )
    assert Session.objects.count() == 0


def test_another_page_is_refused(person: User, script: Script) -> None:
    client = Client(**ADDRESS, HTTP_ORIGIN="http://127.0.0.1:8001")
    client.force_login(person)
    response = client.post(f"/api/sessions/{SESSION}/", NEW, content_type="application/json")
    assert response.status_code == 403
    assert Session.objects.count() == 0


def test_a_request_without_its_token_is_refused(person: User, script: Script) -> None:
    client = Client(**ADDRESS, HTTP_ORIGIN="http://127.0.0.1:8000", enforce_csrf_checks=True)
    client.force_login(person)
    response = client.post(f"/api/sessions/{SESSION}/", NEW, content_type="application/json")
    assert response.status_code == 403
    assert sentence(response.json()) == (
        "Nothing was changed. Go back, load the page again, and try once more."
    )


def test_the_log_follows_from_the_events(send: Send, script: Script) -> None:
    send(BATCH)
    log = Session.objects.get().read_log()
    assert (log.seconds, log.finished, log.pain_before) == (10.0, True, 4)
    assert (log.items[0].done, log.items[0].repetitions) == (True, 2)
