"""Routine + limits → Plan. A pure function: the same input gives the same plan, to the byte.

For each item, in this order: keep it, its easier form, another dose, a
stand-in of the same purpose, one of another purpose named as such, leave it
out. A person's or a therapist's decision comes before all of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from supple.exercise.dose import Amount, Dose, filled
from supple.exercise.load import Library
from supple.exercise.travel import station
from supple.exercise.types import Exercise, Ground
from supple.fit import says
from supple.fit.candidates import easier, no_harder, stand_ins
from supple.fit.ground import LYING, breaks, surface_for
from supple.fit.limits import Limits
from supple.fit.order import ordered
from supple.fit.overrule import Overrule, heeded
from supple.fit.renew import current
from supple.fit.rules import RULES, asks_of, stands_in
from supple.problem import Place, Problem
from supple.routine.plan import Change, Plan, PlanItem
from supple.routine.routine import Item, Routine, Rung
from supple.value import changed
from supple.words import Words, words

LONGEST_EFFORT = 10  # seconds


@dataclass(frozen=True)
class Person:
    """What a plan is made for: the limits, where to lie, the library, the language."""

    limits: tuple[str, ...]
    surface: Ground
    library: Library
    say: Words

    def known(self, name: str) -> Exercise | None:
        """The exercise of that id, also by an id it had before; None where there is none."""
        return self.library.exercises.get(current(name, self.library))

    def breaks(self, exercise: Exercise) -> tuple[str, ...]:
        """The limits that `exercise`, or the way to it, breaks."""
        return breaks(exercise, self.library.travel, self.limits)

    def may_stand_in(self, exercise: Exercise) -> bool:
        """Whether neither it nor the way to it breaks a limit, also as a stand-in."""
        return stands_in(asks_of(exercise), self.limits) and not self.breaks(exercise)


def fit(  # noqa: PLR0913 - all that a plan depends on, each named
    routine: Routine,
    limits: Limits,
    library: Library,
    *,
    overrules: Iterable[Overrule] = (),
    rungs: Mapping[str, str] | None = None,
    say: Words | None = None,
) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan of `routine` for someone with `limits`, and what could not be heeded.

    `rungs` names the exercise a person is on, by item. `Plan.items` holds what
    is done, in order, and what is left out, each with a reason and a source.
    """
    say = say or words()
    unknown = tuple(name for name in limits.constraints if name not in RULES)
    if unknown:
        return _nothing(routine, limits, library, unknown, say)
    person = Person(
        limits.constraints, surface_for(library.travel, limits.constraints), library, say
    )
    decided, problems = heeded(overrules, routine, library, say)
    items = _items(routine, person, decided, rungs or {})
    done = sum(item.change != "left-out" for item in items)
    plan = Plan(
        id=routine.id,
        routine=routine.id,
        library=library.version,
        items=_in_order(items, person),
        surface=person.surface if _lies_down(items, library) else "floor",
        limits=person.limits,
        notes=says.notes(limits, done, say),
    )
    return plan, problems


def broken_items(plan: Plan, limits: Limits, library: Library) -> tuple[str, ...]:
    """The items of a plan, made at any time, that break a limit today."""
    return tuple(
        item.id
        for item in plan.items
        if item.change != "left-out"
        and item.exercise in library.exercises
        and breaks(library.exercises[item.exercise], library.travel, limits.constraints)
    )


def options(item: Item, rung: Rung, limits: Limits, library: Library) -> tuple[Exercise, ...]:
    """What could be done in the place of a rung, best first, whether or not it breaks a limit."""
    person = Person(
        limits.constraints, surface_for(library.travel, limits.constraints), library, words()
    )
    exercise = person.known(rung.exercise)
    if exercise is None:
        return ()
    found = _options(item, exercise, person.breaks(exercise), person)
    return tuple({one.id: one for _, one in found}.values())


