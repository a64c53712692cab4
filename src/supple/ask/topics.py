"""What is asked, and the cautious answers that may help while a person waits."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from supple.ask.findings import Mentions, merged
from supple.ask.tokens import Sentence
from supple.safety.cards import Sourced
from supple.safety.data import table
from supple.safety.level import Level
from supple.safety.net import net_sentence
from supple.value import Value
from supple.words import Words


class Cue(Value, kw_only=True):
    """One way a topic is recognised: concepts within a sentence, and conditions anywhere."""

    near: tuple[str, ...]
    limits: tuple[str, ...] = ()


class Topic(Value, kw_only=True):
    """A question people ask, the cautious answer to it, and what to ask first.

    `level` is the topic's own when no sign is found.
    """

    id: str
    title: str
    level: Level
    cue: tuple[Cue, ...]
    say: tuple[Sourced, ...]
    ask: tuple[Sourced, ...] = ()


class Topics(Value, kw_only=True):
    """answers.toml, in the order the topics are tried."""

    topic: tuple[Topic, ...]


class AnswerText(Value, kw_only=True):
    """An answer in one language: sentences, questions to ask first, sources, and the net."""

    id: str
    title: str
    say: tuple[str, ...]
    ask: tuple[str, ...]
    sources: tuple[str, ...]
    net: str


def topics() -> tuple[Topic, ...]:
    """Every topic, in the order they are tried."""
    return table(__package__, "answers", Topics).topic


def topic_of(
    found: Mentions, sentences: Sequence[Sentence], limits: Collection[str]
) -> Topic | None:
    """The first topic one of whose cues is met, or None."""
    starts = [sentence.first for sentence in sentences]
    met = (
        topic for topic in topics() if any(_met(cue, found, starts, limits) for cue in topic.cue)
    )
    return next(met, None)


def _met(cue: Cue, found: Mentions, starts: Sequence[int], limits: Collection[str]) -> bool:
    if cue.limits and not set(cue.limits) & set(limits):
        return False
    places = [_sentences_of(group, found, starts) for group in cue.near]
    return bool(set.intersection(*places)) if places else True


def _sentences_of(group: str, found: Mentions, starts: Sequence[int]) -> set[int]:
    """The sentences in which a concept of `group` stands."""
    return {bisect_right(starts, place.first) for place in merged(found, group.split("|"))}


def answer(topic_id: str, words: Words) -> AnswerText:
    """The answer of a topic in this language, ending with the safety net. Raises KeyError."""
    topic = {topic.id: topic for topic in topics()}[topic_id]
    sourced = (*topic.say, *topic.ask)
    return AnswerText(
        id=topic.id,
        title=words.say(topic.title),
        say=tuple(words.say(part.say) for part in topic.say),
        ask=tuple(words.say(part.say) for part in topic.ask),
        sources=tuple(dict.fromkeys(part.source for part in sourced)),
        net=net_sentence(words),
    )
