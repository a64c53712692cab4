"""Exercises in running text.

Sentences are gathered into chunks: a chunk begins with a paragraph, with words
that move on ("Next, …", "The last stretch …"), with a harder form ("If that is
easy, …"), or after a dose that closes what came before. A chunk is an exercise
when it tells a movement and what to do; what only sets up ("Turn over onto all
fours") goes with the chunk that follows.
"""

from typing import NamedTuple

from supple.read.draft import Item, Segment
from supple.read.judge import Judge, Traits
from supple.read.lexicon import movements
from supple.read.lexicon.names import Hit
from supple.read.steps.position import places

AT_ONCE = 12  # characters before the words that lead on to a harder form
FEWEST_LINES, LINES_DOSED = 3, 0.6  # of a list without marks, and how many must have a dose
LONGEST = 40  # sentences gathered into one chunk


class Passage(NamedTuple):
    """An item that stands in no exercise of the outline."""

    item: Item
    traits: Traits


class Said(NamedTuple):
    """One sentence and what it holds."""

    start: int
    end: int
    first: bool  # it opens its paragraph
    own: bool  # its paragraph is an entry of a list
    told: bool
    dosed: bool
    wide: bool
    named: Hit | None
    described: Hit | None

    @property
    def hit(self) -> Hit | None:
        """The movement of the sentence: named, if it also tells what to do, or told."""
        return self.named or self.described


class Chunk(NamedTuple):
    """Sentences that belong together."""

    said: tuple[Said, ...]
    moved_on: bool  # it began with a cue
    harder: bool

    @property
    def told(self) -> int:
        """How many sentences tell what to do."""
        return sum(one.told for one in self.said)

    @property
    def dosed(self) -> bool:
        """Whether a dose is stated that is not meant for several exercises."""
        return any(one.dosed and not one.wide for one in self.said)

    @property
    def wide(self) -> bool:
        """Whether it speaks of several exercises."""
        return any(one.wide for one in self.said)

    @property
    def hit(self) -> Hit | None:
        """Its movement: a listed name before a telling before another name."""
        named = [one.named for one in self.said if one.named]
        described = [one.described for one in self.said if one.described and one.told]
        listed = [hit for hit in named if movements()[hit.movement].listed]
        return next(iter(listed or described or named), None)


def prose_segments(
    judge: Judge, passages: list[Passage], section: tuple[int, int] | None
) -> list[Segment]:
    """The exercises told in `passages`."""
    chunks = _chunks(judge, _sentences(judge, passages))
    found: list[tuple[list[Said], Hit | None]] = []
    pending: list[Said] = []
    listed = _lines(judge, chunks)
    for n, chunk in enumerate(chunks):
        if n in listed or _is_exercise(chunk, bool(found)):
            found.append(([*pending, *chunk.said], chunk.hit))
            pending = []
        elif _only_tells(chunk) and (chunk.moved_on or _sets_up(judge, chunks, n)):
            pending = [*pending, *chunk.said]
        elif found and _continues(judge, chunk, found[-1][0]):
            found[-1][0].extend(chunk.said)
            pending = []
        else:
            pending = []
    return [_segment(said, hit, section) for said, hit in found]


def _sentences(judge: Judge, passages: list[Passage]) -> list[Said]:
    found = []
    for item, traits in passages:
        if item.titled and item.level <= 8 and not traits.dosed and not traits.told:  # noqa: PLR2004
            continue
        for n, (start, end) in enumerate(judge.sentences(item.body, item.end)):
            found.append(_said(judge, item, start, end, first=n == 0))
    return found


def _said(judge: Judge, item: Item, start: int, end: int, *, first: bool) -> Said:
    told = judge.told(start, end)
    return Said(
        start=start,
        end=end,
        first=first,
        own=item.kind != "text",
        told=told,
        dosed=judge.dosed(start, end),
        wide=judge.wide(start, end),
        named=_named(judge, start, end, told=told),
        described=judge.described(start, end) if told else None,
    )


def _named(judge: Judge, start: int, end: int, *, told: bool) -> Hit | None:
    """A movement the sentence is about: called so, or named once while telling what to do."""
    hits = judge.mentions(start, end)
    called = judge.lex.pattern("cue", "called").search(judge.folded, start, end)
    if called:
        after = [hit for hit in hits if 0 <= hit.start - called.end() <= 24]  # noqa: PLR2004
        if after:
            return _best(after)
    if len({hit.movement for hit in hits}) > 2:  # noqa: PLR2004 - a list of names tells nothing
        return None
    about = judge.cue("start", start, end) or judge.cue("strong", start, end)
    return _best(hits) if hits and (told or about) else None


