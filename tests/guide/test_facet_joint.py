"""The facet-joint routine: the page's order, doses and meaning, led in our own words."""

import re
from itertools import groupby

import pytest

from supple.exercise.dose import AMOUNTS, Dose
from supple.exercise.load import LIBRARY_DIR, load_library
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.load import load_routines, unknown_exercises
from supple.routine.script import Script, Step
from supple.value import to_json
from tests.guide.plans import repetitions

LIBRARY = load_library()
ROUTINE = load_routines()[0]["facet-joint"]
RUNGS = ("quadruped-arm-lift", "quadruped-leg-lift", "bird-dog")
ORDER = (
    "single-knee-to-chest",
    "pelvic-tilt",
    "segmental-bridge",
    "childs-pose",
    "quadruped-arm-lift",
    "cat-stretch",
)


def session(rung: str = "") -> Script:
    return make_script(make_plan(ROUTINE, LIBRARY, {"hands-and-knees": rung}), LIBRARY)


def doses(rung: str = "") -> dict[str, Dose]:
    return {
        item.exercise: item.dose
        for item in make_plan(ROUTINE, LIBRARY, {"hands-and-knees": rung}).items
    }


def stated(dose: Dose) -> dict[str, tuple[object, ...]]:
    """Every number with who said it, as short tuples."""
    found: dict[str, tuple[object, ...]] = {
        name: (amount.min, amount.max, amount.origin)
        for name in AMOUNTS
        if (amount := getattr(dose, name))
    }
    if dose.sides:
        found["sides"] = (dose.sides.mode, dose.sides.origin)
    return found


def spoken(script: Script, exercise: str) -> str:
    lines = (line.text for s in script.steps if s.exercise == exercise for line in s.say)
    return " ".join(lines).lower()


def travels(script: Script) -> list[list[Step]]:
    """The runs of travel steps."""
    runs = groupby(script.steps, key=lambda step: step.kind == "travel")
    return [list(run) for is_travel, run in runs if is_travel]


def test_every_file_of_the_library_can_be_read() -> None:
    assert LIBRARY.problems == ()
    assert load_routines()[1] == ()
    assert unknown_exercises(ROUTINE, LIBRARY) == ()


def test_the_order_is_the_pages() -> None:
    assert tuple(item.exercise for item in session().items) == ORDER


@pytest.mark.parametrize(
    ("exercise", "expected"),
    [
        (
            "single-knee-to-chest",
            {"reps": (3, 3, "page"), "hold": (30, 30, "page"), "sides": ("each", "page")},
        ),
        ("pelvic-tilt", {"reps": (10, 10, "library"), "hold": (3, 5, "page")}),
        ("segmental-bridge", {"reps": (8, 8, "library"), "hold": (3, 3, "library")}),
        ("childs-pose", {"reps": (2, 2, "library"), "hold": (30, 60, "page")}),
        ("cat-stretch", {"reps": (3, 3, "page"), "hold": (30, 30, "page")}),
    ],
)
def test_what_the_page_says_is_the_pages_and_the_rest_is_ours(
    exercise: str, expected: dict[str, tuple[object, ...]]
) -> None:
    assert stated(doses()[exercise]) == expected


@pytest.mark.parametrize(
    ("rung", "reps_from"),
    [("quadruped-arm-lift", "page"), ("quadruped-leg-lift", "page"), ("bird-dog", "library")],
)
def test_the_rungs_are_one_ladder_with_the_doses_of_the_page(rung: str, reps_from: str) -> None:
    assert stated(doses(rung)[rung]) == {
        "reps": (10, 10, reps_from),
        "hold": (3, 3, "library"),
        "sides": ("alternate", "page"),
    }
    assert not set(RUNGS) - {rung} & doses(rung).keys()


def test_the_page_is_cited_and_never_quoted() -> None:
    assert ROUTINE.source.title == "Facet Joint Syndrome Stretches & Exercises"
    for dose in doses().values():
        amounts = [getattr(dose, name) for name in AMOUNTS if getattr(dose, name)]
        assert {a.ref for a in amounts if a.origin == "page"} <= {"facet-joint"}
        assert {a.ref for a in amounts if a.origin == "library"} <= {"convention"}
        assert {a.quote for a in amounts} <= {""}


def test_what_is_ours_is_labelled_in_the_script() -> None:
    ours = {item.exercise: item.ours for item in session().items}
    assert ours == {
        "single-knee-to-chest": (),
        "pelvic-tilt": ("reps",),
        "segmental-bridge": ("reps", "hold"),
        "childs-pose": ("reps",),
        "quadruped-arm-lift": ("hold",),
        "cat-stretch": (),
    }


