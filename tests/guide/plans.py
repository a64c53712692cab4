"""Random plans over the real exercises, and the questions asked of their scripts."""

from collections.abc import Callable
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from supple.exercise.dose import Amount, Dose, Sides
from supple.exercise.load import load_library
from supple.exercise.types import Exercise, Facts, Move, Spine
from supple.routine.plan import Plan, PlanItem
from supple.routine.script import Script, Step

LIBRARY = load_library()
WORK = ("move", "hold", "release")


def amounts(low: int, high: int, units: tuple[str, ...] = ("",)) -> st.SearchStrategy[Amount]:
    """A number, a range or an open end within the limits; `low` ≤ `high`."""

    def amount(ends: tuple[int, int], shape: str, unit: str) -> Amount:
        least, most = sorted(ends)
        return Amount(
            min=None if shape == "up to" else least,
            max={"at least": None, "one": least}.get(shape, most),
            unit=unit,  # type: ignore[arg-type]
            origin="page",
        )

    number = st.integers(low, high)
    shapes = st.sampled_from(["one", "range", "up to", "at least"])
    return st.builds(amount, st.tuples(number, number), shapes, st.sampled_from(units))


TIMES = ("", "breaths", "counts")
SIDES = st.builds(
    Sides, mode=st.sampled_from(["together", "each", "alternate"]), origin=st.just("page")
)
DOSES = st.builds(
    Dose,
    sets=st.none() | amounts(1, 2),
    reps=st.none() | amounts(1, 4),
    hold=st.none() | amounts(1, 90, TIMES),
    rest=st.none() | amounts(0, 60, TIMES),
    work=st.none() | amounts(1, 120, TIMES),
    sides=st.none() | SIDES,
    times_a_day=st.none() | amounts(1, 4),
    days_a_week=st.none() | amounts(1, 7),
)
WORDS = st.text(st.sampled_from("abc dé ß"), max_size=90).map(str.strip)


@st.composite
def plan_items(draw: st.DrawFn, number: int) -> PlanItem:
    """An exercise of the library, a loose one, one left out, or one that nobody knows."""
    exercise = draw(st.sampled_from([*LIBRARY.exercises, "", "", "never-heard-of"]))
    return PlanItem(
        id=f"item-{number}",
        exercise=exercise,
        dose=draw(DOSES),
        name="" if exercise else draw(WORDS),
        text="" if exercise else draw(WORDS),
        change=draw(st.sampled_from(["keep", "keep", "easier", "left-out"])),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    items = tuple(draw(plan_items(number)) for number in range(draw(st.integers(0, 3))))
    return Plan(id="a-plan", version=3, routine="a-routine", library="a-library", items=items)


def every_plan(test: Callable[[Plan], None]) -> Callable[[], None]:
    """Run `test` on many plans, however long it takes."""
    checked: Callable[[], None] = settings(max_examples=40, deadline=None)(given(plans())(test))
    return checked


def march(*holds: bool, seconds: float = 2) -> Exercise:
    """An invented exercise whose moves say where the hold is spent."""
    return Exercise(
        id="march",
        name="March on the spot",
        aim="Get warm.",
        position="Stand tall.",
        how=("Lift your knees in turn.",),
        breath="Breathe as you like.",
        purpose="warm-up",
        sources=("convention",),
        dose=Dose(reps=Amount(min=4, max=4, origin="library")),
        body=Facts(
            posture="standing",
            weight=("feet",),
            spine=Spine(direction="neutral", range="neutral"),
            load="low",
            floor="no",
            hip="low",
            knee=90,
            head_down=False,
        ),
        moves=tuple(
            Move(to=f"pose-{n}", seconds=seconds, text="Knee up", say="Knee up.", hold=hold)
            for n, hold in enumerate(holds)
        ),
    )


def work_of(script: Script, item: str) -> list[Step]:
    """The steps in which something is done."""
    return [step for step in script.steps if step.item == item and step.kind in WORK]


def repetitions(script: Script, item: str) -> list[tuple[int | None, str | None, int | None]]:
    """(set, side, repetition) of every run of steps that is one repetition, in order."""
    return [
        key
        for key, _ in groupby(work_of(script, item), key=lambda s: (s.set, s.side, s.repetition))
    ]
