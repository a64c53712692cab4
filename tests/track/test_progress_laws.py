"""What must hold of every history: less is never answered with more."""

from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from supple.routine.log import SessionLog
from supple.track.progress import progress, settled
from supple.track.rule import Today, days_of
from supple.value import changed
from tests.track.notation import FIRST, read

WORK = {"down": -2, "smaller": -1, "same": 0, "up": 1}
EASE = {"flare": -2, "start_lower": -1, "normal": 0}
LEVEL = {"down": -1, "smaller": -1, "same": 0, "up": 1}

pains = st.sampled_from("0233334456789?")
mornings = st.sampled_from("uuuuuw?")
felts = st.sampled_from(["E", "E", "E", "E", "E", "R", "H", "X", ".", "E-", "El"])
gaps = st.sampled_from(["", "", "", "", "", "+0 ", "+3 ", "+14 "])
entries = st.builds("{}{}>{}{} {} {}".format, gaps, pains, pains, mornings, felts, felts)
calm = st.builds("3>{}u E {}".format, st.sampled_from("334"), felts)
bare = st.builds("{}{}>{}{}".format, gaps, pains, pains, mornings)
histories = st.lists(entries | calm, min_size=1, max_size=12).map("; ".join)


def work(sessions: list[SessionLog], today: Today | None = None) -> dict[str, int]:
    return {step.exercise: WORK[step.change] for step in progress(sessions, today).next}


def level(sessions: list[SessionLog]) -> dict[str, int]:
    """How far each exercise has come after all answers given on the way, one a day."""
    days = sorted({session.date for session in sessions})
    total: dict[str, int] = {}
    for day in days:
        for step in progress([s for s in sessions if s.date <= day]).next:
            total[step.exercise] = total.get(step.exercise, 0) + LEVEL[step.change]
    return total


def with_hurt(session: SessionLog) -> SessionLog:
    first, *others = session.items
    return changed(session, items=(changed(first, felt="hurt"), *others))


def with_more_pain(session: SessionLog, pain: int) -> SessionLog:
    """At least that much pain afterwards; what was not said stays so, for it is not less."""
    if session.pain_after is None:
        return session
    return changed(session, pain_after=max(session.pain_after, pain))


def no_higher(lower: dict[str, int], higher: dict[str, int]) -> bool:
    return lower.keys() == higher.keys() and all(lower[name] <= higher[name] for name in lower)


@settings(deadline=None)
@given(histories)
def test_one_more_hurt_now_raises_nothing(history: str) -> None:
    sessions, _ = read(history)
    assert no_higher(work([*sessions[:-1], with_hurt(sessions[-1])]), work(sessions))


@settings(deadline=None)
@given(histories, st.integers(0, 11))
def test_one_more_hurt_at_any_time_leaves_nothing_higher(history: str, at: int) -> None:
    sessions, _ = read(history)
    at %= len(sessions)
    hurting = [*sessions[:at], with_hurt(sessions[at]), *sessions[at + 1 :]]
    assert no_higher(level(hurting), level(sessions))


@settings(deadline=None)
@given(histories, st.integers(0, 10))
def test_more_pain_after_the_session_never_gives_more_work(history: str, pain: int) -> None:
    sessions, _ = read(history)
    assert no_higher(work([*sessions[:-1], with_more_pain(sessions[-1], pain)]), work(sessions))


@settings(deadline=None)
@given(histories, st.integers(0, 11), st.integers(0, 10))
def test_more_pain_after_any_session_leaves_nothing_higher(
    history: str, at: int, pain: int
) -> None:
    sessions, _ = read(history)
    at %= len(sessions)
    assume(sessions[at].pain_after is not None)
    sorer = [*sessions[:at], with_more_pain(sessions[at], pain), *sessions[at + 1 :]]
    assert no_higher(level(sorer), level(sessions))


@settings(deadline=None)
@given(histories, st.integers(0, 9))
def test_more_pain_now_never_gives_more_work_nor_a_harder_day(history: str, pain: int) -> None:
    sessions, _ = read(history)
    day = max(session.date for session in sessions)
    now = Today(date=FIRST.fromisoformat(day), pain=pain)  # type: ignore[arg-type]
    sorer = changed(now, pain=pain + 1)
    assert no_higher(work(sessions, sorer), work(sessions, now))
    assert EASE[progress(sessions, sorer).today] <= EASE[progress(sessions, now).today]


@settings(deadline=None)
@given(histories)
def test_a_worse_morning_never_gives_more_work(history: str) -> None:
    sessions, _ = read(history)
    worse = changed(sessions[-1], next_morning="worse")
    assert no_higher(work([*sessions[:-1], worse]), work(sessions))


@settings(deadline=None)
@given(histories)
def test_nothing_steps_up_twice_in_three_sessions(history: str) -> None:
    sessions, _ = read(history)
    days = sorted({session.date for session in sessions})
    ups: dict[str, list[int]] = {}
    for number, day in enumerate(days):
        for step in progress([s for s in sessions if s.date <= day]).next:
            if step.change == "up":
                ups.setdefault(step.exercise, []).append(number)
    apart = [later - first for steps in ups.values() for first, later in pairwise(steps)]
    assert all(gap >= 3 for gap in apart)


@settings(deadline=None)
@given(st.lists(entries | calm | bare, max_size=12).map("; ".join))
def test_each_day_settles_as_if_the_history_ended_before_the_next(history: str) -> None:
    sessions, _ = read(history)
    days = settled(days_of(sessions))
    ends = [one.date.isoformat() for one in days[1:]]
    for one, end in zip(days, [*ends, "9999"], strict=False):
        known = [session for session in sessions if session.date < end]
        assert one.changes == {step.exercise: step.change for step in progress(known).next}


@settings(deadline=None)
@given(histories, st.randoms(use_true_random=False))
def test_no_order_matters(history: str, chance: Random) -> None:
    sessions, today = read(history)
    shuffled = [
        changed(session, items=tuple(chance.sample(session.items, len(session.items))))
        for session in chance.sample(sessions, len(sessions))
    ]
    assert progress(shuffled, today) == progress(sessions, today)
