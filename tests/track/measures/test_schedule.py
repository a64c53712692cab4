"""When a questionnaire is due."""

from datetime import date, timedelta

import pytest

from supple.track.measures.load import load_measures
from supple.track.measures.schedule import due_week

MEASURES, _ = load_measures()
BEGAN = date(2026, 3, 2)


def after(days: int) -> date:
    return BEGAN + timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "week"),
    [(-1, None), (0, 0), (13, 0), (14, 2), (41, 2), (42, 6), (83, 6), (84, 12), (125, 12),
     (126, None)],
)  # fmt: skip
def test_the_activity_is_due_at_0_2_6_and_12_weeks(day: int, week: int | None) -> None:
    assert due_week(MEASURES["activity"], BEGAN, (), after(day)) == week


@pytest.mark.parametrize(("day", "week"), [(0, 0), (14, 0), (41, 0), (42, 6), (84, 12)])
def test_peg_is_due_at_0_6_and_12_weeks(day: int, week: int) -> None:
    assert due_week(MEASURES["peg"], BEGAN, (), after(day)) == week


def test_once_answered_it_is_not_due_until_the_next() -> None:
    answered = [after(0), after(20)]
    activity = MEASURES["activity"]
    assert due_week(activity, BEGAN, answered, after(10)) is None
    assert due_week(activity, BEGAN, answered, after(41)) is None
    assert due_week(activity, BEGAN, answered, after(42)) == 6


def test_pain_is_asked_with_each_session_and_never_due() -> None:
    assert due_week(MEASURES["pain"], BEGAN, (), after(14)) is None
