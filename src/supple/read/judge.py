"""What a stretch of the page holds: a movement's name, a dose, an instruction, a label."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from supple.read.draft import Draft, Item
from supple.read.facts import Fact, Text, facts
from supple.read.lexicon import Lexicon, lexicon, movements
from supple.read.lexicon.names import Hit, Word
from supple.read.quantities import Quantity, quantities
from supple.read.steps.split import sentences

COVER = (0.3, 0.2)  # share of a title's words that a name of one word, of more must make up
DOSE = ("sets", "reps", "hold", "work")
CLAUSES = 3  # clauses of a sentence that may begin with what to do
ACTIVITIES = frozenset({"walking", "cycling", "breathing"})

_ASIDE = re.compile(r", | \(")
_CLAUSE = re.compile(r"[,:;] ")
_OPENING = re.compile(r"[\s\"'(*\u2022>-]*")


class Traits(NamedTuple):
    """What one item holds. `hit` is the movement its lead names."""

    hit: Hit | None
    dosed: bool
    told: int
    labelled: bool
    wide: bool
    question: bool


class Judge:
    """Answers about places of one page, in one language."""

    def __init__(self, lex: Lexicon, clean: str, folded: str, items: tuple[Item, ...]) -> None:
        self.lex = lex
        self.clean = clean
        self.folded = folded
        self.items = items
        self._words = lex.names.words(folded)
        self._starts = [word.start for word in self._words]
        self._sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._facts: dict[tuple[int, int], list[Fact]] = {}
        self._told: dict[tuple[int, int], bool] = {}
        self._wide: dict[tuple[int, int], bool] = {}

    def words(self, start: int, end: int) -> list[Word]:
        """The words that begin between two places, by their stems."""
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences between two places."""
        place = (start, end)
        if place not in self._sentences:
            self._sentences[place] = sentences(self.clean, start, end)
        return self._sentences[place]

    @cached_property
    def names(self) -> dict[int, int]:
        """Where every movement that the page names begins, and where its name ends."""
        return {hit.start: hit.end for hit in self.lex.names.named(self._words, title=False)}

    @cached_property
    def _name_starts(self) -> list[int]:
        return list(self.names)

    def names_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the names between two places begin and end."""
        first = bisect_left(self._name_starts, start)
        last = bisect_left(self._name_starts, end)
        return ((at, self.names[at]) for at in self._name_starts[first:last])

    @cached_property
    def _numbers(self) -> tuple[list[Quantity], list[int]]:
        """Every number of the page, entry by entry, and where each begins."""
        found = [q for i in self.items for q in quantities(self.lex, self.folded, i.body, i.end)]
        return found, [number.start for number in found]

    def numbers_in(self, start: int, end: int) -> list[Quantity]:
        """The numbers between two places."""
        found, starts = self._numbers
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        return [number for number in inside if number.end <= end]

    def name(self, lead: tuple[int, int]) -> Hit | None:
        """The movement that the title at `lead` names, the listed and longer name first."""
        words = self.words(*lead)
        named = self.lex.names.named(words)
        hits = named + self.lex.names.loose(words)
        if not hits:
            return None
        tail = self._tail(lead, named)
        told = self._without_numbers(words, lead)
        whole = len(told), sum(word.start < tail for word in told)
        return min(
            (hit for hit in hits if hit.size >= COVER[hit.size > 1] * whole[hit.start < tail]),
            key=lambda hit: (hit.start >= tail, not movements()[hit.movement].listed, -hit.size),
            default=None,
        )

    def _without_numbers(self, words: list[Word], lead: tuple[int, int]) -> list[Word]:
        """The words that are no part of a dose."""
        has_digit = any(char.isdigit() for char in self.folded[slice(*lead)])
        numbers = quantities(self.lex, self.folded, *lead) if has_digit else []
        return [
            word
            for word in words
            if word.stem[0].isalpha() and not any(n.start <= word.start < n.end for n in numbers)
        ]

    def _tail(self, lead: tuple[int, int], named: list[Hit]) -> int:
        """Where "with a band", "in standing" or an aside begins; names after it matter less."""
        ends = [self.lex.pattern("tail").search(self.folded, *lead)]
        if named:
            ends.append(_ASIDE.search(self.folded, named[0].end, lead[1]))
        return min((end.start() for end in ends if end and end.start() > lead[0]), default=lead[1])

    def mentions(self, start: int, end: int) -> list[Hit]:
        """Movements named in running text."""
        return self.lex.names.named(self.words(start, end), title=False)

    def described(self, start: int, end: int) -> Hit | None:
        """The movement that a sentence tells without naming it."""
        hits = self.lex.names.described(self.words(start, end))
        return hits[0] if hits else None

    def facts(self, start: int, end: int) -> list[Fact]:
        """What the numbers between two places are for, times taken as holds."""
        place = (start, end)
        if place not in self._facts:
            found = self.numbers_in(start, end)
            text = Text(self.lex, self.folded, start, end, True, names=self.names, numbers=found)  # noqa: FBT003
            self._facts[place] = facts(text)
        return self._facts[place]

    def dosed(self, start: int, end: int) -> bool:
        """Whether sets, repetitions or a time are stated."""
        return any(fact.field in DOSE for fact in self.facts(start, end))

    def told(self, start: int, end: int) -> bool:
        """Whether the sentence tells what to do."""
        place = (start, end)
        if place not in self._told:
            self._told[place] = self._tells(start, end)
        return self._told[place]

    def _tells(self, start: int, end: int) -> bool:
        verb = self.lex.pattern("instruct", "verb")
        at = self.after_cue(start, end)
        if verb.match(self.folded, at, end):
            return True
        for clause in islice(_CLAUSE.finditer(self.folded, at, end), CLAUSES):
            if verb.match(self.folded, self.after_cue(clause.end(), end), end):
                return True
        if self.lex.pattern("instruct", "opening").match(self.folded, at, end):
            return self.bodily(at, end)
        return self.lex.pattern("instruct", "subject").search(self.folded, start, end) is not None

    def after_cue(self, start: int, end: int) -> int:
        """Past "Now," or "Then slowly" at the beginning of a sentence."""
        at = self._past_fillers(start, end)
        for _ in range(2):
            cue = self.lex.pattern("cue", "start").match(self.folded, at, end)
            if cue is None:
                break
            at = cue.end()
            while at < end and self.folded[at] in " ,\n":
                at += 1
        return at

    def _past_fillers(self, start: int, end: int) -> int:
        """Past marks and words such as "Okay, so" at the beginning of a sentence."""
        opening = _OPENING.match(self.folded, start, end)
        at = opening.end() if opening else start
        while filler := self.lex.pattern("cue", "filler").match(self.folded, at, end):
            gap = _OPENING.match(self.folded, filler.end(), end)
            after = gap.end() if gap else filler.end()
            at = after + (self.folded[after : after + 2] == ", ") * 2
        return at

    def label(self, item: Item) -> str:
        """The kind of label an item begins with ("position", "reps"), or ""."""
        if item.lead is None:
            return ""
        text = self.folded[item.lead[0] : item.lead[1]].strip(" .:")
        for kind in self.lex.words["label"]:
            if self.lex.pattern("label", kind).fullmatch(text):
                return str(kind)
        return ""

    def wide(self, start: int, end: int) -> bool:
        """Whether a sentence speaks of several exercises at once."""
        place = (start, end)
        if place not in self._wide:
            wide = self.lex.pattern("routine", "wide").search(self.folded, start, end)
            one = self.lex.pattern("routine", "wide-not")
            self._wide[place] = wide is not None and one.search(self.folded, start, end) is None
        return self._wide[place]

    def within(self, start: int, end: int) -> bool:
        """Whether what a sentence in an exercise says of each is of its own parts."""
        return self.lex.pattern("routine", "within").search(self.folded, start, end) is not None

    def loose(self, start: int, end: int) -> bool:
        """Whether a sentence outside all exercises may be meant for them: "Aim for …"."""
        return self.lex.pattern("routine", "loose").search(self.folded, start, end) is not None

    def bodily(self, start: int, end: int) -> bool:
        """Whether a part of the body is named."""
        return self.lex.pattern("instruct", "body").search(self.folded, start, end) is not None

    def cue(self, kind: str, start: int, end: int) -> bool:
        """Whether a sentence begins with a cue of this kind."""
        at = self._past_fillers(start, end)
        return self.lex.pattern("cue", kind).match(self.folded, at, end) is not None

    @cached_property
    def all_traits(self) -> tuple[Traits, ...]:
        """The traits of every item of the page; one after the other, as that is faster."""
        items = self.items
        hits = [self.name(item.lead) if item.lead else None for item in items]
        dosed = [self.dosed(item.body, item.end) for item in items]
        told = [
            sum(self.told(a, b) for a, b in self.sentences(item.body, item.end)) for item in items
        ]
        labelled = [self.label(item) not in ("", "name") for item in items]
        wide = [self.wide(item.body, item.end) for item in items]
        asks = [self.clean[item.start : item.end].rstrip().endswith("?") for item in items]
        return tuple(map(Traits, hits, dosed, told, labelled, wide, asks))


@lru_cache(maxsize=1)
def _judge(language: str, clean: str, folded: str, items: tuple[Item, ...]) -> Judge:
    return Judge(lexicon(language), clean, folded, items)


def judge_of(draft: Draft) -> Judge:
    """The judge of a page: the same one for every step, which so looks at nothing twice."""
    return _judge(draft.language, draft.clean, draft.folded, draft.items)


def forget() -> None:
    """Keep nothing of the page that was read last."""
    _judge.cache_clear()
