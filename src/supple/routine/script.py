"""A script: the timed steps of one session, ready for a player that only keeps time."""

from typing import Literal

from supple.value import Value

Kind = Literal["announce", "ready", "move", "hold", "release", "rest", "switch", "travel", "ask"]
ShownSide = Literal["left", "right", "both"]
SCHEMA = 1


class Line(Value, kw_only=True, omit_defaults=False):
    """A spoken line and its offset in seconds from the start of its step."""

    at: float
    text: str


class Motion(Value, kw_only=True, rename={"start": "from", "end": "to"}, omit_defaults=False):
    """What the figure does during a step: from one pose of an exercise to another."""

    exercise: str
    start: str
    end: str


class Step(Value, kw_only=True, omit_defaults=False):
    """One thing to do. `seconds` is None where the person says when to go on.

    `left` counts the timed seconds from the start of this step to the end of
    the session. `text` is at most eight words; `next` says what follows.
    """

    id: str
    item: str = ""
    kind: Kind
    exercise: str = ""
    side: ShownSide | None = None
    repetition: int | None = None
    of: int | None = None
    set: int | None = None
    sets: int | None = None
    seconds: float | None
    left: float = 0.0
    text: str
    side_text: str = ""
    detail: str = ""
    next: str = ""
    pose: Motion | None = None
    floor: bool = False
    face_down: bool = False
    say: tuple[Line, ...] = ()


class ScriptItem(Value, kw_only=True, omit_defaults=False):
    """One exercise of the session with its steps `first` to `last` (indices, inclusive).

    `dose` is the short form; `ours` names the fields of it that are the
    library's because the routine is silent. `text` holds the own words of an
    exercise that the library does not know, shown where the figure would be.
    """

    id: str
    exercise: str
    name: str
    dose: str
    text: str = ""
    ours: tuple[str, ...] = ()
    first: int
    last: int


class PlanRef(Value, kw_only=True, omit_defaults=False):
    """The plan a script was made from."""

    id: str
    version: int


class Script(Value, kw_only=True, omit_defaults=False):
    """A whole session. `seconds` is the sum over the timed steps."""

    schema: int = SCHEMA
    id: str = ""
    routine: str
    plan: PlanRef
    library: str
    locale: str
    seconds: float
    items: tuple[ScriptItem, ...]
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Whole minutes that the session takes, at least one."""
        return max(1, round(self.seconds / 60))
