"""The days of a month and what was done on each."""

from calendar import MONDAY, Calendar
from collections.abc import Iterable
from datetime import date
from typing import Literal

from supple.value import Value

Done = Literal["none", "part", "whole"]


class Day(Value, kw_only=True, omit_defaults=False):
    """One square of a calendar. `sessions` counts those begun on it; `inside` the month shown."""

    date: date
    sessions: int
    done: Done
    inside: bool
    today: bool


class Month(Value, kw_only=True, omit_defaults=False):
    """Whole weeks, Monday first, that cover a month; `days` with a session and `sessions` in it."""

    year: int
    month: int
    weeks: tuple[tuple[Day, ...], ...]
    days: int
    sessions: int


def month_of(year: int, month: int, sessions: Iterable[tuple[date, bool]], today: date) -> Month:
    """The calendar of a month from (date, finished) pairs; those of other months count outside."""
    by_day: dict[date, list[bool]] = {}
    for day, finished in sessions:
        by_day.setdefault(day, []).append(finished)
    weeks = tuple(
        tuple(
            _day(day, by_day.get(day, []), inside=day.month == month, today=today) for day in week
        )
        for week in Calendar(MONDAY).monthdatescalendar(year, month)
    )
    inside = [day for week in weeks for day in week if day.inside and day.sessions]
    return Month(
        year=year,
        month=month,
        weeks=weeks,
        days=len(inside),
        sessions=sum(day.sessions for day in inside),
    )


def _day(day: date, finished: list[bool], *, inside: bool, today: date) -> Day:
    done: Done = "none"
    if finished:
        done = "whole" if any(finished) else "part"
    return Day(date=day, sessions=len(finished), done=done, inside=inside, today=day == today)
