"""A plan that was made with an older library, on the library of today."""

from supple.exercise.load import Library
from supple.fit import says
from supple.problem import Place, Problem
from supple.routine.plan import Plan, PlanItem
from supple.value import changed
from supple.words import Words, words


def renewed(
    plan: Plan, library: Library, say: Words | None = None
) -> tuple[Plan, tuple[Problem, ...]]:
    """`plan` with what was renamed under its new name and what is gone left out, each with a word.

    Doses and order stay; the plan given is not changed, so nothing is lost.
    """
    say = say or words()
    names = {old: one.id for one in library.exercises.values() for old in one.was}
    pairs = [_renewed(item, library, names, say) for item in plan.items]
    problems = tuple(Problem(place=Place(), sentence=sentence) for _, sentence in pairs if sentence)
    items = tuple(item for item, _ in pairs)
    return changed(plan, items=items, library=library.version), problems


def current(name: str, library: Library) -> str:
    """The id that an exercise has today; as it was where nothing is known of it."""
    if name in library.exercises:
        return name
    return next((one.id for one in library.exercises.values() if name in one.was), name)


def _renewed(
    item: PlanItem, library: Library, names: dict[str, str], say: Words
) -> tuple[PlanItem, str]:
    if not item.exercise or item.exercise in library.exercises or item.change == "left-out":
        return item, ""
    if item.exercise in names:
        new = library.exercises[names[item.exercise]]
        sentence = say.say(says.RENAMED, old=item.exercise, new=say.say(new.name))
        return changed(item, exercise=new.id), sentence
    reason = say.say(says.GONE)
    left = changed(item, change="left-out", reason=reason, source="convention")
    return left, say.say("“{name}”: {reason}", name=item.exercise, reason=reason)
