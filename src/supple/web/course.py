"""From one session to the next: what the rule changes in a person's plan, and what today is.

The plan that a session was led with is the base: what the session changes is
worked out from it anew whenever an answer comes, is corrected or is withdrawn.
"""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from supple.guide.script import item_name
from supple.routine.plan import Plan, PlanItem
from supple.routine.progression import (
    Change,
    can_grow,
    changed_dose,
    day_one,
    flare_form,
    lower_start,
)
from supple.routine.routine import Routine
from supple.track.progress import Next, progress, today_sentence
from supple.track.rule import AWAY_DAYS, Day, Standing, Today, days_of, standing
from supple.value import changed
from supple.web import plans, sessions
from supple.web.models import User
from supple.web.sessions import Made, Offer, Pain, Past
from supple.words import words

Form = Literal["", "day-one", "short", "lower"]
FORMS = {"day-one": day_one, "short": flare_form, "lower": lower_start}


class Step(NamedTuple):
    """What the rule says of one exercise of the plan. `offer` is "" where there is none."""

    item: str
    exercise: str
    name: str
    change: Change
    reason: str
    offer: Literal["", "open", "taken", "not now"]


class Base(NamedTuple):
    """What the latest changes start from: the plan as it was led, and its routine."""

    plan: Plan
    routine: Routine
    locale: str


class Course(NamedTuple):
    """Where a person stands on a day.

    `plan` is what they follow from now, whether or not it is kept yet; `lead`
    the session that the latest changes are kept with, None before there is one.
    """

    plan: Plan
    past: Sequence[Past]
    standing: Standing
    sentence: str
    steps: tuple[Step, ...]
    form: Form
    lead: uuid.UUID | None
    made: Mapping[str, tuple[Made, ...]]


def course_of(user: User, plan: Plan, day: date, pain: Pain | None, locale: str) -> Course:
    """The course of `plan`, the newest that is kept, on a local `day` with the pain now."""
    say = words(locale)
    past = sessions.past(user, day)
    logs = [one.log for one in past]
    gone = days_of(logs)
    today = Today(date=day, pain=pain)
    lead = _lead(past, plan)
    held = sessions.answers_in(lead.answers if lead else "")
    base = _base(user, plan, lead, locale) if lead else None
    settled = {one.exercise: one.change for one in progress(logs).next}
    made = _made(base, settled, held.offers, came_back=_came_back(gone)) if base else {}
    following = _merged(plan, base, held.made, made) if base else plan
    now = standing(gone, today)
    steps = _steps(base, progress(logs, today, say).next, settled, held.offers) if base else ()
    return Course(
        plan=following,
        past=past,
        standing=now,
        sentence=today_sentence(logs, today, say),
        steps=steps,
        form=_form(past, day, now),
        lead=lead.key if lead else None,
        made=made,
    )


def _base(user: User, plan: Plan, lead: Past, locale: str) -> Base | None:
    led: Plan | None = plan
    if lead.version != plan.version:
        led = plans.plan_version(user, plan.id, lead.version, locale)
    routine = plans.routine(user, plan.routine)
    return Base(led, routine, locale) if led and routine else None


def settle(user: User, course: Course) -> Plan:
    """Keep what a course changes; the plan as it is followed from now."""
    kept = plans.plan_for(user, course.plan.routine, "en")
    if course.lead is not None:
        sessions.keep_made(user, course.lead, dict(course.made))
    if kept is None or kept.items == course.plan.items:
        return course.plan
    return plans.keep_plan(user, course.plan)


def answer_offer(user: User, course: Course, item: str, offer: Offer) -> bool:
    """Keep what became of a step up; whether there was one to answer."""
    offered = {step.item for step in course.steps if step.offer}
    if course.lead is None or item not in offered:
        return False
    sessions.keep_offer(user, course.lead, item, offer)
    return True


def is_flare(course: Course) -> bool:
    """Whether the pain now is a flare, or too high for the session as it is."""
    return course.standing.state == "flare" or course.standing.too_much


def in_form(plan: Plan, form: Form) -> Plan:
    """The plan as it is done on such a day; the plan itself stays."""
    return plans.with_doses(plan, FORMS[form]) if form else plan


