"""Findings: concepts near one another, and whether each is there now, in whom."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from supple.ask.lexicon import FactRule, automaton, fact_rules, sought_concepts
from supple.ask.numbers import names
from supple.ask.tokens import Sentence, Token

MASKS = ("figure", "exercise_name")


class Mention(NamedTuple):
    """A concept in the text: first token and one past the last."""

    first: int
    end: int


Mentions = Mapping[str, Sequence[Mention]]


class Finding(NamedTuple):
    """A rule met in a sentence: the tokens it spans and those of its anchor."""

    rule: FactRule
    first: int
    end: int
    anchor: Mention
    sentence: Sentence
    parts: tuple[Mention, ...]


def mentions(words: Sequence[Token], sentences: Sequence[Sentence]) -> dict[str, list[Mention]]:
    """Every concept in the text, in order, never across the end of a sentence.

    A word of open spelling may be any of its readings where that makes a sign,
    but only its first where that would take one away.
    """
    found: defaultdict[str, set[Mention]] = defaultdict(set)
    read = names(words)
    for sentence in sentences:
        span = range(sentence.first, sentence.end)
        for concept, place in _spotted([read[at] for at in span], sentence.first):
            found[concept].add(place)
        if any(words[at].also for at in span):
            wider = [(*read[at], *words[at].also) for at in span]
            for concept, place in _spotted(wider, sentence.first):
                if concept in sought_concepts():
                    found[concept].add(place)
    return {concept: sorted(places) for concept, places in found.items()}


def _spotted(read: Sequence[tuple[str, ...]], offset: int) -> Iterator[tuple[str, Mention]]:
    for concept, first, end in automaton().find(read):
        yield concept, Mention(first + offset, end + offset)


def unmasked(found: Mentions) -> tuple[dict[str, list[Mention]], dict[str, list[Mention]]]:
    """(what stands, what a figure of speech hides); names of exercises hide without a trace."""
    figures = _covered(found.get("figure", ()))
    exercises = _covered(found.get("exercise_name", ()))
    standing: dict[str, list[Mention]] = {}
    hidden: dict[str, list[Mention]] = {}
    for concept, places in found.items():
        if concept in MASKS:
            continue
        hidden[concept] = _without(exercises, places)
        standing[concept] = _without(figures, hidden[concept])
    return standing, hidden


def _without(covered: set[int], places: Sequence[Mention]) -> list[Mention]:
    """Those of `places` that share no word with what is covered."""
    if not covered:
        return list(places)
    return [place for place in places if not covered.intersection(range(*place))]


def _covered(places: Sequence[Mention]) -> set[int]:
    return {at for place in places for at in range(*place)}


def findings(found: Mentions, sentences: Sequence[Sentence]) -> list[Finding]:
    """Every rule met, once for each mention of its anchor."""
    starts = [sentence.first for sentence in sentences]
    return [finding for rule in fact_rules() for finding in _met(rule, found, sentences, starts)]


def _met(
    rule: FactRule, found: Mentions, sentences: Sequence[Sentence], starts: Sequence[int]
) -> Iterator[Finding]:
    groups = [merged(found, group) for group in rule.groups]
    if not all(groups):
        return
    for anchor in groups[0]:
        sentence = sentences[bisect_left(starts, anchor.first + 1) - 1]
        parts = _nearest(rule, anchor, groups[1:], sentence)
        if parts is not None:
            first = min(part.first for part in parts)
            yield Finding(rule, first, max(part.end for part in parts), anchor, sentence, parts)


def merged(found: Mentions, group: Sequence[str]) -> list[Mention]:
    """The mentions of several concepts in one order."""
    if len(group) == 1:
        return list(found.get(group[0], ()))
    return sorted({place for concept in group for place in found.get(concept, ())})


def _nearest(
    rule: FactRule,
    anchor: Mention,
    groups: Sequence[Sequence[Mention]],
    sentence: Sentence,
) -> tuple[Mention, ...] | None:
    """The parts of a rule around `anchor`, or None when one is too far away."""
    parts = [anchor]
    for places in groups:
        near = [place for place in _around(places, anchor, rule.within) if place not in parts]
        fitting = [place for place in near if _fits(rule, anchor, place, sentence)]
        if not fitting:
            return None
        parts.append(min(fitting, key=lambda place: abs(place.first - anchor.first)))
    return tuple(parts)


def _around(places: Sequence[Mention], anchor: Mention, within: int) -> Sequence[Mention]:
    low = bisect_left(places, (anchor.first - within, 0))
    high = bisect_left(places, (anchor.end + within, 0))
    return places[low:high]


def _fits(rule: FactRule, anchor: Mention, place: Mention, sentence: Sentence) -> bool:
    inside = sentence.first <= place.first and place.end <= sentence.end
    ordered = not rule.order or place.first >= anchor.first
    span = max(place.end, anchor.end) - min(place.first, anchor.first)
    own = anchor.end - anchor.first + place.end - place.first
    return inside and ordered and span <= max(rule.within, own)
