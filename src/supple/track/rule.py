"""The rule between sessions, clause by clause. Convention, no trial behind it (evidence 4.9).

docs/reference/progress.md says the same in words.
"""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import islice, takewhile
from typing import Literal

from supple.routine.log import Felt, Hurt, ItemLog, Morning, Pain, SessionLog
from supple.value import Value, changed

EASY_SESSIONS = 3  # in a row, before a step up is offered
START_AT_MOST = 5  # pain before, for a session to count towards a step up
RISE_AT_MOST = 1  # pain after less pain before, likewise
RISE_TO_STAY = 2  # settled by morning: stay; more: smaller and fewer
PAIN_AT_MOST = 7  # above it: smaller and fewer
FLARE_RISE = 2  # above the usual
USUAL_OF = 5  # sessions whose middle pain before is the usual
AWAY_DAYS = 14

FELT_ORDER: tuple[Felt | None, ...] = ("easy", None, "right", "hard", "hurt")
"""From least to most careful; what was not said cannot count as easy."""

HURT_ORDER: tuple[Hurt | None, ...] = (None, "usual", "sharp", "leg", "numb", "chest")
ALARMING: frozenset[Hurt | None] = frozenset({"numb", "chest"})

State = Literal["normal", "start_lower", "flare"]
Unsettled = Literal["", "worse", "rise", "start", "leg", "pain-unsaid", "morning-unsaid"]
TROUBLE: frozenset[Unsettled] = frozenset({"worse", "rise", "start", "leg"})


class Today(Value, kw_only=True):
    """The day that is asked about, and the pain on it now, 0 to 10, if it was said."""

    date: date
    pain: Pain | None = None


class Day(Value, kw_only=True):
    """All sessions of one date as one, each answer the most careful of those given.

    `away` counts days since the day before this one, 0 for the first. `start` is
    the highest pain before a session, `usual` the middle start of the days before
    (on a first day, a pain that was lower that day), `least` the lowest before a
    session of a first day, `rise` the largest rise during a session, `highest`
    the highest pain said at all; `items` is by exercise. `unsettled` keeps the
    day from counting towards a step up, "" for nothing.
    """

    date: date
    away: int
    start: int | None
    least: int | None
    usual: float | None
    rise: int | None
    highest: int
    morning: Morning | None
    unsettled: Unsettled
    items: dict[str, ItemLog]

    @property
    def is_flare(self) -> bool:
        """Up 2 or more on the usual."""
        return _is_up(self.start, self.usual)

    @property
    def standing(self) -> "Standing":
        """How this day was against the days before it."""
        return _standing(self.start, self.usual, self.away)

    @property
    def calls_for_less(self) -> bool:
        """Up more than 2, above 7, or worse the next morning."""
        return (
            self.morning == "worse"
            or self.highest > PAIN_AT_MOST
            or (self.rise is not None and self.rise > RISE_TO_STAY)
        )


class Standing(Value, kw_only=True):
    """How today is against the days before; `away` counts days since the last session."""

    state: State = "normal"
    pain: int | None = None
    usual: float | None = None
    away: int = 0

    @property
    def too_much(self) -> bool:
        """Whether the pain now is above 7."""
        return (self.pain or 0) > PAIN_AT_MOST


class Row(Value, kw_only=True):
    """Where one exercise stands: the easy days in a row since it last changed.

    `stepped` says that a step up was offered before these; `complete` that one
    is due; `hurts` counts its last sessions that hurt in a row.
    """

    easy: tuple[Day, ...] = ()
    stepped: bool = False
    complete: bool = False
    hurts: int = 0


def days_of(sessions: Iterable[SessionLog], until: date = date.max) -> tuple[Day, ...]:
    """The days with sessions up to `until`, oldest first. Every `date` begins with an ISO date."""
    by_date: dict[str, list[SessionLog]] = {}
    for session in sessions:
        by_date.setdefault(session.date[:10], []).append(session)
    days: list[Day] = []
    starts: deque[int] = deque(maxlen=USUAL_OF)
    for text in sorted(by_date):
        day = date.fromisoformat(text)
        if day > until:
            break
        away = (day - days[-1].date).days if days else 0
        days.append(_day(day, away, by_date[text], starts))
        if days[-1].start is not None:
            starts.append(days[-1].start)
    return tuple(days)


def _middle(numbers: Collection[int]) -> float | None:
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2 if ordered else None


def _day(day: date, away: int, sessions: Sequence[SessionLog], starts: Collection[int]) -> Day:
    start = rise = morning = None
    highest = 0
    for session in sessions:
        before, after = session.pain_before, session.pain_after
        if before is not None:
            start = max(before, start or 0)
            highest = max(before, highest)
            if after is not None:
                rise = after - before if rise is None else max(after - before, rise)
        if after is not None:
            highest = max(after, highest)
        if morning != "worse":
            morning = session.next_morning or morning
    items, least = _items(sessions), None if starts else _least(sessions)
    leg_pain = any(map(leg, items.values()))
    return Day(
        date=day,
        away=away,
        start=start,
        least=least,
        usual=_middle(starts) if starts or least == start else least,
        rise=rise,
        highest=highest,
        morning=morning,
        unsettled=_unsettled(start, rise, highest, morning, leg_pain=leg_pain),
        items=items,
    )


