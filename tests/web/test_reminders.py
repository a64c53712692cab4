"""Reminders: off until chosen, neutral, at rest in a flare, and a feed that can be revoked.

vobject reads the calendar back; it did not write it.
"""

from datetime import date, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import pytest
import vobject
from django.test import Client

from supple.web import flares, reminders
from supple.web.models import Role, StoredReminder, User
from supple.web.sessions import Written, write
from tests.web.support import text

DAY = date(2026, 11, 24)
SENT = {"at": "07:30", "zone": "Europe/Berlin", "days": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]}


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supple.web.views.reminders.today_of", lambda _user: DAY)


@pytest.fixture
def reminded(browser: Client) -> Client:
    """A browser whose person chose a reminder at half past seven."""
    browser.post("/reminders/keep/", SENT)
    return browser


def feed(browser: Client) -> str:
    """The path of the feed's address, made now."""
    browser.post("/reminders/new-address/")
    return urlsplit(browser.get("/reminders/").context["feed"]).path


def days(content: bytes, number: int = 2) -> list[date]:
    """The first days that a calendar rings on."""
    calendar: Any = vobject.readOne(content.decode())
    if "vevent" not in calendar.contents:
        return []
    return [moment.date() for moment in islice(calendar.vevent.getrruleset(), number)]


def test_it_is_off_until_chosen(browser: Client) -> None:
    assert "It is off." in text(browser.get("/reminders/"))
    assert not StoredReminder.objects.exists()
    assert browser.get("/reminders/reminders.ics").status_code == 404
    assert browser.get("/reminders/due.json").json() == {
        "today": None,
        "next": None,
        "title": "A moment for yourself",
    }
    for act in ("off", "rest", "go-on", "new-address", "no-address"):
        assert browser.post(f"/reminders/{act}/").status_code == 404
    assert not StoredReminder.objects.exists()


def test_it_is_chosen_and_turned_off(browser: Client) -> None:
    assert browser.post("/reminders/keep/", SENT).headers["Location"] == "/reminders/"
    assert "It is on." in text(browser.get("/reminders/"))
    content = browser.get("/reminders/reminders.ics").content
    assert days(content) == [DAY, DAY + timedelta(days=1)]
    assert content.decode().count("BEGIN:VALARM") == 1
    browser.post("/reminders/off/")
    assert "It is off." in text(browser.get("/reminders/"))
    assert days(browser.get("/reminders/reminders.ics").content) == []


def test_the_calendar_says_nothing_of_what_it_is_for(reminded: Client) -> None:
    calendar: Any = vobject.readOne(reminded.get("/reminders/reminders.ics").content.decode())
    event = calendar.vevent
    assert (event.summary.value, event.valarm.description.value) == (
        "A moment for yourself",
        "A moment for yourself",
    )
    assert "description" not in event.contents
    assert "url" not in event.contents


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"at": "soon"}, "Write a time of day, such as 09:00."),
        ({"at": ""}, "Write a time of day, such as 09:00."),
        ({"days": []}, "No day is chosen: choose one, or turn the reminder off."),
        ({"days": ["XX"]}, "No day is chosen: choose one, or turn the reminder off."),
        ({"zone": "Moon/Sea"}, "There is no time zone “Moon/Sea”: choose one like Europe/Berlin."),
        ({"zone": "../x"}, "There is no time zone “../x”: choose one like Europe/Berlin."),
    ],
)
def test_what_cannot_be_kept_is_said(browser: Client, sent: dict[str, Any], sentence: str) -> None:
    response = browser.post("/reminders/keep/", SENT | sent)
    assert response.status_code == 400
    assert sentence in text(response)
    assert not StoredReminder.objects.exists()


def test_the_feed_needs_nothing_but_its_address(reminded: Client, stranger: Client) -> None:
    address = feed(reminded)
    response = stranger.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (
        200,
        "text/calendar; charset=utf-8",
    )
    assert days(response.content) == [DAY, DAY + timedelta(days=1)]
    assert len(StoredReminder.objects.get().token or "") == 32


def test_a_revoked_address_leads_nowhere(reminded: Client, stranger: Client) -> None:
    old = feed(reminded)
    new = feed(reminded)
    assert old != new
    assert (stranger.get(old).status_code, stranger.get(new).status_code) == (404, 200)
    reminded.post("/reminders/no-address/")
    assert stranger.get(new).status_code == 404
    assert stranger.get("/reminders/feed/None.ics").status_code == 404


def test_a_feed_that_is_turned_off_stays_and_is_empty(reminded: Client, stranger: Client) -> None:
    address = feed(reminded)
    reminded.post("/reminders/off/")
    assert days(stranger.get(address).content) == []
    reminded.post("/reminders/keep/", SENT | {"days": ["SU"]})
    assert days(stranger.get(address).content) == [date(2026, 11, 29), date(2026, 12, 6)]


def test_it_rests_in_a_flare_and_goes_on_by_itself(
    reminded: Client, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ago, pain in ((9, 3), (6, 2), (3, 3)):
        write(person, Written(date=DAY - timedelta(days=ago), minutes=9, pain_before=pain))
    write(person, Written(date=DAY, minutes=4, pain_before=6))
    assert "It rests until Friday 27 November." in text(reminded.get("/reminders/"))
    content = reminded.get("/reminders/reminders.ics").content
    assert days(content) == [date(2026, 11, 27), date(2026, 11, 28)]
    later = date(2026, 11, 27)
    monkeypatch.setattr("supple.web.views.reminders.today_of", lambda _user: later)
    assert "It is on." in text(reminded.get("/reminders/"))


def test_it_rests_after_a_day_of_walking_or_rest(reminded: Client, person: User) -> None:
    flares.keep(person, DAY - timedelta(days=1), "rest", 7)
    assert "It rests until Thursday 26 November." in text(reminded.get("/reminders/"))
    flares.keep(person, DAY - timedelta(days=3), "walk", 7)
    assert days(reminded.get("/reminders/reminders.ics").content, 1) == [date(2026, 11, 26)]


def test_it_rests_when_asked_and_goes_on_when_asked(reminded: Client) -> None:
    reminded.post("/reminders/rest/")
    assert days(reminded.get("/reminders/reminders.ics").content, 1) == [date(2026, 11, 27)]
    reminded.post("/reminders/go-on/")
    assert days(reminded.get("/reminders/reminders.ics").content, 1) == [DAY]
    assert reminded.post("/reminders/louder/").status_code == 404


def test_each_person_has_a_reminder_of_their_own(reminded: Client, stranger: Client) -> None:
    other = User.objects.create(email="other@example.org", role=Role.PERSON)
    reminders.pause(other, DAY)
    assert StoredReminder.objects.count() == 1
    stranger.force_login(other)
    assert "It is off." in text(stranger.get("/reminders/"))
