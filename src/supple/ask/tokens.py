"""A text as words with their places: lower case, no apostrophes, spelling repaired.

Each token keeps the span of the characters it was read from, so that a sign can
be shown in the person's own words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from supple.ask.spelling import known_words, pair_heads, pairs, speller

WORD = re.compile(
    r"2(?:day|nite|moro)\b|\d{1,2}['’]\d{1,2}\"?|\d{1,2}(?::\d\d)+|\d+(?:[.,]\d+)?|[^\W\d_](?:[^\W_]|['’](?=[^\W_]))*|[^\w\s]+|\n+|&"
)
ENDS = frozenset(".!?;\n…")
FRAGMENT = 2
BREAKS = frozenset(",:()–—-/")


class Token(NamedTuple):
    """A word: its characters in the text, how it was meant, and what follows it.

    `also` holds other words it may be, when the spelling leaves that open; `stop`
    is "." where a sentence ends after it, "," where a clause may, else "".
    """

    start: int
    end: int
    word: str
    also: tuple[str, ...] = ()
    stop: str = ""


class Sentence(NamedTuple):
    """A run of tokens: first index and one past the last."""

    first: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`, repaired, each with its span and the stop after it."""
    found: list[Token] = []
    for match in WORD.finditer(text):
        mark = match.group()
        if mark[0].isalnum():
            start, end = match.span()
            found.extend([Token(start, end, word, also) for word, also in _reading(mark)])
        elif found and found[-1].stop != ".":
            found[-1] = found[-1]._replace(stop=_stop(mark))
    return tuple(_joined(found))


def sentences(words: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Where the sentences lie in `words`; a fragment ("Legs. Both. Numb.") joins what follows."""
    ends: list[int] = []
    piece = 0
    for at, token in enumerate(words, 1):
        piece += 1
        if token.stop == ".":
            if piece > FRAGMENT:
                ends.append(at)
            piece = 0
    if not ends or ends[-1] != len(words):
        ends.append(len(words))
    return tuple(Sentence(first, end) for first, end in pairwise([0, *ends]) if first < end)


def _stop(mark: str) -> str:
    if any(letter in ENDS for letter in mark):
        return "," if mark in {"...", "…", ".."} else "."
    return "," if any(letter in BREAKS for letter in mark) else ""


@lru_cache(maxsize=4096)
def _reading(raw: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words a run of letters or digits is read as, each with the others it may be."""
    if raw[0].isdigit() and not raw[-1].isalpha():
        return ((raw.replace(",", "."), ()),)
    lowered = raw.lower().replace("’", "").replace("'", "")
    if lowered in known_words():
        return ((lowered, ()),)
    read = speller().read(lowered if lowered.isascii() else _unaccented(lowered))
    return tuple((word, tuple(also)) for word, *also in read)


def _unaccented(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _joined(found: list[Token]) -> Iterator[Token]:
    heads, read_as = pair_heads(), pairs()
    at = 0
    while at < len(found):
        token = found[at]
        begins = token.word in heads and not token.stop and at + 1 < len(found)
        after = found[at + 1] if begins else None
        meant = read_as.get(f"{token.word} {after.word}") if after else None
        if after and meant:
            yield Token(token.start, after.end, meant, stop=after.stop)
            at += 2
        else:
            yield token
            at += 1