def _form(past: Sequence[Past], day: date, now: Standing) -> Form:
    """The sessions of a first day are small; the first one after a time away is lower."""
    if not past or past[0].log.date[:10] == day.isoformat():
        return "day-one"
    done_today = past[-1].log.date[:10] == day.isoformat()
    return "lower" if now.away >= AWAY_DAYS and not done_today else ""


def _lead(past: Sequence[Past], plan: Plan) -> Past | None:
    """The first session of this plan on the last day that has exercises."""
    led = [one for one in past if one.log.items]
    day = [one for one in led if one.log.date[:10] == led[-1].log.date[:10]]
    return next((one for one in day if one.plan == plan.id), None)


def _came_back(gone: Sequence[Day]) -> bool:
    """Whether the last day with exercises came after a time away."""
    with_exercises = [day for day in gone if day.items]
    return bool(with_exercises) and with_exercises[-1].away >= AWAY_DAYS


def _name(item: PlanItem) -> str:
    return item.exercise or item.id


def _made(
    base: Base,
    settled: Mapping[str, Change],
    offers: Mapping[str, Offer],
    *,
    came_back: bool,
) -> dict[str, tuple[Made, ...]]:
    """What the last day changes in the plan it was led with, by item."""
    found: dict[str, tuple[Made, ...]] = {}
    for item in base.plan.items:
        steps: list[Made] = ["lower"] if came_back else []
        change = settled.get(_name(item), "same")
        if change != "same" and (change != "up" or offers.get(item.id) == "taken"):
            steps.append(change)
        if steps:
            found[item.id] = tuple(steps)
    return found


def _merged(
    plan: Plan,
    base: Base,
    before: Mapping[str, Sequence[Made]],
    now: Mapping[str, Sequence[Made]],
) -> Plan:
    """`plan` with the changes `now` instead of those `before`; what a person changed stays."""
    based = {item.id: item for item in base.plan.items}

    def settled(item: PlanItem) -> PlanItem:
        led = based.get(item.id)
        if led is None or item != _after(base, led, before.get(item.id, ())):
            return item
        return _after(base, led, now.get(item.id, ()))

    return changed(plan, items=tuple(settled(item) for item in plan.items))


def _after(base: Base, item: PlanItem, steps: Sequence[Made]) -> PlanItem:
    for step in steps:
        item = _stepped(base, item, step)
    return item


def _stepped(base: Base, item: PlanItem, step: Made) -> PlanItem:
    """One step: another dose, or another rung where the dose has no room or there is an easier."""
    if step == "lower":
        return changed(item, dose=lower_start(item.dose))
    rung = _rung(base.routine, item, step)
    if rung and (step == "down" or not can_grow(item.dose)) and step != "smaller":
        return plans.on_rung(base.routine, item.id, rung, base.locale)
    return changed(item, dose=changed_dose(item.dose, step))


def _rung(routine: Routine, item: PlanItem, step: Made) -> str:
    """The next rung up or down; "" where there is none."""
    try:
        rungs = plans.rungs_of(routine, item.id)
        at = rungs.index(item.exercise) + {"up": 1, "down": -1}[step]
    except (KeyError, ValueError):
        return ""
    return rungs[at] if 0 <= at < len(rungs) else ""


def can_step_up(routine: Routine, item: PlanItem) -> bool:
    """Whether there is anything harder to offer."""
    return can_grow(item.dose) or bool(_rung(routine, item, "up"))


def _steps(
    base: Base,
    said: Sequence[Next],
    settled: Mapping[str, Change],
    offers: Mapping[str, Offer],
) -> tuple[Step, ...]:
    """What the rule says of each exercise, in the order of the plan."""
    library, say = plans.library(), words(base.locale)
    by_exercise = {one.exercise: one for one in said}
    found: list[Step] = []
    for item in base.plan.items:
        one = by_exercise.get(_name(item))
        if one is None or (one.change == "up" and not can_step_up(base.routine, item)):
            continue
        offer: Offer | Literal["", "open"] = ""
        if settled.get(one.exercise) == "up":
            offer = offers.get(item.id, "open")
        if one.change != "up" and offer != "taken":
            offer = ""
        name = item_name(item, library.exercises.get(item.exercise), say)
        found.append(Step(item.id, item.exercise, name, one.change, one.reason, offer))
    return tuple(found)
