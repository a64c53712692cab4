"""The steps of one item: announce, get ready, then sets, sides, repetitions and holds."""

from collections.abc import Iterator

from supple.exercise.types import Exercise, Move, Part
from supple.guide.doses import LONG_HOLD, Spending, spending, spoken_amount, spoken_dose
from supple.guide.speech import (
    LAST_SECONDS,
    at_once,
    counted_down,
    held_lines,
    in_turn,
    voice_seconds,
)
from supple.guide.steps import FACE_DOWN, Draft, on_floor, side_text
from supple.routine.plan import PlanItem
from supple.routine.script import Line, Motion, ShownSide
from supple.value import Value, changed
from supple.words import Words

READY = 5.0
SWITCH = 5.0
QUICK_SWITCH = 2.0
LONG_REST = 10.0
LOOSE_REPETITION = 5.0
FIRST: ShownSide = "right"
SECOND: ShownSide = "left"


class Options(Value, kw_only=True):
    """What a person chose about being led.

    `wait`: a tap is awaited after every change of place, not only on the way
    down. `brief`: name, dose, position and breath are said, the instructions
    left out.
    """

    wait: bool = False
    brief: bool = False


class _Block(Value, kw_only=True):
    """What all steps of one item share; its words are in the person's language.

    `base` is the step that the others are made from, `taught` what is said
    before the first time, `cues` the reminders during long holds.
    """

    item: PlanItem
    spend: Spending
    say: Words
    base: Draft
    name: str
    taught: tuple[str, ...]
    breath: str = ""
    cues: tuple[str, ...] = ()
    part: Part = ""
    moves: tuple[Move, ...] = ()

    def side(self, side: ShownSide) -> str:
        """A side by the body part it is named by."""
        return side_text(self.part, side, self.say)

    def cue(self, repetition: int) -> str:
        """The reminder of one repetition: each in its turn."""
        return self.cues[(repetition - 1) % len(self.cues)] if self.cues else ""


class _Place(Value, kw_only=True):
    """Where in an item a repetition stands."""

    side: ShownSide
    repetition: int
    of: int
    set: int
    sets: int


def exercise_steps(
    item: PlanItem, exercise: Exercise, say: Words, options: Options
) -> Iterator[Draft]:
    """All steps of one exercise of the library, in order."""
    base = Draft(
        kind="move",
        seconds=0.0,
        text="",
        item=item.id,
        exercise=exercise.id,
        floor=on_floor(exercise),
        face_down=exercise.body.posture in FACE_DOWN,
        pose=_still(exercise.id, exercise.start),
    )
    how = () if options.brief else exercise.how
    return _steps(
        _Block(
            item=item,
            spend=spending(item.dose),
            say=say,
            base=base,
            name=say.say(exercise.name),
            taught=tuple(say.say(text) for text in (exercise.position, *how, exercise.breath)),
            breath=say.say(exercise.breath),
            cues=tuple(say.say(cue.say) for cue in exercise.form),
            part=exercise.sides.part,
            moves=exercise.moves,
        )
    )


def loose_steps(item: PlanItem, say: Words, *, floor: bool) -> Iterator[Draft]:
    """An exercise the library does not know: its own words, its own numbers, no figure."""
    return _steps(
        _Block(
            item=item,
            spend=spending(item.dose),
            say=say,
            base=Draft(kind="move", seconds=0.0, text="", item=item.id, floor=floor),
            name=item.name.rstrip(". ") or say.say("The next exercise"),
            taught=(item.text,),
        )
    )


def _still(exercise: str, pose: str) -> Motion | None:
    return Motion(exercise=exercise, start=pose, end=pose) if pose else None


def _steps(block: _Block) -> Iterator[Draft]:
    yield _announce(block)
    yield _ready(block)
    before: _Place | None = None
    for place in _places(block.spend):
        if before is not None:
            yield from _between(block, before, place)
        yield from _repetition(block, place)
        before = place


def _announce(block: _Block) -> Draft:
    dose = spoken_dose(block.item.dose, block.say)
    name = block.say.say("{name}.", name=block.name)
    lines, end = in_turn((name, dose, *block.taught))
    return changed(
        block.base, kind="announce", seconds=end, text=block.name, detail=dose, say=lines
    )


def _ready(block: _Block) -> Draft:
    say = block.say
    first: ShownSide = "both" if block.spend.sides == "together" else FIRST
    side = block.side(first)
    opening = say.say("Get ready. {side}.", side=side) if side else say.say("Get ready.")
    seconds = max(READY, voice_seconds(opening) + LAST_SECONDS)
    return changed(
        block.base,
        kind="ready",
        seconds=seconds,
        text=say.say("Get ready"),
        side=first,
        side_text=side,
        say=counted_down(opening, seconds, say),
    )


