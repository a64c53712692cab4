"""Finding an exercise by any of its names, misspelt too. The one door to rapidfuzz."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from supple.exercise.load import load_library
from supple.words import words

ALIKE = 0.72  # of the letters of a word, in order; a swap of two neighbours is one slip
BEGINS = 0.95
LIKE = 0.5  # of the words of two names together, how many must be in both
_WORD = re.compile(r"[^\W_]+")
_IDLE = frozenset({"a", "an", "and", "exercise", "for", "of", "on", "stretch", "the", "to", "with"})

Named = tuple[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=256)
def search(query: str, names: tuple[Named, ...]) -> tuple[str, ...]:
    """The ids whose names hold every word of `query`, best first.

    A word matches one that is the same, that it begins, or that differs by a
    slip or two. Words without meaning of their own need no match.
    """
    asked = _asked(query)
    if not asked:
        return tuple(name for name, _ in names)
    known = _known(names)
    alike = {word: _alike(word, known) for word in {*asked, "".join(asked)}}
    scored = [(max(_score(asked, one, alike) for one in every), name) for name, every in names]
    return _best_first((score, name) for score, name in scored if score)


@lru_cache(maxsize=256)
def like(name: str, names: tuple[Named, ...]) -> tuple[str, ...]:
    """The ids with a name like `name`, best first: most of the words of both are in both."""
    asked = _asked(name)
    known = _known(names) - _IDLE
    alike = {word: _alike(word, known) for word in asked}
    shares = [(max(_shared(one, alike) for one in every), name) for name, every in names]
    return _best_first((share, name) for share, name in shares if share >= LIKE)


def _known(names: tuple[Named, ...]) -> set[str]:
    return {word for _, every in names for one in every for word in one}


def _best_first(scored: Iterable[tuple[float, str]]) -> tuple[str, ...]:
    return tuple(name for _, name in sorted(scored, key=lambda pair: (-pair[0], pair[1])))


def _shared(name: tuple[str, ...], alike: dict[str, dict[str, float]]) -> float:
    """How much of the words of two names is in both, 0 to 1."""
    words = [word for word in name if word not in _IDLE]
    there = [max((found.get(word, 0.0) for word in words), default=0.0) for found in alike.values()]
    back = [max((found.get(word, 0.0) for found in alike.values()), default=0.0) for word in words]
    return sum(there + back) / len(there + back) if there + back else 0.0


@lru_cache(maxsize=8)
def names_of(locale: str) -> tuple[Named, ...]:
    """Every exercise with its names as words, in the person's language and as written."""
    say = words(locale)
    return tuple(
        (
            one.id,
            tuple(
                dict.fromkeys(
                    joined
                    for name in (one.name, *one.also, one.id)
                    for said in (say.say(name), name)
                    for joined in _with_joined(_words(said))
                )
            ),
        )
        for one in load_library().exercises.values()
    )


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def _with_joined(parts: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """A name as its words, and as one: "birddog" is "bird dog"."""
    return (parts, ("".join(parts),)) if parts else ()


def _asked(query: str) -> tuple[str, ...]:
    every = _words(query[:80])
    return tuple(word for word in every if word not in _IDLE) or every


def _alike(word: str, known: Iterable[str]) -> dict[str, float]:
    """The known words like `word`, each with how much."""
    found = {one: _likeness(word, one) for one in known}
    return {one: likeness for one, likeness in found.items() if likeness >= ALIKE}


def _likeness(word: str, one: str) -> float:
    if one == word:
        return 1.0
    if one.startswith(word):
        return BEGINS
    return float(OSA.normalized_similarity(word, one))


def _score(
    asked: tuple[str, ...], name: tuple[str, ...], alike: dict[str, dict[str, float]]
) -> float:
    """How well a name holds all the words asked for, 0 to 1; shorter names first."""
    best = [max((alike[word].get(one, 0.0) for one in name), default=0.0) for word in asked]
    whole = max((alike["".join(asked)].get(one, 0.0) for one in name), default=0.0)
    split = sum(best) / len(best) if all(best) else 0.0
    shorter = 0.01 * len(asked) / max(len(name), 1)
    return max(split, whole) + shorter if max(split, whole) else 0.0
