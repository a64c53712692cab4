"""The plan that a person has come to: the routine, their choices and their sessions, replayed.

Nothing that the rule between sessions once changed is remembered. It is worked out
anew from what is kept, so that a session or an answer that is corrected or withdrawn
takes with it what it changed, and nothing counts twice.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from supple.routine.plan import Plan, PlanItem
from supple.routine.progression import Change, can_grow, changed_dose, lower_start
from supple.routine.routine import Routine
from supple.track.progress import Settled
from supple.value import changed
from supple.web import plans
from supple.web.plans import Choice
from supple.web.sessions import Offer

CAREFUL: tuple[Change, ...] = ("down", "smaller", "same")
Items = dict[str, PlanItem]


class Base(NamedTuple):
    """What the replay starts from: a version of the plan, and its routine."""

    plan: Plan
    routine: Routine
    locale: str


class Led(NamedTuple):
    """A day on which the plan was followed.

    `version` is that of the plan in its last session, `exercises` are those done
    for each item, `offers` what became of the steps up that the day led to.
    """

    version: int
    settled: Settled
    exercises: Mapping[str, Sequence[str]]
    offers: Mapping[str, Offer]


class Replay(NamedTuple):
    """Items by id: as they were done on the last day, and as they are from then on."""

    led: Items
    now: Items


def replay(base: Base, choices: Iterable[Choice], days: Iterable[Led]) -> Replay:
    """The items of `base` after all that a person chose and did, in the order of versions."""
    items = {item.id: item for item in base.plan.items}
    led, resting, waiting = items, dict[str, PlanItem](), deque(choices)
    for day in days:
        while waiting and waiting[0].version <= day.version:
            items = _chosen(items, waiting.popleft(), resting)
        led = items
        items = {name: _after(base, day, item) for name, item in items.items()}
    for choice in waiting:
        items = _chosen(items, choice, resting)
    return Replay(led, items)


def _chosen(items: Items, choice: Choice, resting: Items) -> Items:
    """`items` with those of a choice; one that is taken back goes on from where it was left."""
    found = dict(items)
    for name, item in choice.items.items():
        if item.change == "left-out":
            resting.setdefault(name, items.get(name, item))
            found[name] = item
            continue
        before = resting.pop(name, item)
        found[name] = before if before.exercise == item.exercise else item
    return found


def _after(base: Base, day: Led, item: PlanItem) -> PlanItem:
    """An item after a day: lower first where it came after a time away."""
    if item.change == "left-out":
        return item
    if day.settled.came_back:
        item = changed(item, dose=lower_start(item.dose))
    change = change_of(day, item)
    if change == "same" or (change == "up" and day.offers.get(item.id) != "taken"):
        return item
    return _stepped(base, item, change)


def done_as(day: Led, item: PlanItem) -> str:
    """The exercise that an item was done as on a day, the one that asks for most care; or ""."""
    done, own = day.exercises.get(item.id, ()), item.exercise or item.id
    if own in done or not done:
        return own if done else ""
    return min(done, key=lambda name: CAREFUL.index(_careful(day.settled.changes[name])))


def change_of(day: Led, item: PlanItem) -> Change:
    """What a day changes in an item; nothing steps up for another exercise in its place."""
    name = done_as(day, item)
    if not name:
        return "same"
    change = day.settled.changes[name]
    return change if name == (item.exercise or item.id) else _careful(change)


def _careful(change: Change) -> Change:
    return "same" if change == "up" else change


def _stepped(base: Base, item: PlanItem, step: Change) -> PlanItem:
    """One step: another dose, or another rung where the dose has no room or there is an easier."""
    rung = rung_from(base.routine, item, step)
    if rung and step != "smaller" and (step == "down" or not can_grow(item.dose)):
        return plans.on_rung(base.routine, item.id, rung, base.locale)
    return changed(item, dose=changed_dose(item.dose, step))


def rung_from(routine: Routine, item: PlanItem, step: Change) -> str:
    """The next rung up or down; "" where there is none."""
    try:
        rungs = plans.rungs_of(routine, item.id)
        at = rungs.index(item.exercise) + {"up": 1, "down": -1}[step]
    except (KeyError, ValueError):
        return ""
    return rungs[at] if 0 <= at < len(rungs) else ""


def can_step_up(routine: Routine, item: PlanItem) -> bool:
    """Whether there is anything harder to offer."""
    return can_grow(item.dose) or bool(rung_from(routine, item, "up"))
