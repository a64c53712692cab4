"""One item at a time: what its steps are, in order."""

import pytest

from supple.exercise.dose_text import parse_dose
from supple.exercise.types import Exercise
from supple.guide.blocks import Options, exercise_steps, loose_steps
from supple.guide.steps import Draft
from supple.routine.plan import PlanItem
from supple.words import words
from tests.guide.plans import LIBRARY, march

SAY = words()


def led(exercise: Exercise | str, dose: str, options: Options | None = None) -> tuple[Draft, ...]:
    """The steps of an exercise with a dose in the short form."""
    if isinstance(exercise, str):
        exercise = LIBRARY.exercises[exercise]
    item = PlanItem(id="it", exercise=exercise.id, dose=parse_dose(dose)[0])
    return tuple(exercise_steps(item, exercise, SAY, options or Options()))


def loose(dose: str, name: str = "Plank", text: str = "") -> tuple[Draft, ...]:
    item = PlanItem(id="it", exercise="", dose=parse_dose(dose)[0], name=name, text=text)
    return tuple(loose_steps(item, SAY, floor=True))


def kinds(steps: tuple[Draft, ...]) -> str:
    return " ".join(step.kind for step in steps)


def lines(step: Draft) -> list[tuple[float, str]]:
    return [(line.at, line.text) for line in step.say]


def test_two_repetitions_with_a_long_hold_have_a_breather_between() -> None:
    steps = led("cat-stretch", "2 × 30 s")
    assert kinds(steps) == "announce ready move hold release rest move hold release"
    assert [step.detail for step in steps[2:5]] == ["1 of 2"] * 3


def test_sides_one_after_the_other() -> None:
    steps = led("single-knee-to-chest", "hold 5 s, 2 times, each side")
    assert [step.side for step in steps if step.kind == "hold"] == [
        "right",
        "right",
        "left",
        "left",
    ]
    switches = [step for step in steps if step.kind == "switch"]
    assert [(step.seconds, step.side_text, lines(step)) for step in switches] == [
        (5.0, "Left leg", [(0.0, "Change sides. Left leg.")])
    ]


def test_sides_taking_turns_are_called_each_time() -> None:
    steps = led("bird-dog", "2 times alternating sides, hold 3 s")
    assert [step.side for step in steps if step.kind == "hold"] == ["right", "left"] * 2
    assert [(s.seconds, lines(s)) for s in steps if s.kind == "switch"] == [
        (2.0, [(0.0, "Left arm, right leg.")]),
        (2.0, [(0.0, "Right arm, left leg.")]),
        (2.0, [(0.0, "Left arm, right leg.")]),
    ]


def test_sets_have_the_rest_of_the_dose_between_them() -> None:
    steps = led("pelvic-tilt", "2 sets of 1, rest 20 s")
    rest = next(step for step in steps if step.kind == "rest")
    assert kinds(steps) == "announce ready move release rest move release"
    assert rest.seconds == 20.0
    assert lines(rest) == [
        (0.0, "Rest. Set 2 comes next."),
        (17.0, "Three."),
        (18.0, "Two."),
        (19.0, "One."),
    ]
    assert [(step.set, step.sets) for step in steps[2:]] == [(1, 2)] * 3 + [(2, 2)] * 2


def test_a_rest_without_sets_is_between_repetitions() -> None:
    steps = led("cat-stretch", "3 × 30 s, rest 15 s")
    assert [step.seconds for step in steps if step.kind == "rest"] == [15.0, 15.0]


def test_a_rest_of_nought_is_no_step() -> None:
    assert "rest" not in kinds(led("cat-stretch", "3 × 30 s, rest 0 s"))


def test_sets_rest_half_a_minute_where_the_dose_is_silent() -> None:
    steps = led("pelvic-tilt", "2 sets of 1")
    assert [step.seconds for step in steps if step.kind == "rest"] == [30.0]


def test_get_ready_counts_down_after_its_words() -> None:
    ready = led("bird-dog", "1 time alternating sides")[1]
    assert (ready.text, ready.side, ready.side_text) == (
        "Get ready",
        "right",
        "Right arm, left leg",
    )
    assert lines(ready) == [
        (0.0, "Get ready. Right arm, left leg."),
        (2.4, "Three."),
        (3.4, "Two."),
        (4.4, "One."),
    ]


def test_a_long_hold_has_breath_half_way_a_cue_and_the_last_three_seconds() -> None:
    hold = led("cat-stretch", "1 × 30 s")[3]
    assert lines(hold) == [
        (0.0, "Hold for 30 seconds."),
        (3.0, "Breathe slowly into your rounded back."),
        (15.0, "Half-way."),
        (17.0, "Push the floor away."),
        (27.0, "Three."),
        (28.0, "Two."),
        (29.0, "One."),
    ]


