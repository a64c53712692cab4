"""Read each exercise's own dose."""

from bisect import bisect_left

from supple.read.draft import Draft, Segment
from supple.read.facts import Fact, Field, Text, facts
from supple.read.judge import Judge, judge_of
from supple.read.lexicon import movements
from supple.read.quantities import Quantity
from supple.read.reading import ReadDose, ReadExercise, Span, Stated
from supple.value import changed

OPENING = 40  # characters in which a harder form is the exercise itself
AFTERWARDS = frozenset({"walking", "cycling"})  # told in passing, for minutes, not of the exercise
FIELDS: tuple[Field, ...] = ("sets", "reps", "hold", "work", "rest", "times_a_day", "days_a_week")


def dose(draft: Draft) -> Draft:
    """Fill the `dose` of every exercise with what stands in its own words."""
    if not draft.segments:
        return draft
    judge = judge_of(draft)
    filled = (
        changed(exercise, dose=stated(_facts(draft, judge, segment, exercise)))
        for segment, exercise in zip(draft.segments, draft.exercises, strict=True)
    )
    return changed(draft, exercises=tuple(filled))


def _facts(draft: Draft, judge: Judge, segment: Segment, exercise: ReadExercise) -> list[Fact]:
    title = (draft.title.at.start, draft.title.at.end) if draft.title else None
    held = is_held(judge, segment, exercise, title)
    if segment.columns:
        return _column_facts(draft, judge, segment, held=held)
    by, blank = segment.start, _blanked(draft, judge, segment)
    masked = without(draft.folded, segment.start, segment.end, blank)
    names = {a - by: b - by for a, b in judge.names_in(by, segment.end)}
    numbers = _numbers(judge, segment, blank)
    found = facts(Text(judge.lex, masked, 0, len(masked), held, names=names, numbers=numbers))
    return [fact._replace(start=fact.start + by, end=fact.end + by) for fact in found]


def _numbers(judge: Judge, segment: Segment, blank: list[tuple[int, int]]) -> list[Quantity] | None:
    """The segment's numbers outside `blank`; None where one is cut and has to be read anew."""
    found, by = [], segment.start
    for number in judge.numbers_in(by, segment.end):
        over = [(a, b) for a, b in blank if a < number.end and number.start < b]
        if not over:
            found.append(number._replace(start=number.start - by, end=number.end - by))
        elif not any(a <= number.start and number.end <= b for a, b in over):
            return None
    return found


def is_held(
    judge: Judge, segment: Segment, exercise: ReadExercise, title: tuple[int, int] | None
) -> bool:
    """Whether a time given for the exercise is a hold; of an unknown one the title may tell."""
    named = judge.lex.pattern("static").search(judge.folded, *segment.lead)
    if named:
        return True
    if exercise.movement:
        return movements()[exercise.movement].held
    if title and judge.lex.pattern("routine", "still").search(judge.folded, *title):
        return True
    return judge.lex.pattern("static").search(judge.folded, segment.start, segment.end) is not None


def _column_facts(draft: Draft, judge: Judge, segment: Segment, *, held: bool) -> list[Fact]:
    found: list[Fact] = []
    for label, start, end in segment.columns:
        if judge.lex.pattern("label", "name").fullmatch(label.strip(" .:")):
            continue
        lead_start, lead_end = segment.lead
        if start <= lead_start and lead_end <= end:
            start = lead_end  # noqa: PLW2901 - what follows the name in its cell
        text = Text(judge.lex, draft.folded, start, end, held, label.strip(" .:"))
        found.extend(fact for fact in facts(text) if fact.field not in {f.field for f in found})
    return found


def _blanked(draft: Draft, judge: Judge, segment: Segment) -> list[tuple[int, int]]:
    """The places of a segment whose numbers are not its dose."""
    first = bisect_left(draft.items, segment.start, key=lambda item: item.start)
    last = bisect_left(draft.items, segment.end, key=lambda item: item.start)
    blank = [(i.start, i.body) for i in draft.items[first:last] if i.kind == "numbered"]
    if segment.movement and segment.listed:
        hit = judge.name(segment.lead)
        blank += [(hit.start, hit.end)] if hit else []
    for start, end in judge.sentences(segment.start, segment.end):
        if _beside(judge, segment, start, end):
            blank.append((start, end))
    return blank


def without(folded: str, start: int, end: int, blank: list[tuple[int, int]]) -> str:
    """Characters `start` to `end`, those of `blank` replaced by spaces."""
    edges = sorted((max(a, start), min(b, end)) for a, b in blank if a < end and b > start)
    parts, at = [], start
    for a, b in edges:
        if b <= at:
            continue
        parts.append(folded[at : max(a, at)] + " " * (b - max(a, at)))
        at = b
    return "".join([*parts, folded[at:end]])


def _beside(judge: Judge, segment: Segment, start: int, end: int) -> bool:
    """Whether a sentence's numbers are for several exercises, a harder form or a remark."""
    if judge.wide(start, end) and not judge.within(start, end) and judge.dosed(start, end):
        return True
    harder = judge.lex.pattern("ladder", "harder").search(judge.folded, start, end)
    if (
        harder
        and harder.start() - segment.start > OPENING
        and not judge.lex.pattern("join", "ramp").search(judge.folded, start, end)
    ):
        return True
    if _afterwards(judge, segment, start, end):
        return True
    label, colon, _ = judge.folded[start:end].partition(":")
    label = label.strip(" \t-\u2022*")
    return bool(colon) and any(
        judge.lex.pattern("label", kind).fullmatch(label) for kind in ("note", "purpose", "caution")
    )


def _afterwards(judge: Judge, segment: Segment, start: int, end: int) -> bool:
    """Whether a sentence that stands apart sends for a walk or a ride, after the exercise."""
    if segment.movement in AFTERWARDS or start <= segment.start:
        return False
    if not judge.cue("start", start, end):
        return False
    return any(hit.movement in AFTERWARDS for hit in judge.mentions(start, end))


def stated(found: list[Fact]) -> ReadDose:
    """One value for each field: the first that words tell, else the first of all."""
    found = _rounds(found)
    return ReadDose(**{field: _value([f for f in found if f.field == field]) for field in FIELDS})


def _rounds(found: list[Fact]) -> list[Fact]:
    """Take "two rounds" as sets where repetitions are told as well."""
    strong = any(f.field == "reps" and not f.weak for f in found)
    return [
        f._replace(field="sets") if f.field == "reps" and f.weak and strong else f for f in found
    ]


def _value(found: list[Fact]) -> Stated | None:
    if not found:
        return None
    first = next((f for f in found if not f.weak and not f.unit), None) or found[0]
    others = {(f.low, f.high) for f in found if f.unit == first.unit} - {(first.low, first.high)}
    return Stated(
        min=first.low,
        max=first.high,
        unit=first.unit,
        at=(Span(start=first.start, end=first.end),),
        doubt=first.weak or bool(others),
    )
