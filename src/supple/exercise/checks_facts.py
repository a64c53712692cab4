"""Lint rules that hold an exercise's declared facts against its solved poses.

A fact may be stricter than the pose, with a word of why, never laxer.
"""

from collections.abc import Iterator

import numpy as np

from supple.body import measure
from supple.body.state import State
from supple.exercise.checks import Checked, Finding, finding
from supple.exercise.poses import contacts_of, sided
from supple.exercise.types import Facts
from supple.problem import Problem

SLACK = 5.0  # degrees by which a solved joint may pass a declared limit
NEUTRAL = 8.0
LUMBAR_ENDS = {"flexion": 62.0, "extension": 28.0}
TURN_ENDS = {"rotation": 50.0, "side-bend": 53.0}  # lumbar and thoracic together
ORDER = ("neutral", "mid", "end")
HIP_LIMITS = {"low": 70.0, "ninety": 90.0, "deep": 180.0}
OVERHEAD = 130.0
HEAD_LOW = 0.04  # metres below the hips
REACH = 0.005  # metres: skin this near a surface touches it
SWAY = 0.03  # metres the centre of mass may lie outside what bears it

# What bears the body, and the landmarks that show it.
WEIGHT = {
    "back": ("back.", "sacrum", "shoulder.back", "buttock"),
    "upper-back": ("back.upper", "shoulder.back"),
    "head": ("head", "forehead"),
    "feet": ("heel", "ball", "toes"),
    "foot": ("heel", "ball", "toes"),
    "knees": ("knee",),
    "shins": ("shin", "instep"),
    "wrists": ("palm",),
    "shoulders": ("palm", "elbow", "forearm", "shoulder"),
    "forearms": ("forearm", "elbow", "palm"),
    "elbows": ("forearm", "elbow"),
    "seat": ("sitbone", "buttock"),
    "side": ("hip.side", "shoulder.side", "thigh.out"),
    "thighs": ("thigh",),
    "calves": ("calf",),
    "front": ("chest", "belly", "thigh.front"),
}
# Contacts that must be declared when a pose on hands, knees or feet rests on them.
BEARING = {"knee": ("knees", "shins"), "palm": ("wrists", "forearms")}

# Neighbouring landmarks that stand for one patch of skin.
REGIONS = (
    ("head", "nape", "crown", "head.side"),
    ("forehead", "nose", "chin"),
    ("back", "sacrum", "buttock", "shoulder.back", "sitbone", "belly", "chest"),
    ("palm", "hand", "fingers", "knuckles", "forearm", "elbow", "upperarm", "shoulder.side"),
    ("knee", "shin", "instep", "toes", "ankle", "foot", "heel", "ball", "calf"),
    ("thigh", "hip.side"),
)


def posture(checked: Checked) -> Finding:
    """The declared posture is the one that the held or the first pose shows."""
    facts = checked.exercise.body
    shown = [_posture(checked, name) for name in (checked.held, checked.exercise.start)]
    offenders = []
    if facts.posture not in shown:
        sentence = f"The posture is declared as {facts.posture}; the poses show {shown[0]}."
        offenders = [checked.problem(checked.held, sentence)]
    return finding("posture", offenders, len(shown))


def _posture(checked: Checked, name: str) -> str:
    return measure.posture(checked.clip.keys[name], contacts_of(checked.exercise.poses[name]))


def weight(checked: Checked) -> Finding:
    """What is declared to bear weight touches a surface, and knees and hands are not left out."""
    facts, touching = checked.exercise.body, _touching(checked)
    offenders: list[Problem] = []
    for word in facts.weight:
        if word not in WEIGHT:
            known = ", ".join(WEIGHT)
            offenders.append(
                checked.problem(checked.held, f"“{word}” cannot bear weight; write: {known}.")
            )
        elif not any(mark.startswith(WEIGHT[word]) for mark in touching):
            sentence = f"Weight is declared on the {word}, but nothing there touches a surface."
            offenders.append(checked.problem(checked.held, sentence))
    offenders += _left_out(checked, facts, touching)
    return finding("weight", offenders, len(facts.weight) + len(BEARING))


def _left_out(checked: Checked, facts: Facts, touching: set[str]) -> Iterator[Problem]:
    if facts.posture in ("supine", "sidelying", "sitting"):
        return
    for mark, words in BEARING.items():
        if mark in touching and not set(words) & set(facts.weight):
            sentence = f"The {mark} rests on a surface: declare {' or '.join(words)} in weight."
            yield checked.problem(checked.held, sentence)


def _touching(checked: Checked) -> set[str]:
    """Contacts of all poses on the way, without their sides."""
    names = {checked.exercise.start, *(move.to for move in checked.exercise.moves)}
    marks = {mark for name in names for mark in contacts_of(checked.exercise.poses[name])}
    return {
        mark.partition(".")[2] if mark.startswith(("left.", "right.")) else mark for mark in marks
    }


def spine(checked: Checked) -> Finding:
    """The spine goes the declared way, and no farther than the declared range."""
    declared = checked.exercise.body.spine
    shown = spine_ranges(checked.clip.frames)
    ways = set(declared.direction.split("+"))
    offenders = []
    for way, share in shown.items():
        limit = declared.range if way in ways else "neutral"
        if ORDER.index(share) > ORDER.index(limit):
            sentence = (
                f"The spine goes to {share} {way}; declared is "
                f"{declared.direction} to {declared.range}."
            )
            offenders.append(checked.problem(checked.held, sentence))
    idle = ways - {"neutral"} - {way for way, share in shown.items() if share != "neutral"}
    unexplained = () if checked.exercise.body.stricter else sorted(idle)
    for way in unexplained:
        sentence = f"The spine is declared to go into {way}; the poses stay under {NEUTRAL:g}°."
        offenders.append(checked.problem(checked.held, sentence))
    stricter = any(
        ORDER.index(declared.range) > ORDER.index(share)
        for way, share in shown.items()
        if way in ways
    )
    if stricter and not idle and not checked.exercise.body.stricter:
        sentence = (
            f"The spine is declared to go to {declared.range}, farther than the poses show. "
            "Say why in stricter, or declare what is shown."
        )
        offenders.append(checked.problem(checked.held, sentence))
    return finding("spine", offenders, len(shown))


