"""Which way the body moves, as arrows: read off the poses, never drawn by hand."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from supple.body.figure import Body
from supple.body.kinematics import Ints
from supple.body.skeleton import ANGLE_NAMES, SIDES
from supple.body.state import LUMBAR_COLUMNS, State, blended, stacked
from supple.show.camera import Camera, Floats, Frame
from supple.show.curves import evenly

STEPS = 13
_SEEN = 0.04  # metres: smaller movements get no arrow of their own
_SHARE = 0.4  # of the largest movement, for a second arrow
TRUNK = ("crown", "back.mid", "right.buttock")
_TRUNK_SHARE = 0.2
_MOST = 2
_CLEAR = 0.075  # metres between the skin and its arrow
_ROOM = 0.5  # of its way: an arrow with less room beside the body lies over it
_LEAST = 0.14  # metres that an arrow beside the body is long
_SHORT = 0.03  # metres between an arrow's head and the skin that it follows
_TRAILS = -0.5  # cosine between the way a mark faces and the way it goes
_END_ON = 0.03  # metres: a path that is viewed shorter than this points at the viewer
_TURN = 5.0  # degrees that the pelvis turns where nothing travels
_HAND = ("palm", "hand", "fingers", "knuckles", "forearm")
_BENT = 60.0  # degrees: a leg bent further than this is led by its knee


_STAYS = 0.12  # metres
_FLEXED = 6.0  # degrees
_SPINE_LEADS = 0.9  # the back turns at least this share of what any hip or knee does
_BACK = [i for i, name in enumerate(ANGLE_NAMES) if name == "thoracic.flexion"]
_LIMB_ANGLES = ("hip.flexion", "hip.abduction", "knee.flexion")
_LIMBS = [i for i, name in enumerate(ANGLE_NAMES) if name.endswith(_LIMB_ANGLES)]


class Path(NamedTuple):
    """How one part travels: `name` of its mark, and points (k, 3) from start to end, metres."""

    name: str
    points: Floats

    @property
    def travel(self) -> float:
        """Metres between start and end, as the crow flies."""
        return float(np.linalg.norm(self.points[-1] - self.points[0]))


def between(start: State, end: State) -> State:
    """STEPS poses from start to end, as a batch."""
    return stacked([blended(start, end, float(t)) for t in np.linspace(0, 1, STEPS)])


def chosen(frames: State, numbers: Ints) -> State:
    """Some frames of a batch."""
    return State(frames.angles[numbers], frames.position[numbers], frames.orientation[numbers])


def holding_hands(touches: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The fingers of hands that touch something in a pose: their way there is no exercise.

    Two hands that hold each other, or one thing between them, hold on to nothing.
    """
    held = {mark for touch in touches if not all(map(_is_hand, touch)) for mark in touch}
    return tuple(
        f"{side}.fingers"
        for side in SIDES
        if any(mark.startswith(f"{side}.") and _is_hand(mark) for mark in held)
    )


def _is_hand(mark: str) -> bool:
    return mark.partition(".")[2].startswith(_HAND)


def movers(body: Body, frames: State, resting: Sequence[str] = ()) -> list[Path]:
    """The parts that travel far from the first frame to the last, farthest first, in the world.

    Marks of `resting` (hands that hold on, say) are left out. What other parts carry
    along is no mover: a knee over a planted foot, a head or a hand on a moving trunk.
    """
    found = [p for p in _paths(body, frames) if p.name not in resting and p.travel > _SEEN]
    found.sort(key=lambda path: -path.travel)
    kept: list[Path] = []
    for path in found:
        share = _TRUNK_SHARE if path.name in TRUNK else _SHARE
        large = path.travel >= share * found[0].travel
        if large and len(kept) < _MOST and not any(_alike(path, other) for other in kept):
            kept.append(path)
    return kept


def _paths(body: Body, frames: State) -> list[Path]:
    marks = [f"{side}.fingers" for side in SIDES if _reaches(body, frames, side)]
    for side in SIDES:
        planted = Path("", mark_track(body, frames, f"{side}.heel")).travel < _SEEN
        bent = float(frames.angle(f"{side}.knee.flexion")[-1]) > _BENT
        if not planted:
            marks.append(f"{side}.knee" if bent else f"{side}.toes.top")
    marks += ["crown", "back.mid"] if spine_leads(frames) else ["right.buttock"]
    return [Path(mark, mark_track(body, frames, mark)) for mark in marks]


def _reaches(body: Body, frames: State, side: str) -> bool:
    """Whether a hand goes anywhere by itself, seen from its shoulder."""
    hand, shoulder = (mark_track(body, frames, f"{side}.{m}") for m in ("fingers", "shoulder.side"))
    return Path("", hand - shoulder).travel > _SEEN


