"""Pages that are written once: nobody sees an old one, nor one of somebody else."""

import re
from datetime import date

import pytest
from django.test import Client

from supple.web import sessions
from supple.web.models import Role, User
from supple.web.sessions import Written
from tests.web.conftest import ADDRESS, ORIGIN, Queries
from tests.web.days import Days
from tests.web.days import days as days  # noqa: PLC0414 - a fixture
from tests.web.support import text

ONCE = 2  # queries of a page that is there already: the cookie's session, and whose it is


def token(browser: Client, path: str = "/diary/") -> str:
    found = re.search(r'name="csrf-token" content="(\w+)"', browser.get(path).content.decode())
    assert found
    return found[1]


@pytest.mark.parametrize("path", ["/", "/diary/", "/routines/facet-joint/"])
def test_a_page_is_written_once(
    ready: Client, path: str, django_assert_num_queries: Queries
) -> None:
    first = text(ready.get(path))
    with django_assert_num_queries(ONCE):
        assert text(ready.get(path)) == first


def test_each_request_has_a_token_of_its_own_that_is_good(person: User) -> None:
    browser = Client(enforce_csrf_checks=True, **ADDRESS, **ORIGIN)
    browser.force_login(person)
    browser.get("/safety/")
    first, second = token(browser), token(browser)
    assert first != second
    for one in (first, second):
        form = {"csrfmiddlewaretoken": one, "since": "weeks"}
        assert browser.post("/diary/course/", form).headers["Location"] == "/diary/"
    form = {"csrfmiddlewaretoken": first[::-1], "since": "weeks"}
    assert browser.post("/diary/course/", form).status_code == 403


def test_what_was_written_or_deleted_since_is_seen(ready: Client, person: User) -> None:
    assert "Nothing here yet" in text(ready.get("/diary/"))
    session = sessions.write(person, Written(date=date(2026, 1, 5), minutes=10))
    assert "Nothing here yet" not in text(ready.get("/diary/"))
    sessions.remove(session)
    assert "Nothing here yet" in text(ready.get("/diary/"))


def test_a_word_to_the_person_is_seen_once(ready: Client) -> None:
    before = text(ready.get("/diary/"))
    ready.post("/diary/questions/activity/", {"about": "Sit through a meal", "activity": "4"})
    assert "Kept in your diary." in text(ready.get("/diary/"))
    after = text(ready.get("/diary/"))
    assert "Kept in your diary." not in after != before


def test_nobody_gets_the_page_of_somebody_else(ready: Client, person: User) -> None:
    sessions.write(person, Written(date=date(2026, 1, 5), minutes=10))
    assert "Nothing here yet" not in text(ready.get("/diary/"))
    other = Client(**ADDRESS, **ORIGIN)
    other.force_login(User.objects.create(role=Role.PERSON, revision=person.revision))
    assert "Nothing here yet" in text(other.get("/diary/"))


def test_a_session_left_open_counts_once_it_cannot_be_gone_on_with(days: Days) -> None:
    days.easy(1)
    days.go(23).open(3)
    days.begin(3, share=0.5)
    since = "days since the session before"
    assert since in text(days.go(23, hour=10).browser.get("/"))
    assert since in text(days.go(23, hour=20).browser.get("/"))
    assert since not in text(days.go(23, hour=22).browser.get("/"))
