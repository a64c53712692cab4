"""The steps of one exercise: announce, get ready, sets, sides, repetitions, holds."""

from collections.abc import Iterator

from supple.exercise.types import Exercise, Move
from supple.guide.doses import Spending, spending, spoken_dose, spoken_time
from supple.guide.speech import PAUSE, in_turn, spoken_seconds
from supple.guide.steps import FACE_DOWN, Draft, on_floor, side_text
from supple.routine.plan import PlanItem
from supple.routine.script import Line, Motion, ShownSide
from supple.value import Value, changed
from supple.words import Words

READY = 5.0
SWITCH = 5.0
QUICK_SWITCH = 2.0
LONG_HOLD = 10
BREATHER = 4.0
HALF_WAY_FROM = 10
AFTER_OPENING = 3.0
AFTER_HALF_WAY = 2.0
REMIND_FROM = 20
LAST_SECONDS = 3
LOOSE_REPETITION = 5.0
FIRST: ShownSide = "right"
SECOND: ShownSide = "left"


class Options(Value, kw_only=True):
    """What a person chose about being led.

    `wait`: a tap is awaited after every change of place, not only on the way
    down. `brief`: name and dose are announced, the instructions left out.
    """

    wait: bool = False
    brief: bool = False


class _Place(Value, kw_only=True):
    """Where in an exercise a repetition stands."""

    side: ShownSide
    repetition: int
    of: int
    set: int
    sets: int


class _Block(Value, kw_only=True):
    """What all steps of one exercise share."""

    item: PlanItem
    exercise: Exercise
    spend: Spending
    say: Words
    base: Draft

    def side(self, side: ShownSide) -> str:
        """A side by the body part it is named by."""
        return side_text(self.exercise.sides.part, side, self.say)


def exercise_steps(
    item: PlanItem, exercise: Exercise, say: Words, options: Options
) -> Iterator[Draft]:
    """All steps of one item, in order."""
    base = Draft(
        kind="move",
        seconds=0.0,
        text="",
        item=item.id,
        exercise=exercise.id,
        side="both",
        floor=on_floor(exercise),
        face_down=exercise.body.posture in FACE_DOWN,
        pose=_still(exercise, exercise.start),
    )
    spend = spending(item.dose)
    block = _Block(item=item, exercise=exercise, spend=spend, say=say, base=base)
    yield _announce(block, options)
    yield _ready(block)
    yield from _repetitions(block)


def _announce(block: _Block, options: Options) -> Draft:
    exercise, say = block.exercise, block.say
    name, dose = say.say(exercise.name), spoken_dose(block.item, say)
    taught = () if options.brief else (*exercise.how, exercise.breath)
    texts = (exercise.position, *taught)
    lines, end = in_turn((f"{name}.", dose, *(say.say(text) for text in texts)))
    return changed(
        block.base, kind="announce", seconds=end, text=name, detail=dose, side=None, say=lines
    )


def _ready(block: _Block) -> Draft:
    say = block.say
    first: ShownSide = "both" if block.spend.sides == "together" else FIRST
    side = block.side(first)
    opening = say.say("Get ready. {side}.", side=side) if side else say.say("Get ready.")
    return changed(
        block.base,
        kind="ready",
        seconds=READY,
        text=say.say("Get ready"),
        side=first,
        side_text=side,
        say=(Line(at=0.0, text=opening), *_countdown(READY, say)),
    )


def _countdown(seconds: float, say: Words) -> tuple[Line, ...]:
    """Three, two, one in the last three seconds; never on the step's own first moment."""
    spoken = {1: say.say("One."), 2: say.say("Two."), 3: say.say("Three.")}
    return tuple(
        Line(at=seconds - left, text=spoken[left])
        for left in range(LAST_SECONDS, 0, -1)
        if seconds - left >= 1
    )


def _repetitions(block: _Block) -> Iterator[Draft]:
    before: _Place | None = None
    for place in _places(block.spend):
        if before is not None:
            yield from _between(block, before, place)
        yield from _repetition(block, place)
        before = place


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
        yield _rest(block, before, block.spend.rest, spoken)
    elif place.side == before.side and (block.spend.hold or 0) >= LONG_HOLD:
        yield _rest(block, before, BREATHER, say.say("Rest a moment."))
    if place.side != before.side:
        yield _switch(block, place)


def _rest(block: _Block, before: _Place, seconds: float, spoken: str) -> Draft:
    return changed(
        block.base,
        kind="rest",
        seconds=seconds,
        text=block.say.say("Rest"),
        side=before.side,
        set=before.set,
        sets=before.sets,
        say=(Line(at=0.0, text=spoken),) if seconds else (),
    )


def _switch(block: _Block, place: _Place) -> Draft:
    say, side = block.say, block.side(place.side)
    quick = block.spend.sides == "alternate"
    spoken = f"{side}." if quick else say.say("Change sides. {side}.", side=side)
    return changed(
        _placed(block.base, place, side),
        kind="switch",
        seconds=QUICK_SWITCH if quick else SWITCH,
        text=say.say("Change sides"),
        say=(Line(at=0.0, text=spoken),),
    )


def _placed(base: Draft, place: _Place, side: str) -> Draft:
    """`base` with its side, repetition and set."""
    return changed(
        base,
        side=place.side,
        side_text=side,
        repetition=place.repetition,
        of=place.of,
        set=place.set,
        sets=place.sets,
    )


