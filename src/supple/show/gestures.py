"""What moves on the way to a pose, as names that alt text has words for.

A limb's way is read against its own shoulder or hip, so that an arm which only
rides on a moving trunk is not said to move.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from supple.body.skeleton import SIDES
from supple.body.state import State
from supple.show.camera import Floats
from supple.show.motion import Path, chosen, holding_hands, mark_track, movers, spine_leads
from supple.show.parts import resting, seat_of
from supple.show.postures import CHAIRS, position, trunk_lean
from supple.show.stage import Stage
from supple.words import mark

MOVES = {
    "right.arm.line": mark("The right arm reaches forward, in line with the back."),
    "left.arm.line": mark("The left arm reaches forward, in line with the back."),
    "right.arm.forward": mark("The right arm reaches forward."),
    "left.arm.forward": mark("The left arm reaches forward."),
    "both.arm.forward": mark("Both arms reach forward."),
    "right.arm.overhead": mark("The right arm reaches over the head."),
    "left.arm.overhead": mark("The left arm reaches over the head."),
    "both.arm.overhead": mark("Both arms reach over the head."),
    "right.arm.up": mark("The right arm lifts."),
    "left.arm.up": mark("The left arm lifts."),
    "both.arm.up": mark("Both arms lift."),
    "right.arm.down": mark("The right arm lowers."),
    "left.arm.down": mark("The left arm lowers."),
    "both.arm.down": mark("Both arms lower."),
    "right.arm.back": mark("The right arm moves back."),
    "left.arm.back": mark("The left arm moves back."),
    "both.arm.back": mark("Both arms move back."),
    "right.arm.out": mark("The right arm moves out to the side."),
    "left.arm.out": mark("The left arm moves out to the side."),
    "both.arm.out": mark("Both arms move out to the sides."),
    "right.leg.line": mark("The right leg stretches back, in line with the back."),
    "left.leg.line": mark("The left leg stretches back, in line with the back."),
    "right.leg.long": mark("The right leg stretches out long."),
    "left.leg.long": mark("The left leg stretches out long."),
    "both.leg.long": mark("Both legs stretch out long."),
    "right.leg.back": mark("The right leg moves back."),
    "left.leg.back": mark("The left leg moves back."),
    "right.leg.forward": mark("The right leg moves forward."),
    "left.leg.forward": mark("The left leg moves forward."),
    "right.leg.out": mark("The right leg moves out to the side."),
    "left.leg.out": mark("The left leg moves out to the side."),
    "right.leg.up": mark("The right leg lifts."),
    "left.leg.up": mark("The left leg lifts."),
    "both.leg.up": mark("Both legs lift."),
    "right.leg.down": mark("The right leg lowers."),
    "left.leg.down": mark("The left leg lowers."),
    "both.leg.down": mark("Both legs lower."),
    "right.knee.chest": mark("The right knee comes towards the chest."),
    "left.knee.chest": mark("The left knee comes towards the chest."),
    "both.knee.chest": mark("Both knees come towards the chest."),
    "right.knee.up": mark("The right knee lifts."),
    "left.knee.up": mark("The left knee lifts."),
    "both.knee.up": mark("Both knees lift."),
    "right.knee.down": mark("The right knee lowers."),
    "left.knee.down": mark("The left knee lowers."),
    "both.knee.down": mark("Both knees lower."),
    "right.knee.out": mark("The right knee moves out to the side."),
    "left.knee.out": mark("The left knee moves out to the side."),
    "both.knee.out": mark("Both knees move apart."),
    "hips.floor": mark("The hips lift off the floor."),
    "hips.chair": mark("The hips lift off the chair."),
    "hips.up": mark("The hips come up."),
    "hips.heels": mark("The hips move back towards the heels."),
    "hips.back": mark("The hips move back."),
    "hips.forward": mark("The hips move forward."),
    "hips.down": mark("The hips sink."),
    "hips.right": mark("The hips move to the right."),
    "hips.left": mark("The hips move to the left."),
    "trunk.forward": mark("The trunk leans forward."),
    "trunk.upright": mark("The trunk comes upright."),
    "trunk.curl": mark("The head and shoulders lift, and the upper back rounds."),
    "trunk.turn.right": mark("The trunk turns to the right."),
    "trunk.turn.left": mark("The trunk turns to the left."),
    "knees.roll.right": mark("The pelvis and the knees roll to the right."),
    "knees.roll.left": mark("The pelvis and the knees roll to the left."),
    "trunk.bend.right": mark("The trunk bends to the right."),
    "trunk.bend.left": mark("The trunk bends to the left."),
    "blades.back": mark("The shoulder blades draw together."),
    "back.flexion": mark("The back rounds from the tailbone to the head."),
    "back.extension": mark("The back bends backwards."),
    "back.long": mark("The back straightens."),
    "pelvis.back": mark("The pelvis rolls so that the low back presses flat."),
    "pelvis.forward": mark("The pelvis rolls so that the low back hollows."),
    "pelvis.under": mark("The pelvis rolls back, and the low back rounds a little."),
}

_UPRIGHTS = ("sitting", "standing")
_REACHES = ("forward", "line", "overhead", "out")
_LYING = ("supine", "prone", "sidelying")
_OWN = 0.05  # metres that a limb goes by itself, at least
_LINE = 0.35  # of the way: how much must run along the trunk to be in line with it
_LEANS = 10.0  # degrees
_TURNS = {"turn": ("rotation", 15.0), "bend": ("bend", 12.0)}  # the angle, degrees at least
_IN_LINE = 0.7  # cosine of a limb to the trunk
_UPRIGHT = 0.8  # cosine of the pelvis to upright
_STEEP = 0.6  # cosine of an axis of the pelvis to upright, where it is the steepest
_DOWN = -0.4  # sine of its front to the horizon, where it faces the floor
_ASIDE = 0.7  # hips go aside only where that is plainly the most
_HUGGED = 105.0  # degrees of hip flexion at which a sitting knee is at the chest
_FLEXES = 15.0  # degrees
_HOLLOW = 12.0  # degrees of extension beyond a straight back
_DRAWN = -10.0  # degrees that the shoulder blades are and move back
_CURLS = 8.0  # degrees of the chest
_CHEST = 5.0  # degrees: a smaller share of the chest leaves the movement to the pelvis


class _Way(NamedTuple):
    """How far something goes, metres: in the world's up, and along the pelvis's own axes."""

    up: float
    forward: float
    headward: float
    outward: float

    @property
    def length(self) -> float:
        return float(np.linalg.norm([self.forward, self.headward, self.outward]))


def movements(stage: Stage, pose: str) -> Iterator[str]:
    """The names in MOVES of what moves, the trunk first; nothing in the starting pose."""
    if not stage.before(pose):
        return
    frames = stage.frames(pose)
    turns = list(_trunk_turns(stage, frames))
    yield from turns
    upright = stage.exercise.body.posture in _UPRIGHTS
    if upright and all(_drawn_back(frames, side) for side in SIDES):
        yield "blades.back"
    if spine_leads(frames) and not turns:
        yield _spine_move(stage, frames)
        return
    leans = [] if turns else list(_trunk_lean(stage, pose))
    yield from leans
    paths = movers(stage.body, frames, holding_hands(stage.touches(pose)))
    names = [_move(stage, pose, frames, path) for path in paths]
    rides = leans == ["trunk.forward"] or (turns and frames.orientation[0, 1, 1] > _UPRIGHT)
    yield from dict.fromkeys(n for n in names if n in MOVES and not (rides and _may_ride(n)))


def _may_ride(name: str) -> bool:
    """Whether an arm's move may come of its weight, or of a trunk that turns."""
    return ".arm." in name and not name.endswith((".line", ".overhead"))