def spine_leads(frames: State) -> bool:
    """Whether the spine is the point: the pelvis stays, the back bends as far as any hip."""
    shift = frames.position[-1] - frames.position[0]
    if float(np.linalg.norm(shift)) > _STAYS:
        return False
    turned = frames.angles[-1] - frames.angles[0]
    back = abs(turned[LUMBAR_COLUMNS].sum()) + abs(turned[_BACK].sum())
    return bool(back > _FLEXED and back >= _SPINE_LEADS * np.abs(turned[_LIMBS]).max())


def mark_track(body: Body, frames: State, mark: str) -> Floats:
    """Where the middle of a mark is in each frame, (frames, 3) metres."""
    patch: Ints = body.figure.marks[mark]
    points: Floats = body.skin(frames.posed(body), patch).mean(axis=1)
    return points


def _alike(one: Path, other: Path) -> bool:
    """The same part of the two sides, moving together."""
    names = {one.name, other.name}
    pair = len({name.partition(".")[2] for name in names}) == 1
    gone, back = one.points[-1] - one.points[0], other.points[-1] - other.points[0]
    return pair and float(np.linalg.norm((gone - back)[:2])) < _SHARE * one.travel


class Arrow(NamedTuple):
    """An arrow on the sheet: points (k, 2) from tail to head."""

    points: Floats


def arrows(
    body: Body, frames: State, camera: Camera, frame: Frame, resting: Sequence[str] = ()
) -> list[Arrow]:
    """What shows the movement from the first frame to the last, beside the parts that move.

    What goes straight towards the viewer or away has no arrow.
    """
    paths = movers(body, frames, resting)
    if paths:
        seen = [path for path in paths if _viewed_travel(path, camera) > _END_ON]
        return [_beside(body, frames, path, camera, frame) for path in seen]
    turn = pelvis_turn(frames, camera)
    return [_round_pelvis(frames, turn, camera, frame)] if abs(turn) > _TURN else []


def _viewed_travel(path: Path, camera: Camera) -> float:
    return float(np.linalg.norm(camera.view(path.points[-1] - path.points[0])[:2]))


def _beside(body: Body, frames: State, path: Path, camera: Camera, frame: Frame) -> Arrow:
    """The path moved off the body; where the body moves away from it, it stops short instead.

    Where there is no room beside the body above its lowest point, it lies over the body.
    """
    viewed = camera.view(path.points)[:, :2]
    away = viewed - camera.view(_root(body, frames, path.name))[:, :2]
    away /= np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
    if away[-1] @ (viewed[-1] - viewed[0]) < _TRAILS * path.travel:
        steady = _steady(viewed)
        left = np.linalg.norm(steady - steady[-1], axis=1)
        return Arrow(frame.place(_long_enough(steady[left >= min(_SHORT, left[0] / 2)], -1)))
    clear = _steady(viewed + _CLEAR * away)
    under = min(viewed[0, 1], viewed[-1, 1]) - _CLEAR / 2
    free = clear[clear[:, 1] >= under]
    room = float(np.linalg.norm(free[-1] - free[0])) if len(free) else 0.0
    enough = room >= _ROOM * float(np.linalg.norm(viewed[-1] - viewed[0]))
    return Arrow(frame.place(_long_enough(free if enough else _steady(viewed))))


def _steady(path: Floats) -> Floats:
    """A path (k, 2) at an even pace and without its wobbles: the cubic nearest to it."""
    even = evenly(path, 24)
    terms = np.vander(np.linspace(-1, 1, len(even)), 4)
    nearest: Floats = terms @ np.linalg.lstsq(terms, even)[0]
    return nearest


def _long_enough(path: Floats, fixed: int = 0) -> Floats:
    """A short path stretched, so that its arrow can be seen: forwards, or back from its end."""
    length = float(np.linalg.norm(path[-1] - path[0]))
    longer: Floats = path[fixed] + (path - path[fixed]) * max(1.0, _LEAST / max(length, 1e-9))
    return longer


def _root(body: Body, frames: State, mark: str) -> Floats:
    """What a mark moves about: the shoulder, the hip, or the middle of the trunk; (frames, 3)."""
    side, _, rest = mark.partition(".")
    if rest == "buttock" or mark.startswith("back"):
        return mark_track(body, frames, "belly")
    if mark == "crown":
        return mark_track(body, frames, "nape")
    joint = f"{side}.shoulder.side" if rest == "fingers" else f"{side}.hip.side"
    return mark_track(body, frames, joint)


def pelvis_turn(frames: State, camera: Camera) -> float:
    """Degrees that the pelvis turns from first to last frame, anticlockwise as viewed."""
    turn = frames.orientation[-1] @ frames.orientation[0].T
    axis = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    return float(np.degrees(axis @ camera.axes[2] / 2))


def _round_pelvis(frames: State, turn: float, camera: Camera, frame: Frame) -> Arrow:
    """An arc over the pelvis, in the direction it rolls."""
    middle = camera.view(frames.position[-1])[:2]
    sweep = np.radians(np.linspace(38, 142, 15) if turn > 0 else np.linspace(142, 38, 15))
    arc = middle + 0.19 * np.stack([np.cos(sweep), np.sin(sweep)], axis=1)
    return Arrow(frame.place(arc))
