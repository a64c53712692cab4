"""The note after a session: a sign in it is answered at once, and a limit may be left out."""

import pytest
from django.test import Client

from supple.routine.script import Script
from supple.web.models import Screening, Session, StoredCanDo
from tests.web.conftest import SESSION, Send, led
from tests.web.support import text

NOTE = f"/after/{SESSION}/note/"
NUMB = "Numb between my legs since the bridge, and I cannot pee."
KNEES = "My knees hurt when I kneel, both were replaced last year."


@pytest.fixture
def done(browser: Client, send: Send, script: Script) -> Client:
    """A browser whose person has just done a session."""
    send({"events": led()})
    return browser


def kept(browser: Client, note: str) -> str:
    """Where the person is led after writing `note`."""
    answer = browser.post(f"/after/{SESSION}/", {"pain": "2", "note": note})
    return answer.headers["Location"]


def test_a_plain_note_is_kept_and_leads_on(done: Client) -> None:
    assert kept(done, "Slept well, did it in the garden.") == f"/after/{SESSION}/next/"
    assert Session.objects.get().read_log().note == "Slept well, did it in the garden."


def test_a_sign_in_a_note_shows_its_card_with_the_words(done: Client) -> None:
    assert kept(done, NUMB) == NOTE
    page = text(done.get(NOTE))
    assert "Please get emergency help now" in page
    assert "“Numb between my legs”" in page
    assert "When to stop, and when to get help" in page
    assert "Go on" not in page


def test_a_limit_in_a_note_is_left_out_only_when_asked_for(done: Client) -> None:
    assert kept(done, KNEES) == NOTE
    assert "I'd rather not kneel" in text(done.get(NOTE))
    assert not StoredCanDo.objects.exists()
    assert done.post(NOTE).headers["Location"] == f"/after/{SESSION}/next/"
    assert "no_kneel" in StoredCanDo.objects.get().read().constraints
    assert kept(done, KNEES) == f"/after/{SESSION}/next/"


def test_thoughts_of_ending_life_get_their_own_card(done: Client) -> None:
    assert kept(done, "It hurts so much that I want to end my life.") == NOTE
    assert "Please talk to someone now" in text(done.get(NOTE))


def test_after_a_sign_in_a_note_the_signs_are_asked_before_the_next_session(
    ready: Client, send: Send, script: Script
) -> None:
    send({"events": led()})
    kept(ready, NUMB)
    assert "A few signs are asked before you start." in text(ready.get("/"))
    assert ready.get("/start/").headers["Location"] == "/today/signs/"
    asked = ready.get("/play/facet-joint/", {"pain": "2"}).headers["Location"]
    assert asked == "/today/signs/?pain=2"
    onward = ready.post(asked, {"all": "no"}).headers["Location"]
    assert ready.get(onward).status_code == 200
    kept(ready, NUMB)
    assert "A few signs are asked" not in text(ready.get("/"))


def test_a_sign_that_is_answered_with_yes_then_stops_the_session(
    ready: Client, send: Send, script: Script
) -> None:
    send({"events": led()})
    kept(ready, NUMB)
    answer = ready.post("/today/signs/?pain=2", {"all": "yes", "saddle": "yes"})
    assert answer.headers["Location"] == "/start/"
    assert "Please get emergency help now" in text(ready.get("/start/"))
    kept(ready, f"{NUMB} Still.")
    assert ready.get("/play/facet-joint/").headers["Location"] == "/start/"


def test_what_stood_before_the_note_still_stands_after_the_signs(
    ready: Client, send: Send, script: Script
) -> None:
    ready.post("/start/", {"emergency": "no", "today": "no", "before": "no", "steroids": "yes"})
    ready.post("/start/reopen/")
    send({"events": led()})
    kept(ready, NUMB)
    ready.post("/today/signs/", {"all": "no"})
    row = Screening.objects.latest("pk")
    assert (row.cleared, row.may_start) == (True, True)


@pytest.mark.parametrize("note", ["Slept well.", KNEES])
def test_a_note_without_a_sign_asks_nothing_before_the_next_session(
    ready: Client, send: Send, script: Script, note: str
) -> None:
    send({"events": led()})
    kept(ready, note)
    assert ready.get("/play/facet-joint/").status_code == 200


def test_a_sign_in_the_note_of_a_session_by_hand(ready: Client) -> None:
    written = {"date": "2026-01-05", "minutes": "14", "note": NUMB}
    page = ready.post("/diary/add/", written).headers["Location"]
    said = text(ready.get(page))
    assert "Please get emergency help now" in said
    assert ready.get("/play/facet-joint/").headers["Location"] == "/today/signs/?pain="
    key = Session.objects.get().pk
    assert page == f"/after/{key}/note/"
    ready.post("/today/signs/", {"all": "no"})
    answer = ready.post(f"/diary/{key}/edit/", written | {"minutes": "15"})
    assert answer.headers["Location"] == "/diary/"
    limited = ready.post(f"/diary/{key}/edit/", written | {"note": KNEES})
    assert limited.headers["Location"] == page
    assert ready.post(page).headers["Location"] == "/diary/"


def test_a_note_of_nobodys_session_is_not_there(done: Client, stranger: Client) -> None:
    assert done.get(NOTE.replace("1b9d", "2b9d")).status_code == 404
    assert stranger.get(NOTE).status_code == 403
