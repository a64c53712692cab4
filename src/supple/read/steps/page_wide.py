"""Put what the page says once for all on every exercise it fits; an exercise's own words win."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from supple.read.draft import Draft
from supple.read.facts import Fact
from supple.read.judge import Judge, judge_of
from supple.read.lexicon import movements
from supple.read.reading import ReadDose, ReadExercise, Sided, Span, Start
from supple.read.steps.dose import FIELDS, stated
from supple.read.steps.position import places
from supple.read.steps.split import TEXT
from supple.value import changed

MOST = 60  # rules of one page; more are a collection of pages
OPENING = 3  # characters before the number of a sentence that opens with its rounds
SHORT, SHORT_OFTEN = 40, 60  # characters of a line that is nothing but a dose
AMOUNTS = ("sets", "reps", "hold", "work")


class Said(NamedTuple):
    """A sentence, whether it is a heading, and whether it stands inside an exercise."""

    start: int
    end: int
    heading: bool
    inside: bool


class Rule(NamedTuple):
    """A dose for several exercises: those from `first` up to `last`; only stretches, or all."""

    dose: ReadDose
    sides: Sided | None
    start: Start | None
    first: int
    last: int
    stretches: bool


def page_wide(draft: Draft) -> Draft:
    """Complete `exercises` with the rules that govern them."""
    if not draft.exercises:
        return draft
    judge = judge_of(draft)
    stretches = [_is_stretch(judge, exercise) for exercise in draft.exercises]
    rules = [
        rule._replace(stretches=rule.stretches and any(stretches[rule.first : rule.last]))
        for rule in _rules(draft, judge)
    ]
    apart = any(rule.stretches and _amounts(rule) for rule in rules)
    filled = []
    for i, (exercise, stretch) in enumerate(zip(draft.exercises, stretches, strict=True)):
        for rule in rules:
            if not rule.first <= i < rule.last or (rule.stretches and not stretch):
                continue
            only_often = apart and not rule.stretches and stretch
            exercise = _completed(exercise, rule, only_often=only_often)  # noqa: PLW2901
        filled.append(exercise)
    return changed(draft, exercises=tuple(filled))


def _amounts(rule: Rule) -> bool:
    """Whether a rule says how much, not only how often."""
    return any(getattr(rule.dose, field) is not None for field in AMOUNTS)


def _is_stretch(judge: Judge, exercise: ReadExercise) -> bool:
    if exercise.movement.endswith(("stretch", "pose", "fold", "twist", "chest", "dog")):
        return True
    at = exercise.name.at
    return judge.lex.pattern("stretch").search(judge.folded, at.start, at.end) is not None or (
        not exercise.movement and exercise.dose.reps is None
    )


def _completed(exercise: ReadExercise, rule: Rule, *, only_often: bool) -> ReadExercise:
    given = {}
    for field in FIELDS:
        value = getattr(rule.dose, field)
        if value is None or getattr(exercise.dose, field) is not None:
            continue
        if field in AMOUNTS and (only_often or not _fits(exercise, field)):
            continue
        given[field] = value
    sides = exercise.sides
    if rule.sides is not None and sides.each is None:
        sides = rule.sides
    return changed(
        exercise,
        dose=changed(exercise.dose, **given),
        sides=sides,
        start=exercise.start or rule.start,
    )


def _fits(exercise: ReadExercise, field: str) -> bool:
    """A rule's hold is not for timed work, nor its timed work for what is counted or held."""
    dose = exercise.dose
    if field == "hold":
        if exercise.movement and not movements()[exercise.movement].held:
            return dose.work is None and dose.reps is None
        return dose.work is None
    if field == "work":
        return dose.reps is None and dose.hold is None
    if field == "reps":
        return dose.work is None
    return True


def _rules(draft: Draft, judge: Judge) -> Iterator[Rule]:
    """Rules in the order of the page, those of a section before those of the page."""
    rules = (rule for said in _said(draft, judge) if (rule := _rule(draft, judge, said)))
    found = list(islice(rules, MOST))
    return iter(sorted(found, key=lambda rule: rule.last - rule.first))


def _said(draft: Draft, judge: Judge) -> Iterator[Said]:
    """Sentences that may govern several exercises."""
    segments, k = draft.segments, 0
    for i, item in enumerate(draft.items):
        while k < len(segments) and segments[k].end <= item.start:
            k += 1
        if i in draft.noise:
            continue
        inside = k < len(segments) and segments[k].start <= item.start
        for start, end in judge.sentences(item.body, item.end):
            inside_here = inside or (
                k < len(segments) and segments[k].start <= start < segments[k].end
            )
            heading = item.titled and item.level < TEXT
            yield Said(start, end, heading, inside_here)


