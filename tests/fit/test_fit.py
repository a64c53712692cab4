"""One choice after another, on a library made for it."""

from supple.exercise.dose import Amount, Dose
from supple.exercise.types import Spine
from supple.fit.fit import fit, options
from supple.fit.limits import Limits
from supple.fit.overrule import Overrule
from supple.routine.plan import Plan
from supple.routine.routine import Item, Routine, Rung
from supple.value import changed
from tests.fit.library import amount, exercise, instead, library, routine

KNEEL = Limits(constraints=("no_kneel",))
ON_KNEES = {"posture": "kneeling", "weight": ("knees",), "floor": "yes"}


def changes(plan: Plan) -> list[tuple[str, str]]:
    return [(item.exercise, item.change) for item in plan.items]


def test_without_limits_a_routine_is_kept_as_it_is() -> None:
    plan, problems = fit(routine("a", "b"), Limits(), library(exercise("a"), exercise("b")))
    assert changes(plan) == [("a", "keep"), ("b", "keep")]
    assert [item.reason for item in plan.items] == ["As the routine has it."] * 2
    assert plan.items[0].dose.reps == amount(8)
    assert problems == ()


def test_a_listed_stand_in_of_the_same_purpose_comes_first() -> None:
    books = library(
        exercise("kneel", **ON_KNEES, instead=instead("other", "listed")),
        exercise("listed"),
        exercise("nearer", posture="kneeling"),
        exercise("other", purpose="calm"),
    )
    plan, _ = fit(routine("kneel"), KNEEL, books)
    item = plan.items[0]
    assert (item.exercise, item.change, item.instead_of) == ("listed", "instead", "kneel")
    assert item.reason == (
        "You said: “I'd rather not kneel”. It puts weight on the knees or shins. "
        "“Listed” has the same aim and does without."
    )
    assert item.source == "wylde-2019"


def test_what_is_listed_for_the_broken_limit_comes_before_the_rest() -> None:
    listed = (*instead("first", when=("no_rotation",)), *instead("second", when=("no_kneel",)))
    books = library(
        exercise("kneel", **ON_KNEES, instead=listed), exercise("first"), exercise("second")
    )
    assert changes(fit(routine("kneel"), KNEEL, books)[0]) == [("second", "instead")]


def test_another_purpose_is_named_as_such() -> None:
    books = library(
        exercise("kneel", **ON_KNEES, instead=instead("calm")), exercise("calm", purpose="calm")
    )
    item = fit(routine("kneel"), KNEEL, books)[0].items[0]
    assert item.reason.endswith(
        "Nothing with the same aim is left. “Calm” has another one: Do calm."
    )


def test_an_easier_form_comes_before_a_stand_in() -> None:
    books = library(
        exercise("hard", load="high", easier="soft", instead=instead("listed")),
        exercise("soft"),
        exercise("listed"),
    )
    plan, _ = fit(routine("hard"), Limits(constraints=("breath_bp",)), books)
    assert changes(plan) == [("soft", "easier")]
    assert plan.items[0].reason == (
        "You said: “I avoid straining and holding my breath”. It takes a heavy effort. "
        "“Soft” is its easier form."
    )


def test_a_lower_rung_keeps_the_routine_s_dose() -> None:
    ten = Amount(min=10, max=10, origin="page")
    rungs = (Rung(exercise="soft", dose=Dose(reps=ten)), Rung(exercise="hard"))
    mine = Routine(id="mine", name="Mine", items=(Item(id="ladder", rungs=rungs),))
    books = library(exercise("soft"), exercise("hard", load="high"))
    plan, _ = fit(mine, Limits(constraints=("breath_bp",)), books, rungs={"ladder": "hard"})
    assert plan.items[0].dose.reps == ten
    assert changes(plan) == [("soft", "easier")]


def test_nothing_harder_ever_stands_in() -> None:
    books = library(
        exercise("kneel", **ON_KNEES, instead=instead("heavy")), exercise("heavy", load="medium")
    )
    item = fit(routine("kneel"), KNEEL, books)[0].items[0]
    assert item.change == "left-out"
    assert item.reason == (
        "You said: “I'd rather not kneel”. It puts weight on the knees or shins. "
        "Nothing in the library can stand in for it, so it is left out."
    )


def test_no_exercise_is_done_twice() -> None:
    books = library(exercise("kneel", **ON_KNEES), exercise("crawl", **ON_KNEES), exercise("stand"))
    plan, _ = fit(routine("kneel", "crawl"), KNEEL, books)
    assert changes(plan) == [("stand", "instead"), ("crawl", "left-out")]
    assert plan.items[1].reason.endswith(
        "What could stand in for it is in this plan already, so it is left out."
    )


def test_the_way_to_the_floor_obeys_every_limit() -> None:
    side_plank = exercise("plank", posture="sidelying", weight=("feet",), floor="yes")
    on_back = exercise("rest", posture="supine", weight=("back",), floor="bed-will-do", purpose="r")
    plan, _ = fit(
        routine("plank", "rest"),
        Limits(constraints=("no_deep_knee",)),
        library(side_plank, on_back),
    )
    assert plan.surface == "bed"
    assert changes(plan) == [("rest", "keep"), ("plank", "left-out")]
    assert plan.items[0].reason == (
        "Do it on a firm bed: the way to the floor asks for something that you leave out."
    )