def _trunk_turns(stage: Stage, frames: State) -> Iterator[str]:
    for kind, (angle, least) in _TURNS.items():
        turned = sum(_gained(frames, f"{part}.{angle}") for part in ("lumbar", "thoracic"))
        if abs(turned) > least:
            # A chest that lies stays still, so that what turns is the pelvis, to the other side.
            lies = kind == "turn" and stage.exercise.body.posture == "supine"
            yield f"knees.roll.{_side(-turned)}" if lies else f"trunk.{kind}.{_side(turned)}"


def _side(turned: float) -> str:
    return "right" if turned > 0 else "left"


def _gained(frames: State, angle: str) -> float:
    degrees = frames.angle(angle)
    return float(degrees[-1] - degrees[0])


def _drawn_back(frames: State, side: str) -> bool:
    blade = f"{side}.scapula.protraction"
    return max(_gained(frames, blade), float(frames.angle(blade)[-1])) < _DRAWN


def _trunk_lean(stage: Stage, pose: str) -> Iterator[str]:
    held = position(stage, pose)
    if held == "sitting-up":
        yield "trunk.upright"
    if stage.exercise.body.posture not in _UPRIGHTS or held == "standing-leaning":
        return
    before, after = (trunk_lean(stage, stage.state(p)) for p in (stage.before(pose), pose))
    if abs(after - before) > _LEANS:
        yield "trunk.forward" if after > before else "trunk.upright"


