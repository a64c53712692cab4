"""Reading a history: what can be read is, and each thing left out is said with its place."""

import json
from datetime import date
from typing import Any

import pytest

from supple.track.history import HistoryFile, read_history
from supple.track.rule import Today

NOW = date(2026, 3, 10)
GOOD: dict[str, Any] = {
    "date": "2026-03-09",
    "pain_before": 3,
    "pain_after": 4,
    "next_morning": None,
    "items": [{"exercise": "bridge", "done": True, "felt": "easy", "leg_pain": False}],
}


def read(*sessions: object, **more: object) -> tuple[HistoryFile | None, list[str]]:
    data = json.dumps({"sessions": sessions, **more}).encode()
    history, problems = read_history(data, "mine.json", NOW)
    return history, [str(problem) for problem in problems]


def one(session: dict[str, Any]) -> tuple[Any, str]:
    """The session as it was read, and the one problem found."""
    history, problems = read(session)
    assert history
    (problem,) = problems
    return history.sessions[0], problem


def with_item(**fields: object) -> dict[str, Any]:
    return GOOD | {"items": [GOOD["items"][0] | fields]}


def test_a_whole_history() -> None:
    history, problems = read(GOOD, today={"date": "2026-03-10", "pain": 2})
    assert history
    assert problems == []
    session = history.sessions[0]
    assert (session.date, session.pain_before, session.pain_after) == ("2026-03-09", 3, 4)
    assert (session.next_morning, session.items[0].felt) == (None, "easy")
    assert history.today == Today(date=date(2026, 3, 10), pain=2)


def test_only_a_date_is_needed() -> None:
    history, problems = read({"date": "2026-03-09"})
    assert history
    assert (history.sessions[0].items, problems) == ((), [])


def test_null_is_not_said() -> None:
    history, problems = read(
        {"date": "2026-03-09", "items": [{"exercise": "bridge", "done": None, "leg_pain": None}]}
    )
    assert history
    item = history.sessions[0].items[0]
    assert (item.done, item.leg_pain, problems) == (False, False, [])


def test_no_sessions_is_a_history() -> None:
    history, problems = read()
    assert history == HistoryFile(sessions=())
    assert problems == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b'{\n"sessions": [\n{]}',
            (
                "mine.json:3: This is no history (JSON is malformed: object keys must be strings "
                "(byte 17)). Write {“sessions”: […]}; see docs/reference/progress.md."
            ),
        ),
        (
            b"",
            (
                "mine.json:1: This is no history (Input data was truncated). "
                "Write {“sessions”: […]}; see docs/reference/progress.md."
            ),
        ),
        (
            b"[]",
            (
                "mine.json:1: This is no history (Expected `object`, got `array`). "
                "Write {“sessions”: […]}; see docs/reference/progress.md."
            ),
        ),
        (
            b"{}",
            (
                "mine.json: There is no list “sessions” "
                "(Object missing required field `sessions`). "
                "Add it; see docs/reference/progress.md."
            ),
        ),
        (
            b'{"sessions": 4}',
            (
                "mine.json: There is no list “sessions” (Expected `array`, got `int`). "
                "Add it; see docs/reference/progress.md."
            ),
        ),
        (
            b'{"sessions": [7]}',
            (
                "mine.json: Session 1 is left out (Expected `object`, got `int`). "
                "It needs a date at least."
            ),
        ),
        (
            b'{"sessions": [{"date": "soon"}]}',
            "mine.json: “soon” is no date: write 2026-11-24. That session is left out.",
        ),
    ],
)
def test_where_nothing_can_be_read(data: bytes, sentence: str) -> None:
    history, problems = read_history(data, "mine.json", NOW)
    assert history is None
    assert [str(problem) for problem in problems] == [sentence]


def test_an_unknown_feeling_counts_as_not_said() -> None:
    session, problem = one(with_item(felt="nice"))
    assert session.items[0].felt is None
    assert problem == (
        "mine.json: Session 1: “felt” of “bridge” is written as “nice”; "
        "it may be easy, right, hard or hurt. It counts as not said."
    )


def test_leg_pain_in_doubt_counts_as_yes() -> None:
    session, problem = one(with_item(leg_pain="a bit"))
    assert session.items[0].leg_pain
    assert problem == (
        "mine.json: Session 1: “leg_pain” of “bridge” is written as “a bit”; "
        "it may be true or false. It counts as yes."
    )


