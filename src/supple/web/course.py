"""From one session to the next: what the rule changes in a person's plan, and what today is."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from supple.exercise.dose import Dose
from supple.guide.script import item_name
from supple.routine.log import Pain
from supple.routine.plan import Plan, PlanItem
from supple.routine.progression import Change, day_one, flare_form, lower_start
from supple.routine.routine import Routine
from supple.track.progress import Next, Settled, progress_of, settled, standing_sentence
from supple.track.rule import AWAY_DAYS, Standing, Today, days_of, standing
from supple.value import changed
from supple.web import fitting, plans, sessions
from supple.web.models import User
from supple.web.replay import Base, Items, Led, can_step_up, change_of, done_as, replay
from supple.web.sessions import Gone, Offer, Past
from supple.words import words

Form = Literal["", "day-one", "short", "lower"]
FORMS: Mapping[str, Callable[[Dose], Dose]] = {
    "day-one": day_one, "short": flare_form, "lower": lower_start
}  # fmt: skip


class Step(NamedTuple):
    """What the rule says of one exercise of the plan. `offer` is "" where there is none.

    `left_out` says that the person leaves it out by now.
    """

    item: str
    exercise: str
    name: str
    change: Change
    reason: str
    offer: Literal["", "open", "taken", "not now"]
    left_out: bool


class Course(NamedTuple):
    """Where a person stands on a day.

    `plan` is what they follow from now, whether or not it is kept yet, `before` what
    they followed until now, and `fresh` the items that were fitted again; `lead` are
    the sessions of this plan that the latest changes come from.
    """

    plan: Plan
    before: Plan
    routine: Routine | None
    past: Sequence[Past]
    standing: Standing
    sentence: str
    steps: tuple[Step, ...]
    form: Form
    lead: tuple[uuid.UUID, ...]
    fresh: tuple[str, ...]


def course_of(user: User, name: str, day: date, pain: Pain | None, locale: str) -> Course | None:
    """The course of a routine on a local `day` with the pain now; None for no such routine."""
    gone, say = sessions.past(user, day), words(locale)
    days, today = days_of(one.log for one in gone.sessions), Today(date=day, pain=pain)
    led = _led(gone.sessions, name, settled(days))
    base = _base(user, name, gone, locale)
    kept = plans.kept(user, name) or (base.plan if base else None)
    if kept is None:
        return None
    found = replay(base, plans.choices(user, name, base.plan.version), led) if base else None
    came_to = _with(kept, found.now if found else {})
    plan = fitting.up_to_date(user, came_to, base.routine if base else None, locale)
    lead = _lead(gone.sessions, name)
    said = progress_of(days, today, say).next if lead else ()
    now = standing(days, today)
    return Course(
        plan=plan,
        before=kept,
        routine=base.routine if base else None,
        past=gone.sessions,
        standing=now,
        sentence=standing_sentence(now, say),
        steps=_steps(base, plan, found.led, led[-1], said) if base and found and said else (),
        form=_form(gone.sessions, day, now),
        lead=lead,
        fresh=plans.differing(came_to, plan),
    )


def _base(user: User, name: str, gone: Gone, locale: str) -> Base | None:
    """The routine as it is for this person; in a long history, the plan that begins it."""
    routine = plans.routine(user, name)
    led = [one.version for one in gone.sessions if one.plan == name and one.log.items]
    first = led[0] if led and not gone.whole else plans.FIRST_VERSION
    plan = plans.plan_version(user, name, first, locale)
    return Base(plan, routine, locale) if plan and routine else None


def _led(past: Sequence[Past], name: str, days: Sequence[Settled]) -> tuple[Led, ...]:
    """The days on which a plan was followed."""
    settled_on = {one.date.isoformat(): one for one in days}
    by_day = groupby((one for one in past if one.log.items), key=lambda one: one.log.date[:10])
    own = {day: [one for one in every if one.plan == name] for day, every in by_day}
    return tuple(
        Led(
            version=max(one.version for one in led),
            settled=settled_on[day],
            exercises=_exercises(led),
            offers={key: said for one in led for key, said in _offers(one).items()},
        )
        for day, led in own.items()
        if led
    )


def _exercises(led: Sequence[Past]) -> dict[str, list[str]]:
    """What was done for each item."""
    found: dict[str, list[str]] = {}
    for one in led:
        for item in one.log.items:
            found.setdefault(item.item, []).append(item.exercise or item.item)
    return found


def _offers(one: Past) -> Mapping[str, Offer]:
    return sessions.answers_in(one.answers).offers if one.answers else {}


def _with(plan: Plan, items: Items) -> Plan:
    """`plan` with what each item has come to; what is said of one that is the same stays."""
    return changed(plan, items=tuple(_came_to(item, items.get(item.id)) for item in plan.items))


def _came_to(item: PlanItem, found: PlanItem | None) -> PlanItem:
    if found and (found.exercise, found.change) != (item.exercise, item.change):
        return found
    return changed(item, dose=found.dose) if found else item


def settle(user: User, course: Course) -> Plan:
    """Keep what a course changes; the plan as it is followed from now."""
    if course.before.items == course.plan.items:
        return course.plan
    return plans.keep_plan(user, course.plan, course.fresh)


def settled_anew(user: User, day: date, locale: str, *names: str) -> None:
    """Keep what plans have come to after a session was added, corrected or removed."""
    followed = plans.followed_name(user)
    for name in dict.fromkeys((*filter(None, names), followed)):
        course = course_of(user, name, day, None, locale)
        if course is not None:
            settle(user, course)


def by_reason(steps: Iterable[Step]) -> list[tuple[str, list[Step]]]:
    """Steps with one reason together, so that it is read once."""
    found: dict[str, list[Step]] = {}
    for step in steps:
        found.setdefault(step.reason, []).append(step)
    return list(found.items())


def answer_offer(user: User, course: Course, item: str, offer: Offer) -> bool:
    """Keep what became of a step up; whether there was one to answer."""
    if item not in {step.item for step in course.steps if step.offer}:
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


def _lead(past: Sequence[Past], name: str) -> tuple[uuid.UUID, ...]:
    """The sessions of this plan on the last day that has exercises."""
    led = [one for one in past if one.log.items]
    return tuple(
        one.key for one in led if one.plan == name and one.log.date[:10] == led[-1].log.date[:10]
    )


def _steps(base: Base, plan: Plan, led: Items, day: Led, said: Sequence[Next]) -> tuple[Step, ...]:
    """What the rule says of each exercise, in the order of the plan as it was done."""
    library, say = plans.library(), words(base.locale)
    by_exercise = {one.exercise: one for one in said}
    left_out = {item.id for item in plan.items if item.change == "left-out"}
    found: list[Step] = []
    for item in led.values():
        name, change = done_as(day, item), change_of(day, item)
        one = by_exercise.get(name)
        up = change == "up" and can_step_up(base.routine, item)
        if one is None or (one.change == "up" and not up):
            continue
        known = library.exercises.get(name)
        offer: Offer | Literal["", "open"] = day.offers.get(item.id, "open") if up else ""
        if one.change != "up" and offer != "taken":
            offer = ""
        found.append(
            Step(
                item=item.id,
                exercise=name if known else "",
                name=item_name(item, known, say),
                change=one.change,
                reason=one.reason,
                offer=offer,
                left_out=item.id in left_out,
            )
        )
    return tuple(found)
