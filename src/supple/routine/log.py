"""What was done: a session's events, and what they add up to."""

from typing import Any, Literal

from supple.value import Value

Felt = Literal["easy", "right", "hard", "hurt"]
Morning = Literal["usual", "worse"]
Hurt = Literal["usual", "sharp", "leg", "chest", "numb"]
Pain = Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]


class Event(Value, kw_only=True, omit_defaults=False):
    """One thing that happened in the player, numbered from 0 within its session.

    `at` is milliseconds on the session's clock (pauses included); `elapsed`
    milliseconds active in `step`; `wall` and `zone` are only recorded.
    """

    session: str
    seq: int
    type: str
    at: int
    wall: str = ""
    zone: str = ""
    step: str = ""
    elapsed: int = 0
    data: dict[str, Any] = {}


class ItemLog(Value, kw_only=True, omit_defaults=False):
    """How one exercise of a session went. `repetitions` were finished, of all sides."""

    item: str = ""
    exercise: str
    done: bool = False
    repetitions: int = 0
    seconds: float = 0.0
    felt: Felt | None = None
    hurt: Hurt | None = None
    leg_pain: bool = False


class SessionLog(Value, kw_only=True, omit_defaults=False):
    """One session as kept in the diary. `date` is the local ISO date it began on."""

    id: str
    date: str
    started: str = ""
    zone: str = ""
    seconds: float = 0.0
    finished: bool = False
    by_hand: bool = False
    pain_before: int | None = None
    pain_after: int | None = None
    next_morning: Morning | None = None
    items: tuple[ItemLog, ...] = ()
    note: str = ""
    schema: int = 1
