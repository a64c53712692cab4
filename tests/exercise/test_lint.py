"""Each rule finds the fault that was planted for it, and nothing in what is sound."""

import numpy as np
import pytest

from supple.body.clips import Clip
from supple.body.figure import BODY_NAMES, body
from supple.body.skeleton import ANGLE_INDEX, HIGH
from supple.body.state import State
from supple.exercise import checks_facts, checks_motion, checks_words
from supple.exercise.checks import Checked, ExerciseRule, Moving
from supple.exercise.clips import clip_of
from supple.exercise.lint import lint
from supple.exercise.load import Library, load_library
from supple.exercise.types import Cue, Exercise, Facts, Ladder, Move, Pose, Spine
from supple.value import changed

WOMAN = body("woman")
FEET = ("both.heel", "both.ball")
FACTS = Facts(
    posture="standing",
    weight=("feet",),
    spine=Spine(direction="neutral", range="neutral"),
    load="low",
    floor="no",
    hip="low",
    knee=60,
    head_down=False,
)


def squat() -> Exercise:
    bend = Pose(
        parent="stand",
        angles={
            "both.hip.flexion": 62.0,
            "both.knee.flexion": 50.0,
            "both.ankle.dorsiflexion": 20.0,
        },
        floor=FEET,
        line=20,
    )
    move = Move(to="bend", seconds=0.8, text="Bend your knees", say="Bend your knees.", hold=True)
    return changed(
        load_library().exercises["bird-dog"],
        id="squat",
        file="squat.toml",
        scene={},
        body=FACTS,
        poses={"stand": Pose(base="standing", floor=FEET, line=10), "bend": bend},
        moves=(move, changed(move, to="stand", hold=False)),
        form=(),
        instead=(),
        ladder=Ladder(),
    )


@pytest.fixture(scope="module")
def sound() -> Checked:
    clip, problems = clip_of(squat(), WOMAN)
    assert clip is not None
    assert problems == ()
    return Checked(squat(), WOMAN, clip)


def moved(checked: Checked, frames: State) -> Moving:
    """The first move with other frames."""
    clip = Clip(checked.clip.keys, frames, checked.clip.moves, checked.clip.rate, "")
    return Moving(checked.exercise, WOMAN, clip, 0)


def shifted(checked: Checked, frame: int, by: tuple[float, float, float]) -> Moving:
    """The first move with one frame moved in the world."""
    whole = checked.clip.frames
    position = whole.position.copy()
    position[frame] += by
    return moved(checked, State(whole.angles, position, whole.orientation))


def declared(checked: Checked, **facts: object) -> Checked:
    exercise = changed(checked.exercise, body=changed(checked.exercise.body, **facts))
    return Checked(exercise, WOMAN, checked.clip)


def test_every_rule_looks_at_something_and_finds_nothing_wrong(sound: Checked) -> None:
    findings = [rule(sound) for rule in checks_facts.RULES]
    findings += [rule(sound.moves[0]) for rule in checks_motion.RULES]
    assert [str(problem) for one in findings for problem in one.offenders] == []
    assert {one.rule for one in findings if one.looked == 0} == {"touch"}


def test_a_floating_foot_is_a_contact_error(sound: Checked) -> None:
    found = checks_motion.contact(shifted(sound, 3, (0.0, 0.02, 0.0)))
    assert len(found.offenders) == 4
    assert str(found.offenders[0]).startswith("squat.toml:20: In “bend” left.heel is ")
    assert str(found.offenders[0]).endswith(" mm above its surface; the bar is 5 mm.")


def test_a_sliding_foot_is_a_slip(sound: Checked) -> None:
    found = checks_motion.slip(shifted(sound, 3, (0.01, 0.0, 0.0)))
    assert len(found.offenders) == 4
    assert str(found.offenders[0]).endswith("the bar is 2 mm. Add it to slide if it is meant to.")


def test_a_declared_slide_is_not_a_slip(sound: Checked) -> None:
    bend = changed(sound.exercise.poses["bend"], slide=FEET)
    exercise = changed(sound.exercise, poses={**sound.exercise.poses, "bend": bend})
    moving = shifted(Checked(exercise, WOMAN, sound.clip), 3, (0.01, 0.0, 0.0))
    loose = Moving(exercise, WOMAN, moving.clip, 0)
    assert checks_motion.slip(loose).offenders == ()


def test_a_foot_through_the_floor_is_too_deep(sound: Checked) -> None:
    found = checks_motion.depth(shifted(sound, 3, (0.0, -0.03, 0.0)))
    assert len(found.offenders) == 1
    assert "mm into a surface; the bar is 15 mm." in str(found.offenders[0])


