"""History → what changes next for each exercise, with a reason, and what kind of day today is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from supple.routine.log import SessionLog
from supple.routine.progression import Change
from supple.track import reasons
from supple.track.rule import (
    AWAY_DAYS,
    START_AT_MOST,
    Day,
    Row,
    Standing,
    State,
    Today,
    days_of,
    hurt,
    leg,
    next_row,
    row_of,
    standing,
)
from supple.value import Value
from supple.words import Words, words


class Next(Value, kw_only=True, omit_defaults=False):
    """What changes for one exercise, and why, in a sentence for the person."""

    exercise: str
    change: Change
    reason: str


class Settled(Value, kw_only=True):
    """What a day with exercises changes in each of them, as the days up to the next such tell."""

    date: date
    came_back: bool
    changes: dict[str, Change]


class Progress(Value, kw_only=True, omit_defaults=False):
    """The next step of every exercise of the last session, by name, and how today begins."""

    next: tuple[Next, ...] = ()
    today: State = "normal"


def progress(
    sessions: Iterable[SessionLog], today: Today | None = None, say: Words | None = None
) -> Progress:
    """What the rule says after `sessions`, in any order; without `today`, as of the last of them.

    Every date must begin with an ISO date. Sessions after `today` are left out.
    """
    return progress_of(_days(sessions, today), today, say)


def progress_of(
    days: Sequence[Day], today: Today | None = None, say: Words | None = None
) -> Progress:
    """`progress` for whoever has the days already."""
    say = say or words()
    now = standing(days, today)
    recent = _since_last_exercise(days)
    exercises = sorted(recent[0].items) if recent else ()
    return Progress(
        next=tuple(_next(exercise, days, recent, now, say) for exercise in exercises),
        today=now.state,
    )


def today_sentence(
    sessions: Iterable[SessionLog], today: Today | None = None, say: Words | None = None
) -> str:
    """What kind of day it is, in words, with the numbers that make it so."""
    return standing_sentence(standing(_days(sessions, today), today), say)


def standing_sentence(now: Standing, say: Words | None = None) -> str:
    """`today_sentence` for whoever knows how today stands already."""
    return reasons.of_today(now, say or words())


def settled(days: Sequence[Day]) -> tuple[Settled, ...]:
    """What each day with exercises changes, oldest first: `progress_of` as of each of them.

    The last of them has the changes of `progress_of(days)`.
    """
    rows: dict[str, Row] = {}
    found: list[Settled] = []
    for stretch in _stretches(days):
        for day in stretch:
            for exercise in {**rows, **day.items}:
                rows[exercise] = next_row(rows.get(exercise, Row()), exercise, day)
        now = stretch[-1].standing
        changes = {name: _change(name, stretch, rows[name], now) for name in stretch[0].items}
        came_back = stretch[0].away >= AWAY_DAYS
        found.append(Settled(date=stretch[0].date, came_back=came_back, changes=changes))
    return tuple(found)


def _stretches(days: Sequence[Day]) -> Iterator[Sequence[Day]]:
    """Each day with exercises, with those after it that have none."""
    starts = [number for number, day in enumerate(days) if day.items]
    return (days[first:last] for first, last in pairwise([*starts, len(days)]))


def _days(sessions: Iterable[SessionLog], today: Today | None) -> tuple[Day, ...]:
    return days_of(sessions, today.date) if today else days_of(sessions)


def _since_last_exercise(days: Sequence[Day]) -> Sequence[Day]:
    """The last day with exercises and those after it."""
    for index in range(len(days) - 1, -1, -1):
        if days[index].items:
            return days[index:]
    return ()


def _next(
    exercise: str, days: Sequence[Day], recent: Sequence[Day], now: Standing, say: Words
) -> Next:
    row = row_of(exercise, days)
    change = _change(exercise, recent, row, now)
    why = {"down": reasons.of_down, "smaller": reasons.of_smaller, "up": reasons.of_up}
    reason = why.get(change, reasons.of_same)(exercise, recent, row, now, say)
    return Next(exercise=exercise, change=change, reason=reason)


def _change(exercise: str, recent: Sequence[Day], row: Row, now: Standing) -> Change:
    item = recent[0].items[exercise]
    if hurt(item) or leg(item):
        return "down"
    if any(day.calls_for_less for day in recent) or now.too_much:
        return "smaller"
    steady = now.state == "normal" and (now.pain or 0) <= START_AT_MOST
    return "up" if row.complete and steady else "same"
