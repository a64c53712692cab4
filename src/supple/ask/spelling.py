"""Repair of misspelt words, towards the lexicon and no further.

Bounded: one slip in a word of four to six letters, two in a longer one; a slip
is a letter added, left out, changed, or swapped with its neighbour. A word that
is a word (lexicon, or words.txt) is left alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby

from supple.ask.lexicon import automaton, sign_words
from supple.safety.data import table
from supple.value import Value

SHORTEST = 4
TWO_SLIPS_FROM = 6
LONG_WORD = 7
LONGEST = 24
MOST_READINGS = 4
SHORTEST_JOINED = 6
LOOKALIKES = str.maketrans("013457$@!", "oieastsai")


class Spellings(Value, kw_only=True):
    """spelling.toml: short forms, and pairs of words that are one."""

    means: dict[str, str]
    pairs: dict[str, str]


def spellings() -> Spellings:
    """The table of short forms."""
    return table(__package__, "spelling", Spellings)


def pairs() -> dict[str, str]:
    """Two words that are read as one ("can not" is "cant")."""
    return spellings().pairs


@cache
def pair_heads() -> frozenset[str]:
    """The words that such a pair begins with."""
    return frozenset(pair.partition(" ")[0] for pair in pairs())


@cache
def plain_words() -> frozenset[str]:
    """Everyday words, and frequent words that look like a slip and are none."""
    return _listed("words") | _listed("lookalikes")


def _listed(name: str) -> frozenset[str]:
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if line[:1] != "#" for word in line.split())


@cache
def known_words() -> frozenset[str]:
    """Words that are read as they stand: lexicon and everyday words without a short form."""
    words = {word for word in automaton().words if word.isalpha()} | plain_words()
    return frozenset(words - spellings().means.keys())


@cache
def speller() -> "Speller":
    """The speller of the lexicon, built once."""
    return Speller(sign_words(), _listed("words"), known_words())


class Speller:
    """Reads a word that is not known as the nearest wanted word, or as known words joined."""

    def __init__(
        self, signs: Iterable[str], everyday: Iterable[str], others: Iterable[str]
    ) -> None:
        self._signs = frozenset(signs)
        self._wanted = self._signs | frozenset(everyday)
        self._others = frozenset(others)
        self._near: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._wanted):
            if len(word) >= SHORTEST:
                for key in shortened(word, slips(word) if word in self._signs else 1):
                    self._near[key].append(word)

    def read(self, word: str) -> list[tuple[str, ...]]:
        """The word or words meant: a short form, a slip mended, words parted.

        Each word comes with the others it may be, when several are as near.
        """
        for form in _squeezed(word):
            meant = spellings().means.get(form)
            if meant:
                return [(part,) for part in meant.split()]
            if self.knows(form):
                return [(form,)]
        nearest = self.nearest(word.translate(LOOKALIKES))
        return [nearest] if nearest else [(part,) for part in self._parted(word) or [word]]

    def knows(self, word: str) -> bool:
        """True for a word of the lexicon or an everyday word."""
        return word in self._wanted or word in self._others

    def nearest(self, word: str) -> tuple[str, ...]:
        """The words with the fewest slips from `word`, signs first; none when all are too far."""
        if word in self._wanted:
            return (word,)
        if not SHORTEST <= len(word) <= LONGEST:
            return ()
        found = {near for key in shortened(word, slips(word)) for near in self._near.get(key, ())}
        far = {near: distance(word, near) for near in found}
        close = [near for near in found if far[near] <= _bound(word, near)]
        fewest = min((far[near] for near in close), default=0)
        best = [near for near in close if far[near] == fewest]
        return tuple(sorted(best, key=lambda near: (near not in self._signs, near))[:MOST_READINGS])

    def _parted(self, word: str) -> list[str]:
        """Two or three known words typed without spaces, the first as long as can be."""
        if not SHORTEST_JOINED <= len(word) <= LONGEST:
            return []
        for cut in range(len(word) - 2, 0, -1):
            head, tail = word[:cut], word[cut:]
            if not self._word_part(head):
                continue
            if self._word_part(tail):
                return [head, tail]
            rest = self._two(tail)
            if rest:
                return [head, *rest]
        return []

    def _two(self, word: str) -> list[str]:
        cuts = ((word[:cut], word[cut:]) for cut in range(len(word) - 2, 0, -1))
        return next(
            (
                [head, tail]
                for head, tail in cuts
                if self._word_part(head) and self._word_part(tail)
            ),
            [],
        )

    def _word_part(self, part: str) -> bool:
        return (len(part) > 1 or part in {"i", "a"}) and self.knows(part)


def slips(word: str) -> int:
    """How many slips a word of this length may have."""
    return 2 if len(word) >= TWO_SLIPS_FROM else 1


def _bound(word: str, near: str) -> int:
    """Slips allowed between a typed word and a word of the lexicon."""
    short, long = sorted((len(word), len(near)))
    two = short >= TWO_SLIPS_FROM and long >= LONG_WORD and word[0] == near[0]
    return 2 if two else 1


def shortened(word: str, letters: int) -> set[str]:
    """`word` with up to `letters` letters left out."""
    found = {word}
    last = {word}
    for _ in range(letters):
        last = {form[:at] + form[at + 1 :] for form in last for at in range(len(form))}
        found |= last
    return found


def distance(one: str, other: str) -> int:
    """Slips between two words: letters added, left out, changed or swapped with a neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _squeezed(word: str) -> Iterator[str]:
    """`word`, then with runs of a letter cut to two, then to one ("numbbbb", "leggs")."""
    yield word
    runs = [letter + "".join(same)[1:] for letter, same in groupby(word)]
    if len(runs) < len(word):
        yield "".join(run[:2] for run in runs)
        yield "".join(run[:1] for run in runs)
