"""Histories in short: `"3>4u E; 3>3u E R"` is two sessions on two days.

A session is pain before > pain after, the next morning, and how each exercise
felt (the first is called a, the second b, …):

    3>4    pain 3 before, 4 after; ? where it was not said
    u w ?  the next morning: usual, worse, not said
    E R H X .   easy, right, hard, hurt, not said
    E-     easy, but not all done        El   easy, with pain down a leg
    +9     nine days after the session before (else one day); +0 is the same day
    today +2 5   is no session: the day asked about, two days later, with pain 5
"""

import re
from datetime import date, timedelta

from supple.routine.log import Felt, ItemLog, Morning, SessionLog
from supple.track.progress import Progress, progress
from supple.track.rule import Today

FIRST = date(2026, 1, 5)
SESSION = re.compile(r"(?:\+(\d+) )?(\d+|\?)>(\d+|\?)([uw?])((?: [ERHX.]-?l?)*)")
TODAY = re.compile(r"today \+(\d+)(?: (\d+))?")
FELT: dict[str, Felt | None] = {"E": "easy", "R": "right", "H": "hard", "X": "hurt", ".": None}
MORNING: dict[str, Morning | None] = {"u": "usual", "w": "worse", "?": None}


def read(history: str) -> tuple[list[SessionLog], Today | None]:
    """The sessions and the day asked about."""
    day = FIRST - timedelta(days=1)
    sessions: list[SessionLog] = []
    today = None
    for entry in filter(None, history.split("; ")):
        if found := TODAY.fullmatch(entry):
            day += timedelta(days=int(found[1]))
            pain = int(found[2]) if found[2] else None
            today = Today(date=day, pain=pain)  # type: ignore[arg-type]
            continue
        session = SESSION.fullmatch(entry)
        assert session, f"{entry!r} is not in the notation"
        day += timedelta(days=int(session[1] or 1))
        sessions.append(
            SessionLog(
                id=f"{len(sessions)}",
                date=day.isoformat(),
                pain_before=number(session[2]),
                pain_after=number(session[3]),
                next_morning=MORNING[session[4]],
                items=tuple(map(item, "abcdef", session[5].split())),
            )
        )
    return sessions, today


def number(text: str) -> int | None:
    return None if text == "?" else int(text)


def item(name: str, felt: str) -> ItemLog:
    return ItemLog(exercise=name, done="-" not in felt, felt=FELT[felt[0]], leg_pain="l" in felt)


def answer(history: str) -> Progress:
    """What the rule says after `history`."""
    sessions, today = read(history)
    return progress(sessions, today)


def changes(history: str) -> str:
    """The changes of a, b, … in a row: `"up down"`."""
    return " ".join(step.change for step in answer(history).next)
