"""What holds of every script, whatever the plan."""

from collections import Counter
from itertools import pairwise

from supple.exercise.dose import Dose
from supple.guide.blocks import Options
from supple.guide.doses import spending
from supple.guide.script import make_script, to_do
from supple.guide.speech import voice_seconds
from supple.routine.plan import Plan
from supple.routine.script import Script, Step
from supple.value import from_json, to_json
from tests.guide.plans import LIBRARY, every_plan, repetitions, work_of

LEAST = 0.001


@every_plan
def test_no_step_has_negative_time(plan: Plan) -> None:
    script = make_script(plan, LIBRARY)
    assert all(step.seconds is None or step.seconds > 0 for step in script.steps)
    assert all(line.at >= 0 for step in script.steps for line in step.say)


@every_plan
def test_the_total_is_the_sum_and_what_is_left_never_grows(plan: Plan) -> None:
    script = make_script(plan, LIBRARY)
    seconds = [step.seconds or 0 for step in script.steps]
    assert abs(script.seconds - sum(seconds)) < LEAST
    for number, step in enumerate(script.steps):
        assert abs(step.left - sum(seconds[number:])) < LEAST
    assert all(here.left >= later.left for here, later in pairwise(script.steps))


@every_plan
def test_both_sides_get_the_same_seconds_and_repetitions(plan: Plan) -> None:
    script = make_script(plan, LIBRARY)
    for item in to_do(plan, LIBRARY):
        seconds: Counter[str | None] = Counter()
        for step in work_of(script, item.id):
            seconds[step.side] += step.seconds or 0  # type: ignore[assignment]
        times = Counter(side for _, side, _ in repetitions(script, item.id))
        assert abs(seconds["left"] - seconds["right"]) < LEAST
        assert times["left"] == times["right"]
        assert (times["left"] > 0) != (times["both"] > 0)


@every_plan
def test_every_repetition_is_there_once_for_each_side_and_set(plan: Plan) -> None:
    script = make_script(plan, LIBRARY)
    for item in to_do(plan, LIBRARY):
        spend = spending(item.dose)
        sides = ("both",) if spend.sides == "together" else ("left", "right")
        expected = {
            (number, side, repetition)
            for number in range(1, spend.sets + 1)
            for side in sides
            for repetition in range(1, spend.reps + 1)
        }
        found = repetitions(script, item.id)
        assert len(found) == len(expected)
        assert set(found) == expected


@every_plan
def test_a_side_never_changes_without_a_switch(plan: Plan) -> None:
    for here, later in pairwise(make_script(plan, LIBRARY).steps):
        if here.item == later.item and here.side and later.side and here.side != later.side:
            assert later.kind == "switch"
            assert later.side_text


@every_plan
def test_what_is_done_has_its_count(plan: Plan) -> None:
    for step in make_script(plan, LIBRARY).steps:
        if step.kind in ("move", "hold", "release"):
            assert 1 <= (step.repetition or 0) <= (step.of or 0)
            assert 1 <= (step.set or 0) <= (step.sets or 0)
            assert step.side in ("left", "right", "both")


@every_plan
def test_lines_neither_overlap_nor_outlast_their_step(plan: Plan) -> None:
    for step in make_script(plan, LIBRARY).steps:
        assert [line.at for line in step.say] == sorted(line.at for line in step.say)
        for line, later in pairwise(step.say):
            assert line.at + voice_seconds(line.text) <= later.at + LEAST, step
        if step.say and step.seconds is not None:
            last = step.say[-1]
            assert last.at + voice_seconds(last.text) <= step.seconds + LEAST, step


@every_plan
def test_the_screen_shows_at_most_eight_words(plan: Plan) -> None:
    for step in make_script(plan, LIBRARY).steps:
        assert 1 <= len(step.text.split()) <= 8
        assert step.next


@every_plan
def test_every_step_has_an_id_of_its_own(plan: Plan) -> None:
    ids = [step.id for step in make_script(plan, LIBRARY).steps]
    assert len(set(ids)) == len(ids)


@every_plan
def test_the_same_plan_gives_the_same_bytes(plan: Plan) -> None:
    assert to_json(make_script(plan, LIBRARY)) == to_json(make_script(plan, LIBRARY))


@every_plan
def test_a_script_is_read_again_as_it_was_written(plan: Plan) -> None:
    script = make_script(plan, LIBRARY)
    assert from_json(to_json(script), Script) == script


@every_plan
def test_only_an_ask_or_a_silent_dose_waits_for_the_person(plan: Plan) -> None:
    led = {name for name, exercise in LIBRARY.exercises.items() if exercise.moves}
    silent = {
        item.id
        for item in plan.items
        if item.exercise not in led and not (item.dose.reps or item.dose.hold or item.dose.work)
    }
    for step in make_script(plan, LIBRARY, options=Options(wait=True)).steps:
        if step.seconds is None:
            assert step.kind == "ask" or step.item in silent


@every_plan
def test_items_name_their_steps(plan: Plan) -> None:
    script = make_script(plan, LIBRARY)
    assert [item.id for item in script.items] == [item.id for item in to_do(plan, LIBRARY)]
    for item in script.items:
        steps = script.steps[item.first : item.last + 1]
        assert {step.item for step in steps} == {item.id}
        assert steps[0].kind == "announce"
        assert item.name


@every_plan
def test_how_often_a_day_or_week_changes_no_step(plan: Plan) -> None:
    def without(dose: Dose) -> Dose:
        return Dose(
            sets=dose.sets,
            reps=dose.reps,
            hold=dose.hold,
            rest=dose.rest,
            work=dose.work,
            sides=dose.sides,
        )

    once = Plan(
        id=plan.id,
        routine=plan.routine,
        library=plan.library,
        items=tuple(
            type(item)(
                id=item.id,
                exercise=item.exercise,
                dose=without(item.dose),
                name=item.name,
                text=item.text,
                change=item.change,
            )
            for item in plan.items
        ),
    )
    assert _steps(once) == _steps(plan)


def _steps(plan: Plan) -> tuple[Step, ...]:
    return make_script(plan, LIBRARY).steps
