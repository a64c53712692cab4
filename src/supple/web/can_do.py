"""The page of what a person can do, and of a plan with its reasons, as words."""

from functools import lru_cache

from django.utils.translation import gettext as _

from supple.exercise.dose_text import format_dose
from supple.exercise.load import Library, load_library
from supple.fit.fit import options
from supple.fit.limits import Limits
from supple.fit.says import cited
from supple.guide.script import item_name
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Item, Routine
from supple.safety.conditions import Condition, conditions, constraints
from supple.value import Value
from supple.web import fitting
from supple.web.fitting_models import CanDo
from supple.web.models import User
from supple.words import Words, words

OFFERED = 8  # as many other exercises are offered for one item


class Line(Value, kw_only=True, omit_defaults=False):
    """A line to tick: a constraint with the conditions that set it, or a condition."""

    name: str
    says: str
    means: str
    source: str
    ticked: bool
    ask: str = ""
    note: str = ""


class FitRow(Value, kw_only=True, omit_defaults=False):
    """An item of a fitted plan: what is done, what for, why, and what could be done instead."""

    item: str
    exercise: str
    name: str
    dose: str
    change: str
    instead_of: str
    reason: str
    source: str
    left_out: bool
    decided: bool
    others: tuple[tuple[str, str], ...] = ()


def limits(kept: CanDo, say: Words) -> list[Line]:
    """Every constraint in the person's own words."""
    return [
        Line(
            name=name,
            says=say.say(one.words),
            means=say.say(one.breaks),
            source=source_in_words(one.source),
            ticked=name in kept.constraints,
        )
        for name, one in constraints().items()
    ]


def shortcuts(kept: CanDo, say: Words) -> list[Line]:
    """Every condition that sets or offers something, or has something to say."""
    return [
        Line(
            name=name,
            says=say.say(one.label),
            means=_means(one, say),
            source=source_in_words(one.source),
            ticked=name in kept.conditions,
            ask=say.say(one.ask),
            note=say.say(one.note),
        )
        for name, one in conditions().items()
    ]


def _means(condition: Condition, say: Words) -> str:
    known = constraints()
    sets = _("; ").join(say.say(known[name].words) for name in condition.gives)
    offers = _("; ").join(say.say(known[name].words) for name in condition.offers)
    lines = [
        _("Sets: %(limits)s") % {"limits": sets} if sets else "",
        _("You may add: %(limits)s") % {"limits": offers} if offers else "",
    ]
    return " · ".join(line for line in lines if line)


def source_in_words(source: str) -> str:
    """Where a sentence comes from, as a person reads it."""
    own = {
        "convention": _("common practice"),
        "person": _("you"),
        "therapist": _("your therapist"),
    }
    return own.get(source) or cited(source)


def fitted_page(user: User, routine: Routine, before: Plan | None, say: Words) -> dict[str, object]:
    """What the page of a routine shows of the person's own plan of it."""
    plan, problems = fitting.fitted(user, routine, say.locale, before)
    decided = frozenset(one.item for one in fitting.decisions(user, routine.id))
    return {
        "fit_rows": plan_rows(plan, routine, fitting.limits_of(user), decided, say.locale),
        "fit_notes": plan.notes,
        "fit_problems": [problem.sentence for problem in problems],
        "fit_touched": bool(plan.limits or decided),
    }


@lru_cache(maxsize=64)
def plan_rows(
    plan: Plan, routine: Routine, limits: Limits, decided: frozenset[str], locale: str
) -> tuple[FitRow, ...]:
    """A row for each item; made once, because what else could be done takes a while to find."""
    library, say = load_library(), words(locale)
    places = {place.id: place for place in routine.items}
    return tuple(
        FitRow(
            item=item.id,
            exercise=item.exercise if item.exercise in library.exercises else "",
            name=item_name(item, library.exercises.get(item.exercise), say),
            dose=format_dose(item.dose, say),
            change=_change(item),
            instead_of=_name(item.instead_of, library, say),
            reason=item.reason,
            source=source_in_words(item.source),
            left_out=item.change == "left-out",
            decided=item.id in decided,
            others=_others(places[item.id], item, limits, library, say),
        )
        for item in plan.items
    )


def _change(item: PlanItem) -> str:
    named = {
        "easier": _("Easier"),
        "dose": _("Shorter"),
        "instead": _("Instead"),
        "left-out": _("Left out"),
    }
    return named.get(item.change, "")


def _name(exercise: str, library: Library, say: Words) -> str:
    found = library.exercises.get(exercise)
    return say.say(found.name) if found else exercise


def _others(
    place: Item, item: PlanItem, limits: Limits, library: Library, say: Words
) -> tuple[tuple[str, str], ...]:
    rung = place.rung(item.instead_of or item.exercise)
    found = options(place, rung, limits, library)
    return tuple((one.id, say.say(one.name)) for one in found if one.id != item.exercise)[:OFFERED]


def unknown(kept: CanDo) -> tuple[str, ...]:
    """Limits of an earlier version that this one does not know; they go when the page is kept."""
    return tuple(name for name in kept.constraints if name not in constraints())