def _nothing(
    routine: Routine, limits: Limits, library: Library, unknown: tuple[str, ...], say: Words
) -> tuple[Plan, tuple[Problem, ...]]:
    """All left out: a limit that nobody understands must not be passed over."""
    reason = " ".join(say.say(says.NOT_UNDERSTOOD, term=term) for term in unknown)
    items = tuple(_left(item, item.rungs[0], reason, "convention") for item in routine.items)
    plan = Plan(
        id=routine.id,
        routine=routine.id,
        library=library.version,
        items=items,
        limits=limits.constraints,
        notes=(reason,),
    )
    return plan, (Problem(place=Place(), sentence=reason),)


def _items(
    routine: Routine, person: Person, decided: Mapping[str, Overrule], rungs: Mapping[str, str]
) -> tuple[PlanItem, ...]:
    """Each item fitted; what is kept first, so that no stand-in doubles it."""
    kept = {
        item.id: _as_decided(item, rung, decided[item.id], person)
        if item.id in decided
        else _kept(item, rung, person, f"page:{routine.id}")
        for item in routine.items
        for rung in (item.rung(rungs.get(item.id, "")),)
    }
    taken = {found.exercise for found in kept.values() if found and found.change != "left-out"}
    fitted = []
    for item in routine.items:
        found = kept[item.id] or _changed(item, item.rung(rungs.get(item.id, "")), person, taken)
        if found.change != "left-out":
            taken.add(found.exercise)
        fitted.append(found)
    return tuple(fitted)


def _as_decided(item: Item, rung: Rung, decision: Overrule, person: Person) -> PlanItem:
    say = person.say
    if decision.choice == "leave-out":
        return _left(item, rung, say.say(says.LEFT_BY[decision.by]), decision.by)
    if decision.choice == "use":
        other = person.library.exercises[decision.exercise]
        reason = say.say(says.USED_BY[decision.by])
        return _instead(item, rung, other, "instead", (reason, decision.by))
    exercise = person.known(rung.exercise)
    broken = person.breaks(exercise) if exercise else ()
    kept = _plain(item, rung, exercise)
    reason = says.because(broken, say.say(says.KEPT_BY[decision.by]), say)
    return changed(kept, reason=reason, source=decision.by)


def _kept(item: Item, rung: Rung, person: Person, page: str) -> PlanItem | None:
    """The item as the routine has it, perhaps with a smaller dose; None where it breaks a limit."""
    exercise = person.known(rung.exercise)
    if exercise is None:
        unknown_to_all = not rung.exercise and not person.limits
        plain = _plain(item, rung, None)
        return (
            changed(plain, reason=person.say.say(says.AS_GIVEN), source=page)
            if unknown_to_all
            else None
        )
    if person.breaks(exercise):
        return None
    plain = _plain(item, rung, exercise)
    shorter = _short_efforts(plain.dose, exercise, person)
    if shorter != plain.dose:
        reason = person.say.say(says.SHORT_EFFORTS, seconds=LONGEST_EFFORT)
        return changed(
            plain, dose=shorter, change="dose", reason=reason, source="breath-pressure-1989"
        )
    reason, source = _why_kept(exercise, person, page)
    return changed(plain, reason=person.say.say(reason), source=source)


def _why_kept(exercise: Exercise, person: Person, page: str) -> tuple[str, str]:
    if person.surface == "bed" and station(exercise.body.posture) in LYING:
        return says.ON_A_BED, "convention"
    return (says.NOTHING_BROKEN if person.limits else says.AS_GIVEN), page


def _changed(item: Item, rung: Rung, person: Person, taken: set[str]) -> PlanItem:
    """The easier form or the stand-in that breaks nothing and is not in the plan yet."""
    exercise = person.known(rung.exercise)
    say = person.say
    if exercise is None:
        reason = says.GONE if rung.exercise else says.UNCHECKED
        return _left(item, rung, say.say(reason), "convention")
    broken = person.breaks(exercise)
    source = says.sources_of(broken)
    options = _options(item, exercise, broken, person)
    for change, other in options:
        if other.id not in taken:
            ending = (
                say.say(says.EASIER, name=say.say(other.name))
                if change == "easier"
                else says.in_place_of(exercise, other, say)
            )
            found = _instead(item, rung, other, change, (says.because(broken, ending, say), source))
            return changed(found, dose=_short_efforts(found.dose, other, person))
    ending = say.say(says.TAKEN if options else says.NOTHING)
    return _left(item, rung, says.because(broken, ending, say), source)


