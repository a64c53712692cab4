"""Read ladders: an exercise that follows on when the one before it has become easy."""

from supple.read.draft import Draft, Segment
from supple.read.judge import Judge, judge_of
from supple.read.reading import ReadExercise
from supple.value import changed

OPENING = 70  # characters in which the words that lead on must begin


def ladder(draft: Draft) -> Draft:
    """Fill `harder_than`; a harder form that is silent on sides keeps those of the easier."""
    if not draft.segments:
        return draft
    judge = judge_of(draft)
    filled: list[ReadExercise] = []
    for i, (segment, exercise) in enumerate(zip(draft.segments, draft.exercises, strict=True)):
        if i == 0 or not _leads_on(judge, segment):
            filled.append(exercise)
            continue
        easier = filled[i - 1]
        kept = exercise.sides
        if not exercise.sides.each and not exercise.sides.at and easier.sides.each:
            kept = changed(easier.sides, doubt=True)
        filled.append(changed(exercise, harder_than=i - 1, sides=kept))
    return changed(draft, exercises=tuple(filled))


def _leads_on(judge: Judge, segment: Segment) -> bool:
    match = judge.lex.pattern("ladder", "harder").search(
        judge.folded, segment.start, min(segment.end, segment.start + OPENING)
    )
    return match is not None and not segment.listed
