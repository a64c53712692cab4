"""Not, someone else, long ago, what if: what takes a finding away, and why."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from supple.ask.findings import Finding, Mention, Mentions, merged
from supple.ask.tokens import Token

DENIAL_REACH = 9
NOUN_REACH = 4
NORMAL_REACH = 4
REACH = 14
ACCIDENTS = ("fall", "crash", "blow", "high_fall")
BODY_PARTS = ("leg", "both_legs", "saddle", "buttock")
LIST_WORDS = frozenset({"or", "nor"})
PRONOUNS = frozenset(
    {"i", "im", "ive", "my", "its", "it", "the", "he", "she", "his", "her", "they"}
)


class Why(StrEnum):
    """Why a finding does not count."""

    DENIED = "said not to be there"
    NORMAL = "said to be normal"
    PAST = "long past"
    OVER = "over now"
    WHAT_IF = "not said of anyone now"
    FIGURE = "figure of speech"
    ANIMAL = "an animal"
    SOMEONE_ELSE = "someone else's history"
    USUAL = "explained in the text"


class Person(StrEnum):
    """Who a finding is about."""

    SELF = "self"
    OTHER = "other"
    ANIMAL = "animal"


class Context(NamedTuple):
    """What the small words of a text say, by token."""

    words: Sequence[Token]
    found: Mentions
    denials: Sequence[tuple[Mention, int]]
    """Each "no" or "not" in order, and the token its reach ends before."""


def context(words: Sequence[Token], found: Mentions) -> Context:
    """Read the reach of every denial once."""
    return Context(words, found, sorted(_reaches(words, found)))


def why_not(finding: Finding, around: Context) -> Why | None:
    """Why `finding` does not count, or None when it does (whoever it is about)."""
    return next((why for why, holds in REASONS if holds(finding, around)), None)


# --- no and not


def _reaches(words: Sequence[Token], found: Mentions) -> Iterator[tuple[Mention, int]]:
    exempt = {at for place in found.get("no_denial", ()) for at in range(*place)}
    contrast = {place.first for place in found.get("contrast", ())}
    nouns = {at for place in found.get("noun_sign", ()) for at in range(*place)}
    for place in found.get("deny_noun", ()):
        if place.first not in exempt:
            yield place, _list_end(words, place.end, nouns)
    bodies = merged(found, BODY_PARTS)
    turns = contrast | {body.first for body in bodies if body.end not in nouns}
    for place in found.get("deny_verb", ()):
        if place.first not in exempt:
            yield place, _clause_end(words, place.end, turns, nouns)


def _list_end(words: Sequence[Token], start: int, nouns: set[int]) -> int:
    """Where "no numbness, tingling or weakness in my legs" ends: where the list does."""
    at, last = start, start
    while at < len(words):
        if at not in nouns:
            if at - last >= NOUN_REACH or last > start:
                break
        else:
            last = at + 1
        at += 1
        if words[at - 1].stop == ".":
            break
    return last if last > start else min(start + 1, len(words))


def _clause_end(words: Sequence[Token], start: int, turns: set[int], nouns: set[int]) -> int:
    """Where "I don't have …" ends: a contrast, a new subject, a comma or "and" outside a list."""
    end = min(start + DENIAL_REACH, len(words))
    for at in range(start, end):
        if at > start and at in turns:
            return at
        if words[at].word == "and" and at + 1 not in nouns:
            return at
        if words[at].stop == "." or (words[at].stop == "," and not _in_list(words, at + 1, end)):
            return at + 1
    return end


def _in_list(words: Sequence[Token], start: int, end: int) -> bool:
    """True when an "or" follows before any new subject."""
    for token in words[start:end]:
        if token.word in LIST_WORDS:
            return True
        if token.word in PRONOUNS or token.stop == ".":
            return False
    return False


def _denied(finding: Finding, around: Context) -> bool:
    own = {at for part in finding.parts for at in range(*part)}
    earliest = max(finding.sentence.first, finding.anchor.first - REACH)
    low = bisect_left(around.denials, ((earliest, 0), 0))
    high = bisect_left(around.denials, ((finding.anchor.first, 0), 0))
    return any(
        place.end <= finding.anchor.first < end and not own.intersection(range(*place))
        for place, end in around.denials[low:high]
    )


def _said_normal(finding: Finding, around: Context) -> bool:
    """True for "bladder and bowels are normal": of what is named, never of a complaint."""
    named = finding.rule.id.endswith("_any")
    after = range(finding.end, finding.end + NORMAL_REACH + 1)
    return named and any(place.first in after for place in _near(around, "said_normal", finding))


# --- when


def _what_if(finding: Finding, around: Context) -> bool:
    """A condition before the finding, a lesson, or a rule stated of nobody."""
    if finding.rule.kind == "statement":
        return False
    if _near(around, "own_it", finding):
        return False
    if any(_governs(place, finding, around) for place in _near(around, "hypothetical", finding)):
        return True
    owned = _near(around, "self_owned", finding)
    rules = ("claim", "comparison") if finding.rule.kind == "limit" else ("claim",)
    ruled = any(
        place.end > finding.anchor.first for rule in rules for place in _near(around, rule, finding)
    )
    mine = (place for place in owned if place.first <= finding.anchor.first)
    if ruled and not any(_one_clause(place, finding, around) for place in mine):
        return True
    return bool(around.found.get("generic")) and not owned


def _governs(place: Mention, finding: Finding, around: Context) -> bool:
    """True while "what if" still holds: the same clause, and no "but I have" between."""
    if not place.first <= finding.anchor.first <= place.end + DENIAL_REACH:
        return False
    between = range(place.end, finding.anchor.first)
    turns = {turn.first for turn in _near(around, "own_case", finding)}
    return not any(at in turns or around.words[at - 1].stop for at in between)


def _past(finding: Finding, around: Context) -> bool:
    """Years ago in the same clause, or in the sentence and over since; not when it is back."""
    if finding.rule.kind not in {"symptom", "event"}:
        return False
    far = _near(around, "far_past", finding)
    if finding.rule.kind == "event":
        old = far or _near(around, "over_6_weeks", finding)
        return bool(old) and not _near(around, "recent_day", finding)
    told = any(_one_clause(place, finding, around) for place in far)
    return (told or bool(far and _near(around, "resolved", finding))) and not _still(
        finding, around
    )


def _one_clause(place: Mention, finding: Finding, around: Context) -> bool:
    low, high = sorted((place.first, finding.anchor.first))
    return not any(around.words[at].stop for at in range(low, high))


def _still(finding: Finding, around: Context) -> bool:
    """A "now" or "since" near by, other than that of "over it now" or "for years now"."""
    settled = (*_near(around, "resolved", finding), *_near(around, "chronic", finding))
    over = {at for place in settled for at in range(place.first, place.end + 2)}
    return any(place.first not in over for place in _near(around, "now", finding))


def _over(finding: Finding, around: Context) -> bool:
    over = _near(around, "resolved", finding)
    return finding.rule.heals and any(place.end > finding.anchor.first for place in over)


def _unless(finding: Finding, around: Context) -> bool:
    """Explained by a concept near by; "for years" explains nothing that is new today."""
    settled = bool(_near(around, "no_change", finding) and _near(around, "far_past", finding))
    return any(
        _near(around, concept, finding)
        for concept in finding.rule.unless
        if concept != "chronic" or settled or not _still(finding, around)
    )


def _near(around: Context, concept: str, finding: Finding) -> Sequence[Mention]:
    """The mentions of `concept` in the finding's sentence, within reach of it."""
    places = around.found.get(concept, ())
    first = max(finding.sentence.first, finding.first - REACH)
    end = min(finding.sentence.end, finding.end + REACH)
    return places[bisect_left(places, (first, 0)) : bisect_left(places, (end, 0))]


