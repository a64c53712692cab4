"""Joining the stages for one person: the routine they follow, their plan of it, today's script."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Max

from supple.exercise.dose import Dose
from supple.exercise.load import Library, load_library
from supple.guide.blocks import Options
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.load import load_routines
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Routine
from supple.routine.script import Script
from supple.value import changed, from_json, to_json
from supple.web import fitting
from supple.web.models import BroughtRoutine, StoredPlan, StoredScript, User
from supple.web.publishing import shelf
from supple.words import words

FIRST_ROUTINE = "facet-joint"
FIRST_VERSION = 1  # the routine fitted to the person; never kept as a row


class Choice(NamedTuple):
    """A version of a plan in which the person set some items, by id."""

    version: int
    items: Mapping[str, PlanItem]


def library() -> Library:
    """The exercises of this version, read once."""
    return load_library()


def routines() -> Mapping[str, Routine]:
    """The ready routines by id, read once."""
    return load_routines()[0]


def routine(user: User, routine_id: str) -> Routine | None:
    """A ready routine, one that this person brought, or a published one; None for none of them."""
    ready = routines().get(routine_id)
    if ready is not None:
        return ready
    row = BroughtRoutine.objects.filter(owner=user, key=routine_id).first()
    return row.read_routine() if row else shelf.routine_for(user, routine_id)


def own_routines(user: User) -> list[Routine]:
    """The routines that this person brought, newest first."""
    rows = BroughtRoutine.objects.filter(owner=user).exclude(routine_document="")
    return [kept for row in rows.order_by("-made") if (kept := row.read_routine())]


def is_own(user: User, routine_id: str) -> bool:
    """Whether the person brought this routine."""
    return BroughtRoutine.objects.filter(owner=user, key=routine_id).exists()


def plan_for(user: User, routine_id: str, locale: str) -> Plan | None:
    """The person's newest plan of a routine, or the routine as it is; None for no such routine.

    A kept plan is fitted again where something it rests on has changed.
    """
    newest, found = kept(user, routine_id), routine(user, routine_id)
    if newest is not None:
        return fitting.up_to_date(user, newest, found, locale)
    return fitting.fitted_plan(user, found, locale) if found else None


def plan_version(user: User, plan_id: str, version: int, locale: str) -> Plan | None:
    """The version of a plan that a session was led with; None where it is gone."""
    row = StoredPlan.objects.filter(owner=user, plan=plan_id, version=version).first()
    if row is not None:
        return row.read()
    found = routine(user, plan_id)
    return fitting.fitted_plan(user, found, locale) if found else None


def followed_name(user: User) -> str:
    """The routine that the person follows: that of the plan they made last, else the first."""
    newest = StoredPlan.objects.filter(owner=user).order_by("-pk").values_list("routine", flat=True)
    return newest.first() or FIRST_ROUTINE


def kept(user: User, routine_id: str) -> Plan | None:
    """The newest version of a plan as it was kept; None before there is one."""
    row = StoredPlan.objects.filter(owner=user, routine=routine_id).order_by("-pk").first()
    return row.read() if row else None


def choices(user: User, plan_id: str, after: int) -> list[Choice]:
    """What the person set in the versions after one, oldest first."""
    rows = StoredPlan.objects.filter(owner=user, plan=plan_id, version__gt=after)
    return [
        Choice(row.version, {item.id: item for item in row.read().items if item.id in names})
        for row in rows.exclude(chosen="").order_by("version")
        if (names := set(row.chosen.split()))
    ]


def differing(before: Plan | None, plan: Plan) -> tuple[str, ...]:
    """The items of `plan` that are not what they were `before`, whatever is said of them.

    None without a plan before.
    """
    had = {item.id: _what(item) for item in before.items} if before else {}
    return tuple(item.id for item in plan.items if before and had.get(item.id) != _what(item))


def _what(item: PlanItem) -> tuple[object, ...]:
    return item.exercise, item.dose, item.change, item.instead_of


def keep_plan(user: User, plan: Plan, chosen: Iterable[str] = ()) -> Plan:
    """Keep `plan` as the newest version of its routine's, which is the one followed from now.

    `chosen` are the items that the person sets by it. The routine as it is counts
    as a version too, so that no two versions share a number.
    A published routine is followed from then on in the version it has now.
    """
    rows = StoredPlan.objects.filter(owner=user, plan=plan.id)
    highest = rows.aggregate(highest=Max("version"))["highest"] or 0
    newest = changed(plan, version=max(highest, plan.version) + 1)
    StoredPlan.objects.create(
        owner=user,
        plan=newest.id,
        version=newest.version,
        routine=newest.routine,
        library=newest.library,
        document=to_json(newest),
        chosen=" ".join(chosen),
    )
    if newest.routine not in routines():
        shelf.begin_with(user, newest.routine)
    return newest


def with_rung(routine: Routine, plan: Plan, item: str, exercise: str, locale: str) -> Plan:
    """The plan with another rung of one item. Raises KeyError for what is not there."""
    if exercise not in rungs_of(routine, item):
        raise KeyError(exercise)
    return changed(
        plan,
        items=tuple(
            on_rung(routine, item, exercise, locale) if planned.id == item else planned
            for planned in plan.items
        ),
    )


def rungs_of(routine: Routine, item: str) -> tuple[str, ...]:
    """The exercises of an item from easier to harder. Raises KeyError for what is not there."""
    places = {place.id: place for place in routine.items}
    return tuple(rung.exercise for rung in places[item].rungs)


def on_rung(routine: Routine, item: str, exercise: str, locale: str) -> PlanItem:
    """An item of a routine as it is on one of its rungs."""
    made = make_plan(routine, library(), {item: exercise}, words(locale))
    return next(planned for planned in made.items if planned.id == item)


def with_doses(plan: Plan, form: Callable[[Dose], Dose]) -> Plan:
    """The plan with every dose in another form: that of a first day, of a flare, or half."""
    items = (changed(planned, dose=form(planned.dose)) for planned in plan.items)
    return changed(plan, items=tuple(items))


def refit(user: User, locale: str) -> None:
    """Keep every plan of the person as their limits and decisions are now.

    The one that is followed is kept last, so that it stays the one followed.
    """
    newest = StoredPlan.objects.filter(owner=user).values("routine").annotate(last=Max("pk"))
    names = [row["routine"] for row in newest.order_by("last")] or [FIRST_ROUTINE]
    for name in names:
        found, before = routine(user, name), kept(user, name)
        if found is None:
            continue
        plan = fitting.fitted_plan(user, found, locale, before)
        if plan != before:
            keep_plan(user, plan, differing(before, plan))


def script_of(plan: Plan, locale: str, *, wait: bool = False) -> Script:
    """The session of a plan in a language; `wait` for a tap after each change of place."""
    return _script(to_json(plan), locale, wait)


@lru_cache(maxsize=32)
def _script(plan: str, locale: str, wait: bool) -> Script:  # noqa: FBT001 - the cache's key
    return make_script(from_json(plan, Plan), library(), words(locale), Options(wait=wait))


def keep_script(script: Script) -> None:
    """Keep a script under its hash, so that a session can name what led it."""
    StoredScript.objects.get_or_create(
        pk=script.id,
        defaults={
            "plan": script.plan.id,
            "plan_version": script.plan.version,
            "routine": script.routine,
            "document": to_json(script),
        },
    )
