"""The diary: what is kept, corrected, deleted, and what the pictures say."""

from datetime import date, timedelta

import pytest
from django.test import Client

from supple.routine.log import Pain
from supple.routine.script import Script
from supple.web.models import Role, Session, User
from supple.web.sessions import Written, write
from tests.web.conftest import SESSION, Queries, Send, led
from tests.web.support import text

GOOD = {"date": "2026-11-02", "minutes": "14", "pain_before": "5", "pain_after": "3", "note": "ok"}


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    today = date(2026, 11, 24)
    monkeypatch.setattr("supple.web.views.diary.today_of", lambda _user: today)
    return today


def test_an_empty_diary_says_what_will_be_here(browser: Client) -> None:
    page = text(browser.get("/diary/"))
    assert "Nothing here yet" in page
    assert "Sessions on 0 days of this month." in page


def test_a_past_session_is_added(browser: Client) -> None:
    assert browser.post("/diary/add/", GOOD).headers["Location"] == "/diary/"
    log = Session.objects.get().read_log()
    assert (log.date, log.seconds, log.pain_before, log.pain_after, log.note, log.by_hand) == (
        "2026-11-02",
        840.0,
        5,
        3,
        "ok",
        True,
    )
    page = text(browser.get("/diary/"))
    assert "Kept in your diary." in page
    assert "Monday 2 November 14 minutes · pain before 5 · after 3 · written by you" in page
    assert "Sessions on 1 day of this month." in page


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("date", "", "Please fill this in."),
        ("date", "2026-11-25", "That day is still to come: write today or a day before."),
        ("date", "1812-11-25", "Write a day after 1900."),
        ("date", "soon", "Write the day as 2026-11-24."),
        ("minutes", "", "Please fill this in."),
        ("minutes", "0", "Write at least 1 minute."),
        ("minutes", "601", "Write at most 600 minutes."),
        ("minutes", "ten", "Write the minutes as a whole number."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    browser: Client, field: str, value: str, expected: str
) -> None:
    response = browser.post("/diary/add/", GOOD | {field: value})
    assert response.status_code == 400
    assert response.context["form"].errors == {field: [expected]}
    assert expected in text(response)
    assert not Session.objects.exists()


def test_a_past_session_is_corrected(browser: Client) -> None:
    browser.post("/diary/add/", GOOD)
    path = f"/diary/{Session.objects.get().pk}/edit/"
    assert 'name="pain_before" value="5" checked' in browser.get(path).content.decode()
    browser.post(path, GOOD | {"minutes": "20", "pain_after": ""})
    log = Session.objects.get().read_log()
    assert (log.seconds, log.pain_before, log.pain_after) == (1200.0, 5, None)


def test_a_led_session_keeps_its_minutes_when_it_is_corrected(
    browser: Client, send: Send, script: Script
) -> None:
    send({"events": led()})
    path = f"/diary/{SESSION}/edit/"
    assert "Minutes" not in text(browser.get(path))
    browser.post(path, {"date": "2026-11-23", "pain_before": "6", "pain_after": "4"})
    log = Session.objects.get().read_log()
    assert (log.date, log.seconds, log.pain_before, log.pain_after) == ("2026-11-23", 10.0, 6, 4)
    assert log.items[0].done


def test_a_session_is_deleted_after_one_question(browser: Client) -> None:
    browser.post("/diary/add/", GOOD)
    path = f"/diary/{Session.objects.get().pk}/delete/"
    assert "Delete this session? Monday 2 November 2026 · 14 minutes" in text(browser.get(path))
    assert browser.post(path).headers["Location"] == "/diary/"
    assert "Nothing here yet" in text(browser.get("/diary/"))
    row = Session.objects.get()
    assert (row.log_document, row.pain_before, row.removed) == ("", None, True)
    assert browser.get(path).status_code == 404


def test_what_is_someone_elses_is_not_there(browser: Client) -> None:
    other = User.objects.create(email="other@example.org", role=Role.PERSON)
    session = write(other, Written(date=date(2026, 11, 2), minutes=14))
    for path in ("edit", "delete"):
        assert browser.get(f"/diary/{session.pk}/{path}/").status_code == 404
        assert browser.post(f"/diary/{session.pk}/{path}/", GOOD).status_code == 404
    assert browser.get(f"/api/sessions/{session.pk}/events").status_code == 404
    assert browser.get(f"/after/{session.pk}/").status_code == 404
    assert "Nothing here yet" in text(browser.get("/diary/"))
    assert not Session.objects.get().removed


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2026-10", "October 2026"),
        ("2026-13", "November 2026"),
        ("2027-01", "November 2026"),
        ("0001-01", "November 2026"),
        ("junk", "November 2026"),
    ],
)
def test_the_month_that_is_asked_for(browser: Client, asked: str, shown: str) -> None:
    assert f"Did I do it? {shown}" in text(browser.get("/diary/", {"month": asked}))


def test_a_month_lists_its_own_sessions_only(browser: Client, person: User, november: date) -> None:
    for day in (date(2026, 10, 31), date(2026, 11, 1)):
        write(person, Written(date=day, minutes=10))
    page = text(browser.get("/diary/", {"month": "2026-10"}))
    assert "Saturday 31 October 10 minutes" in page
    assert "Sunday 1 November 10 minutes" not in page


def test_the_picture_of_pain_and_its_sentence(
    browser: Client, person: User, november: date
) -> None:
    for days, before, after in ((0, 3, 2), (7, 5, 4), (14, 6, 3), (100, 10, 10)):
        day = november - timedelta(days=days)
        write(person, Written(date=day, minutes=10, pain_before=before, pain_after=after))
    response = browser.get("/diary/")
    sentence = "Pain: 6 answers are needed before two times can be compared."
    assert sentence in text(response)
    plot = response.context["pain"].plot
    assert (plot.number, plot.line, plot.levels[0].at > plot.levels[2].at) == (3, "", True)
    assert f'aria-label="{sentence}"' in response.content.decode()


@pytest.mark.parametrize(
    ("pains", "sentence", "line"),
    [
        ((6, 6, 7, 5, 4, 5), "Pain: 6 at first, 5 now. No clear change.", False),
        ((6, 6, 7, 4, 4, 9), "Pain: 6 at first, 4 now. No clear change.", False),
        ((7, 6, 7, 3, 4, 9), "Pain: 7 at first, 4 now. A change of more than 2.1 is more", True),
        ((2, 3, 2, 6, 6, 5), "Pain: 2 at first, 6 now. A change of more than 2 is more", True),
    ],
)
def test_a_line_is_drawn_only_for_a_clear_change(  # noqa: PLR0917 - fixtures and a row
    browser: Client,
    person: User,
    november: date,
    pains: tuple[Pain, ...],
    sentence: str,
    line: bool,
) -> None:
    for days, pain in enumerate(reversed(pains)):
        day = november - timedelta(days=days)
        write(person, Written(date=day, minutes=10, pain_before=pain))
    response = browser.get("/diary/")
    assert sentence in text(response)
    assert bool(response.context["pain"].plot.line) == line


def test_ten_years_cost_no_more_queries_than_a_day(
    browser: Client, person: User, november: date, django_assert_num_queries: Queries
) -> None:
    browser.get("/safety/")
    write(person, Written(date=november, minutes=10, pain_before=3))
    with django_assert_num_queries(5):
        browser.get("/diary/")
    with django_assert_num_queries(2):
        browser.get("/diary/")
    for days in range(1, 60):
        write(person, Written(date=november - timedelta(days=days), minutes=10, pain_before=3))
    with django_assert_num_queries(5):
        browser.get("/diary/")
