"""Spoken lines: how long they take, and how they are laid out in a step."""

from collections.abc import Iterable

from supple.routine.script import Line
from supple.words import Words

WORDS_A_SECOND = 2.4
PAUSE = 0.6
LAST_SECONDS = 3
HALF_WAY_FROM = 10
REMIND_FROM = 20
AFTER_OPENING = 3.0
AFTER_HALF_WAY = 2.0


def spoken_seconds(text: str) -> float:
    """How long a calm voice takes for `text` and a pause after it, to half a second.

    Convention: 2.4 words a second and a pause of 0.6 s.
    """
    return round((len(text.split()) / WORDS_A_SECOND + PAUSE) * 2) / 2


def voice_seconds(text: str) -> float:
    """The same without the pause: when the voice falls silent."""
    return round(spoken_seconds(text) - PAUSE, 1) if text else 0.0


def in_turn(texts: Iterable[str]) -> tuple[tuple[Line, ...], float]:
    """The lines one after another, and the second at which the last one has ended."""
    lines = []
    at = 0.0
    for text in texts:
        if text:
            lines.append(Line(at=at, text=text))
            at += spoken_seconds(text)
    return tuple(lines), at


def at_once(text: str) -> tuple[Line, ...]:
    """One line at the start of a step; none for no words."""
    return (Line(at=0.0, text=text),) if text else ()


def counted_down(opening: str, seconds: float, say: Words) -> tuple[Line, ...]:
    """`opening`, and three, two, one in the last three seconds, as far as there is room."""
    spoken = {1: say.say("One."), 2: say.say("Two."), 3: say.say("Three.")}
    silent = max(1.0, voice_seconds(opening))
    last = tuple(
        Line(at=round(seconds - left, 3), text=spoken[left])
        for left in range(LAST_SECONDS, 0, -1)
        if seconds - left >= silent
    )
    first = at_once(opening) if voice_seconds(opening) <= seconds else ()
    return (*first, *last)


def held_lines(opening: str, seconds: float, breath: str, cue: str, say: Words) -> tuple[Line, ...]:
    """The lines of a hold: opening, breath, half-way, one cue, and the last three seconds.

    Breath and cue are for long holds only, and only where they fit.
    """
    lines = list(counted_down(opening, seconds, say))
    half = seconds / 2
    if seconds >= HALF_WAY_FROM:
        lines.append(Line(at=half, text=say.say("Half-way.")))
    if seconds >= REMIND_FROM:
        first = max(AFTER_OPENING, spoken_seconds(opening))
        slots = (
            (first, half, breath),
            (half + AFTER_HALF_WAY, seconds - LAST_SECONDS, cue),
        )
        lines += [
            Line(at=start, text=text)
            for start, end, text in slots
            if text and start + spoken_seconds(text) <= end
        ]
    return tuple(sorted(lines, key=lambda line: line.at))
