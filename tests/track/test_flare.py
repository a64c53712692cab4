"""A flare over several days: whether it eases."""

from datetime import date

import pytest

from supple.track.flare import not_easing
from supple.track.rule import Today


@pytest.mark.parametrize(
    ("said", "now", "lasts"),
    [
        ({3: 6, 4: 6, 5: 6}, 6, True),
        ({3: 6}, 7, True),
        ({3: 6}, 5, False),  # it eases
        ({4: 6}, 6, False),  # two days only
        ({3: 6, 5: 3}, 6, False),  # it had settled in between
        ({3: 6}, 4, False),  # no flare today
        ({9: 6, 3: 6}, 6, True),  # a day still to come counts for nothing
        ({}, 6, False),
    ],
)
def test_three_days_no_lower_than_it_began(said: dict[int, int], now: int, *, lasts: bool) -> None:
    days = [(date(2026, 3, day), pain) for day, pain in said.items()]
    today = Today(date=date(2026, 3, 6), pain=now)  # type: ignore[arg-type]  # 0 to 10
    assert not_easing(days, today, usual=3) is lasts


def test_without_a_usual_nothing_is_said() -> None:
    assert not not_easing([], Today(date=date(2026, 3, 6), pain=9), usual=None)