def test_a_long_effort_becomes_several_short_ones() -> None:
    thirty = Dose(hold=amount(30), reps=amount(2))
    books = library(
        exercise("effort", load="medium", dose=thirty), exercise("stretch", dose=thirty)
    )
    plan, _ = fit(routine("effort", "stretch"), Limits(constraints=("breath_bp",)), books)
    effort, stretch = plan.items
    assert (effort.change, stretch.change) == ("dose", "keep")
    assert effort.dose.hold
    assert effort.dose.reps
    assert (effort.dose.hold.low, effort.dose.reps.low) == (10, 6)
    assert effort.reason == (
        "Efforts are held for 10 seconds at most and done again, so that you keep breathing."
    )
    assert stretch.dose == thirty


def test_positions_change_as_seldom_as_possible() -> None:
    lie = {"posture": "supine", "weight": ("back",), "floor": "bed-will-do"}
    books = library(
        exercise("lie", **lie, purpose="a"),
        exercise("kneel", **ON_KNEES, purpose="b"),
        exercise("roll", **lie, purpose="c"),
        exercise("stand", purpose="b"),
        exercise("reach", purpose="d"),
    )
    plan, _ = fit(routine("lie", "kneel", "roll", "reach"), KNEEL, books)
    assert [item.exercise for item in plan.items] == ["lie", "roll", "stand", "reach"]


def test_a_plan_never_lacks_a_word_that_it_is_empty() -> None:
    plan, _ = fit(routine("kneel"), KNEEL, library(exercise("kneel", **ON_KNEES)))
    assert plan.notes == (
        (
            "No exercise of this routine is left with what you leave out. "
            "Look through the library, or ask your therapist for another routine."
        ),
    )


def test_thin_bones_take_no_bending_stand_in() -> None:
    far = Spine(direction="flexion", range="end")
    some = Spine(direction="flexion", range="mid")
    books = library(
        exercise("round", spine=far, instead=instead("less", "still")),
        exercise("less", spine=some),
        exercise("still"),
    )
    plan, _ = fit(routine("round"), Limits(constraints=("osteoporosis",)), books)
    assert changes(plan) == [("still", "instead")]


def test_an_exercise_that_is_gone_is_left_out_with_a_word() -> None:
    plan, _ = fit(routine("gone"), Limits(), library())
    assert changes(plan) == [("gone", "left-out")]
    assert plan.items[0].reason == "This exercise is not in the library of this version."


def test_what_nobody_knows_is_kept_only_without_limits() -> None:
    own = Item(id="own", rungs=(Rung(exercise=""),), name="Shake", text="Shake it out.")
    mine = Routine(id="mine", name="Mine", items=(own,))
    free, tied = (fit(mine, limits, library())[0].items[0] for limits in (Limits(), KNEEL))
    assert (free.change, free.text) == ("keep", "Shake it out.")
    assert (tied.change, tied.text) == ("left-out", "Shake it out.")
    assert tied.reason == (
        "The library does not know this exercise, so it cannot be held against what you leave out."
    )


def test_a_limit_that_is_not_understood_stops_everything() -> None:
    plan, problems = fit(routine("a"), Limits(constraints=("no_x",)), library(exercise("a")))
    assert changes(plan) == [("a", "left-out")]
    assert [problem.sentence for problem in problems] == [
        "“no_x” is not understood, so nothing is planned until it is put right. Nothing is lost."
    ]


def test_a_person_s_decision_wins_and_says_what_it_is_against() -> None:
    books = library(
        exercise("kneel", **ON_KNEES), exercise("stand"), exercise("swing", purpose="s")
    )
    mine = routine("kneel", "stand", "swing")
    plan, problems = fit(
        mine,
        KNEEL,
        books,
        overrules=(
            Overrule(item="kneel", choice="keep", by="therapist"),
            Overrule(item="stand", choice="leave-out"),
        ),
    )
    by_item = {item.id: item for item in plan.items}
    assert problems == ()
    assert (by_item["kneel"].change, by_item["kneel"].source) == ("keep", "therapist")
    assert by_item["kneel"].reason == (
        "You said: “I'd rather not kneel”. It puts weight on the knees or shins. "
        "Your therapist decided to keep it."
    )
    assert by_item["stand"].reason == "You decided to leave it out."


def test_another_exercise_can_be_chosen() -> None:
    books = library(exercise("a"), exercise("b"))
    plan, _ = fit(
        routine("a"), Limits(), books, overrules=[Overrule(item="a", choice="use", exercise="b")]
    )
    assert changes(plan) == [("b", "instead")]
    assert plan.items[0].reason == "You decided to do this in its place."


def test_a_decision_about_what_is_gone_is_told_and_not_used() -> None:
    plan, problems = fit(
        routine("a"),
        Limits(),
        library(exercise("a")),
        overrules=(
            Overrule(item="z", choice="keep"),
            Overrule(item="a", choice="use", exercise="y"),
        ),
    )
    assert changes(plan) == [("a", "keep")]
    assert [problem.sentence for problem in problems] == [
        (
            "A choice of yours is about “z”, which “My routine” no longer has. "
            "The choice is kept, but not used."
        ),
        "You chose “y” for “a”, which the library no longer has. The choice is kept, but not used.",
    ]


def test_a_renamed_exercise_is_found_by_its_old_name() -> None:
    books = library(changed(exercise("new"), was=("old",)))
    assert changes(fit(routine("old"), Limits(), books)[0]) == [("new", "keep")]


def test_what_could_be_done_instead_is_offered_best_first() -> None:
    kneel = exercise("kneel", **ON_KNEES, easier="crawl", instead=instead("calm", "listed"))
    books = library(
        kneel,
        exercise("crawl", **ON_KNEES),
        exercise("listed"),
        exercise("calm", purpose="calm"),
        exercise("heavy", load="high"),
        exercise("near"),
    )
    item = routine("kneel").items[0]
    names = [one.id for one in options(item, item.rungs[0], KNEEL, books)]
    assert names == ["listed", "near", "calm"]
