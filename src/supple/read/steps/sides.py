"""Read whether a dose counts for each side, for both together, or turn by turn."""

import re

from supple.read.draft import Draft, Segment
from supple.read.judge import Judge, judge_of
from supple.read.lexicon import movements
from supple.read.reading import ReadExercise, Sided, Span
from supple.value import changed


def sides(draft: Draft) -> Draft:
    """Fill the `sides` of every exercise."""
    if not draft.segments:
        return draft
    judge = judge_of(draft)
    filled = (
        changed(exercise, sides=_sides(judge, segment, exercise))
        for segment, exercise in zip(draft.segments, draft.exercises, strict=True)
    )
    return changed(draft, exercises=tuple(filled))


def _sides(judge: Judge, segment: Segment, exercise: ReadExercise) -> Sided:
    if total := _find(judge, segment, "total"):
        return Sided(each=False, alternate=bool(_find(judge, segment, "alternate")), at=total)
    if paired := segment.paired or _column(judge, segment):
        return Sided(each=True, at=(Span(start=paired[0], end=paired[1]),))
    kind = movements()[exercise.movement].sides if exercise.movement else ""
    each = _find(judge, segment, "each") or _find(judge, segment, "other")
    if not each and kind in ("one", "turn"):
        each = _find(judge, segment, "each-bare")
    turns = _find(judge, segment, "alternate")
    if each:
        return Sided(each=True, alternate=bool(turns), at=each + turns)
    if turns and kind != "both":
        held = exercise.dose.hold is not None or (kind == "one" and _is_stretch(exercise))
        return Sided(each=held, alternate=True, at=turns)
    return _unsaid(judge, segment, kind)


def _is_stretch(exercise: ReadExercise) -> bool:
    return movements()[exercise.movement].held and exercise.dose.reps is None


def _unsaid(judge: Judge, segment: Segment, kind: str) -> Sided:
    """What the movement itself tells: no sides, or one side and the page is silent."""
    if kind in ("both", "total"):
        return Sided(each=False, alternate=kind == "total")
    if kind in ("one", "turn"):
        return Sided(alternate=kind == "turn", doubt=kind == "turn")
    single = _find(judge, segment, "single")
    return Sided(doubt=True) if single else Sided(each=False, doubt=True)


def _column(judge: Judge, segment: Segment) -> tuple[int, int] | None:
    """The cell of a column of sides that says both."""
    for label, start, end in segment.columns:
        if judge.lex.pattern("label", "side").fullmatch(label.strip(" .:")):
            cell = judge.folded[start:end].strip()
            return (start, end) if judge.lex.pattern("side", "cell").fullmatch(cell) else None
    return None


def _find(judge: Judge, segment: Segment, name: str) -> tuple[Span, ...]:
    match: re.Match[str] | None = judge.lex.pattern("side", name).search(
        judge.folded, segment.start, segment.end
    )
    return (Span(start=match.start(), end=match.end()),) if match else ()
