"""Keep warnings and conditions with the words they are made in: the page's and each exercise's."""

from supple.read.draft import Draft
from supple.read.judge import Judge, judge_of
from supple.read.reading import Quote, ReadExercise, Span
from supple.value import changed

LONGEST = 400  # characters of one warning
MOST = 20  # warnings kept of one page


def cautions(draft: Draft) -> Draft:
    """Fill the `cautions` and `conditions` of exercises and the `cautions` of the page."""
    if not draft.exercises:
        return draft
    judge = judge_of(draft)
    filled = tuple(_with_cautions(draft, judge, exercise) for exercise in draft.exercises)
    return changed(draft, exercises=filled, cautions=tuple(_of_page(draft, judge)[:MOST]))


def _with_cautions(draft: Draft, judge: Judge, exercise: ReadExercise) -> ReadExercise:
    warned, conditional = [], []
    for start, end in judge.sentences(exercise.at.start, exercise.at.end):
        if end - start > LONGEST:
            continue
        if judge.lex.pattern("caution", "condition").search(judge.folded, start, end):
            conditional.append(_quote(draft, start, end))
        elif _warns(judge, start, end):
            warned.append(_quote(draft, start, end))
    return changed(exercise, cautions=tuple(warned), conditions=tuple(conditional))


def _warns(judge: Judge, start: int, end: int) -> bool:
    cue = judge.lex.pattern("caution", "cue").search(judge.folded, start, end)
    return cue is not None and any(
        word in judge.folded[start:end] for word in judge.lex.entries("caution", "subject")
    )


def _of_page(draft: Draft, judge: Judge) -> list[Quote]:
    found = []
    inside = [(e.at.start, e.at.end) for e in draft.exercises]
    k = 0
    for i, item in enumerate(draft.items):
        while k < len(inside) and inside[k][1] <= item.start:
            k += 1
        if i in draft.noise or (k < len(inside) and inside[k][0] <= item.start):
            continue
        for start, end in judge.sentences(item.body, item.end):
            if end - start <= LONGEST and _warns(judge, start, end):
                found.append(_quote(draft, start, end))
    return found


def _quote(draft: Draft, start: int, end: int) -> Quote:
    while start < end and not draft.clean[start].isalnum():
        start += 1
    while end > start and draft.clean[end - 1].isspace():
        end -= 1
    return Quote(text=draft.text[start:end], at=Span(start=start, end=end))
