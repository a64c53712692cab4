"""Read the position each exercise starts from, carried over where the page carries it over."""

from typing import NamedTuple, get_args

from supple.read.draft import Draft, Segment
from supple.read.judge import Judge, judge_of
from supple.read.lexicon import movements
from supple.read.reading import Posture, ReadExercise, Span, Start
from supple.value import changed

POSTURES: tuple[Posture, ...] = get_args(Posture)
NEAR = 24  # characters between two positions joined by "or"


class Place(NamedTuple):
    """A position named in characters `start` to `end`."""

    start: int
    end: int
    posture: Posture


def position(draft: Draft) -> Draft:
    """Fill the `start` of every exercise; the position may sharpen which movement it is."""
    if not draft.segments:
        return draft
    judge = judge_of(draft)
    filled: list[ReadExercise] = []
    before: Start | None = None
    for segment, exercise in zip(draft.segments, draft.exercises, strict=True):
        start = _start(judge, segment, before)
        filled.append(changed(exercise, start=start, movement=_sharper(exercise.movement, start)))
        before = start or before
    return changed(draft, exercises=tuple(filled))


def _start(judge: Judge, segment: Segment, before: Start | None) -> Start | None:
    found = places(judge, *segment.lead) if segment.listed else []
    found = found or places(judge, segment.start, segment.end)
    if found and not _carried_first(judge, segment, found[0]):
        return _joined(judge, found)
    if before is not None and _carries(judge, segment):
        return changed(before, doubt=True)
    if found:
        return _joined(judge, found)
    if segment.section is not None:
        above = places(judge, *segment.section)
        return changed(_joined(judge, above), doubt=True) if above else None
    return None


def _carried_first(judge: Judge, segment: Segment, first: Place) -> bool:
    """Whether "from the same position" stands before the first position named."""
    same = judge.lex.pattern("posture", "same").search(judge.folded, segment.start, segment.end)
    return same is not None and same.start() < first.start


def _carries(judge: Judge, segment: Segment) -> bool:
    if not segment.listed:
        return True
    same = judge.lex.pattern("posture", "same")
    return same.search(judge.folded, segment.start, segment.end) is not None


def places(judge: Judge, start: int, end: int) -> list[Place]:
    """The positions named between two places, in order."""
    if judge.lex.any_pattern("posture", *POSTURES).search(judge.folded, start, end) is None:
        return []
    found = []
    for posture in POSTURES:
        match = judge.lex.pattern("posture", posture).search(judge.folded, start, end)
        if match:
            found.append(Place(match.start(), match.end(), posture))
    return sorted(found, key=lambda place: (place.start, -place.end))


def _joined(judge: Judge, found: list[Place]) -> Start:
    """The first position, and those offered beside it with "or"."""
    kept = [found[0]]
    for place in found[1:]:
        gap = judge.folded[kept[-1].end : place.start]
        if place.start < kept[-1].end:
            continue
        if len(gap) > NEAR or not judge.lex.pattern("posture", "also").search(gap):
            break
        kept.append(place)
    return Start(
        postures=tuple(place.posture for place in kept),
        at=tuple(Span(start=place.start, end=place.end) for place in kept),
    )


def _sharper(movement: str, start: Start | None) -> str:
    if not movement or start is None:
        return movement
    return movements()[movement].when.get(start.postures[0], movement)