def _best(hits: list[Hit]) -> Hit:
    return min(hits, key=lambda hit: (not movements()[hit.movement].listed, -hit.size, hit.start))


def _chunks(judge: Judge, said: list[Said]) -> list[Chunk]:
    chunks: list[Chunk] = []
    current: list[Said] = []
    moved_on = harder = False
    for one in said:
        cue = _moves_on(judge, one, Chunk(tuple(current), moved_on, harder))
        step = judge.lex.pattern("ladder", "harder").search(judge.folded, one.start, one.end)
        ladder = (
            step is not None
            and (one.told or one.hit is not None)
            and step.start() - one.start < AT_ONCE
        )
        if current and (one.first or cue or ladder or len(current) >= LONGEST):
            chunks.append(Chunk(tuple(current), moved_on, harder))
            current, moved_on, harder = [], False, False
        if not current:
            moved_on, harder = cue or judge.cue("start", one.start, one.end), ladder
        current.append(one)
    if current:
        chunks.append(Chunk(tuple(current), moved_on, harder))
    return chunks


def _moves_on(judge: Judge, one: Said, current: Chunk) -> bool:
    """Whether the text goes on to another exercise with this sentence."""
    hit, before = one.hit, current.hit
    other = hit is not None and (before is None or hit.movement != before.movement)
    if judge.cue("strong", one.start, one.end):
        return other or hit is None or before is None
    if judge.cue("start", one.start, one.end) and one.told and other:
        return before is None or current.dosed or one.named is not None
    closed = current.dosed and before is not None
    if closed and hit is None and one.told and judge.cue("start", one.start, one.end):
        return bool(places(judge, one.start, one.end)) and not _other_side(judge, one)
    return closed and one.told and other and (not one.dosed or one.named is not None)


def _other_side(judge: Judge, one: Said) -> bool:
    return judge.lex.pattern("side", "other").search(judge.folded, one.start, one.end) is not None


def _is_exercise(chunk: Chunk, some: bool) -> bool:  # noqa: FBT001
    if chunk.hit is not None:
        return chunk.told > 0 and (
            chunk.dosed or chunk.told > 1 or chunk.moved_on or chunk.harder or some
        )
    if chunk.said[0].own:
        return chunk.dosed and chunk.told > 0 and not chunk.said[0].wide
    return chunk.dosed and chunk.moved_on and (chunk.told > 1 or (some and chunk.told > 0))


def _lines(judge: Judge, chunks: list[Chunk]) -> set[int]:
    """Chunks that are a list without marks: lines of one sentence, most with a dose of their own.

    Those with a dose are its exercises.
    """
    found: set[int] = set()
    run: list[int] = []
    for n, chunk in enumerate([*chunks, None]):
        line = chunk is not None and len(chunk.said) == 1 and chunk.said[0].first and chunk.told
        near = bool(run) and chunk is not None and _next_line(judge, chunks[run[-1]], chunk)
        if run and not (line and near):
            dosed = [k for k in run if chunks[k].dosed]
            if len(run) >= FEWEST_LINES and len(dosed) >= LINES_DOSED * len(run):
                found.update(dosed)
            run = []
        if line:
            run.append(n)
    return found


def _next_line(judge: Judge, one: Chunk, two: Chunk) -> bool:
    return judge.clean.count("\n", one.said[-1].end, two.said[0].start) == 1


def _only_tells(chunk: Chunk) -> bool:
    return chunk.told > 0 and not chunk.dosed and not chunk.wide


def _sets_up(judge: Judge, chunks: list[Chunk], n: int) -> bool:
    """Whether a chunk brings into position for the next: by its words, or within a paragraph."""
    start, end = chunks[n].said[0].start, chunks[n].said[-1].end
    if judge.lex.pattern("cue", "setup").search(judge.folded, start, end) is not None:
        return True
    goes_on = n + 1 < len(chunks) and not chunks[n + 1].said[0].first
    return goes_on and bool(places(judge, start, end))


def _continues(judge: Judge, chunk: Chunk, before: list[Said]) -> bool:
    """Whether a chunk goes on with the exercise before it: right after it, telling more."""
    if any(one.wide for one in chunk.said):
        return False
    gap = judge.clean.count("\n", before[-1].end, chunk.said[0].start)
    return gap <= 2 and bool(chunk.told or chunk.dosed)  # noqa: PLR2004


def _segment(said: list[Said], hit: Hit | None, section: tuple[int, int] | None) -> Segment:
    start, end = said[0].start, said[-1].end
    lead = (hit.start, hit.end) if hit else (start, min(end, start + 60))
    movement = hit.movement if hit else ""
    return Segment(start, end, lead, movement, listed=False, section=section)
