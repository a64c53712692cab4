"""Name each exercise as the page does, and find which movement it is."""

from supple.read.draft import Draft, Segment
from supple.read.judge import Judge, judge_of
from supple.read.lexicon import movements
from supple.read.reading import Quote, ReadExercise, Span
from supple.value import changed

LOOKED_AT = 6  # sentences in which a movement told without a name is looked for


def name(draft: Draft) -> Draft:
    """Begin `exercises`: name, movement and place."""
    if not draft.segments:
        return draft
    judge = judge_of(draft)
    return changed(draft, exercises=tuple(_exercise(draft, judge, one) for one in draft.segments))


def _exercise(draft: Draft, judge: Judge, segment: Segment) -> ReadExercise:
    start, end = segment.lead
    movement, told = segment.movement, False
    if not movement or not movements()[movement].listed:
        found = _told(judge, segment)
        told = bool(found)
        movement = found or movement
    return ReadExercise(
        name=Quote(
            text=draft.text[start:end], at=Span(start=start, end=end), doubt=not segment.movement
        ),
        movement=_sharper(judge, segment, movement, told=told),
        at=Span(start=segment.start, end=segment.end),
    )


def _told(judge: Judge, segment: Segment) -> str:
    """The listed movement that the first sentences describe, if they do."""
    for start, end in judge.sentences(segment.start, segment.end)[:LOOKED_AT]:
        hit = judge.described(start, end)
        if hit and movements()[hit.movement].listed and _agrees(segment.movement, hit.movement):
            return hit.movement
    return ""


def _agrees(named: str, told: str) -> bool:
    """A general name ("neck stretch") takes what is told only about the same part."""
    if not named:
        return True
    family = movements()[named].family
    return bool(family) and any(told.startswith(part) or part in told for part in family)


def _sharper(judge: Judge, segment: Segment, movement: str, *, told: bool) -> str:
    """Make "cat" that also hollows the back cat-cow, a "knee hug" of one knee a single one."""
    if not movement or told:
        return movement
    for other in judge.lex.words.get("sharper", {}).get(movement, {}):
        words = judge.lex.pattern("sharper", movement, other)
        if words.search(judge.folded, segment.start, segment.end):
            return str(other)
    return movement
