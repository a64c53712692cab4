"""A plan: what one person does of a routine, every number filled in and accounted for."""

from typing import Literal

from supple.exercise.dose import Dose
from supple.exercise.types import Ground
from supple.value import Value

Change = Literal["keep", "easier", "dose", "instead", "left-out"]


class PlanItem(Value, kw_only=True):
    """One exercise to do. `dose` states everything the session needs.

    `change` says what was done to the routine's item and `reason` why, in
    words for the person; `name` and `text` stand for an exercise that the
    library does not know (`exercise` is then ""). A `left-out` item stays in
    the plan, so that nothing vanishes without a word.
    """

    id: str
    exercise: str
    dose: Dose
    name: str = ""
    text: str = ""
    change: Change = "keep"
    instead_of: str = ""
    reason: str = ""
    source: str = ""


class Plan(Value, kw_only=True):
    """A versioned document: the routine and the library it was made from are named.

    `surface` is where the person lies down; `limits` are the constraints that
    the plan was fitted to.
    """

    id: str
    version: int = 1
    routine: str
    library: str
    items: tuple[PlanItem, ...]
    surface: Ground = "floor"
    limits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    schema: int = 1