def test_the_short_doses_are_shown() -> None:
    assert [item.dose for item in session().items] == [
        "3 × 30 s each side",
        "10 times, hold 3–5 s",
        "8 times, hold 3 s",
        "2 × 30–60 s",
        "10 times alternating sides, hold 3 s",
        "3 × 30 s",
    ]


@pytest.mark.parametrize(
    ("exercise", "meanings"),
    [
        ("single-knee-to-chest", ["behind the thigh", "only as far as is comfortable"]),
        ("pelvic-tilt", ["belly button towards the floor", "hand under the hollow"]),
        ("segmental-bridge", ["one segment at a time", "roll down the same way"]),
        ("childs-pose", ["towards your heels", "reach your arms", "bow down"]),
        ("quadruped-arm-lift", ["tabletop", "neck long", "eyes down"]),
        ("cat-stretch", ["tuck your chin", "round your back up"]),
    ],
)
def test_the_cues_keep_the_meaning_of_the_page(exercise: str, meanings: list[str]) -> None:
    words = spoken(session(), exercise)
    assert [meaning for meaning in meanings if meaning not in words] == []


@pytest.mark.parametrize("rung", RUNGS)
def test_every_rung_keeps_the_back_like_a_tabletop(rung: str) -> None:
    words = spoken(session(rung), rung)
    assert "flat like a tabletop, neck long, eyes down" in words


def test_the_bridge_moves_one_segment_at_a_time_both_ways() -> None:
    up, down = LIBRARY.exercises["segmental-bridge"].moves
    assert (up.wave, down.wave) == ("tail-first", "head-first")


def test_nobody_is_told_to_arch() -> None:
    texts = [path.read_text(encoding="utf-8") for path in LIBRARY_DIR.rglob("*.toml")]
    scripts = [to_json(session(rung)) for rung in RUNGS]
    assert not [text for text in (*texts, *scripts) if re.search(r"\barch", text, re.IGNORECASE)]


@pytest.mark.parametrize("rung", RUNGS)
def test_every_exercise_has_a_breath_line_that_is_spoken(rung: str) -> None:
    script = session(rung)
    for item in script.items:
        breath = LIBRARY.exercises[item.exercise].breath
        assert "breath" in breath.lower()
        assert breath.lower() in spoken(script, item.exercise)


def test_every_long_hold_calls_half_way_and_the_last_three_seconds() -> None:
    holds = [step for step in session().steps if step.kind == "hold" and (step.seconds or 0) >= 10]
    assert len(holds) == 6 + 2 + 3
    for hold in holds:
        lines = {line.text: line.at for line in hold.say}
        assert lines["Half-way."] == 15.0
        assert [lines[n] for n in ("Three.", "Two.", "One.")] == [27.0, 28.0, 29.0]


def test_every_repetition_of_the_session_is_there() -> None:
    script = session()
    assert {item.id: len(repetitions(script, item.id)) for item in script.items} == {
        "single-knee-to-chest": 6,
        "pelvic-tilt": 10,
        "segmental-bridge": 8,
        "childs-pose": 2,
        "hands-and-knees": 20,
        "cat-stretch": 3,
    }


def test_there_is_one_way_down_one_turn_and_one_way_up() -> None:
    ways = [
        [(step.pose.start, step.pose.end) for step in run if step.pose]
        for run in travels(session())
    ]
    assert ways == [
        [("standing", "kneeling"), ("kneeling", "sidelying"), ("sidelying", "supine")],
        [("supine", "sidelying"), ("sidelying", "kneeling")],
        [("kneeling", "standing")],
    ]


def test_the_ways_say_how_to_do_it_safely() -> None:
    down, turn, up = (
        " ".join(line.text for step in run for line in step.say).lower()
        for run in travels(session())
    )
    assert "chair against the wall" in down
    assert "phone within reach" in down
    assert "dizzy, sit first" in down
    assert "roll to your side" in turn
    assert "phone flat under your eyes" in turn
    assert "one foot forward" in up
    assert "dizzy, sit on the chair first" in up


def test_the_way_down_ends_by_asking() -> None:
    script = session()
    assert [step.kind for step in script.steps[:5]] == [*["travel"] * 3, "ask", "announce"]
    assert [step.id for step in script.steps if step.seconds is None] == ["s003"]


def test_stuck_is_offered_on_every_step_with_the_body_on_the_floor() -> None:
    assert all(step.floor for step in session().steps)


def test_the_whole_library_is_within_the_words_of_the_screen() -> None:
    for exercise in LIBRARY.exercises.values():
        for move in exercise.moves:
            assert max(len(move.text.split()), len(move.held.split())) <= 8