def test_a_joint_out_of_range_is_found_with_its_degrees(sound: Checked) -> None:
    angles = sound.clip.frames.angles.copy()
    angles[3, ANGLE_INDEX["right.knee.flexion"]] = HIGH[ANGLE_INDEX["right.knee.flexion"]] + 4
    frames = State(angles, sound.clip.frames.position, sound.clip.frames.orientation)
    moving = moved(sound, frames)
    assert [str(problem) for problem in checks_motion.joint_range(moving).offenders] == [
        "squat.toml:20: On the way to “bend” right.knee.flexion is 4.0° out of its range."
    ]
    assert "right.knee.flexion moves at" in str(checks_motion.speed(moving).offenders[0])


def test_hands_that_do_not_reach_are_found(sound: Checked) -> None:
    bend = changed(sound.exercise.poses["bend"], touch=(("work.palm", "head", 0.02),))
    exercise = changed(sound.exercise, poses={**sound.exercise.poses, "bend": bend})
    found = checks_motion.touch(Moving(exercise, WOMAN, sound.clip, 0))
    assert len(found.offenders) == 1
    assert "right.palm and head are" in str(found.offenders[0])


@pytest.mark.parametrize(
    ("rule", "facts", "sentence"),
    [
        (
            checks_facts.posture,
            {"posture": "supine"},
            "The posture is declared as supine; the poses show standing.",
        ),
        (
            checks_facts.weight,
            {"weight": ("feet", "knees")},
            "Weight is declared on the knees, but nothing there touches a surface.",
        ),
        (
            checks_facts.spine,
            {"spine": Spine(direction="rotation", range="mid")},
            "The spine is declared to go into rotation; the poses stay under 8°.",
        ),
        (
            checks_facts.hips_and_knees,
            {"knee": 20},
            "A knee bends to 50°; declared is 20°.",
        ),
    ],
)
def test_a_fact_that_the_poses_deny_is_found(
    sound: Checked, rule: ExerciseRule, facts: dict[str, object], sentence: str
) -> None:
    found = rule(declared(sound, **facts))
    assert [problem.sentence for problem in found.offenders] == [sentence]


def test_a_bent_spine_is_not_neutral(sound: Checked) -> None:
    angles = sound.clip.frames.angles.copy()
    angles[3, ANGLE_INDEX["lumbar.L4"]] = 12
    angles[3, ANGLE_INDEX["lumbar.L5"]] = 12
    frames = State(angles, sound.clip.frames.position, sound.clip.frames.orientation)
    checked = Checked(sound.exercise, WOMAN, moved(sound, frames).clip)
    assert [problem.sentence for problem in checks_facts.spine(checked).offenders] == [
        "The spine goes to mid flexion; declared is neutral to neutral."
    ]


def test_a_stricter_range_needs_its_reason(sound: Checked) -> None:
    angles = sound.clip.frames.angles.copy()
    angles[3, ANGLE_INDEX["lumbar.L4"]] = 12
    frames = State(angles, sound.clip.frames.position, sound.clip.frames.orientation)
    bent = Checked(sound.exercise, WOMAN, moved(sound, frames).clip)
    spine = Spine(direction="flexion", range="end")
    assert (
        "Say why in stricter"
        in checks_facts.spine(declared(bent, spine=spine)).offenders[0].sentence
    )
    why = declared(bent, spine=spine, stricter="People go further than the figure.")
    assert checks_facts.spine(why).offenders == ()


def test_a_stricter_direction_needs_its_reason(sound: Checked) -> None:
    spine = Spine(direction="extension", range="mid")
    assert [p.sentence for p in checks_facts.spine(declared(sound, spine=spine)).offenders] == [
        "The spine is declared to go into extension; the poses stay under 8°."
    ]
    why = declared(sound, spine=spine, stricter="Lying flat keeps the hollow of the back.")
    assert checks_facts.spine(why).offenders == ()


def test_an_arm_overhead_is_declared(sound: Checked) -> None:
    angles = sound.clip.frames.angles.copy()
    angles[3, ANGLE_INDEX["left.shoulder.flexion"]] = 160
    frames = State(angles, sound.clip.frames.position, sound.clip.frames.orientation)
    checked = Checked(sound.exercise, WOMAN, moved(sound, frames).clip)
    found = checks_facts.head_and_arms(checked)
    assert [problem.sentence for problem in found.offenders] == [
        "An arm is raised to 160°; declare arms = “overhead”."
    ]