def _options(
    item: Item, exercise: Exercise, broken: tuple[str, ...], person: Person
) -> list[tuple[Change, Exercise]]:
    found: list[tuple[Change, Exercise]] = [
        ("easier", one) for one in easier(item, exercise, person.library)
    ]
    found += [("instead", one) for one in stand_ins(exercise, broken, person.library)]
    return [
        (change, one)
        for change, one in found
        if no_harder(one, exercise) and person.may_stand_in(one)
    ]


def _plain(item: Item, rung: Rung, exercise: Exercise | None) -> PlanItem:
    if exercise is None:
        return PlanItem(
            id=item.id, exercise=rung.exercise, dose=rung.dose, name=item.name, text=item.text
        )
    return PlanItem(id=item.id, exercise=exercise.id, dose=filled(rung.dose, exercise.dose))


def _instead(
    item: Item, rung: Rung, other: Exercise, change: Change, why: tuple[str, str]
) -> PlanItem:
    """`other` in the place of a rung: with the routine's dose where it is a rung, else its own.

    How often the routine is done holds for whatever is done in it.
    """
    own = next((one.dose for one in item.rungs if one.exercise == other.id), None)
    often = Dose(times_a_day=rung.dose.times_a_day, days_a_week=rung.dose.days_a_week)
    reason, source = why
    return PlanItem(
        id=item.id,
        exercise=other.id,
        dose=filled(own or often, other.dose),
        change=change,
        instead_of=rung.exercise,
        reason=reason,
        source=source,
    )


def _left(item: Item, rung: Rung, reason: str, source: str) -> PlanItem:
    return PlanItem(
        id=item.id,
        exercise=rung.exercise,
        dose=rung.dose,
        name=item.name,
        text=item.text,
        change="left-out",
        reason=reason,
        source=source,
    )


def _short_efforts(dose: Dose, exercise: Exercise, person: Person) -> Dose:
    """Long efforts as several short ones of no more seconds; long easy stretches are no efforts."""
    hold = dose.hold
    if "breath_bp" not in person.limits or exercise.body.load == "low" or hold is None:
        return dose
    if hold.unit == "breaths" or hold.high <= LONGEST_EFFORT:
        return dose
    rounds = max(int(hold.low // LONGEST_EFFORT), 1)
    times = rounds * (int(dose.reps.low) if dose.reps else 1)
    low = min(hold.low, LONGEST_EFFORT)
    return changed(
        dose,
        hold=_ours(low, LONGEST_EFFORT),
        reps=dose.reps if rounds == 1 else _ours(times, times),
    )


def _ours(low: float, high: float) -> Amount:
    return Amount(min=low, max=high, origin="library", ref="breath-pressure-1989")


def _in_order(items: tuple[PlanItem, ...], person: Person) -> tuple[PlanItem, ...]:
    """The order with few changes of position where something was changed; else the routine's.

    Exercises that nobody knows stay where they are only in an order that is not remade.
    """
    known = person.library.exercises
    done = [item for item in items if item.change != "left-out" and item.exercise in known]
    touched = any(item.change in ("easier", "instead") for item in items)
    if not touched and person.surface == "floor":
        return items
    places = [(item.id, station(known[item.exercise].body.posture)) for item in done]
    rank = {
        name: n for n, name in enumerate(ordered(places, person.library.travel, person.surface))
    }
    return tuple(sorted(items, key=lambda item: rank.get(item.id, len(rank))))


def _lies_down(items: tuple[PlanItem, ...], library: Library) -> bool:
    return any(
        station(library.exercises[item.exercise].body.posture) in LYING
        for item in items
        if item.change != "left-out" and item.exercise in library.exercises
    )