@pytest.mark.parametrize(
    ("written", "read_as", "meaning"),
    [(3.5, 4, "4"), (12, 10, "10"), (-1, None, "not said"), ("4", None, "not said")],
)
def test_pain_that_is_no_whole_number_from_0_to_10(
    written: object, read_as: int | None, meaning: str
) -> None:
    session, problem = one(GOOD | {"pain_after": written})
    assert session.pain_after == read_as
    assert problem == (
        f"mine.json: Session 1: “pain_after” is written as “{written}”; "
        f"it may be a whole number from 0 to 10. It counts as {meaning}."
    )


def test_a_whole_number_with_a_point_is_one() -> None:
    history, problems = read(GOOD | {"pain_before": 3.0})
    assert history
    assert (history.sessions[0].pain_before, problems) == (3, [])


def test_an_unknown_morning_counts_as_not_said() -> None:
    session, problem = one(GOOD | {"next_morning": "null"})
    assert session.next_morning is None
    assert problem == (
        "mine.json: Session 1: “next_morning” is written as “null”; "
        "it may be usual, worse or null. It counts as not said."
    )


def test_an_exercise_without_a_name_is_left_out_and_the_others_stay() -> None:
    session, problem = one(GOOD | {"items": [{"felt": "easy"}, *GOOD["items"]]})
    assert [item.exercise for item in session.items] == ["bridge"]
    assert problem == (
        "mine.json: Session 1: an exercise without a name is left out. Write its name with it."
    )


def test_items_that_are_no_list_count_as_not_said() -> None:
    session, problem = one(GOOD | {"items": {"bridge": "easy"}})
    assert session.items == ()
    assert problem == (
        "mine.json: Session 1: “items” is written as “{'bridge': 'easy'}”; "
        "it may be a list of exercises. It counts as not said."
    )


def test_a_session_without_a_date_is_left_out_and_the_others_stay() -> None:
    history, problems = read(GOOD, {"pain_before": 3})
    assert history
    assert len(history.sessions) == 1
    assert problems == [
        (
            "mine.json: Session 2 is left out (Object missing required field `date`). "
            "It needs a date at least."
        )
    ]


def test_a_session_in_the_future_is_left_out_but_not_one_of_tomorrow() -> None:
    history, problems = read(GOOD, GOOD | {"date": "2026-03-11"}, GOOD | {"date": "2026-03-12"})
    assert history
    assert [session.date for session in history.sessions] == ["2026-03-09", "2026-03-11"]
    assert problems == [
        (
            "mine.json: The session of 2026-03-12 lies after the day asked about. "
            "It is left out; mend its date."
        )
    ]


def test_sessions_after_the_day_asked_about_are_left_out() -> None:
    history, problems = read(GOOD, GOOD | {"date": "2026-03-05"}, today={"date": "2026-03-06"})
    assert history
    assert [session.date for session in history.sessions] == ["2026-03-05"]
    assert problems == [
        (
            "mine.json: The session of 2026-03-09 lies after the day asked about. "
            "It is left out; mend its date."
        )
    ]


def test_a_date_with_a_time_and_zone_is_its_local_date() -> None:
    history, problems = read(GOOD | {"date": "2026-03-09T23:50:00+13:00"})
    assert history
    assert problems == []


def test_today_without_a_date_is_left_out() -> None:
    history, problems = read(GOOD, today={"pain": 3})
    assert history
    assert history.today is None
    assert problems == [
        (
            "mine.json: “today” is left out (Object missing required field `date`). "
            "It needs a date at least."
        )
    ]


def test_pain_of_today_is_read_with_the_same_care() -> None:
    history, problems = read(GOOD, today={"date": "2026-03-10", "pain": 11})
    assert history
    assert history.today == Today(date=date(2026, 3, 10), pain=10)
    assert problems == [
        (
            "mine.json: “today”: “pain” is written as “11”; "
            "it may be a whole number from 0 to 10. It counts as 10."
        )
    ]


def test_every_misfit_of_a_session_is_named() -> None:
    _, problems = read(GOOD | {"pain_before": "x", "pain_after": "y", "next_morning": 3})
    assert len(problems) == 3
