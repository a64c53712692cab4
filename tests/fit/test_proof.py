"""Every subset of up to three constraints on every ready routine, and on the whole library."""

from collections.abc import Iterable
from functools import cache
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.body.figure import BODY_NAMES, Body, body
from supple.exercise.load import load_library
from supple.exercise.travel import path, station
from supple.exercise.types import LOADS, Station, TravelMove
from supple.fit.fit import fit
from supple.fit.ground import breaks
from supple.fit.limits import Limits
from supple.fit.rules import RULES, asks_of, broken, osteoporosis
from supple.fit.says import cited
from supple.routine.load import load_routines
from supple.routine.plan import Plan
from supple.routine.routine import Item, Routine, Rung
from supple.safety.conditions import constraints
from supple.value import changed, to_json
from tests.fit.solved import asked, asked_by_ways

LIBRARY = load_library()
SUBSETS = [set(names) for size in range(4) for names in combinations(RULES, size)]
WHOLE = Routine(
    id="whole-library",
    name="Every exercise of the library",
    items=tuple(Item(id=name, rungs=(Rung(exercise=name),)) for name in LIBRARY.exercises),
)
ROUTINES = {**load_routines()[0], WHOLE.id: WHOLE}
READY = sorted(ROUTINES)


@cache
def plan(routine: str, limits: frozenset[str]) -> Plan:
    names = tuple(name for name in RULES if name in limits)
    return fit(ROUTINES[routine], Limits(constraints=names), LIBRARY)[0]


def done(one: Plan) -> list[str]:
    return [item.exercise for item in one.items if item.change != "left-out"]


@pytest.fixture(scope="module")
def bodies() -> list[Body]:
    return [body(who) for who in BODY_NAMES]


@pytest.fixture(scope="module")
def shown(bodies: list[Body]) -> dict[str, set[str]]:
    """The constraints that each exercise breaks by its solved movement, on any body."""
    return {
        name: {limit for who in bodies for asks in asked(one, who) for limit in broken(asks, RULES)}
        for name, one in LIBRARY.exercises.items()
    }


@pytest.fixture(scope="module")
def ways(bodies: list[Body]) -> dict[tuple[str, str], set[str]]:
    """The constraints that each drawn way between positions breaks, on any body."""
    found: dict[tuple[str, str], set[str]] = {}
    for who in bodies:
        for ends, every in asked_by_ways(LIBRARY.travel, who).items():
            found.setdefault(ends, set()).update(n for asks in every for n in broken(asks, RULES))
    return found


def test_each_constraint_has_one_rule() -> None:
    assert list(RULES) == list(constraints())


def test_stand_ins_are_listed_under_constraints_that_exist() -> None:
    named = {
        name: set(entry.when) - set(RULES)
        for name, one in LIBRARY.exercises.items()
        for entry in one.instead
    }
    assert {name: words for name, words in named.items() if words} == {}


@pytest.mark.parametrize("routine", READY)
def test_no_plan_breaks_a_constraint_in_any_pose(routine: str, shown: dict[str, set[str]]) -> None:
    for limits in SUBSETS:
        broken_ones = {
            name: shown[name] & limits
            for name in done(plan(routine, frozenset(limits)))
            if shown[name] & limits
        }
        assert not broken_ones, limits


def test_what_is_declared_covers_what_any_body_shows(shown: dict[str, set[str]]) -> None:
    laxer = {
        name: shown[name] - set(broken(asks_of(one), RULES))
        for name, one in LIBRARY.exercises.items()
    }
    assert {name: limits for name, limits in laxer.items() if limits} == {}


def test_the_figures_that_are_asked_are_not_empty(shown: dict[str, set[str]]) -> None:
    seen: set[str] = set().union(*shown.values())
    assert {"no_kneel", "wrist_no_weight", "no_supine", "osteoporosis", "hip_precaution"} <= seen


@pytest.mark.parametrize("routine", READY)
def test_no_way_between_positions_breaks_a_constraint(
    routine: str, ways: dict[tuple[str, str], set[str]]
) -> None:
    for limits in SUBSETS:
        one = plan(routine, frozenset(limits))
        for move in gone(one):
            on_bed = move.on == "bed"
            assert on_bed or not ways.get((move.start, move.end), set()) & limits, (limits, move)


