import pytest

from supple.exercise.dose_text import parse_dose
from supple.exercise.load import Library
from supple.guide.plan import make_plan, too_much
from supple.guide.script import make_script
from supple.routine.plan import PlanItem
from supple.routine.routine import Item, Routine, Rung
from tests.guide.plans import LIBRARY

LADDER = Item(
    id="all-fours", rungs=(Rung(exercise="quadruped-arm-lift"), Rung(exercise="bird-dog"))
)


def routine(*items: Item) -> Routine:
    return Routine(id="mine", name="Mine", items=items)


def test_a_ladder_starts_on_its_first_rung() -> None:
    plan = make_plan(routine(LADDER), LIBRARY)
    assert plan.items[0].exercise == "quadruped-arm-lift"


def test_the_rung_a_person_is_on_is_used() -> None:
    plan = make_plan(routine(LADDER), LIBRARY, {"all-fours": "bird-dog"})
    assert plan.items[0].exercise == "bird-dog"


def test_what_the_page_says_stays_and_what_it_does_not_say_is_ours() -> None:
    dose, _ = parse_dose("hold 20 s", "page", "my-page")
    plan = make_plan(
        routine(Item(id="cat", rungs=(Rung(exercise="cat-stretch", dose=dose),))), LIBRARY
    )
    reps, hold = plan.items[0].dose.reps, plan.items[0].dose.hold
    assert hold == dose.hold
    assert reps is not None
    assert (reps.min, reps.origin) == (3, "library")


def test_an_exercise_the_library_does_not_have_is_left_out_with_a_reason() -> None:
    cat = Item(id="cat", rungs=(Rung(exercise="cat-stretch"),))
    dog = Item(id="dog", rungs=(Rung(exercise="down-dog"),))
    plan = make_plan(routine(dog, cat), LIBRARY)
    assert plan.items[0] == PlanItem(
        id="dog",
        exercise="down-dog",
        dose=dog.rungs[0].dose,
        change="left-out",
        reason="This exercise is not in the library of this version.",
    )
    assert [item.id for item in make_script(plan, LIBRARY).items] == ["cat"]


def test_an_exercise_in_words_alone_keeps_its_words() -> None:
    item = Item(id="plank", rungs=(Rung(exercise=""),), name="Plank", text="Stay long.")
    plan = make_plan(routine(item), Library())
    assert (plan.items[0].name, plan.items[0].text) == ("Plank", "Stay long.")


def test_a_plan_names_the_library_it_was_made_from() -> None:
    assert make_plan(routine(LADDER), LIBRARY).library == LIBRARY.version


def test_an_empty_plan_is_an_empty_script() -> None:
    script = make_script(make_plan(routine(), LIBRARY), LIBRARY)
    assert (script.seconds, script.steps, script.items) == (0.0, (), ())


@pytest.mark.parametrize(
    ("dose", "much"),
    [
        ("3 sets of 10", False),
        ("3 sets of 100", False),
        ("20 sets of 100", True),
        ("hold 600 s", False),
    ],
)
def test_more_than_a_session_can_lead(dose: str, much: bool) -> None:
    asked, problems = parse_dose(dose, "page", "my-page")
    cat = Item(id="cat", rungs=(Rung(exercise="cat-stretch", dose=asked),))
    assert not problems
    assert too_much(make_plan(routine(cat), LIBRARY)) is much