def _spine_move(stage: Stage, frames: State) -> str:
    bent = _gained(frames, "lumbar.flexion")
    chest = _gained(frames, "thoracic.flexion")
    if stage.exercise.body.posture == "supine":
        return "trunk.curl" if chest > _CURLS else "pelvis.back" if bent > 0 else "pelvis.forward"
    if abs(chest) < _CHEST:
        return "pelvis.under" if bent > 0 else "back.long"
    if bent + chest > 0:
        return "back.flexion"
    left = float(frames.angle("lumbar.flexion")[-1] + frames.angle("thoracic.flexion")[-1])
    return "back.extension" if left < -_HOLLOW else "back.long"


def _move(stage: Stage, pose: str, frames: State, path: Path) -> str:
    side, _, rest = path.name.partition(".")
    if rest == "buttock":
        return f"hips.{_hips(stage, pose, path)}"
    limb = {"fingers": "arm", "knee": "knee"}.get(rest, "leg")
    way = _limb_way(stage, frames, side, rest)
    if limb == "arm" and way not in _REACHES and _leans_on(stage, pose, side):
        return ""
    other = SIDES[1 - SIDES.index(side)]
    both = f"both.{limb}.{way}"
    paired = both in MOVES and _limb_way(stage, frames, other, rest) == way
    return both if paired else f"{side}.{limb}.{way}"


def _leans_on(stage: Stage, pose: str, side: str) -> bool:
    """Whether an arm rests on something, where it slides and does not lift."""
    leans = {f"{who}.{part}" for who in (side, "both") for part in ("hand", "arm")}
    return not leans.isdisjoint(resting(stage, pose))


def _limb_way(stage: Stage, frames: State, side: str, rest: str) -> str:
    """The last word of a limb's move: where its end goes, seen from its own root; "" nowhere."""
    root = "shoulder.side" if rest == "fingers" else "hip.side"
    ends = chosen(frames, np.array([0, -1]))
    tips = mark_track(stage.body, ends, f"{side}.{rest}")
    if np.linalg.norm(tips[1] - tips[0]) < _OWN:
        return ""
    limb = tips - mark_track(stage.body, ends, f"{side}.{root}")
    start, end = ends.orientation
    way = _way(limb[1] - limb[0], start, side)
    if way.length < _OWN:
        return ""
    if rest == "knee":
        return _knee(frames, side, way)
    arm = rest == "fingers"
    reached = (way.headward if arm else -way.headward) > _LINE * way.length
    if reached and end[1, 1] < _UPRIGHT:
        trunk = np.diff([mark_track(stage.body, ends, m)[1] for m in ("sacrum", "nape")], axis=0)
        along = float(_unit(limb[1]) @ _unit(trunk[0])) * (1 if arm else -1)
        if end[1, 0] < _DOWN and along > _IN_LINE:
            return "line"
        if end[1, 0] >= _DOWN and along > _LINE:
            return "overhead" if arm else "long"
    return _farthest(way, end)


def _way(gone: Floats, axes: Floats, side: str) -> _Way:
    forward, headward, right = (gone @ axes).tolist()
    return _Way(float(gone[1]), forward, headward, right if side == "right" else -right)


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector))


def _farthest(way: _Way, axes: Floats) -> str:
    """The way that a limb goes most, without those that lying down turns into up or down."""
    ways = _across(way, axes)
    if max(abs(axes[1, 1]), abs(axes[1, 2])) > _STEEP:
        ways |= {"forward": way.forward, "back": -way.forward}
    return max(ways, key=lambda name: ways[name])


def _across(way: _Way, axes: Floats) -> dict[str, float]:
    """How far a limb goes up, down and, where that is not up or down, out."""
    ways = {"up": way.up, "down": -way.up}
    return ways | {"out": way.outward} if abs(axes[1, 2]) < _STEEP else ways


def _knee(frames: State, side: str, way: _Way) -> str:
    axes = frames.orientation[0]
    flexed = _gained(frames, f"{side}.hip.flexion")
    deep = float(frames.angle(f"{side}.hip.flexion")[-1]) > _HUGGED
    if flexed > _FLEXES and (deep or axes[1, 1] < _UPRIGHT):
        return "chest"
    ways = _across(way, axes)
    return max(ways, key=lambda name: ways[name])


def _hips(stage: Stage, pose: str, path: Path) -> str:
    if position(stage, pose) == "sitting-up":
        return ""
    x, y, z = (path.points[-1] - path.points[0]).tolist()
    ways = {"up": y, "down": -y, "back": -x, "forward": x, "right": _ASIDE * z, "left": -_ASIDE * z}
    if stage.exercise.body.posture in _LYING:
        ways = {"up": y, "down": -y}
    way = max(ways, key=lambda name: ways[name])
    left = seat_of(stage, stage.before(pose))
    if way == "up" and left and seat_of(stage, pose):
        return ""
    if way == "up" and left:
        return "floor" if left == "floor" else "chair" if left in CHAIRS else "up"
    return "heels" if way == "back" and stage.exercise.body.posture == "kneeling" else way
