"""Lint rules of an exercise's words and of its place in the library."""

from supple.exercise.checks import Finding, finding
from supple.exercise.load import Library
from supple.exercise.types import SCREEN_WORDS, Exercise
from supple.problem import Place, Problem

SPOKEN_WORDS = 12
PLANNED = frozenset(
    """
    single-knee-to-chest pelvic-tilt segmental-bridge childs-pose quadruped-arm-lift
    quadruped-leg-lift bird-dog cat-stretch quadruped-rotation double-knee-to-chest
    lower-trunk-rotation dead-bug heel-slide-brace supine-march neutral-bridge
    single-leg-bridge side-bridge-knees side-plank forearm-plank high-plank curl-up full-sit-up
    cat-cow prone-lying sphinx prone-press-up superman prone-leg-lift standing-back-extension
    seated-forward-fold standing-toe-touch seated-rotation open-book clamshell
    sidelying-abduction figure4-supine figure4-seated hamstring-strap hamstring-chair
    hip-flexor-half-kneel hip-flexor-standing hip-flexor-bed-edge sit-to-stand hip-hinge
    wall-squat light-deadlift walking stationary-cycle seated-march nerve-slider legs-on-chair
    diaphragm-breathing band-press standing-bird-dog counter-round counter-lean
    seated-pelvic-tilt wall-pelvic-tilt pelvic-neutral-find seated-knee-hug seated-table-slide
    sidelying-tuck seated-cat forearm-bird-dog standing-hip-extension standing-hip-abduction
    wall-side-lean wall-plank seated-tall-squeeze sidelying-hip-extension suitcase-hold
    """.split()  # noqa: SIM905 - one name a line would be 71 lines
)
"""The exercises of the first full library: each may be named before its file is there."""


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
        if name not in library.exercises and name not in PLANNED
    ]
    return finding("ladder", offenders, len(named))


RULES = (cues, ladder)