def _repetition(block: _Block, place: _Place) -> Iterator[Draft]:
    base = _placed(block.base, place, block.side(place.side))
    block = changed(block, base=changed(base, detail=_count(place, block.say)))
    if not block.exercise.moves:
        yield _work(block)
        return
    released = False
    here = block.exercise.start
    for move in block.exercise.moves:
        yield _move(
            block,
            place,
            Motion(exercise=block.exercise.id, start=here, end=move.to),
            move,
            released=released,
        )
        if move.hold and block.spend.hold:
            yield _hold(block, place, move)
        here, released = move.to, released or move.hold


def _count(place: _Place, say: Words) -> str:
    return "" if place.of == 1 else say.say("{i} of {n}", i=place.repetition, n=place.of)


def _move(block: _Block, place: _Place, motion: Motion, move: Move, *, released: bool) -> Draft:
    spoken = block.say.say(move.say)
    return changed(
        block.base,
        kind="release" if released else "move",
        seconds=max(float(move.seconds), spoken_seconds(spoken) - PAUSE),
        text=block.say.say(move.text),
        pose=motion,
        say=_move_lines(spoken, place, block.say, released=released),
    )


def _move_lines(spoken: str, place: _Place, say: Words, *, released: bool) -> tuple[Line, ...]:
    """The cue the first time, then only the count: nobody wants to hear it twenty times."""
    if place.repetition == 1:
        return (Line(at=0.0, text=spoken),)
    if released:
        return ()
    if place.repetition == place.of:
        return (Line(at=0.0, text=say.say("Last one.")),)
    return (Line(at=0.0, text=say.say("Number {n}.", n=place.repetition)),)


def _hold(block: _Block, place: _Place, move: Move) -> Draft:
    say, seconds = block.say, block.spend.hold or 0.0
    return changed(
        block.base,
        kind="hold",
        seconds=seconds,
        text=say.say(move.held) if move.held else say.say("Hold"),
        pose=_still(block.exercise, move.to),
        say=_hold_lines(block, place, seconds),
    )


def _hold_lines(block: _Block, place: _Place, seconds: float) -> tuple[Line, ...]:
    say = block.say
    opening = say.say("Hold.")
    if seconds >= LONG_HOLD:
        opening = say.say("Hold for {time}.", time=spoken_time(seconds, say))
    lines = [Line(at=0.0, text=opening)]
    if seconds >= HALF_WAY_FROM:
        lines.append(Line(at=seconds / 2, text=say.say("Half-way.")))
    if seconds >= REMIND_FROM:
        lines += _reminders(block, place, seconds)
    lines += _countdown(seconds, say)
    return tuple(sorted(lines, key=lambda line: line.at))


def _reminders(block: _Block, place: _Place, seconds: float) -> list[Line]:
    """The breath in the first half, one cue in the second; each only if it fits."""
    half = seconds / 2
    form = block.exercise.form
    cue = form[(place.repetition - 1) % len(form)].say if form else ""
    slots = (
        (AFTER_OPENING, half, block.exercise.breath),
        (half + AFTER_HALF_WAY, seconds - LAST_SECONDS, cue),
    )
    lines = [(start, end, block.say.say(text)) for start, end, text in slots if text]
    return [
        Line(at=start, text=text)
        for start, end, text in lines
        if start + spoken_seconds(text) <= end
    ]


def _work(block: _Block) -> Draft:
    """Timed work without moves (walking, breathing): one long step with the half called."""
    say, spend = block.say, block.spend
    seconds = spend.work or spend.hold or LOOSE_REPETITION * spend.reps
    lines = [Line(at=0.0, text=say.say("For {time}.", time=spoken_time(seconds, say)))]
    if seconds >= HALF_WAY_FROM:
        lines.append(Line(at=seconds / 2, text=say.say("Half-way.")))
    return changed(
        block.base,
        kind="hold",
        seconds=seconds,
        text=say.say(block.exercise.name),
        say=(*lines, *_countdown(seconds, say)),
    )


def _still(exercise: Exercise, pose: str) -> Motion | None:
    return Motion(exercise=exercise.id, start=pose, end=pose) if pose else None


def loose_steps(item: PlanItem, say: Words, *, floor: bool) -> Iterator[Draft]:
    """An exercise the library does not know: its own words, its own numbers, no figure."""
    base = Draft(kind="announce", seconds=0.0, text=item.name, item=item.id, floor=floor)
    dose = spoken_dose(item, say)
    lines, end = in_turn((f"{item.name}.", dose, item.text))
    yield changed(base, seconds=end, detail=dose, say=lines)
    before: _Place | None = None
    for place in _places(spending(item.dose)):
        if before is not None and place.side != before.side:
            yield _loose_switch(base, place, say)
        yield _loose_repetition(base, item, place, say)
        before = place


def _loose_switch(base: Draft, place: _Place, say: Words) -> Draft:
    side = side_text("", place.side, say)
    spoken = say.say("Change sides. {side}.", side=side)
    return changed(
        _placed(base, place, side),
        kind="switch",
        seconds=SWITCH,
        text=say.say("Change sides"),
        say=(Line(at=0.0, text=spoken),),
    )


def _loose_repetition(base: Draft, item: PlanItem, place: _Place, say: Words) -> Draft:
    """A held or timed step, or one that waits: a dose that says nothing is never invented."""
    spend = spending(item.dose)
    stated = spend.work or spend.hold
    seconds = stated or (LOOSE_REPETITION if item.dose.reps else None)
    spoken = say.say("{i} of {n}.", i=place.repetition, n=place.of)
    lines = (Line(at=0.0, text=spoken), *(_countdown(stated, say) if stated else ()))
    return changed(
        _placed(base, place, side_text("", place.side, say)),
        kind="hold" if stated else "move",
        seconds=seconds,
        text=item.name,
        detail=_count(place, say),
        say=lines if seconds else (),
    )
