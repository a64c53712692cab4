"""What to expect of a first session and of the first weeks, each sentence with its source."""

from supple.safety.data import table
from supple.safety.sources import citation
from supple.value import Value
from supple.words import Words


class Expectation(Value, kw_only=True):
    """One sentence, and the id of its source in sources.toml."""

    say: str
    source: str


class Expectations(Value, kw_only=True):
    """The sentences in the order they are shown."""

    first: tuple[Expectation, ...]


def expectations(words: Words) -> tuple[Expectation, ...]:
    """The sentences in this language; each `source` is a citation, or "convention"."""
    stored = table(__package__, "expect", Expectations).first
    return tuple(Expectation(say=words.say(one.say), source=citation(one.source)) for one in stored)
