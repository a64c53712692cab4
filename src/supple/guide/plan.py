"""Routine → Plan as the routine gives it: every rung chosen, every silence filled and labelled.

`fit` changes such a plan for a person; without it this is what a session is made from.
"""

from collections.abc import Mapping

from supple.exercise.dose import Amount, filled
from supple.exercise.load import Library
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Item, Routine
from supple.words import Words, words

MOST_REPETITIONS = 2000  # of a session, far above what anybody does


def make_plan(
    routine: Routine,
    library: Library,
    rungs: Mapping[str, str] | None = None,
    say: Words | None = None,
) -> Plan:
    """The plan of `routine`; `rungs` names the exercise a person is on, by item.

    An item without a choice starts on its first rung, the easiest. An exercise
    that the library does not have is left out with a reason.
    """
    say = say or words()
    items = tuple(
        _plan_item(item, library, (rungs or {}).get(item.id, ""), say) for item in routine.items
    )
    return Plan(id=routine.id, routine=routine.id, library=library.version, items=items)


def _plan_item(item: Item, library: Library, chosen: str, say: Words) -> PlanItem:
    rung = item.rung(chosen)
    if not rung.exercise:
        return PlanItem(id=item.id, exercise="", dose=rung.dose, name=item.name, text=item.text)
    exercise = library.exercises.get(rung.exercise)
    if exercise is None:
        reason = say.say("This exercise is not in the library of this version.")
        return PlanItem(
            id=item.id, exercise=rung.exercise, dose=rung.dose, change="left-out", reason=reason
        )
    return PlanItem(id=item.id, exercise=exercise.id, dose=filled(rung.dose, exercise.dose))


def too_much(plan: Plan) -> bool:
    """Whether a plan asks for more than a session can lead: a slip of the pen, or a bad joke.

    Its script would be of any length.
    """
    done = (item.dose for item in plan.items if item.change != "left-out")
    return sum(2 * _most(dose.sets) * _most(dose.reps) for dose in done) > MOST_REPETITIONS


def _most(amount: Amount | None) -> float:
    """The most that an amount asks for; 1 for one that is not stated."""
    return amount.high if amount else 1
