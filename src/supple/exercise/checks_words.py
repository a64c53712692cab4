"""Lint rules of an exercise's words and of its place in the library."""

from supple.exercise.checks import Finding, finding
from supple.exercise.load import Library
from supple.exercise.types import SCREEN_WORDS, Exercise
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


RULES = (cues, ladder)
