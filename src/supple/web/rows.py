"""The exercises of a plan or routine as rows of a page."""

from functools import lru_cache

from supple.exercise.dose import Dose, filled
from supple.exercise.dose_text import format_dose
from supple.exercise.load import Library
from supple.guide.script import item_name
from supple.routine.plan import Plan
from supple.routine.routine import Item, Routine, Rung
from supple.value import Value
from supple.web import doses, plans
from supple.words import Words, words


class RungRow(Value, kw_only=True, omit_defaults=False):
    """One step of a ladder: the exercise, its dose with provenance, whether the person is on it."""

    exercise: str
    name: str
    aim: str = ""
    dose: str
    ours: str
    told: tuple[doses.Told, ...] = ()
    cautions: tuple[str, ...] = ()
    sides: str = ""
    current: bool = False


class Row(Value, kw_only=True, omit_defaults=False):
    """One item: the rung that is done, all `rungs` where there is a choice, and the reasons."""

    item: str
    now: RungRow
    rungs: tuple[RungRow, ...] = ()
    left_out: bool = False
    reason: str = ""
    cautions: tuple[str, ...] = ()
    text: str = ""

    @property
    def forms(self) -> tuple[RungRow, ...]:
        """The rungs to choose from; the one there is where there is no choice."""
        return self.rungs or (self.now,)


@lru_cache(maxsize=64)
def plan_rows(plan: Plan, routine: Routine | None, locale: str) -> tuple[Row, ...]:
    """A row for each item of a plan of `routine`; what is left out keeps its row and its reason.

    Made once for a plan and a language: putting the words together costs more
    than all the rest of the page.
    """
    library, say = plans.library(), words(locale)
    places = {item.id: item for item in routine.items} if routine else {}
    return tuple(
        Row(
            item=item.id,
            now=_rung_row(
                item.exercise,
                item_name(item, library.exercises.get(item.exercise), say),
                item.dose,
                library,
                say,
            ),
            rungs=_ladder(places[item.id], item.exercise, library, say)
            if item.id in places
            else (),
            left_out=item.change == "left-out",
            reason=item.reason,
        )
        for item in plan.items
    )


@lru_cache(maxsize=64)
def routine_rows(routine: Routine, locale: str) -> tuple[Row, ...]:
    """A row for each item of a routine, on its first rung; made once, as a plan's."""
    library, say = plans.library(), words(locale)
    return tuple(
        Row(
            item=item.id,
            now=_of_rung(item, item.rungs[0], "", library, say),
            rungs=_ladder(item, "", library, say),
            cautions=tuple(say.say(caution) for caution in item.cautions),
            text=item.text,
        )
        for item in routine.items
    )


def _ladder(item: Item, current: str, library: Library, say: Words) -> tuple[RungRow, ...]:
    """All rungs of an item; none where there is nothing to choose."""
    if len(item.rungs) == 1:
        return ()
    return tuple(_of_rung(item, rung, current, library, say) for rung in item.rungs)


def _of_rung(item: Item, rung: Rung, current: str, library: Library, say: Words) -> RungRow:
    exercise = library.exercises.get(rung.exercise)
    dose = filled(rung.dose, exercise.dose) if exercise else rung.dose
    name = say.say(exercise.name) if exercise else item.name or rung.exercise
    return _rung_row(rung.exercise, name, dose, library, say, current=rung.exercise == current)


def _rung_row(  # noqa: PLR0913 - one row, each part given by name or nature
    exercise: str, name: str, dose: Dose, library: Library, say: Words, *, current: bool = False
) -> RungRow:
    known = library.exercises.get(exercise)
    return RungRow(
        exercise=exercise if known else "",
        name=name,
        aim=say.say(known.aim) if known else "",
        dose=format_dose(dose, say),
        ours=doses.our_choice(dose),
        told=doses.told(dose),
        cautions=tuple(say.say(one.say) for one in known.cautions) if known else (),
        sides=known.sides.mode if known else "",
        current=current,
    )