def test_a_contact_that_was_left_out_is_found(sound: Checked) -> None:
    bare = changed(sound.exercise.poses["stand"], floor=("off.heel",))
    exercise = changed(sound.exercise, poses={**sound.exercise.poses, "stand": bare})
    found = checks_facts.undeclared(Checked(exercise, WOMAN, sound.clip))
    assert "In “stand” right.heel lies on the floor; add it to floor." in [
        problem.sentence for problem in found.offenders
    ]


def test_a_body_that_would_fall_is_found(sound: Checked) -> None:
    keys = dict(sound.clip.keys)
    still = keys["bend"]
    angles = still.angles.copy()
    for name in ("left.hip.flexion", "right.hip.flexion"):
        angles[ANGLE_INDEX[name]] = -20
    tipped = State(angles, still.position, still.orientation)
    clip = Clip({**keys, "bend": tipped}, sound.clip.frames, sound.clip.moves, 10, "")
    found = checks_facts.balance(Checked(sound.exercise, WOMAN, clip))
    assert any("cm off its support" in problem.sentence for problem in found.offenders)


def test_long_cues_and_lost_neighbours_are_found() -> None:
    long = "one two three four five six seven eight nine ten eleven twelve thirteen"
    exercise = changed(squat(), form=(Cue(say=long),), ladder=Ladder(harder="moon-walk"))
    library = Library(exercises={"squat": exercise})
    assert [problem.sentence for problem in checks_words.cues(exercise, library).offenders] == [
        f"“{long}” has 13 words; a cue has at most 12."
    ]
    assert [problem.sentence for problem in checks_words.ladder(exercise, library).offenders] == [
        "“moon-walk” is named as a neighbour, but the library does not have it."
    ]


def rungs(**ladders: tuple[str, str, str]) -> Library:
    """Exercises by id, each with its load and the ids of what is easier and harder."""
    found = {
        name: changed(
            squat(),
            id=name,
            body=changed(FACTS, load=load),
            ladder=Ladder(easier=easier, harder=harder),
        )
        for name, (load, easier, harder) in ladders.items()
    }
    return Library(exercises=found)


def steps_of(name: str, library: Library) -> list[str]:
    found = checks_words.steps(library.exercises[name], library)
    return [problem.sentence for problem in found.offenders]


def test_a_ladder_that_goes_up_and_down_again_is_sound() -> None:
    library = rungs(low=("low", "", "mid"), mid=("low", "low", "top"), top=("high", "mid", ""))
    assert [steps_of(name, library) for name in library.exercises] == [[], [], []]


def test_a_step_down_with_more_load_is_found_from_both_ends() -> None:
    library = rungs(low=("high", "", "top"), top=("medium", "low", ""))
    sentence = "“low” is easier than “top” on the ladder, but has more load (high, not medium)."
    assert [steps_of(name, library) for name in library.exercises] == [[sentence], [sentence]]


def test_a_step_without_a_way_back_is_found() -> None:
    library = rungs(low=("low", "", ""), mid=("low", "low", "top"), top=("low", "", ""))
    assert steps_of("mid", library) == [
        "“low” is easier, but names nothing harder. Name it there.",
        "“top” is harder, but names nothing easier. Name it there.",
    ]


def test_a_ladder_that_comes_round_again_is_found() -> None:
    library = rungs(one=("low", "two", "three"), two=("low", "three", "one"), three=("low", "", ""))
    assert "The way down from “two” comes back to it. Take out one step." in steps_of(
        "two", library
    )


def test_an_activity_has_words_but_no_geometry() -> None:
    walk = changed(squat(), id="walk", kind="activity", poses={}, moves=())
    report = lint(Library(exercises={"walk": walk}), WOMAN)
    assert (report.exercises, report.problems, report.moves) == (1, (), ())
    assert set(report.looked) == {"cues", "ladder", "steps"}


def test_an_exercise_that_was_never_baked_is_solved() -> None:
    report = lint(Library(exercises={"squat": squat()}), WOMAN)
    assert [problem.sentence for problem in report.problems] == []
    assert [move.move for move in report.moves] == ["stand to bend", "bend to stand"]
    assert report.worst.contact_mm <= checks_motion.CONTACT_MM
    assert np.isclose(report.worst.slip_mm, max(move.slip_mm for move in report.moves))


@pytest.mark.parametrize("who", BODY_NAMES)
def test_the_shipped_library_is_clean(who: str) -> None:
    report = lint(load_library(), body(who))
    assert [str(problem) for problem in report.problems] == []
    assert report.exercises >= 70
    assert all(count > 0 for count in report.looked.values())
