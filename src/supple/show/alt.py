"""A drawing in words: the position, what moves and which side, and what touches what.

Read off the solved pose, so that it cannot say something the picture does not show.
Every sentence is one whole template.
"""

from collections.abc import Iterable, Iterator

from supple.body.skeleton import SIDES
from supple.body.state import State
from supple.show.motion import Path, holding_hands, movers, spine_leads
from supple.show.stage import Stage
from supple.words import Words, mark

_BENT = 60.0
_RAISED = 0.35  # of the way: how much of a movement must go up to call it lifting

_POSITIONS = {
    "supine": mark("Lying on the back."),
    "supine-bent": mark("Lying on the back with both knees bent."),
    "supine-right": mark("Lying on the back, the right knee drawn up, the left knee bent."),
    "supine-left": mark("Lying on the back, the left knee drawn up, the right knee bent."),
    "prone": mark("Lying on the front."),
    "sidelying": mark("Lying on the side."),
    "sitting": mark("Sitting."),
    "standing": mark("Standing."),
    "kneeling": mark("Kneeling upright."),
    "kneeling-low": mark("Kneeling, the seat near the heels, the trunk bowed down."),
    "quadruped": mark("On hands and knees."),
    "three-points": mark("On hands and knees, with one arm lifted."),
    "leg-lifted": mark("On hands and knees, with one leg lifted."),
    "two-points": mark("On one hand and the opposite knee."),
}

_MOVES = {
    "right.arm.forward": mark("The right arm reaches forward, in line with the back."),
    "left.arm.forward": mark("The left arm reaches forward, in line with the back."),
    "right.arm.up": mark("The right arm lifts."),
    "left.arm.up": mark("The left arm lifts."),
    "both.arm.up": mark("Both arms lift."),
    "right.leg.back": mark("The right leg stretches back, in line with the back."),
    "left.leg.back": mark("The left leg stretches back, in line with the back."),
    "right.leg.up": mark("The right leg lifts."),
    "left.leg.up": mark("The left leg lifts."),
    "both.leg.up": mark("Both legs lift."),
    "right.knee.up": mark("The right knee comes towards the chest."),
    "left.knee.up": mark("The left knee comes towards the chest."),
    "both.knee.up": mark("Both knees come towards the chest."),
    "hips.up": mark("The hips lift off the floor."),
    "hips.back": mark("The hips move back towards the heels."),
    "hips.down": mark("The hips sink."),
    "back.flexion": mark("The back rounds from the tailbone to the head."),
    "back.extension": mark("The back arches."),
    "pelvis.back": mark("The pelvis rolls so that the low back presses flat."),
    "pelvis.forward": mark("The pelvis rolls so that the low back hollows."),
}

_HOLDS = {
    "both.hand-right.thigh": mark("Both hands hold the right thigh from behind."),
    "both.hand-left.thigh": mark("Both hands hold the left thigh from behind."),
    "right.hand-back": mark("The right hand lies under the hollow of the low back."),
    "left.hand-back": mark("The left hand lies under the hollow of the low back."),
}
_HELD = {
    "thigh": ("thigh.back", "thigh.back.in", "thigh.back.out"),
    "back": ("back.L5", "back.L4", "back.L3", "back.L2", "back.L1"),
}

