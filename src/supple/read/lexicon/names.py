"""Find the names of movements in a line of text, and movements told without a name.

Words are compared by their stems, without articles, so that "the knees to your
chest" finds "knee to chest". Every search is linear in the number of words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

_WORD_OR_STOP = re.compile(r"[a-z0-9]+|[.,;:!?\n]")
TITLE_ONLY = "title-only"  # the entry of words that are names in a title only
NOTHING = "nothing"  # the entry of phrases that only sound like a name
GAP = 9  # words allowed between two parts of a description
PREFIX = 4  # index of descriptions: the first letters of their first part
ARTICLES = {
    "en": {"the", "a", "an", "your", "my", "s", "his", "her", "our", "their"},
    "es": {"el", "la", "los", "las", "de", "del", "un", "una", "tu", "su", "tus", "sus", "al"},
    "de": {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "am", "im"},
    "fr": {"le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "votre", "vos", "ton"},
    "pt": {"o", "a", "os", "as", "de", "do", "da", "dos", "das", "um", "uma", "seu", "sua"},
}


class Part(NamedTuple):
    """One place of a description: any of `stems`, or a word that begins with one of `openings`."""

    stems: frozenset[str]
    openings: tuple[str, ...]


Parts = tuple[Part, ...]
Index = dict[str, list[tuple[str, Parts]]]


class Word(NamedTuple):
    """A stem and where its word stands; no name runs across a stop or comma before it."""

    stem: str
    start: int
    end: int
    apart: bool = False


class Hit(NamedTuple):
    """A movement found in characters `start` to `end`; `size` counts the words it matched."""

    movement: str
    start: int
    end: int
    size: int
    named: bool = True


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The word without its plural ending."""
    if language == "de":
        return word.replace("ss", "s")
    if len(word) <= 3:  # noqa: PLR2004 - shorter words have no plural to lose
        return word
    if language == "en" and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if language in ("es", "pt") and word.endswith(("nes", "res", "les", "des", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


class Names:
    """The names, loose names and descriptions of one language."""

    def __init__(self, table: dict[str, Any], language: str) -> None:
        self.language = language
        self._articles = ARTICLES[language]
        self._trie: dict[str, Any] = {}
        self._loose: Index = {}
        self._does: Index = {}
        self._title_only = {stem(one, language) for one in _names(table, TITLE_ONLY)}
        for movement, entry in table.items():
            if movement == TITLE_ONLY:
                continue
            for name in entry.get("names", ()):
                self._add_name(movement, name)
            for text in entry.get("loose", ()):
                _add(self._loose, movement, self._parts(text))
            for text in entry.get("does", ()):
                _add(self._does, movement, self._parts(text))

    def _add_name(self, movement: str, name: str) -> None:
        node = self._trie
        for word in self.words(name):
            node = node.setdefault(word.stem, {})
        node.setdefault("", movement)

    def _parts(self, text: str) -> Parts:
        return tuple(self._part(options.split("|")) for options in text.split())

    def _part(self, options: list[str]) -> Part:
        whole = frozenset(stem(one, self.language) for one in options if not one.endswith("*"))
        return Part(whole, tuple(one[:-1] for one in options if one.endswith("*")))

    def words(self, folded: str) -> list[Word]:
        """The stems of `folded` without articles."""
        found, apart = [], False
        for m in _WORD_OR_STOP.finditer(folded):
            text = m[0]
            if not text[0].isalnum():
                apart = True
            elif text not in self._articles:
                found.append(Word(stem(text, self.language), *m.span(), apart))
                apart = False
        return found

    def named(self, words: list[Word], *, title: bool = True) -> list[Hit]:
        """Names in the order of the text, the longest at each place.

        Outside a title, words that mean something else as well ("glutes") name nothing.
        """
        hits, i = [], 0
        while i < len(words):
            size, movement = self._longest(words, i)
            plain = size == 1 and not title and words[i].stem in self._title_only
            if size and movement != NOTHING and not plain:
                hits.append(Hit(movement, words[i].start, words[i + size - 1].end, size))
            i += size or 1
        return hits

    def _longest(self, words: list[Word], i: int) -> tuple[int, str]:
        node, best = self._trie, (0, "")
        for j in range(i, len(words)):
            node = node.get(words[j].stem, {})
            if not node or (words[j].apart and j > i):
                break
            if "" in node:
                best = (j - i + 1, node[""])
        return best

    def loose(self, words: list[Word]) -> list[Hit]:
        """Movements all of whose loose words stand in the title `words`."""
        stems = [word.stem for word in words]
        return [
            Hit(movement, words[0].start, words[-1].end, len(parts))
            for key in dict.fromkeys(stem[:PREFIX] for stem in stems)
            for movement, parts in self._loose.get(key, ())
            if all(any(_fits(s, part) for s in stems) for part in parts)
        ]

    def described(self, words: list[Word]) -> list[Hit]:
        """Movements told in the sentence `words`, those that match most words first."""
        hits = [
            Hit(movement, words[i].start, words[end].end, len(parts), named=False)
            for i, movement, parts in self._candidates(words)
            if (end := _in_order(words, i, parts)) is not None
        ]
        return sorted(hits, key=lambda hit: (-hit.size, hit.start))

    def _candidates(self, words: list[Word]) -> Iterator[tuple[int, str, Parts]]:
        for i, word in enumerate(words):
            for movement, parts in self._does.get(word.stem[:PREFIX], ()):
                if _fits(word.stem, parts[0]):
                    yield i, movement, parts


def _names(table: dict[str, Any], entry: str) -> list[str]:
    return list(table.get(entry, {}).get("names", ()))


def _fits(word: str, part: Part) -> bool:
    return word in part.stems or word.startswith(part.openings)


def _add(index: Index, movement: str, parts: Parts) -> None:
    """Enter a description under the first letters of its first part."""
    for key in sorted({option[:PREFIX] for option in (*parts[0].stems, *parts[0].openings)}):
        index.setdefault(key, []).append((movement, parts))


def _in_order(words: list[Word], i: int, parts: Parts) -> int | None:
    """The index of the last matched word, when the other parts follow in order after `i`."""
    at = i
    for part in parts[1:]:
        found = next(
            (j for j in range(at + 1, min(at + 2 + GAP, len(words))) if _fits(words[j].stem, part)),
            None,
        )
        if found is None:
            return None
        at = found
    return at
