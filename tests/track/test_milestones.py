"""Day 14 and week 6."""

from datetime import date, timedelta

import pytest

from supple.track.measures.change import Direction
from supple.track.milestones import (
    Amount,
    Milestone,
    day_14_sentence,
    due_milestone,
    week_6_sentence,
)

FIRST = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days", "answered", "due"),
    [
        (13, set(), None),
        (14, set(), "day-14"),
        (14, {"day-14"}, None),
        (41, set(), "day-14"),
        (42, set(), "week-6"),
        (42, {"day-14"}, "week-6"),
        (45, {"week-6"}, None),
        (400, {"day-14", "week-6"}, None),
    ],
)
def test_the_latest_one_reached_is_due_once(
    days: int, answered: set[Milestone], due: Milestone | None
) -> None:
    assert due_milestone(FIRST, answered, FIRST + timedelta(days=days)) == due


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("too much", "Then do less: leave out an exercise or two, or a day."),
        ("right", "Then go on like this."),
        (
            "too little",
            "Then add a walk. A step up is offered for each exercise once it feels easy.",
        ),
    ],
)
def test_day_14(amount: Amount, sentence: str) -> None:
    assert day_14_sentence(amount) == sentence


@pytest.mark.parametrize(
    ("function", "pain", "clinician"),
    [
        ("better", "none", False),
        ("none", "better", False),
        ("better", "too few", False),
        ("none", "none", True),
        ("too few", "too few", True),
        ("better", "worse", True),
        ("worse", "better", True),
        ("worse", "none", True),
    ],
)
def test_week_6_sends_to_a_clinician_unless_something_is_better_and_nothing_worse(
    function: Direction, pain: Direction, clinician: bool
) -> None:
    sentence = week_6_sentence(function, pain)
    assert ("clinician" in sentence) == clinician
    assert ("add walking" in sentence) != clinician
