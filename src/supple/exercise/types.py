"""The parts of an exercise file, as values. `[pose]` angles are degrees, times seconds.

Each type has the keys of its table in the file; docs/reference/exercise-file.md
says what they mean to someone who writes one.
"""

from typing import Literal, get_args

from supple.exercise.dose import Dose, SideMode
from supple.value import Value

Posture = Literal["supine", "prone", "sidelying", "sitting", "quadruped", "kneeling", "standing"]
Direction = Literal["neutral", "flexion", "extension", "flexion+extension", "rotation", "side-bend"]
Range = Literal["neutral", "mid", "end"]
Load = Literal["low", "medium", "high"]
Floor = Literal["yes", "bed-will-do", "no"]
HipDepth = Literal["low", "ninety", "deep"]
Arms = Literal["down", "forward", "overhead"]
Part = Literal["", "leg", "arm", "arm-and-leg", "knee", "side"]
Kind = Literal["exercise", "activity"]
Wave = Literal["", "tail-first", "head-first"]
Side = Literal["", "right", "left", "front", "back", "front-right", "back-right"]
Watchable = Literal["repetitions", "hold", "pace", "time"]
Station = Literal["supine", "prone", "sidelying", "sitting", "kneeling", "standing"]
Ground = Literal["floor", "bed"]
LOADS: tuple[Load, ...] = get_args(Load)
"""From the lightest to the heaviest."""
SCREEN_WORDS = 8
"""As many words at a time are read from two metres."""


class Written(Value, forbid_unknown_fields=True):
    """A table that people write by hand, where a key that is not known is a slip of the pen."""


class Spine(Written, kw_only=True):
    """Which way the spine goes and how far: neutral under 8°, mid to half the range, end beyond."""

    direction: Direction
    range: Range


class Facts(Written, kw_only=True, rename="kebab"):
    """What `fit` filters on. `knee` is the deepest bend in degrees.

    A fact may be stricter than the poses, never laxer; `stricter` says why.
    """

    posture: Posture
    weight: tuple[str, ...]
    spine: Spine
    load: Load
    floor: Floor
    hip: HipDepth
    knee: int
    head_down: bool
    arms: Arms = "down"
    stricter: str = ""


class SidesRule(Written, kw_only=True):
    """How the exercise treats the two sides, and the body part a side is named by."""

    mode: SideMode = "together"
    part: Part = ""


class Pose(Written, kw_only=True, rename={"parent": "from"}):
    """One key pose. `angles` maps "both.hip.flexion" and the like to degrees.

    `floor` and `on` name contacts (`on` by surface), `keep` those that may not
    slide, `slide` those that may, `touch` pairs of points with their distance
    and `height` points with theirs, in metres.
    """

    base: str = ""
    parent: str = ""
    angles: dict[str, float | tuple[float, ...]] = {}
    floor: tuple[str, ...] = ()
    on: dict[str, tuple[str, ...]] = {}
    keep: tuple[str, ...] = ()
    slide: tuple[str, ...] = ()
    touch: tuple[tuple[str, str, float], ...] = ()
    height: dict[str, float] = {}
    line: int = 0


class Surface(Written, kw_only=True):
    """A named plane of the scene: metres above the floor, or metres away for a wall.

    A wall's negative distance puts it on the other side of the body. `held` names
    the points that hold a thing, in order, and `anchor` where its end is fast.
    """

    height: float = 0.0
    distance: float = 0.0
    prop: str = ""
    held: tuple[str, ...] = ()
    anchor: tuple[float, ...] = ()


class Move(Written, kw_only=True):
    """From the pose before to pose `to` in `seconds`; `hold` marks where the dose's hold is spent.

    `text` is what the screen shows (at most eight words), `say` what is spoken,
    `held` what the screen shows during the hold.
    """

    to: str
    seconds: float
    text: str
    say: str
    wave: Wave = ""
    hold: bool = False
    held: str = ""


class Cue(Written, kw_only=True):
    """One thing to keep in mind, spoken during a hold or between repetitions."""

    say: str


class Caution(Written, kw_only=True):
    """When to do less or leave it out, with where that comes from."""

    say: str
    source: str


class Instead(Written, kw_only=True):
    """Stand-ins, tried in this order; `when` names the constraints they are for, none: any."""

    use: tuple[str, ...]
    when: tuple[str, ...] = ()


class Ladder(Written, kw_only=True):
    """The next easier and harder exercise; "" where there is none."""

    easier: str = ""
    harder: str = ""


class Watch(Written, kw_only=True):
    """What the camera can follow, and what it plainly cannot."""

    signal: str = ""
    can: tuple[Watchable, ...] = ()
    cannot: tuple[str, ...] = ()


class Exercise(
    Written, kw_only=True, rename={"poses": "pose", "moves": "move", "cautions": "caution"}
):
    """One exercise, whole: figure, print, words, timer, camera and safety facts come from here.

    `how` holds the spoken instructions of the first time, in order; `position`
    the start position in words; `moves` make one repetition, which ends where
    it began. `view` names the side of the body it is drawn from, "" the best one.
    `review` is "none", or who looked at it and when; `file` is its name; `was` are
    ids it had before, so that an older plan still finds it.
    """

    id: str
    was: tuple[str, ...] = ()
    name: str
    also: tuple[str, ...] = ()
    kind: Kind = "exercise"
    aim: str
    position: str
    how: tuple[str, ...]
    breath: str
    purpose: str
    sources: tuple[str, ...]
    review: str = "none"
    dose: Dose
    sides: SidesRule = SidesRule()
    body: Facts
    view: Side = ""
    scene: dict[str, Surface] = {}
    poses: dict[str, Pose] = {}
    moves: tuple[Move, ...] = ()
    form: tuple[Cue, ...] = ()
    cautions: tuple[Caution, ...] = ()
    instead: tuple[Instead, ...] = ()
    ladder: Ladder = Ladder()
    watch: Watch = Watch()
    needs: tuple[str, ...] = ()
    schema: Literal[1] = 1
    file: str = ""

    @property
    def start(self) -> str:
        """The pose a repetition begins and ends in."""
        return self.moves[-1].to if self.moves else next(iter(self.poses), "")


class TravelMove(Written, kw_only=True):
    """One way from a position to its neighbour, done safely, with the lines spoken on the way.

    Hands and knees and kneeling are one station, "kneeling". `on` says where
    the person lies down, "" where nobody lies; `body` is what the way itself
    asks for, none where it asks for no more than standing and sitting. `poses`
    names the poses that draw the way.
    """

    start: Station
    end: Station
    on: Literal["", "floor", "bed"] = ""
    seconds: float
    text: str
    say: tuple[str, ...]
    poses: tuple[str, ...] = ()
    body: Facts | None = None


class Travel(Written, kw_only=True, rename={"moves": "move", "poses": "pose"}):
    """All ways between positions, with the poses that draw them."""

    moves: tuple[TravelMove, ...]
    scene: dict[str, Surface] = {}
    poses: dict[str, Pose] = {}
    schema: Literal[1] = 1
    file: str = ""
