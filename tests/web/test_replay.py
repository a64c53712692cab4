"""What a person has come to is worked out from what they did and chose, and from nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from supple.guide.plan import make_plan
from supple.routine.load import load_routines
from supple.routine.log import ItemLog, SessionLog
from supple.routine.plan import PlanItem
from supple.track.progress import settled
from supple.track.rule import days_of
from supple.value import changed
from supple.web import plans
from supple.web.plans import Choice
from supple.web.replay import Base, Items, Led, replay
from supple.web.sessions import Offer
from tests.track.notation import read

ROUTINE = load_routines()[0]["facet-joint"]
BASE = Base(make_plan(ROUTINE, plans.library()), ROUTINE, "en")
NAMES = [item.id for item in BASE.plan.items]
LETTERS = dict(zip("abcdef", NAMES, strict=True))

felts = st.sampled_from(["E", "E", "E", "E", "R", "H", "X", ".", "E-", "El"])
gaps = st.sampled_from(["", "", "", "", "+3 ", "+14 "])
pains = st.sampled_from("2333346789")
six = st.lists(felts, min_size=6, max_size=6).map(" ".join)
entries = st.builds("{}{}>{}{} {}".format, gaps, pains, pains, st.sampled_from("uuuuw?"), six)
easy = st.just("3>3u E E E E E E")
histories = st.lists(entries | easy | easy, min_size=1, max_size=14).map("; ".join)


def live(sessions: list[SessionLog], *, taking: bool = True) -> tuple[list[Led], Items]:
    """Days on which each session is what the days before have led to; the items after them."""
    done: list[SessionLog] = []
    led: list[Led] = []
    for session in sessions:
        now = replay(BASE, (), led).now
        done.append(changed(session, items=tuple(_as(now, item) for item in session.items)))
        answer: Offer = "taken" if taking else "not now"
        offers = dict.fromkeys(NAMES, answer)
        exercises = {item.item: [item.exercise] for item in done[-1].items}
        days = settled(days_of(done))
        led = [*led, Led(1, days[-1], exercises, offers)]
        led = [day._replace(settled=one) for day, one in zip(led, days, strict=True)]
    return led, replay(BASE, (), led).now


def _as(now: Items, item: ItemLog) -> ItemLog:
    name = LETTERS[item.exercise]
    return changed(item, item=name, exercise=now[name].exercise)


def height(item: PlanItem) -> tuple[int, float]:
    """How far an item has come: its rung, then the work of its dose."""
    rungs = plans.rungs_of(ROUTINE, item.id)
    dose = item.dose
    work = 1.0
    for amount in (dose.sets, dose.reps, dose.hold, dose.work):
        work *= amount.low if amount else 1
    return rungs.index(item.exercise), work


@settings(deadline=None)
@given(histories, st.integers(0, 13), st.sampled_from(NAMES))
def test_one_more_hurt_at_any_time_leaves_nothing_higher(history: str, at: int, name: str) -> None:
    sessions, _ = read(history)
    at %= len(sessions)
    letter = {item: letter for letter, item in LETTERS.items()}[name]
    items = tuple(
        changed(item, felt="hurt") if item.exercise == letter else item
        for item in sessions[at].items
    )
    hurting = [*sessions[:at], changed(sessions[at], items=items), *sessions[at + 1 :]]
    before, after = live(sessions)[1], live(hurting)[1]
    assert all(height(after[one]) <= height(before[one]) for one in NAMES)


@settings(deadline=None)
@given(histories)
def test_without_an_offer_taken_nothing_grows(history: str) -> None:
    sessions, _ = read(history)
    base = {item.id: item for item in BASE.plan.items}
    now = live(sessions, taking=False)[1]
    assert all(height(now[name]) <= height(base[name]) for name in NAMES)


@settings(deadline=None)
@given(histories)
def test_what_was_chosen_last_stands(history: str) -> None:
    days, now = live(read(history)[0])
    chosen = plans.on_rung(ROUTINE, "hands-and-knees", "bird-dog", "en")
    found = replay(BASE, [Choice(2, {chosen.id: chosen})], days).now
    assert found == now | {chosen.id: chosen}


@settings(deadline=None)
@given(histories)
def test_what_was_left_out_and_taken_back_goes_on_from_where_it_was(history: str) -> None:
    days, now = live(read(history)[0])
    out = changed(now["pelvic-tilt"], change="left-out")
    again = {item.id: item for item in BASE.plan.items}["pelvic-tilt"]
    choices = [Choice(2, {out.id: out}), Choice(3, {again.id: again})]
    assert replay(BASE, choices[:1], days).now["pelvic-tilt"].change == "left-out"
    assert replay(BASE, choices, days).now == now


def test_nothing_steps_up_for_another_exercise_in_its_place() -> None:
    sessions, _ = read("; ".join(["3>3u E E E E E E"] * 3))
    days, now = live(sessions)
    base = {item.id: item for item in BASE.plan.items}
    assert now["hands-and-knees"].exercise != base["hands-and-knees"].exercise
    last = days[-1]
    settled_else = changed(last.settled, changes=last.settled.changes | {"bird-dog": "up"})
    exercises = {**last.exercises, "hands-and-knees": ["bird-dog"]}
    other = [*days[:-1], last._replace(settled=settled_else, exercises=exercises)]
    assert replay(BASE, (), other).now["hands-and-knees"] == base["hands-and-knees"]