def test_cues_take_turns() -> None:
    holds = [step for step in led("cat-stretch", "3 × 30 s") if step.kind == "hold"]
    assert [lines(hold)[3][1] for hold in holds] == [
        "Push the floor away.",
        "Let your head hang heavy.",
        "Push the floor away.",
    ]


@pytest.mark.parametrize(
    ("dose", "spoken"),
    [
        ("hold 1 s", [(0.0, "Hold.")]),
        ("hold 3 s", [(0.0, "Hold."), (1.0, "Two."), (2.0, "One.")]),
        ("hold 2 breaths", [(0.0, "Hold for 2 breaths."), (5.0, "Half-way.")]),
    ],
)
def test_short_holds_say_less(dose: str, spoken: list[tuple[float, str]]) -> None:
    assert lines(led("cat-stretch", dose)[3])[: len(spoken)] == spoken


def test_a_range_spends_its_lower_end() -> None:
    assert led("childs-pose", "hold 30–60 s")[3].seconds == 30.0


def test_a_move_is_taught_once_and_then_only_counted() -> None:
    steps = led("pelvic-tilt", "3 times")
    assert [[text for _, text in lines(step)] for step in steps[2:]] == [
        ["Belly button towards the floor."],
        ["And let go."],
        ["Number 2."],
        [],
        ["Last one."],
        [],
    ]


def test_a_later_set_only_counts() -> None:
    steps = [step for step in led("pelvic-tilt", "2 sets of 2") if step.kind == "move"]
    assert [[text for _, text in lines(step)] for step in steps] == [
        ["Belly button towards the floor."],
        ["Last one."],
        ["Number 1."],
        ["Last one."],
    ]


def test_a_move_lasts_as_long_as_its_words() -> None:
    steps = led(march(True, seconds=0.5), "1 time")
    assert steps[2].seconds == 0.9


def test_a_hold_is_spent_where_the_moves_say_so_and_else_on_the_first() -> None:
    assert kinds(led(march(False, True, False), "1 time, hold 3 s")) == (
        "announce ready move move hold release"
    )
    assert kinds(led(march(False, False), "1 time, hold 3 s")) == (
        "announce ready move hold release"
    )


def test_the_figure_goes_from_pose_to_pose_and_back_to_where_it_began() -> None:
    steps = led("segmental-bridge", "1 time, hold 3 s")
    assert [(step.pose.start, step.pose.end) for step in steps if step.pose] == [
        ("hook", "hook"),
        ("hook", "hook"),
        ("hook", "top"),
        ("top", "top"),
        ("top", "hook"),
    ]


def test_timed_work_is_done_at_ones_own_pace() -> None:
    steps = led(march(True), "for 60 s each side")
    assert kinds(steps) == "announce ready hold switch hold"
    assert [step.seconds for step in steps if step.kind == "hold"] == [60.0, 60.0]
    assert lines(steps[2])[0] == (0.0, "For 60 seconds.")


def test_brief_leaves_the_instructions_out_but_never_the_breath() -> None:
    announce = led("cat-stretch", "3 × 30 s", Options(brief=True))[0]
    assert [text for _, text in lines(announce)] == [
        "Cat stretch.",
        "3 times, holding for 30 seconds.",
        "On hands and knees, hands under shoulders, knees under hips.",
        "Breathe slowly into your rounded back.",
    ]


def test_a_loose_exercise_is_announced_in_its_own_words() -> None:
    announce, ready, hold = loose("hold 20 s", "Plank on the wall.", "Lean in. Stay long.")
    assert [text for _, text in lines(announce)] == [
        "Plank on the wall.",
        "Hold for 20 seconds.",
        "Lean in. Stay long.",
    ]
    assert (ready.kind, hold.kind, hold.seconds, hold.text) == (
        "ready",
        "hold",
        20.0,
        "Plank on the wall",
    )


def test_a_loose_exercise_is_counted() -> None:
    steps = loose("3 times")
    assert [(s.kind, s.seconds, lines(s)[0][1]) for s in steps[2:]] == [
        ("move", 5.0, "Number 1."),
        ("move", 5.0, "Number 2."),
        ("move", 5.0, "Last one."),
    ]


def test_a_loose_exercise_without_a_dose_waits_for_the_person() -> None:
    announce, _, step = loose("")
    assert announce.detail == ""
    assert step.seconds is None
    assert lines(step) == [(0.0, "Take the time you need. Tap anywhere when you are done.")]


def test_a_loose_exercise_rests_between_sets_like_any_other() -> None:
    assert kinds(loose("2 sets of 1")) == "announce ready move rest move"


def test_a_long_name_is_spoken_whole_and_shown_short() -> None:
    name = "Standing with one hand on the wall lift your heel"
    step = loose("3 times", name)[0].step(id="s000", left=0.0, next=name)
    assert step.text == step.next == "Standing with one hand on the wall lift…"
    assert step.say[0].text == f"{name}."


def test_a_loose_exercise_without_a_name_still_has_one() -> None:
    assert loose("3 times", name="")[0].text == "The next exercise"
