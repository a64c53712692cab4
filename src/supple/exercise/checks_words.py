"""Lint rules of an exercise's words and of its place in the library."""

from supple.exercise.checks import Finding, finding
from supple.exercise.load import Library
from supple.exercise.types import LOADS, SCREEN_WORDS, Exercise
from supple.problem import Place, Problem

SPOKEN_WORDS = 12


def _at(exercise: Exercise, sentence: str) -> Problem:
    return Problem(place=Place(file=exercise.file, line=1), sentence=sentence)


def cues(exercise: Exercise, _library: Library) -> Finding:
    """Cues are short enough to be taken in while moving."""
    spoken = [*(cue.say for cue in exercise.form), *(move.say for move in exercise.moves)]
    shown = [exercise.name]
    shown += [text for move in exercise.moves for text in (move.text, move.held) if text]
    offenders = [
        _at(exercise, f"“{text}” has {len(text.split())} words; a cue has at most {limit}.")
        for texts, limit in ((spoken, SPOKEN_WORDS), (shown, SCREEN_WORDS))
        for text in texts
        if len(text.split()) > limit
    ]
    return finding("cues", offenders, len(spoken) + len(shown))


def ladder(exercise: Exercise, library: Library) -> Finding:
    """Easier, harder and stand-in exercises are in the library."""
    named = [end for end in (exercise.ladder.easier, exercise.ladder.harder) if end]
    named += [use for stand_in in exercise.instead for use in stand_in.use]
    offenders = [
        _at(exercise, f"“{name}” is named as a neighbour, but the library does not have it.")
        for name in named
        if name not in library.exercises
    ]
    return finding("ladder", offenders, len(named))


def steps(exercise: Exercise, library: Library) -> Finding:
    """A step down has no more load, no way down comes round again, and each way leads back."""
    known = library.exercises
    up, down = known.get(exercise.ladder.harder), known.get(exercise.ladder.easier)
    found: list[str] = []
    for low, high in ((down, exercise), (exercise, up)):
        if low and high and LOADS.index(low.body.load) > LOADS.index(high.body.load):
            found.append(
                f"“{low.id}” is easier than “{high.id}” on the ladder, but has more load "
                f"({low.body.load}, not {high.body.load})."
            )
    if down and not down.ladder.harder:
        found.append(f"“{down.id}” is easier, but names nothing harder. Name it there.")
    if up and not up.ladder.easier:
        found.append(f"“{up.id}” is harder, but names nothing easier. Name it there.")
    if exercise.id in _below(exercise, library):
        found.append(f"The way down from “{exercise.id}” comes back to it. Take out one step.")
    offenders = [_at(exercise, sentence) for sentence in found]
    return finding("steps", offenders, sum(one is not None for one in (up, down)))


def _below(exercise: Exercise, library: Library) -> set[str]:
    """Everything that is easier, by what it says itself or what others say of it."""
    easier: dict[str, set[str]] = {}
    for one in library.exercises.values():
        easier.setdefault(one.id, set()).add(one.ladder.easier)
        easier.setdefault(one.ladder.harder, set()).add(one.id)
    found: set[str] = set()
    ahead = [exercise.id]
    while ahead:
        new = easier.get(ahead.pop(), set()) - found - {""}
        found |= new
        ahead += new
    return found


RULES = (cues, ladder, steps)
