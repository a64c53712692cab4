"""What a session's events add up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.routine.log import Event, SessionLog
from supple.routine.script import PlanRef, Script, ScriptItem, Step
from supple.track.log import answered, session_log

BEGUN = SessionLog(id="one", date="2026-11-24")
STEPS = ("walk", "right", "turn", "left", "stretch")


def step(name: str, kind: str, item: str, **fields: object) -> Step:
    return Step(id=name, kind=kind, item=item, seconds=30.0, text=name, **fields)  # type: ignore[arg-type]


SCRIPT = Script(
    routine="r",
    plan=PlanRef(id="p", version=1),
    library="",
    locale="en",
    seconds=150,
    items=(
        ScriptItem(id="knee", exercise="knee-hug", name="Knee", dose="", first=1, last=3),
        ScriptItem(id="cat", exercise="cat", name="Cat", dose="", first=4, last=4),
    ),
    steps=(
        step("walk", "travel", ""),
        step("right", "hold", "knee", side="right", repetition=1),
        step("turn", "switch", "knee"),
        step("left", "hold", "knee", side="left", repetition=1),
        step("stretch", "hold", "cat", repetition=1),
    ),
)


def left(seq: int, step: str, how: str = "done", spent: object = 30_000) -> Event:
    """The event that leaves `step`."""
    return Event(
        session="one", seq=seq, type="tick", at=0, data={"from": step, "how": how, "spent": spent}
    )


def event(seq: int, kind: str, step: str = "", elapsed: int = 0, /, **data: object) -> Event:
    return Event(session="one", seq=seq, type=kind, at=0, step=step, elapsed=elapsed, data=data)


def test_nothing_sent_is_nothing_done() -> None:
    log = session_log(BEGUN, SCRIPT, ())
    assert (log.seconds, log.finished) == (0.0, False)
    assert [(item.exercise, item.done, item.repetitions) for item in log.items] == [
        ("knee-hug", False, 0),
        ("cat", False, 0),
    ]


def test_a_whole_session() -> None:
    log = session_log(
        BEGUN, SCRIPT, [*(left(n, name) for n, name in enumerate(STEPS)), event(5, "finish")]
    )
    assert (log.seconds, log.finished) == (150.0, True)
    assert [(item.done, item.repetitions, item.seconds) for item in log.items] == [
        (True, 2, 90.0),
        (True, 1, 30.0),
    ]


@pytest.mark.parametrize(
    ("how", "counts"),
    [("done", 1), ("early", 1), ("answered", 1), ("next", 0), ("skip", 0), ("back", 0)],
)
def test_a_step_counts_when_it_was_gone_through(how: str, counts: int) -> None:
    log = session_log(BEGUN, SCRIPT, [left(0, "stretch", how)])
    assert log.items[1].repetitions == counts


def test_one_side_alone_is_not_the_whole_exercise() -> None:
    log = session_log(BEGUN, SCRIPT, [left(0, "right")])
    assert (log.items[0].done, log.items[0].repetitions) == (False, 1)


def test_a_step_gone_back_to_is_counted_once_and_its_time_twice() -> None:
    log = session_log(BEGUN, SCRIPT, [left(0, "right"), left(1, "right")])
    assert (log.items[0].repetitions, log.items[0].seconds) == (1, 60.0)


def test_a_session_broken_off_keeps_the_seconds_of_its_open_step() -> None:
    log = session_log(BEGUN, SCRIPT, [left(0, "walk"), event(1, "tick", "right", 12_500)])
    assert (log.seconds, log.items[0].seconds, log.finished) == (42.5, 12.5, False)


@pytest.mark.parametrize(
    ("kind", "leg"),
    [("usual", False), ("sharp", False), ("leg", True), ("chest", False), ("numb", False)],
)
def test_pain_that_was_named_stays_with_its_exercise(kind: str, leg: bool) -> None:
    log = session_log(BEGUN, SCRIPT, [event(0, "hurt-kind", "left", kind=kind)])
    assert [(item.hurt, item.leg_pain) for item in log.items] == [(kind, leg), (None, False)]


def test_odd_data_counts_for_nothing() -> None:
    odd = [left(0, "nowhere"), left(1, "right", spent="long"), left(2, "left", spent=-5)]
    log = session_log(BEGUN, SCRIPT, [*odd, event(3, "hurt-kind", "cat", kind="cross")])
    assert [item.seconds for item in log.items] == [0.0, 0.0]
    assert [item.hurt for item in log.items] == [None, None]


def test_answers_belong_to_their_items_and_can_be_withdrawn() -> None:
    log = session_log(BEGUN, SCRIPT, ())
    said = answered(log, pain_after=2, felt={"cat": "hard"}, note="slow day")
    assert (said.pain_after, said.note, [item.felt for item in said.items]) == (
        2,
        "slow day",
        [None, "hard"],
    )
    assert answered(said) == log


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 60_000)), max_size=30))
def test_no_second_is_lost_or_counted_twice(walk: list[tuple[str, int]]) -> None:
    log = session_log(BEGUN, SCRIPT, [left(n, name, spent=ms) for n, (name, ms) in enumerate(walk)])
    assert log.seconds == pytest.approx(sum(ms for _, ms in walk) / 1000, abs=0.001)
    inside = sum(item.seconds for item in log.items)
    assert inside <= log.seconds + 0.001
