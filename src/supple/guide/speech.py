"""Spoken lines: how long they take, and how they are laid out in a step."""

from collections.abc import Iterable

from supple.routine.script import Line

WORDS_A_SECOND = 2.4
PAUSE = 0.6


def spoken_seconds(text: str) -> float:
    """How long a calm voice takes for `text`, to half a second. Convention: 2.4 words a second."""
    return round((len(text.split()) / WORDS_A_SECOND + PAUSE) * 2) / 2


def in_turn(texts: Iterable[str], start: float = 0.0) -> tuple[tuple[Line, ...], float]:
    """The lines one after another from `start`, and the second at which the last one ends."""
    lines = []
    at = start
    for text in texts:
        if text:
            lines.append(Line(at=at, text=text))
            at += spoken_seconds(text)
    return tuple(lines), at