def _places(spend: Spending) -> Iterator[_Place]:
    """Every repetition in order: by set, then side by side or taking turns."""
    sides: tuple[ShownSide, ...] = ("both",) if spend.sides == "together" else (FIRST, SECOND)
    reps = range(1, spend.reps + 1)
    if spend.sides == "alternate":
        order = [(rep, side) for rep in reps for side in sides]
    else:
        order = [(rep, side) for side in sides for rep in reps]
    for number in range(1, spend.sets + 1):
        for rep, side in order:
            yield _Place(side=side, repetition=rep, of=spend.reps, set=number, sets=spend.sets)


def _between(block: _Block, before: _Place, place: _Place) -> Iterator[Draft]:
    say = block.say
    if place.set != before.set:
        spoken = say.say("Rest. Set {n} comes next.", n=place.set)
        yield from _rest(block, before, block.spend.rest, spoken)
    elif place.repetition > before.repetition:
        yield from _rest(block, before, block.spend.breather, say.say("Rest a moment."))
    if place.side != before.side:
        yield _switch(block, place)


def _rest(block: _Block, before: _Place, seconds: float, spoken: str) -> Iterator[Draft]:
    if not seconds:
        return
    long = seconds >= LONG_REST
    yield changed(
        block.base,
        kind="rest",
        seconds=max(seconds, voice_seconds(spoken)),
        text=block.say.say("Rest"),
        side=before.side,
        set=before.set,
        sets=before.sets,
        say=counted_down(spoken, seconds, block.say) if long else at_once(spoken),
    )


def _switch(block: _Block, place: _Place) -> Draft:
    say, side = block.say, block.side(place.side)
    quick = block.spend.sides == "alternate"
    spoken = say.say("{side}." if quick else "Change sides. {side}.", side=side)
    return changed(
        _placed(block, place),
        kind="switch",
        seconds=max(QUICK_SWITCH if quick else SWITCH, voice_seconds(spoken)),
        text=say.say("Change sides"),
        detail="",
        say=at_once(spoken),
    )


def _placed(block: _Block, place: _Place) -> Draft:
    """The base with its side, repetition and set."""
    of = block.say.say("{i} of {n}", i=place.repetition, n=place.of)
    return changed(
        block.base,
        side=place.side,
        side_text=block.side(place.side),
        repetition=place.repetition,
        of=place.of,
        set=place.set,
        sets=place.sets,
        detail=of if place.of > 1 else "",
    )


def _repetition(block: _Block, place: _Place) -> Iterator[Draft]:
    if block.spend.work or not block.moves:
        yield _own_way(block, place)
        return
    base = _placed(block, place)
    holds = {number for number, move in enumerate(block.moves) if move.hold} or {0}
    here = block.moves[-1].to
    for number, move in enumerate(block.moves):
        motion = Motion(exercise=block.base.exercise, start=here, end=move.to)
        yield changed(
            base,
            kind="release" if number > min(holds) else "move",
            seconds=max(float(move.seconds), voice_seconds(block.say.say(move.say))),
            text=block.say.say(move.text),
            pose=motion,
            say=_move_lines(block, place, number),
        )
        if number in holds and block.spend.hold:
            yield _hold(block, place, move)
        here = move.to


def _move_lines(block: _Block, place: _Place, number: int) -> tuple[Line, ...]:
    """The cue the first time, then only the count: nobody wants to hear it twenty times."""
    if place.set == place.repetition == 1:
        return at_once(block.say.say(block.moves[number].say))
    return at_once(_number(place, block.say)) if number == 0 else ()


def _number(place: _Place, say: Words) -> str:
    if 1 < place.repetition == place.of:
        return say.say("Last one.")
    return say.say("Number {n}.", n=place.repetition)


def _hold(block: _Block, place: _Place, move: Move) -> Draft:
    say, seconds = block.say, block.spend.hold or 0.0
    cue = block.cue(place.repetition)
    return changed(
        _placed(block, place),
        kind="hold",
        seconds=seconds,
        text=say.say(move.held) if move.held else say.say("Hold"),
        pose=_still(block.base.exercise, move.to),
        say=held_lines(_hold_opening(block), seconds, block.breath, cue, say),
    )


def _hold_opening(block: _Block) -> str:
    hold = block.item.dose.hold
    if hold and (block.spend.hold or 0) >= LONG_HOLD:
        return block.say.say("Hold for {time}.", time=spoken_amount(hold, block.say))
    return block.say.say("Hold.")


def _own_way(block: _Block, place: _Place) -> Draft:
    """A repetition without led moves: held or timed, counted, or until the person says.

    A dose that says nothing is never invented: such a step waits.
    """
    say, base = block.say, changed(_placed(block, place), text=block.name)
    dose, spend = block.item.dose, block.spend
    seconds = spend.work or spend.hold
    if seconds:
        opening = _hold_opening(block)
        if dose.work:
            opening = say.say("For {time}.", time=spoken_amount(dose.work, say))
        lines = held_lines(opening, seconds, block.breath, block.cue(place.repetition), say)
        return changed(base, kind="hold", seconds=seconds, say=lines)
    if dose.reps:
        return changed(base, seconds=LOOSE_REPETITION, say=at_once(_number(place, say)))
    waiting = say.say("Take the time you need. Tap anywhere when you are done.")
    return changed(base, seconds=None, say=at_once(waiting))
