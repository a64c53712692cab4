"""The lexicon: concepts and their phrases, and the findings made of them."""

from functools import cache
from typing import Literal

from supple.ask.phrases import Automaton, words_of
from supple.safety.data import table
from supple.safety.level import Level
from supple.value import Value

Concepts = dict[str, tuple[str, ...]]

FILES = ("signs", "discourse", "topics")


class FactRule(Value, kw_only=True):
    """A finding: concepts near one another (see facts.toml for the fields)."""

    id: str
    near: tuple[str, ...]
    within: int = 8
    order: bool = False
    unless: tuple[str, ...] = ()
    kind: Literal["symptom", "event", "history", "statement", "limit"] = "symptom"
    shows: str = ""
    yields: tuple[str, ...] = ()
    heals: bool = False

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """`near` with each group split into its concepts."""
        return tuple(tuple(group.split("|")) for group in self.near)


class FlagRule(Value, kw_only=True):
    """From findings to a code (see flags.toml for the fields)."""

    code: str
    level: Level
    all: tuple[str, ...]
    none: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    least: int = 0
    unclear: bool = False


class FactTable(Value, kw_only=True):
    """facts.toml."""

    fact: tuple[FactRule, ...]


class LimitTable(Value, kw_only=True):
    """limits.toml: the concepts, and the conditions found by them."""

    limit: Concepts
    fact: tuple[FactRule, ...]


class FlagTable(Value, kw_only=True):
    """flags.toml."""

    flag: tuple[FlagRule, ...]


def concepts() -> Concepts:
    """Every concept of the lexicon with its phrases."""
    sections = [section for name in FILES for section in _sections(name).values()]
    found: Concepts = dict(_limits().limit)
    for section in sections:
        found.update(section)
    return found


def _sections(name: str) -> dict[str, Concepts]:
    return table(__package__, name, dict[str, Concepts])


def _limits() -> LimitTable:
    return table(__package__, "limits", LimitTable)


@cache
def automaton() -> Automaton:
    """The automaton of the whole lexicon, built once."""
    return Automaton(concepts())


@cache
def sign_words() -> frozenset[str]:
    """The words of signs and limits: what misspelt words are repaired towards."""
    sections = [*_sections("signs").values(), _limits().limit]
    phrases = [phrase for section in sections for said in section.values() for phrase in said]
    return frozenset(word for phrase in phrases for word in words_of(phrase))


@cache
def fact_rules() -> tuple[FactRule, ...]:
    """Signs first, then conditions."""
    return table(__package__, "facts", FactTable).fact + _limits().fact


@cache
def sought_concepts() -> frozenset[str]:
    """The concepts that findings are made of, as against those that take one away."""
    return frozenset(name for rule in fact_rules() for group in rule.groups for name in group)


@cache
def flag_rules() -> tuple[FlagRule, ...]:
    """In the order they are tried: gravest first."""
    return table(__package__, "flags", FlagTable).flag