def spine_ranges(frames: State) -> dict[str, str]:
    """How far the spine goes each way in any frame: neutral, mid or end of its range."""
    flexion = frames.angle("lumbar.flexion")
    turn = np.abs(frames.angle("lumbar.rotation") + frames.angle("thoracic.rotation"))
    bend = np.abs(frames.angle("lumbar.bend") + frames.angle("thoracic.bend"))
    most = {
        "flexion": (flexion.max(), LUMBAR_ENDS["flexion"]),
        "extension": (-flexion.min(), LUMBAR_ENDS["extension"]),
        "rotation": (turn.max(), TURN_ENDS["rotation"]),
        "side-bend": (bend.max(), TURN_ENDS["side-bend"]),
    }
    return {way: _share(float(degrees), end) for way, (degrees, end) in most.items()}


def _share(degrees: float, end: float) -> str:
    if degrees < NEUTRAL:
        return "neutral"
    return "mid" if degrees <= end / 2 else "end"


def hips_and_knees(checked: Checked) -> Finding:
    """Hips and knees bend no deeper than declared."""
    facts = checked.exercise.body
    hip, knee = (deepest(checked.clip.frames, name) for name in ("hip.flexion", "knee.flexion"))
    offenders = []
    if hip > HIP_LIMITS[facts.hip] + SLACK:
        sentence = f"A hip bends to {hip:.0f}°; declared is “{facts.hip}”."
        offenders.append(checked.problem(checked.held, sentence))
    if knee > facts.knee + SLACK:
        sentence = f"A knee bends to {knee:.0f}°; declared is {facts.knee}°."
        offenders.append(checked.problem(checked.held, sentence))
    return finding("hip and knee", offenders, 2)


def deepest(frames: State, joint: str) -> float:
    """The largest angle of a paired joint on either side, degrees."""
    return max(float(frames.angle(f"{side}.{joint}").max()) for side in ("left", "right"))


def head_and_arms(checked: Checked) -> Finding:
    """The head is not lower than the hips, nor an arm overhead, unless declared."""
    facts = checked.exercise.body
    posed = checked.clip.frames.posed(checked.body)
    drop = float(measure.head_drop(posed).max())
    raised = deepest(checked.clip.frames, "shoulder.flexion")
    raised = max(raised, deepest(checked.clip.frames, "shoulder.abduction"))
    offenders = []
    if drop > HEAD_LOW and not facts.head_down:
        sentence = f"The head goes {drop * 100:.0f} cm below the hips; declare head-down = true."
        offenders.append(checked.problem(checked.held, sentence))
    if raised > OVERHEAD and facts.arms != "overhead":
        sentence = f"An arm is raised to {raised:.0f}°; declare arms = “overhead”."
        offenders.append(checked.problem(checked.held, sentence))
    return finding("head and arms", offenders, 2)


def undeclared(checked: Checked) -> Finding:
    """Every patch of skin that lies on the floor belongs to a declared contact."""
    offenders = []
    for name, posed in checked.poses.items():
        declared = {_region(mark) for mark in _declared(checked, name)}
        near = measure.near_floor(checked.body, posed, REACH)
        for mark in sorted(near):
            if _region(mark) not in declared:
                sentence = f"In “{name}” {mark} lies on the floor; add it to floor."
                offenders.append(checked.problem(name, sentence))
    return finding("undeclared contact", offenders, len(checked.poses))


def _declared(checked: Checked, name: str) -> set[str]:
    pose = checked.exercise.poses[name]
    touching = {one for first, second, _ in pose.touch for m in (first, second) for one in sided(m)}
    return {*contacts_of(pose), *touching}


def _region(mark: str) -> tuple[str, int]:
    """A mark's side and the number of its region of skin."""
    side, _, rest = mark.partition(".")
    bare = rest if side in ("left", "right") else mark
    side = side if side in ("left", "right") else ""
    for number, names in enumerate(REGIONS):
        if any(bare == name or bare.startswith(f"{name}.") for name in names):
            return ("" if number == _TRUNK else side, number)
    return side, -1


_TRUNK = 2


def balance(checked: Checked) -> Finding:
    """The centre of mass lies over what bears the body, in every key pose."""
    offenders = []
    for name, posed in checked.poses.items():
        marks = [mark for mark in contacts_of(checked.exercise.poses[name]) if mark != "head"]
        skin = [checked.body.skin(posed, checked.body.figure.marks[mark]) for mark in marks]
        if not skin:
            continue
        over = np.concatenate(skin)[:, [0, 2]]
        centre = measure.centre_of_mass(posed)[[0, 2]]
        out = measure.outside_support(centre, over)
        if out > SWAY:
            sentence = f"In “{name}” the centre of mass lies {out * 100:.0f} cm off its support."
            offenders.append(checked.problem(name, sentence))
    return finding("balance", offenders, len(checked.poses))


RULES = (posture, weight, spine, hips_and_knees, head_and_arms, undeclared, balance)
