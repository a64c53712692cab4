"""One person's limits and decisions, and a routine fitted to them."""

from collections.abc import Collection, Iterable
from functools import lru_cache

from django.http import QueryDict

from supple.exercise.load import load_library
from supple.fit.fit import broken_items, fit
from supple.fit.limits import Limits
from supple.fit.overrule import Overrule
from supple.fit.renew import renewed
from supple.problem import Problem
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Routine
from supple.safety.conditions import conditions, constraints, given_by
from supple.value import BadValue, changed, to_json
from supple.web import screening
from supple.web.fitting_models import CanDo, Decision, StoredCanDo
from supple.web.models import User
from supple.words import words

Fitted = tuple[Plan, tuple[Problem, ...]]


def can_do(user: User) -> CanDo:
    """What the person leaves out, with what their answers before the first session set since.

    What can no longer be read counts as nothing said; the answers still count.
    """
    row = StoredCanDo.objects.filter(owner=user).first()
    try:
        kept = row.read() if row else CanDo()
    except BadValue:
        kept = CanDo()
    told = screening.conditions_of(user)
    answered = [name for name in conditions() if name in told]
    fresh = [name for name in answered if name not in kept.seen]
    return changed(_with(kept, fresh), seen=tuple(dict.fromkeys((*kept.seen, *answered))))


def _with(kept: CanDo, names: Collection[str]) -> CanDo:
    """`kept` with more conditions and what they set; nothing is taken back."""
    return changed(
        kept,
        constraints=_ordered({*kept.constraints, *given_by(names)}),
        conditions=tuple(dict.fromkeys((*kept.conditions, *names))),
    )


def limits_of(user: User) -> Limits:
    """What the person's plans heed."""
    kept = can_do(user)
    known = tuple(name for name in kept.conditions if name in conditions())
    return Limits(constraints=kept.constraints, conditions=known)


def keep_answers(user: User, form: QueryDict) -> CanDo:
    """Keep what was ticked. A condition newly ticked sets its constraints.

    One that is unticked takes nothing back by itself: each constraint is the
    person's own to lift.
    """
    before = can_do(user)
    said = [name for name in form.getlist("condition") if name in conditions()]
    new = [name for name in said if name not in before.conditions]
    ticked = {name for name in form.getlist("constraint") if name in constraints()}
    kept = CanDo(
        constraints=_ordered({*ticked, *given_by(new)}),
        conditions=tuple(said),
        seen=before.seen,
    )
    StoredCanDo.objects.update_or_create(owner=user, defaults={"document": to_json(kept)})
    return kept


def leave_out(user: User, names: Iterable[str]) -> CanDo:
    """Add conditions to what the person said, and what they set; nothing is taken back."""
    kept = _with(can_do(user), [name for name in names if name in conditions()])
    StoredCanDo.objects.update_or_create(owner=user, defaults={"document": to_json(kept)})
    return kept


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    """Known names in the table's order, then those that a later table no longer knows."""
    found = set(names)
    return (*(n for n in constraints() if n in found), *sorted(found - set(constraints())))


def decisions(user: User, routine: str) -> tuple[Overrule, ...]:
    """What the person or their therapist decided about items of a routine."""
    rows = Decision.objects.filter(owner=user, routine=routine).order_by("pk")
    return tuple(row.read() for row in rows)


def decide(user: User, routine: str, decision: Overrule) -> None:
    """Remember a decision; it replaces an earlier one about the same item."""
    Decision.objects.update_or_create(
        owner=user, routine=routine, item=decision.item, defaults={"document": to_json(decision)}
    )


def undo(user: User, routine: str, item: str) -> None:
    """Forget a decision: the plan is as it was suggested."""
    Decision.objects.filter(owner=user, routine=routine, item=item).delete()


def fitted(user: User, routine: Routine, locale: str, before: Plan | None = None) -> Fitted:
    """The routine fitted to this person, and what of their decisions no longer applies.

    `before` is the plan they follow: the rungs they are on and the doses they
    have come to are carried over.
    """
    plan, problems = _fitted(
        routine, limits_of(user), decisions(user, routine.id), _rungs(before), locale
    )
    return (_carried(plan, before) if before else plan), problems


def fitted_plan(user: User, routine: Routine, locale: str, before: Plan | None = None) -> Plan:
    """The plan of `fitted` alone."""
    return fitted(user, routine, locale, before)[0]


def up_to_date(user: User, plan: Plan, routine: Routine | None, locale: str) -> Plan:
    """`plan` as it is today: fitted again where the person's limits or the library changed.

    Without its routine it is kept as it is, with what the library no longer has left out.
    """
    library, limits = load_library(), limits_of(user)
    same = plan.library == library.version and plan.limits == limits.constraints
    decided = {one.item for one in decisions(user, plan.routine)}
    if same and decided.issuperset(broken_items(plan, limits, library)):
        return plan
    if routine is None:
        return renewed(plan, library, words(locale))[0]
    return fitted_plan(user, routine, locale, plan)


@lru_cache(maxsize=128)
def _fitted(
    routine: Routine,
    limits: Limits,
    decided: tuple[Overrule, ...],
    rungs: tuple[tuple[str, str], ...],
    locale: str,
) -> Fitted:
    return fit(
        routine,
        limits,
        load_library(),
        overrules=decided,
        rungs=dict(rungs),
        say=words(locale),
    )


def _rungs(before: Plan | None) -> tuple[tuple[str, str], ...]:
    """The exercise of the routine that the person is on, by item."""
    items = before.items if before else ()
    return tuple((item.id, item.instead_of or item.exercise) for item in items)


def _carried(plan: Plan, before: Plan) -> Plan:
    """`plan` as the next form of `before`: its version, and the doses they had come to."""
    had = {item.id: item for item in before.items}
    items = tuple(_with_dose(item, had.get(item.id)) for item in plan.items)
    return changed(plan, id=before.id, version=before.version, items=items)


def _with_dose(item: PlanItem, had: PlanItem | None) -> PlanItem:
    same = had is not None and had.exercise == item.exercise and had.change != "left-out"
    return changed(item, dose=had.dose) if had and same and item.change != "dose" else item