def _least(sessions: Iterable[SessionLog]) -> int | None:
    said = (one.pain_before for one in sessions if one.pain_before is not None)
    return min(said, default=None)


def _unsettled(
    start: int | None, rise: int | None, highest: int, morning: Morning | None, *, leg_pain: bool
) -> Unsettled:
    if morning == "worse":
        return "worse"
    if rise is not None and rise > RISE_AT_MOST:
        return "rise"
    if highest > PAIN_AT_MOST or (start or 0) > START_AT_MOST:
        return "start"
    if leg_pain:
        return "leg"
    if start is None or rise is None:
        return "pain-unsaid"
    return "" if morning == "usual" else "morning-unsaid"


def _items(sessions: Iterable[SessionLog]) -> dict[str, ItemLog]:
    items: dict[str, ItemLog] = {}
    for session in sessions:
        for item in session.items:
            name = item.exercise or item.item
            items[name] = _both(items[name], item) if name in items else item
    return items


def _both(one: ItemLog, other: ItemLog) -> ItemLog:
    """Two tellings of one exercise on one day: the more careful answer of each kind."""
    return changed(
        one,
        done=one.done and other.done,
        felt=max(one.felt, other.felt, key=FELT_ORDER.index),
        hurt=max(one.hurt, other.hurt, key=HURT_ORDER.index),
        leg_pain=leg(one) or leg(other),
    )


def hurt(item: ItemLog) -> bool:
    """Whether it hurt, said during the session or after it."""
    return item.felt == "hurt" or item.hurt is not None


def leg(item: ItemLog) -> bool:
    """Whether it came with pain down a leg."""
    return item.leg_pain or item.hurt == "leg"


def standing(days: Sequence[Day], today: Today | None = None) -> Standing:
    """How `today`, or without it the last of `days`, is against the days before it."""
    last = days[-1] if days else None
    if last and (today is None or today == Today(date=last.date)):
        return last.standing
    if today is None:
        return Standing()
    if last and last.date == today.date:
        return _standing(today.pain, last.least if last.usual is None else last.usual, last.away)
    away = (today.date - last.date).days if last else 0
    starts = (day.start for day in reversed(days) if day.start is not None)
    return _standing(today.pain, _middle(tuple(islice(starts, USUAL_OF))), away)


def _standing(pain: int | None, usual: float | None, away: int) -> Standing:
    state: State = "start_lower" if away >= AWAY_DAYS else "normal"
    if _is_up(pain, usual):
        state = "flare"
    return Standing(state=state, pain=pain, usual=usual, away=away)


def _is_up(pain: int | None, usual: float | None) -> bool:
    return pain is not None and usual is not None and pain - usual >= FLARE_RISE


def row_of(exercise: str, days: Sequence[Day]) -> Row:
    """Where `exercise` stands after `days`, each step up offered on the way taken as taken.

    So nothing is offered twice within three sessions, though a history does
    not say what was done with an offer.
    """
    return _longer(Row(hurts=_hurts(exercise, days)), _unbroken(exercise, days))


def next_row(row: Row, exercise: str, day: Day) -> Row:
    """`row` a day on: `row_of` of all days at once, for who looks at each of them."""
    item = day.items.get(exercise)
    hurts = row.hurts if item is None else row.hurts + 1 if hurt(item) else 0
    if _breaks(day, item):
        return Row(hurts=hurts)
    kept = Row(hurts=hurts) if day.away >= AWAY_DAYS else changed(row, hurts=hurts)
    return kept if item is None else _longer(kept, (day,))


def _longer(row: Row, days: Iterable[Day]) -> Row:
    """`row` with more easy days; the first after a complete row begins a new one."""
    easy, stepped, complete = list(row.easy), row.stepped, row.complete
    for day in days:
        if complete:
            easy, stepped = [], True
        easy.append(day)
        complete = len(easy) >= EASY_SESSIONS and not day.is_flare
    return Row(easy=tuple(easy), stepped=stepped, complete=complete, hurts=row.hurts)


def _unbroken(exercise: str, days: Sequence[Day]) -> list[Day]:
    """The days that count towards a step up since the row was last broken, oldest first."""
    counting: list[Day] = []
    for day in reversed(days):
        item = day.items.get(exercise)
        if _breaks(day, item):
            break
        if item is not None:
            counting.append(day)
        if day.away >= AWAY_DAYS:
            break
    return counting[::-1]


def _breaks(day: Day, item: ItemLog | None) -> bool:
    """Whether a row of easy days ends with this day, on which `item` was done, or None."""
    if item is None:
        return day.unsettled in TROUBLE
    return bool(day.unsettled) or item.felt != "easy" or not item.done or item.hurt is not None


def _hurts(exercise: str, days: Sequence[Day]) -> int:
    """The last sessions of `exercise` that hurt in a row."""
    items = (day.items[exercise] for day in reversed(days) if exercise in day.items)
    return sum(1 for _ in takewhile(hurt, items))
