"""Joining the stages for one person: the routine they follow, their plan of it, today's script."""

from collections.abc import Mapping
from functools import lru_cache

from django.db.models import Max

from supple.exercise.load import Library, load_library
from supple.guide.blocks import Options
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.load import load_routines
from supple.routine.plan import Plan
from supple.routine.routine import Routine
from supple.routine.script import Script
from supple.value import changed, from_json, to_json
from supple.web.models import BroughtRoutine, StoredPlan, StoredScript, User
from supple.words import words

FIRST_ROUTINE = "facet-joint"


def library() -> Library:
    """The exercises of this version, read once."""
    return load_library()


def routines() -> Mapping[str, Routine]:
    """The ready routines by id, read once."""
    return load_routines()[0]


def routine(user: User, routine_id: str) -> Routine | None:
    """A ready routine, or one that this person brought; None for no such routine."""
    ready = routines().get(routine_id)
    if ready is not None:
        return ready
    row = BroughtRoutine.objects.filter(owner=user, key=routine_id).first()
    return row.read_routine() if row else None


def own_routines(user: User) -> list[Routine]:
    """The routines that this person brought, newest first."""
    rows = BroughtRoutine.objects.filter(owner=user).exclude(routine_document="")
    return [kept for row in rows.order_by("-made") if (kept := row.read_routine())]


def followed(user: User, locale: str) -> Plan | None:
    """The plan that the person follows: the newest they made, else the first routine's."""
    newest = StoredPlan.objects.filter(owner=user).order_by("-pk").first()
    if newest is not None:
        return newest.read()
    first = routines().get(FIRST_ROUTINE)
    return _untouched(first, locale) if first else None


def plan_for(user: User, routine_id: str, locale: str) -> Plan | None:
    """The person's newest plan of a routine, or the routine as it is; None for no such routine."""
    newest = StoredPlan.objects.filter(owner=user, routine=routine_id).order_by("-pk").first()
    if newest is not None:
        return newest.read()
    found = routine(user, routine_id)
    return _untouched(found, locale) if found else None


def keep_plan(user: User, plan: Plan) -> Plan:
    """Keep `plan` as the newest version of its routine's, which is the one followed from now."""
    rows = StoredPlan.objects.filter(owner=user, plan=plan.id)
    highest = rows.aggregate(highest=Max("version"))["highest"] or 0
    kept = changed(plan, version=highest + 1)
    StoredPlan.objects.create(
        owner=user,
        plan=kept.id,
        version=kept.version,
        routine=kept.routine,
        library=kept.library,
        document=to_json(kept),
    )
    return kept


def with_rung(routine: Routine, plan: Plan, item: str, exercise: str, locale: str) -> Plan:
    """The plan made anew with another rung of one item. Raises KeyError for what is not there."""
    rungs = {planned.id: planned.exercise for planned in plan.items}
    offered = {place.id: [rung.exercise for rung in place.rungs] for place in routine.items}
    if exercise not in offered[item]:
        raise KeyError(exercise)
    return make_plan(routine, library(), rungs | {item: exercise}, words(locale))


@lru_cache(maxsize=32)
def _untouched(routine: Routine, locale: str) -> Plan:
    return make_plan(routine, library(), {}, words(locale))


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