_PARTS = {
    "head": mark("head"),
    "forehead": mark("forehead"),
    "upper-back": mark("upper back"),
    "pelvis": mark("pelvis"),
    "left.arm": mark("left forearm"),
    "right.arm": mark("right forearm"),
    "both.arm": mark("both forearms"),
    "left.hand": mark("left hand"),
    "right.hand": mark("right hand"),
    "both.hand": mark("both hands"),
    "left.knee": mark("left knee"),
    "right.knee": mark("right knee"),
    "both.knee": mark("both knees"),
    "left.foot": mark("left foot"),
    "right.foot": mark("right foot"),
    "both.foot": mark("both feet"),
}
_PART_WORDS = {
    "head": ("head", "crown"),
    "forehead": ("forehead", "nose"),
    "upper-back": ("back.top", "back.upper", "back.mid", "shoulder.back"),
    "pelvis": ("sacrum", "buttock", "sitbone", "hip.side"),
    "hand": ("palm", "palm.heel", "fingers", "knuckles", "hand.back", "hand.edge"),
    "arm": ("forearm", "elbow"),
    "knee": ("knee", "shin"),
    "foot": ("heel", "ball", "toes", "toes.top", "instep", "foot.side", "heel.back"),
}
_ON = {
    "floor": mark("On the floor: {parts}."),
    "pillow": mark("On a pillow: {parts}."),
    "cushion": mark("On a cushion: {parts}."),
    "chair": mark("On a chair: {parts}."),
    "seat": mark("On a chair: {parts}."),
    "wall": mark("Against the wall: {parts}."),
    "counter": mark("On the counter: {parts}."),
    "table": mark("On the table: {parts}."),
    "bed": mark("On the bed: {parts}."),
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
    yield _POSITIONS[_sided(_position(stage, pose), side)]
    if stage.before(pose):
        for name in _movements(stage, pose):
            yield _MOVES[_sided(name, side)]
    for name in _holds(stage, pose):
        yield _HOLDS[_sided(name, side)]
    for surface, parts in _contacts(stage, pose).items():
        yield surface, [_sided(part, side) for part in parts]


def _sided(name: str, side: str) -> str:
    """A name written for the right working side, exchanged for the left one."""
    if side == "right":
        return name
    swapped = {"left": "right", "right": "left"}
    return ".".join("-".join(swapped.get(w, w) for w in p.split("-")) for p in name.split("."))


def _resting(words: Words, surface: str, parts: list[str]) -> str:
    text = words.say(_PARTS[parts[0]])
    for part in parts[1:]:
        text = words.say(_AND, some=text, last=words.say(_PARTS[part]))
    return words.say(_ON.get(surface, _ON["table"]), parts=text)


def _position(stage: Stage, pose: str) -> str:
    state = stage.state(pose)
    posture = stage.exercise.body.posture
    if posture == "supine":
        return _supine(state)
    if posture == "kneeling":
        return _kneeling(stage, pose)
    return _fours(stage, pose) if posture == "quadruped" else posture


def _supine(state: State) -> str:
    knees = [float(state.angle(f"{side}.knee.flexion")) > _BENT for side in SIDES]
    drawn = [float(state.angle(f"{side}.hip.flexion")) > 1.5 * _BENT for side in SIDES]
    if all(knees) and any(drawn) and not all(drawn):
        return f"supine-{SIDES[drawn.index(True)]}"
    return "supine-bent" if all(knees) else "supine"


def _kneeling(stage: Stage, pose: str) -> str:
    marks = stage.contacts(pose)
    if any("forehead" in m for m in marks):
        return "kneeling-low"
    return "quadruped" if any("palm" in m for m in marks) else "kneeling"


def _fours(stage: Stage, pose: str) -> str:
    parts = _contacts(stage, pose).get("floor", [])
    hands, knees = "both.hand" in parts, "both.knee" in parts
    if hands and knees:
        return "quadruped"
    if hands:
        return "leg-lifted"
    return "three-points" if knees else "two-points"


def _movements(stage: Stage, pose: str) -> Iterator[str]:
    frames = stage.frames(pose)
    if spine_leads(frames):
        yield _spine_move(stage, frames)
        return
    paths = movers(stage.body, frames, holding_hands(stage.touches(pose)))
    names = [name for path in paths if (name := _move(path)) in _MOVES]
    yield from dict.fromkeys(names)


def _spine_move(stage: Stage, frames: State) -> str:
    bent = float(frames.angle("lumbar.flexion")[-1] - frames.angle("lumbar.flexion")[0])
    if stage.exercise.body.posture == "supine":
        return "pelvis.back" if bent > 0 else "pelvis.forward"
    return "back.flexion" if bent > 0 else "back.extension"


def _move(path: Path) -> str:
    gone = path.points[-1] - path.points[0]
    up = gone[1] / max(path.travel, 1e-9)
    side, _, rest = path.name.partition(".")
    if rest == "buttock":
        ways = {"up": up, "down": -up, "back": abs(gone[0]) / max(path.travel, 1e-9)}
        return f"hips.{max(ways, key=lambda way: ways[way])}"
    limb = {"fingers": "arm", "knee": "knee"}.get(rest, "leg")
    if limb == "arm" and gone[0] > _RAISED * path.travel:
        return f"{side}.arm.forward"
    if limb == "leg" and -gone[0] > _RAISED * path.travel:
        return f"{side}.leg.back"
    return f"{side}.{limb}.up"


def _holds(stage: Stage, pose: str) -> Iterator[str]:
    """What the hands hold or lie under, in this pose."""
    hands: dict[str, set[str]] = {}
    for first, second in stage.touches(pose):
        hand, held = _part(first), _held(second)
        if hand.endswith(".hand") and held:
            hands.setdefault(held, set()).add(hand)
    for held, found in hands.items():
        name = f"{_paired(found)[0]}-{held}"
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


def _contacts(stage: Stage, pose: str) -> dict[str, list[str]]:
    """The parts that meet each surface, pairs named as one, in the order of the body."""
    found: dict[str, set[str]] = {}
    for name, surface in stage.contacts(pose).items():
        part = _part(name)
        if part:
            found.setdefault(_prop(stage, surface), set()).add(part)
    return {surface: _paired(parts) for surface, parts in found.items()}


def _prop(stage: Stage, surface: str) -> str:
    scene = stage.exercise.scene
    return (scene[surface].prop or surface) if surface in scene else surface


def _part(name: str) -> str:
    side, _, rest = name.partition(".")
    own = rest if side in SIDES else name
    for part, marks in _PART_WORDS.items():
        if own in marks:
            return f"{side}.{part}" if f"{side}.{part}" in _PARTS else part
    return ""


def _paired(parts: Iterable[str]) -> list[str]:
    found = set(parts)
    for part in list(found):
        rest = part.partition(".")[2]
        if rest and {f"left.{rest}", f"right.{rest}"} <= found:
            found -= {f"left.{rest}", f"right.{rest}"}
            found.add(f"both.{rest}")
    return [part for part in _PARTS if part in found]
