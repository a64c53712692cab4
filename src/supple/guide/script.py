"""Plan → Script. A pure function; the player only keeps its time.

The order of a script: the way down, then for each exercise announce, get
ready, its repetitions, and between positions the way over, and the way up.
A side never changes without a `switch` step, so that it is always said and
shown, and both sides get the same seconds.
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from supple.exercise.dose_text import format_dose
from supple.exercise.load import Library
from supple.exercise.travel import UPRIGHT, path, station
from supple.exercise.types import Exercise, Station
from supple.guide.blocks import Options, exercise_steps, loose_steps
from supple.guide.doses import ours
from supple.guide.steps import Draft, ask, settled, travelled
from supple.routine.plan import Plan, PlanItem
from supple.routine.script import PlanRef, Script, ScriptItem, Step
from supple.value import changed, to_json
from supple.words import Words, words

HOME: Station = "standing"


def make_script(
    plan: Plan, library: Library, say: Words | None = None, options: Options | None = None
) -> Script:
    """The session of `plan`. An item that is left out, or unknown to the library, has no steps."""
    say = say or words()
    options = options or Options()
    drafts = tuple(_session(plan, library, say, options))
    steps = _numbered(drafts, say)
    script = Script(
        routine=plan.routine,
        plan=PlanRef(id=plan.id, version=plan.version),
        library=plan.library,
        locale=say.locale,
        seconds=steps[0].left if steps else 0.0,
        items=tuple(_items(plan, library, steps, say)),
        steps=steps,
    )
    return changed(script, id=hashlib.sha256(to_json(script).encode()).hexdigest()[:16])


def to_do(plan: Plan, library: Library) -> tuple[PlanItem, ...]:
    """The items that have steps in a session, in order."""
    return tuple(
        item
        for item in plan.items
        if item.change != "left-out" and (not item.exercise or item.exercise in library.exercises)
    )


def _session(plan: Plan, library: Library, say: Words, options: Options) -> Iterator[Draft]:
    here: Station = HOME
    for item in to_do(plan, library):
        exercise = library.exercises.get(item.exercise)
        if exercise is None:
            yield from _in_own_words(item, say, floor=here not in UPRIGHT)
            continue
        there = station(exercise.body.posture)
        yield from _way(plan, library, (here, there), say, options)
        here = there
        yield from exercise_steps(item, exercise, say, options)
    yield from _way(plan, library, (here, HOME), say, options)


def _in_own_words(item: PlanItem, say: Words, *, floor: bool) -> Iterator[Draft]:
    """An exercise the library does not know: nobody knows its position, so a tap is awaited."""
    announce, *others = loose_steps(item, say, floor=floor)
    yield announce
    yield settled(announce, say)
    yield from others


def _way(
    plan: Plan, library: Library, ends: tuple[Station, Station], say: Words, options: Options
) -> Iterator[Draft]:
    here, there = ends
    moves = path(library.travel, here, there, plan.surface)
    for move in moves:
        yield travelled(move, say)
    if moves and there != HOME and (options.wait or here in UPRIGHT):
        yield ask(there, say)


def _numbered(drafts: tuple[Draft, ...], say: Words) -> tuple[Step, ...]:
    seconds = [draft.seconds or 0.0 for draft in drafts]
    left = list(accumulate(reversed(seconds), initial=0.0))[:0:-1]
    return tuple(
        draft.step(
            id=f"s{number:03d}",
            left=round(left[number], 3),
            next=_next(drafts, number, say),
        )
        for number, draft in enumerate(drafts)
    )


def _next(drafts: tuple[Draft, ...], number: int, say: Words) -> str:
    """What follows a step, for the screen."""
    if number + 1 == len(drafts):
        return say.say("How was it?")
    here, later = drafts[number], drafts[number + 1]
    if later.kind == "switch":
        return later.side_text
    if later.kind == "move" and here.kind in ("release", "rest"):
        return say.say("Once more")
    return later.text


def _items(
    plan: Plan, library: Library, steps: tuple[Step, ...], say: Words
) -> Iterable[ScriptItem]:
    by_id = {item.id: item for item in plan.items}
    numbered = [(step.item, number) for number, step in enumerate(steps) if step.item]
    for item_id, group in groupby(numbered, key=lambda pair: pair[0]):
        numbers = [number for _, number in group]
        item = by_id[item_id]
        yield ScriptItem(
            id=item.id,
            exercise=item.exercise,
            name=item_name(item, library.exercises.get(item.exercise), say),
            dose=format_dose(item.dose, say),
            text="" if item.exercise else item.text,
            ours=ours(item.dose),
            first=numbers[0],
            last=numbers[-1],
        )


def item_name(item: PlanItem, exercise: Exercise | None, say: Words) -> str:
    """What an item is called: the library's name, or the words it came with."""
    return say.say(exercise.name) if exercise else item.name or say.say("The next exercise")