def _rule(draft: Draft, judge: Judge, said: Said) -> Rule | None:
    start, end = said.start, said.end
    wide = judge.wide(start, end) or (not said.inside and judge.loose(start, end))
    aside = judge.lex.pattern("label", "note").match(judge.folded, start, end)
    if aside or (said.inside and (not wide or judge.within(start, end))):
        return None
    found = judge.facts(start, end)
    first, last = _scope(draft, start)
    if first >= last:
        return None
    before = start < draft.segments[first].start
    if not wide:
        found = [f for f in found if _governs(judge, f, said, before=before)]
    postures = places(judge, start, end) if wide and before else []
    begin = None
    if postures:
        at = (Span(start=postures[0].start, end=postures[0].end),)
        begin = Start(postures=(postures[0].posture,), at=at, doubt=True)
    if not found and begin is None:
        return None
    return Rule(
        dose=_doubted(stated([_round_as_set(fact) for fact in found])),
        sides=_sides(judge, start, end) if found else None,
        start=begin,
        first=first,
        last=last,
        stretches=_of_stretches(judge, start, end) and not _all_stretches(draft, judge),
    )


def _round_as_set(fact: Fact) -> Fact:
    """What is said of rounds once for all counts the sets of each exercise."""
    return fact._replace(field="sets") if fact.field == "reps" and fact.weak else fact


def _of_stretches(judge: Judge, start: int, end: int) -> bool:
    return (
        judge.lex.pattern("stretch").search(judge.folded, start, end) is not None
        and judge.lex.pattern("exercise").search(judge.folded, start, end) is None
    )


def _all_stretches(draft: Draft, judge: Judge) -> bool:
    """Whether the page's one title of its rank says that all that follows are stretches."""
    if draft.title is None or not _of_stretches(judge, draft.title.at.start, draft.title.at.end):
        return False
    at = draft.title.at.start
    rank = next(((one.kind, one.level) for one in draft.items if one.end > at), None)
    return sum((one.kind, one.level) == rank for one in draft.items) == 1


def _governs(judge: Judge, fact: Fact, said: Said, *, before: bool) -> bool:
    """Whether a number in a sentence that names no exercises is meant for them."""
    start, end, heading = said.start, said.end, said.heading
    told = judge.told(start, end)
    if fact.field in ("times_a_day", "days_a_week"):
        return told or heading or before or end - start < SHORT_OFTEN
    if not before:
        return False
    if fact.field in ("sets", "reps"):
        return (
            heading
            or (fact.weak and fact.start - start < OPENING)
            or (told and judge.lex.pattern("repeat").search(judge.folded, start, end) is not None)
            or end - start < SHORT
        )
    if fact.field == "hold":
        held = judge.lex.pattern("hold", "before").search(judge.folded, start, end)
        if judge.lex.pattern("routine", "timed").search(judge.folded, start, end):
            return False
        names = judge.lex.pattern("routine", "word").search(judge.folded, start, end)
        said_so = held is not None or (heading and names is not None)
        return said_so and (heading or told or end - start < SHORT)
    return False


def _scope(draft: Draft, start: int) -> tuple[int, int]:
    """Which exercises a sentence governs: its section's, else all."""
    segments = draft.segments
    following = bisect_left(segments, start, key=lambda one: one.start)
    if following < len(segments):
        section = segments[following].section
        previous = segments[following - 1].section if following else None
        title = draft.title.at.start if draft.title else -1
        if section and title != section[0] <= start and section != previous:
            last = following
            while last < len(segments) and segments[last].section == section:
                last += 1
            if following > 0 or last < len(segments):
                return following, last
    return 0, len(segments)


def _doubted(dose: ReadDose) -> ReadDose:
    return changed(
        dose,
        **{
            field: changed(value, doubt=True)
            for field in AMOUNTS
            if (value := getattr(dose, field)) is not None
        },
    )


def _sides(judge: Judge, start: int, end: int) -> Sided | None:
    match = judge.lex.pattern("side", "each").search(judge.folded, start, end)
    if match is None:
        return None
    return Sided(each=True, at=(Span(start=match.start(), end=match.end()),), doubt=True)
