"""Single steps, before they know their number and what follows them."""

from supple.exercise.travel import UPRIGHT
from supple.exercise.types import SCREEN_WORDS, Exercise, Part, Station, TravelMove
from supple.guide.speech import in_turn
from supple.routine.script import Kind, Line, Motion, ShownSide, Step
from supple.value import Value, changed
from supple.words import Words, mark

FACE_DOWN = ("quadruped", "kneeling", "prone")

_SIDES: dict[tuple[Part, ShownSide], str] = {
    ("leg", "left"): mark("Left leg"),
    ("leg", "right"): mark("Right leg"),
    ("knee", "left"): mark("Left knee"),
    ("knee", "right"): mark("Right knee"),
    ("arm", "left"): mark("Left arm"),
    ("arm", "right"): mark("Right arm"),
    ("arm-and-leg", "left"): mark("Left arm, right leg"),
    ("arm-and-leg", "right"): mark("Right arm, left leg"),
    ("side", "left"): mark("Left side"),
    ("side", "right"): mark("Right side"),
    ("", "left"): mark("Left side"),
    ("", "right"): mark("Right side"),
}
_SETTLE: dict[Station, str] = {
    "supine": mark("Lie on your back, knees bent"),
    "prone": mark("Lie on your front"),
    "sidelying": mark("Lie on your side"),
    "kneeling": mark("Come on to hands and knees"),
    "sitting": mark("Sit tall"),
    "standing": mark("Stand tall"),
}


class Draft(Value, kw_only=True):
    """A step without number, time left and next. `seconds` None waits for the person."""

    kind: Kind
    seconds: float | None
    text: str
    item: str = ""
    exercise: str = ""
    side: ShownSide | None = None
    side_text: str = ""
    repetition: int | None = None
    of: int | None = None
    set: int | None = None
    sets: int | None = None
    detail: str = ""
    pose: Motion | None = None
    floor: bool = False
    face_down: bool = False
    say: tuple[Line, ...] = ()

    def step(self, *, id: str, left: float, next: str) -> Step:  # noqa: A002 - the document's own keys
        """The finished step."""
        mine = {name: getattr(self, name) for name in self.__struct_fields__}
        return Step(id=id, left=left, next=on_screen(next), **mine | {"text": on_screen(self.text)})


def side_text(part: Part, side: ShownSide | None, say: Words) -> str:
    """A side by the body part it is named by: "Right leg"."""
    return say.say(_SIDES[part, side]) if side in ("left", "right") else ""


def on_screen(text: str) -> str:
    """As many words of `text` as the screen shows at a time."""
    given = text.split()
    shown = " ".join(given[:SCREEN_WORDS])
    return shown if len(given) <= SCREEN_WORDS else f"{shown}…"


def travelled(move: TravelMove, say: Words) -> Draft:
    """One way between positions; as long as its lines need, at least."""
    lines, end = in_turn(say.say(text) for text in move.say)
    return Draft(
        kind="travel",
        seconds=max(float(move.seconds), end),
        text=say.say(move.text),
        pose=Motion(exercise="travel", start=move.start if move.poses else move.end, end=move.end),
        floor=not {move.start, move.end} <= set(UPRIGHT),
        face_down=move.end in FACE_DOWN and move.start not in UPRIGHT,
        say=lines,
    )


def ask(there: Station, say: Words) -> Draft:
    """Wait until the person says that they have settled."""
    settle = say.say(_SETTLE[there])
    phone = say.say("Lay the phone flat under your eyes.") if there in FACE_DOWN else ""
    lines, _ = in_turn(
        (
            say.say("{sentence}.", sentence=settle),
            phone,
            say.say("Tap anywhere when you are ready."),
        )
    )
    return Draft(
        kind="ask",
        seconds=None,
        text=say.say("Tap when you are ready"),
        detail=settle,
        pose=Motion(exercise="travel", start=there, end=there),
        floor=there not in UPRIGHT,
        face_down=there in FACE_DOWN,
        say=lines,
    )


def settled(announced: Draft, say: Words) -> Draft:
    """Wait until the person is in the place that an exercise's own words tell of."""
    lines, _ = in_turn((say.say("Get into place. Tap anywhere when you are ready."),))
    return changed(
        announced,
        kind="ask",
        seconds=None,
        text=say.say("Tap when you are ready"),
        detail=announced.text,
        say=lines,
    )


def on_floor(exercise: Exercise) -> bool:
    """Whether a body is down: "Stuck" is offered there."""
    return exercise.body.posture not in UPRIGHT
