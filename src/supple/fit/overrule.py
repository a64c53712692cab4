"""What a person or their therapist decides against the plan, and keeps deciding."""

from collections.abc import Iterable
from typing import Literal

from supple.exercise.load import Library
from supple.problem import Place, Problem
from supple.routine.routine import Routine
from supple.value import Value

Choice = Literal["keep", "leave-out", "use"]
Who = Literal["person", "therapist"]


class Overrule(Value, kw_only=True):
    """One decision about one item: keep it, leave it out, or use another `exercise`."""

    item: str
    choice: Choice
    exercise: str = ""
    by: Who = "person"


def heeded(
    overrules: Iterable[Overrule], routine: Routine, library: Library
) -> tuple[dict[str, Overrule], tuple[Problem, ...]]:
    """The decisions that still apply, by item (the last one counts), and why others do not."""
    items = {item.id for item in routine.items}
    found: dict[str, Overrule] = {}
    problems = []
    for one in overrules:
        if one.item not in items:
            problems.append(
                f"A choice of yours is about “{one.item}”, which “{routine.name}” no longer has."
            )
        elif one.choice == "use" and one.exercise not in library.exercises:
            problems.append(
                f"You chose “{one.exercise}” for “{one.item}”, which the library no longer has."
            )
        else:
            found[one.item] = one
    return found, tuple(
        Problem(place=Place(), sentence=f"{sentence} The choice is kept, but not used.")
        for sentence in problems
    )
