"""The phrase language of the lexicon, and one automaton that finds all phrases at once.

A phrase is words with `(a|b|)` for alternatives, also inside a word, `?` after
a letter, space or group for "or not", and `_` for any one word. Words that begin
with `#` stand for what `numbers.py` reads (an age, a length of time).

The automaton's states are made when first met, so that a text is read in a time
that grows with its length only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

ANY = "_"

Path = tuple[str, ...]


def alternatives(pattern: str) -> frozenset[str]:
    """Every string that `pattern` stands for. Raises ValueError for a bracket without a partner."""
    found, rest = _branches(pattern, 0)
    if rest != len(pattern):
        raise ValueError(f"The phrase {pattern!r} closes a bracket that it did not open.")
    return frozenset(found)


def _branches(pattern: str, at: int) -> tuple[set[str], int]:
    whole: set[str] = set()
    current = {""}
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            whole |= current
            current = {""}
            at += 1
            continue
        piece, at = _piece(pattern, at)
        current = {left + right for left in current for right in piece}
    return whole | current, at


def _piece(pattern: str, at: int) -> tuple[set[str], int]:
    if pattern[at] == "(":
        piece, at = _branches(pattern, at + 1)
        if at == len(pattern):
            raise ValueError(f"The phrase {pattern!r} opens a bracket and does not close it.")
    else:
        piece = {pattern[at]}
    at += 1
    if at < len(pattern) and pattern[at] == "?":
        return piece | {""}, at + 1
    return piece, at


def steps(pattern: str) -> Iterator[frozenset[Path]]:
    """`pattern` as steps between the spaces outside brackets, each a set of word paths.

    Splitting there keeps the number of paths a sum, not a product.
    """
    depth, start = 0, 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        optional = pattern[at + 1 : at + 2] == "?"
        if letter == " " and depth == 0 and not optional:
            yield _paths(pattern[start:at])
            start = at + 1
    yield _paths(pattern[start:])


def words_of(pattern: str) -> Iterator[str]:
    """The words of letters that occur in `pattern`."""
    return (word for paths in steps(pattern) for path in paths for word in path if word.isalpha())


def _paths(chunk: str) -> frozenset[Path]:
    return frozenset(tuple(text.split()) for text in alternatives(chunk))


class Automaton:
    """Finds the phrases of many concepts in a sequence of words.

    A state is a set of places in the phrases; moves are kept for each state and
    word, and all words that occur in no phrase share one.
    """

    def __init__(self, concepts: Mapping[str, Sequence[str]]) -> None:
        self.words: set[str] = set()
        self._edges: list[dict[str, list[int]]] = []
        self._skips: list[list[int]] = []
        self._ends: dict[int, set[str]] = {}
        self._states: dict[frozenset[int], int] = {}
        self._members: list[frozenset[int]] = []
        self._accepts: list[tuple[str, ...]] = []
        self._moves: list[dict[tuple[str, ...], int]] = []
        start = self._node()
        for concept, phrases in concepts.items():
            for phrase in phrases:
                self._add(start, concept, phrase)
        self._dead = self._state(frozenset())
        self._start = self._state(self._closure({start}))

    def find(self, names: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, int, int]]:
        """(concept, first word, one past the last), the longest of each concept per start.

        `names` holds, for each word, the names it answers to: itself, and any
        `#` words read from it.
        """
        words = self.words
        known = [
            (word if word[0] in words else ())
            if len(word) == 1
            else tuple(name for name in word if name in words)
            for word in names
        ]
        for first in range(len(known)):
            longest: dict[str, int] = {}
            state = self._start
            for at in range(first, len(known)):
                state = self._move(state, known[at])
                if state == self._dead:
                    break
                for concept in self._accepts[state]:
                    longest[concept] = at + 1
            for concept, end in longest.items():
                yield concept, first, end

    def _node(self) -> int:
        self._edges.append({})
        self._skips.append([])
        return len(self._edges) - 1

    def _add(self, start: int, concept: str, phrase: str) -> None:
        node = self._node()
        self._skips[start].append(node)
        for paths in steps(phrase):
            after = self._node()
            shared: dict[Path, int] = {}
            for path in paths:
                self._lay(node, after, path, shared)
            node = after
        self._ends.setdefault(node, set()).add(concept)

    def _lay(self, node: int, after: int, path: Path, shared: dict[Path, int]) -> None:
        """Lay one path between two nodes; paths that begin alike share their first nodes."""
        if not path:
            self._skips[node].append(after)
            return
        for length, word in enumerate(path[:-1], 1):
            between = shared.get(path[:length])
            if between is None:
                between = shared[path[:length]] = self._node()
                self._edges[node].setdefault(word, []).append(between)
            node = between
        self._edges[node].setdefault(path[-1], []).append(after)
        self.words.update(word for word in path if word != ANY)

    def _closure(self, nodes: Iterable[int]) -> frozenset[int]:
        reached = set(nodes)
        waiting = list(reached)
        while waiting:
            for node in self._skips[waiting.pop()]:
                if node not in reached:
                    reached.add(node)
                    waiting.append(node)
        return frozenset(reached)

    def _state(self, members: frozenset[int]) -> int:
        known = self._states.get(members)
        if known is not None:
            return known
        self._states[members] = len(self._members)
        self._members.append(members)
        names = {name for node in members for name in self._ends.get(node, ())}
        self._accepts.append(tuple(sorted(names)))
        self._moves.append({})
        return len(self._members) - 1

    def _move(self, state: int, names: tuple[str, ...]) -> int:
        known = self._moves[state].get(names)
        if known is None:
            known = self._moves[state][names] = self._state(self._targets(state, names))
        return known

    def _targets(self, state: int, names: tuple[str, ...]) -> frozenset[int]:
        wanted = names if state == self._start else (ANY, *names)
        return self._closure(
            after
            for node in self._members[state]
            for name in wanted
            for after in self._edges[node].get(name, ())
        )
