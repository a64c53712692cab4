"""A session with an exercise that the library does not know."""

from supple.exercise.dose_text import parse_dose
from supple.exercise.load import load_library
from supple.guide.script import make_script
from supple.routine.plan import Plan, PlanItem


def test_a_tap_is_awaited_before_an_exercise_whose_position_nobody_knows() -> None:
    dose, _ = parse_dose("2 times")
    item = PlanItem(id="1-eights", exercise="", dose=dose, name="Hip eights", text="Draw an eight.")
    plan = Plan(id="own", routine="own", library="x", items=(item,))
    script = make_script(plan, load_library())
    assert [step.kind for step in script.steps] == ["announce", "ask", "ready", "move", "move"]
    asked = script.steps[1]
    assert (asked.seconds, asked.text, asked.detail) == (
        None,
        "Tap when you are ready",
        "Hip eights",
    )
    assert asked.say[0].text == "Get into place. Tap anywhere when you are ready."
    assert (script.items[0].first, script.items[0].last) == (0, 4)
    assert script.items[0].text == "Draw an eight."
    assert {step.exercise for step in script.steps} == {""}
    assert all(step.pose is None for step in script.steps)
