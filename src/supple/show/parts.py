"""The parts of the body that rest on something in a pose, as names that alt text has words for."""

from collections.abc import Iterable

from supple.body.skeleton import SIDES
from supple.show.stage import Stage
from supple.words import mark

PARTS = {
    "head": mark("head"),
    "forehead": mark("forehead"),
    "upper-back": mark("upper back"),
    "low-back": mark("low back"),
    "chest": mark("chest"),
    "belly": mark("belly"),
    "pelvis": mark("pelvis"),
    "left.shoulder": mark("left shoulder"),
    "right.shoulder": mark("right shoulder"),
    "both.shoulder": mark("both shoulders"),
    "left.arm": mark("left forearm"),
    "right.arm": mark("right forearm"),
    "both.arm": mark("both forearms"),
    "left.hand": mark("left hand"),
    "right.hand": mark("right hand"),
    "both.hand": mark("both hands"),
    "left.thigh": mark("left thigh"),
    "right.thigh": mark("right thigh"),
    "both.thigh": mark("both thighs"),
    "left.knee": mark("left knee"),
    "right.knee": mark("right knee"),
    "both.knee": mark("both knees"),
    "left.calf": mark("left lower leg"),
    "right.calf": mark("right lower leg"),
    "both.calf": mark("both lower legs"),
    "left.foot": mark("left foot"),
    "right.foot": mark("right foot"),
    "both.foot": mark("both feet"),
}
_MARKS = {
    "head": ("head", "crown", "head.side", "chin"),
    "forehead": ("forehead", "nose"),
    "upper-back": ("back.top", "back.upper", "back.mid", "shoulder.back"),
    "low-back": ("back.low",),
    "chest": ("chest",),
    "belly": ("belly",),
    "pelvis": ("sacrum", "buttock", "sitbone", "hip.side"),
    "shoulder": ("shoulder.side", "upperarm.side", "upperarm.back"),
    "hand": ("palm", "palm.heel", "fingers", "knuckles", "hand.back", "hand.edge"),
    "arm": ("forearm", "elbow"),
    "thigh": ("thigh.back", "thigh.back.out", "thigh.back.in", "thigh.front", "thigh.out"),
    "knee": ("knee", "shin", "knee.side", "knee.in"),
    "calf": ("calf",),
    "foot": ("heel", "ball", "toes", "toes.top", "instep", "foot.side", "heel.back",
             "ankle.side", "ankle.in"),
}  # fmt: skip


def rests(stage: Stage, pose: str) -> dict[str, list[str]]:
    """The parts that meet each surface, pairs named as one, in the order of the body."""
    found: dict[str, set[str]] = {}
    for name, surface in stage.contacts(pose).items():
        part = part_of(name)
        if part:
            found.setdefault(_prop(stage, surface), set()).add(part)
    return {surface: paired(parts) for surface, parts in found.items()}


def resting(stage: Stage, pose: str) -> set[str]:
    """The parts that rest on anything, pairs on one surface named as one."""
    return {part for parts in rests(stage, pose).values() for part in parts}


def seat_of(stage: Stage, pose: str) -> str:
    """What the pelvis rests on in this pose; "" where nothing bears it."""
    under = [surface for surface, parts in rests(stage, pose).items() if "pelvis" in parts]
    return next(iter(under), "")


def _prop(stage: Stage, surface: str) -> str:
    scene = stage.exercise.scene
    return (scene[surface].prop or surface) if surface in scene else surface


def part_of(name: str) -> str:
    """The part that a place of the skin belongs to; "" for one that is not worth a word."""
    side, _, rest = name.partition(".")
    own = rest if side in SIDES else name
    for part, marks in _MARKS.items():
        if own in marks:
            return f"{side}.{part}" if f"{side}.{part}" in PARTS else part
    return ""


def paired(parts: Iterable[str]) -> list[str]:
    """Parts in the order of the body, left and right of one kind as both."""
    found = set(parts)
    for part in list(found):
        rest = part.partition(".")[2]
        if rest and {f"left.{rest}", f"right.{rest}"} <= found:
            found -= {f"left.{rest}", f"right.{rest}"}
            found.add(f"both.{rest}")
    return [part for part in PARTS if part in found]
