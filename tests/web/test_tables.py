"""The diary as tables and on paper: read back as a spreadsheet does."""

import csv
import io
from datetime import date
from typing import cast

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from supple.routine.script import Script
from supple.web import sessions
from supple.web.models import Role, Session, User
from supple.web.sessions import Answers, Written, keep_answers, write
from supple.web.tables import FORMULA, as_csv, safe
from tests.web.conftest import SESSION, Send, led
from tests.web.support import text

DAY = date(2026, 11, 2)


def table(browser: Client, name: str) -> list[dict[str, str]]:
    """A downloaded table, row by row."""
    response = cast("StreamingHttpResponse", browser.get(f"/diary/{name}.csv"))
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == f'attachment; filename="supple-{name}.csv"'
    content = b"".join(cast("list[bytes]", list(response.streaming_content)))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_session_is_a_row(browser: Client, person: User) -> None:
    write(person, Written(date=DAY, minutes=14, pain_before=5, note='Stiff, "a bit"\nbetter'))
    write(person, Written(date=date(2026, 11, 1), minutes=9))
    rows = table(browser, "sessions")
    assert [(row["date"], row["minutes"], row["pain_before"], row["note"]) for row in rows] == [
        ("2026-11-01", "9.0", "", ""),
        ("2026-11-02", "14.0", "5", 'Stiff, "a bit"\nbetter'),
    ]
    assert rows[0]["written_by_hand"] == "yes"


def test_every_exercise_of_a_led_session_is_a_row(
    browser: Client, send: Send, script: Script
) -> None:
    send({"events": led()})
    keep_answers(Session.objects.get(), Answers(felt={"tilt": "easy"}, pain_after=3))
    (row,) = table(browser, "exercises")
    assert (row["session"], row["exercise"], row["done"], row["felt"]) == (
        SESSION,
        "pelvic-tilt",
        "yes",
        "easy",
    )
    (session,) = table(browser, "sessions")
    assert (session["time_zone"], session["pain_after"]) == ("Europe/Berlin", "3")


def test_every_answered_item_is_a_row(browser: Client) -> None:
    browser.post("/diary/questions/activity/", {"about": "=1+1", "activity": "4"})
    browser.post("/diary/questions/peg/", {"pain": "6", "enjoyment": "5", "general-activity": "4"})
    rows = table(browser, "answers")
    assert [(row["question"], row["activity"], row["item"], row["score"]) for row in rows] == [
        ("activity", "'=1+1", "activity", "4.0"),
        ("peg", "", "enjoyment", "5.0"),
        ("peg", "", "general-activity", "5.0"),
        ("peg", "", "pain", "5.0"),
    ]


def test_a_removed_session_and_those_of_others_are_in_no_table(
    browser: Client, person: User
) -> None:
    sessions.remove(write(person, Written(date=DAY, minutes=9)))
    write(User.objects.create(email="o@example.org", role=Role.PERSON), Written(date=DAY))
    assert [table(browser, name) for name in ("sessions", "exercises", "answers")] == [[], [], []]
    assert browser.get("/diary/secrets.csv").status_code == 404


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("plain", "plain"),
        (-1, -1),
        (None, None),
    ],
)
def test_no_text_is_taken_for_a_formula(cell: str | int | None, expected: object) -> None:
    assert safe(cell) == expected


@given(st.text())
def test_text_is_read_back_and_never_begins_as_a_formula(note: str) -> None:
    content = b"".join(as_csv([("note",), (note, "end")])).decode("utf-8-sig")
    _head, (cell, end) = csv.reader(io.StringIO(content, newline=""))
    assert end == "end"
    assert not cell.startswith(FORMULA)
    assert cell.removeprefix("'") == note.removeprefix("'")


def test_the_page_to_print(browser: Client, person: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supple.web.views.take_along.today_of", lambda _user: DAY)
    assert "No session in these twelve weeks." in text(browser.get("/diary/print/"))
    write(person, Written(date=DAY, minutes=14, pain_before=5))
    page = text(browser.get("/diary/print/"))
    assert "11 August 2026 – 2 November 2026" in page
    assert "Monday 2 November 14 minutes · pain before 5 · written by you" in page
