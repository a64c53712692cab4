from supple.exercise.dose import Dose
from supple.fit.renew import renewed
from supple.routine.plan import Plan, PlanItem
from supple.value import changed, from_json, to_json
from tests.fit.library import amount, exercise, library

DOSE = Dose(reps=amount(12))
PLAN = Plan(
    id="mine",
    version=4,
    routine="mine",
    library="older",
    items=(
        PlanItem(id="one", exercise="old", dose=DOSE),
        PlanItem(id="two", exercise="gone", dose=DOSE),
        PlanItem(id="three", exercise="", dose=DOSE, name="My own"),
    ),
)


def test_what_was_renamed_goes_on_and_what_is_gone_is_left_out() -> None:
    plan, problems = renewed(PLAN, library(changed(exercise("new"), was=("old",))))
    assert [(item.exercise, item.change) for item in plan.items] == [
        ("new", "keep"),
        ("gone", "left-out"),
        ("", "keep"),
    ]
    assert (plan.version, plan.library) == (4, "a-version")
    assert [problem.sentence for problem in problems] == [
        "“old” is called “New” now.",
        "“gone”: This exercise is not in the library of this version.",
    ]


def test_nothing_of_it_is_lost() -> None:
    plan, _ = renewed(PLAN, library())
    assert [item.dose for item in plan.items] == [DOSE] * 3


def test_a_plan_for_a_bed_is_kept_and_read_again() -> None:
    plan = changed(PLAN, surface="bed", limits=("no_kneel",))
    assert from_json(to_json(plan), Plan) == plan
