"""What a person or their therapist decides against the plan, and keeps deciding."""

from collections.abc import Iterable
from typing import Literal

from supple.exercise.load import Library
from supple.problem import Place, Problem
from supple.routine.routine import Routine
from supple.value import Value
from supple.words import Words, mark

_NO_ITEM = mark(
    "A choice of yours is about “{item}”, which “{routine}” no longer has. "
    "The choice is kept, but not used."
)
_NO_EXERCISE = mark(
    "You chose “{exercise}” for “{item}”, which the library no longer has. "
    "The choice is kept, but not used."
)

Choice = Literal["keep", "leave-out", "use"]
Who = Literal["person", "therapist"]


class Overrule(Value, kw_only=True):
    """One decision about one item: keep it, leave it out, or use another `exercise`."""

    item: str
    choice: Choice
    exercise: str = ""
    by: Who = "person"


def heeded(
    overrules: Iterable[Overrule], routine: Routine, library: Library, say: Words
) -> tuple[dict[str, Overrule], tuple[Problem, ...]]:
    """The decisions that still apply, by item (the last one counts), and why others do not."""
    items = {item.id for item in routine.items}
    found: dict[str, Overrule] = {}
    problems = []
    for one in overrules:
        if one.item not in items:
            problems.append(say.say(_NO_ITEM, item=one.item, routine=say.say(routine.name)))
        elif one.choice == "use" and one.exercise not in library.exercises:
            problems.append(say.say(_NO_EXERCISE, exercise=one.exercise, item=one.item))
        else:
            found[one.item] = one
    return found, tuple(Problem(place=Place(), sentence=sentence) for sentence in problems)
