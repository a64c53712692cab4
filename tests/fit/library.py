"""A small library for fitting: exercises that differ in the facts a test names."""

from typing import Any

from supple.exercise.dose import Amount, Dose
from supple.exercise.load import Library
from supple.exercise.types import Exercise, Facts, Instead, Ladder, Spine, Travel, TravelMove
from supple.routine.routine import Item, Routine, Rung

STILL = Spine(direction="neutral", range="neutral")


def facts(**given: Any) -> Facts:
    """Facts that break nothing, but for those given."""
    usual: dict[str, Any] = {
        "posture": "standing",
        "weight": ("feet",),
        "spine": STILL,
        "load": "low",
        "floor": "no",
        "hip": "low",
        "knee": 20,
        "head_down": False,
    }
    return Facts(**usual | given)


def exercise(name: str, *, purpose: str = "strength", **given: Any) -> Exercise:
    """An exercise with these facts; `instead`, `easier` and `dose` as in a file."""
    own = {key: given.pop(key) for key in ("instead", "dose") if key in given}
    easier = given.pop("easier", "")
    return Exercise(
        id=name,
        name=name.replace("-", " ").capitalize(),
        aim=f"Do {name}.",
        position="Stand tall.",
        how=("Move.",),
        breath="Breathe.",
        purpose=purpose,
        sources=("convention",),
        ladder=Ladder(easier=easier),
        body=facts(**given),
        **{"dose": Dose(reps=amount(8))} | own,
    )


def instead(*use: str, when: tuple[str, ...] = ()) -> tuple[Instead, ...]:
    return (Instead(use=use, when=when),)


def amount(low: int, high: int | None = None) -> Amount:
    return Amount(min=low, max=high or low, origin="library", ref="convention")


KNEELING = facts(posture="kneeling", weight=("knees", "wrists"), floor="yes", knee=130)
DOWN = facts(posture="sidelying", weight=("knees", "forearms"), floor="yes", knee=150)


def move(start: str, end: str, on: str = "", body: Facts | None = None) -> TravelMove:
    return TravelMove(
        start=start,  # type: ignore[arg-type]
        end=end,  # type: ignore[arg-type]
        on=on,  # type: ignore[arg-type]
        seconds=10,
        text=f"{start} to {end}",
        say=("Go.",),
        body=body,
    )


TRAVEL = Travel(
    moves=(
        move("standing", "kneeling", body=KNEELING),
        move("kneeling", "standing", body=KNEELING),
        move("kneeling", "sidelying", "floor", DOWN),
        move("sidelying", "kneeling", "floor", DOWN),
        move("sidelying", "supine", "floor"),
        move("supine", "sidelying", "floor"),
        move("standing", "sitting"),
        move("sitting", "standing"),
        move("standing", "supine", "bed"),
        move("supine", "standing", "bed"),
        move("standing", "sidelying", "bed"),
        move("sidelying", "standing", "bed"),
    )
)


def library(*exercises: Exercise) -> Library:
    return Library(exercises={one.id: one for one in exercises}, travel=TRAVEL, version="a-version")


def routine(*names: str) -> Routine:
    """A routine with an item for each name; "a|b" is an item with two rungs."""
    items = tuple(
        Item(id=name.split("|")[0], rungs=tuple(Rung(exercise=one) for one in name.split("|")))
        for name in names
    )
    return Routine(id="mine", name="My routine", items=items)