REASONS: Sequence[tuple[Why, Callable[[Finding, Context], bool]]] = (
    (Why.DENIED, _denied),
    (Why.NORMAL, _said_normal),
    (Why.WHAT_IF, _what_if),
    (Why.USUAL, _unless),
    (Why.PAST, _past),
    (Why.OVER, _over),
)


# --- who


class Turns(NamedTuple):
    """Where the text turns to someone: tokens, and who from there on."""

    starts: Sequence[int]
    who: Sequence[Person]

    def at(self, token: int) -> Person:
        """Who the words at `token` are about: the one the text last turned to."""
        return self.who[bisect_right(self.starts, token) - 1]


def people(found: Mentions) -> Turns:
    """Who is spoken of from where on.

    "My wife says I slur" stays with the writer, and so does "I fell off my horse";
    "he" is whoever came last; what is said before anyone is named belongs to the
    first who is.
    """
    hurt_by = {at for place in merged(found, ACCIDENTS) for at in range(*place)}
    told = {at for place in found.get("witness", ()) for at in range(*place)}
    they = {place.first for place in found.get("they", ())}
    owners = {place.first - 1 for place in found.get("relation", ()) if place.first not in told}
    marks = sorted(
        [(place.first, 0, Person.SELF) for place in found.get("self", ())]
        + [(place.first, 1, Person.OTHER) for place in merged(found, ("relation", "they"))]
        + [
            (place.first, 2, Person.ANIMAL)
            for place in found.get("animal", ())
            if place.first not in hurt_by
        ]
    )
    starts, who, third = [-1], [Person.SELF], Person.OTHER
    for token, _, person in marks:
        if token in told if person is Person.OTHER else token in owners:
            continue
        if person is not Person.SELF and token not in they:
            third = person
        starts.append(token)
        who.append(third if token in they else person)
    if len(who) > 1 and who[1] is Person.OTHER:
        who[0] = who[1]
    return Turns(starts, who)
