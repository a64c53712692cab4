"""A drawing in words: the position, what moves and which side, and what touches what.

Read off the solved pose, so that it cannot say something the picture does not show.
Every sentence is one whole template.
"""

from collections.abc import Iterator

from supple.body.skeleton import SIDES
from supple.show.gestures import MOVES, movements
from supple.show.parts import PARTS, paired, part_of, rests
from supple.show.postures import CHAIRS, ON_CHAIR, POSITIONS, position
from supple.show.stage import Stage
from supple.words import Words, mark

_HOLDS = {
    "both.hand-right.thigh": mark("Both hands hold the right thigh from behind."),
    "both.hand-left.thigh": mark("Both hands hold the left thigh from behind."),
    "right.foot-left.knee": mark("The right ankle lies across the left thigh."),
    "left.foot-right.knee": mark("The left ankle lies across the right thigh."),
    "right.hand-back": mark("The right hand lies under the hollow of the low back."),
    "left.hand-back": mark("The left hand lies under the hollow of the low back."),
}
_HELD = {
    "thigh": ("thigh.back", "thigh.back.in", "thigh.back.out"),
    "knee": ("knee",),
    "back": ("back.L5", "back.L4", "back.L3", "back.L2", "back.L1"),
}

_ON = {
    "floor": mark("On the floor: {parts}."),
    "pillow": mark("On a pillow: {parts}."),
    "cushion": mark("On a cushion: {parts}."),
    "towel": mark("On a towel: {parts}."),
    "chair": mark("On a chair: {parts}."),
    "seat": mark("On a chair: {parts}."),
    "wall": mark("Against the wall: {parts}."),
    "wall-beside": mark("Against the wall: {parts}."),
    "counter": mark("On the counter: {parts}."),
    "table": mark("On the table: {parts}."),
    "bed": mark("On the bed: {parts}."),
    "bed-edge": mark("On the edge of the bed: {parts}."),
    "step": mark("On the step: {parts}."),
    "cycle": mark("On the saddle: {parts}."),
    "handlebar": mark("On the handlebar: {parts}."),
    "pedal": mark("On the pedals: {parts}."),
}
_ON_SOMETHING = mark("On a support: {parts}.")
_THINGS = {
    "stick": mark("Holding a stick."),
    "strap": mark("Holding a strap."),
    "band": mark("Holding an elastic band."),
    "weight": mark("Holding a light weight."),
}
_AND = mark("{some}, {last}")


def alt_text(stage: Stage, pose: str, words: Words, side: str = "right") -> str:
    """The drawing of `pose` in words, for the working side drawn.

    Raises KeyError for a pose that is not on the stage.
    """
    return " ".join(
        words.say(sentence) if isinstance(sentence, str) else _resting(words, *sentence)
        for sentence in _sentences(stage, pose, side)
    )


def _sentences(stage: Stage, pose: str, side: str) -> Iterator[str | tuple[str, list[str]]]:
    held = position(stage, pose)
    yield POSITIONS[_sided(held, side)]
    for name in movements(stage, pose):
        yield MOVES[_sided(name, side)]
    for name in _holds(stage, pose):
        yield _HOLDS[_sided(name, side)]
    things = [surface.prop for surface in stage.exercise.scene.values() if surface.held]
    yield from (_THINGS[thing] for thing in dict.fromkeys(things) if thing in _THINGS)
    for on, parts in rests(stage, pose).items():
        told = [part for part in parts if not (part == "pelvis" and _is_said(held, on))]
        if told:
            yield on, [_sided(part, side) for part in told]


def _is_said(held: str, on: str) -> bool:
    """Whether the position has already said what the pelvis rests on."""
    return held in ON_CHAIR and on in CHAIRS


def _sided(name: str, side: str) -> str:
    """A name written for the right working side, exchanged for the left one."""
    if side == "right":
        return name
    swapped = {"left": "right", "right": "left"}
    return ".".join("-".join(swapped.get(w, w) for w in p.split("-")) for p in name.split("."))


def _resting(words: Words, surface: str, parts: list[str]) -> str:
    text = words.say(PARTS[parts[0]])
    for part in parts[1:]:
        text = words.say(_AND, some=text, last=words.say(PARTS[part]))
    return words.say(_ON.get(surface, _ON_SOMETHING), parts=text)


def _holds(stage: Stage, pose: str) -> Iterator[str]:
    """What the hands hold or lie under, and what a foot lies across, in this pose."""
    ends: dict[str, set[str]] = {}
    for first, second in stage.touches(pose):
        end, held = part_of(first), _held(second)
        if end.endswith((".hand", ".foot")) and held:
            ends.setdefault(held, set()).add(end)
    for held, found in ends.items():
        name = f"{paired(found)[0]}-{held}"
        if name in _HOLDS:
            yield name


def _held(name: str) -> str:
    side, _, rest = name.partition(".")
    for part, marks in _HELD.items():
        if rest in marks and side in SIDES:
            return f"{side}.{part}"
        if name in marks:
            return part
    return ""