def gone(one: Plan) -> Iterable[TravelMove]:
    here: Station = "standing"
    for there in [station(LIBRARY.exercises[name].body.posture) for name in done(one)]:
        yield from path(LIBRARY.travel, here, there, one.surface)
        here = there
    yield from path(LIBRARY.travel, here, "standing", one.surface)


@pytest.mark.parametrize("routine", READY)
def test_every_item_has_a_reason_and_a_source_and_stays_in_the_plan(routine: str) -> None:
    for limits in SUBSETS:
        one = plan(routine, frozenset(limits))
        assert {item.id for item in one.items} == {item.id for item in ROUTINES[routine].items}
        assert all(item.reason and cited(item.source) for item in one.items)


@pytest.mark.parametrize("routine", READY)
def test_a_plan_is_never_empty_without_saying_so(routine: str) -> None:
    for limits in SUBSETS:
        one = plan(routine, frozenset(limits))
        says = one.notes[:1] != () and one.notes[0].startswith("No exercise of this routine")
        assert says == (not done(one)), limits


@pytest.mark.parametrize("routine", READY)
def test_nothing_harder_stands_in(routine: str) -> None:
    for limits in SUBSETS:
        for item in plan(routine, frozenset(limits)).items:
            if item.change in ("instead", "easier"):
                loads = [
                    LOADS.index(LIBRARY.exercises[name].body.load)
                    for name in (item.exercise, item.instead_of)
                ]
                assert loads[0] <= loads[1], (limits, item)


@pytest.mark.parametrize("routine", READY)
def test_one_more_constraint_never_brings_back_what_another_removed(routine: str) -> None:
    for limits in SUBSETS:
        kept = set(done(plan(routine, frozenset(limits))))
        for less in limits:
            others = tuple(limits - {less})
            removed = {
                name
                for name in ROUTINES[routine].exercises
                if breaks(LIBRARY.exercises[name], LIBRARY.travel, others)
            }
            assert not removed & kept, limits


@pytest.mark.parametrize("routine", sorted(load_routines()[0]))
def test_an_item_that_is_left_out_stays_left_out_under_one_more_constraint(routine: str) -> None:
    for limits in SUBSETS:
        out = left_out(plan(routine, frozenset(limits)))
        for less in limits:
            before = left_out(plan(routine, frozenset(limits - {less})))
            assert before <= out, limits


def left_out(one: Plan) -> set[str]:
    return {item.id for item in one.items if item.change == "left-out"}


@pytest.mark.parametrize("routine", READY)
def test_thin_bones_take_only_a_back_that_stays_in_the_middle(routine: str) -> None:
    for limits in (names for names in SUBSETS if "osteoporosis" in names):
        for item in plan(routine, frozenset(limits)).items:
            if item.change in ("instead", "easier"):
                spine = LIBRARY.exercises[item.exercise].body.spine
                assert spine.direction in ("neutral", "extension"), (limits, item)


@settings(deadline=None)
@given(
    st.sampled_from(READY[:-1] or READY),
    st.lists(st.sampled_from(list(RULES)), unique=True),
    st.randoms(use_true_random=False),
)
def test_the_same_input_gives_the_same_plan_to_the_byte(
    routine: str, names: list[str], chance: Random
) -> None:
    shuffled = list(LIBRARY.exercises.items())
    chance.shuffle(shuffled)
    limits = Limits(constraints=tuple(name for name in RULES if name in names))
    plans = {
        to_json(fit(ROUTINES[routine], limits, library)[0])
        for library in (LIBRARY, changed(LIBRARY, exercises=dict(shuffled)))
    }
    assert len(plans) == 1


def test_the_purpose_of_rounding_counts_at_any_range() -> None:
    rounding = [one for one in LIBRARY.exercises.values() if one.purpose == "flexion-stretch"]
    assert rounding
    for one in rounding:
        assert osteoporosis(asks_of(one)) == (one.body.spine.direction != "neutral"), one.id
