"""Cut the routine into exercises.

Two readings of the page are joined. The outline: among entries of one rank
(headings, numbers, bullets), those are exercises that name a movement, and
their sisters that say how much or what to do. Running text: a new exercise
begins where the text moves on ("Next, …") to another movement. Inside an
exercise of the outline its own steps are not looked at again.
"""

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import NamedTuple

from supple.read.draft import Draft, Item, Segment
from supple.read.judge import ACTIVITIES, Judge, Traits, judge_of
from supple.read.lexicon import LANGUAGES, movements
from supple.read.steps.prose import Passage, prose_segments
from supple.read.steps.rows import row_segments
from supple.read.steps.split import TEXT, TITLE
from supple.value import changed

SHARE = 0.4  # of the entries of one rank, how many must be exercises for all to be
BARE_SHARE, BARE = 0.6, 3  # for names without a dose or an instruction
LOOKED_AT, NAMES = 4, 2  # lines under one that may head a list, and how many are names
SISTERS = 0.6  # of sisters, how many must be exercises for one without a name or dose to be
BODY_SHARE = 0.8  # of a list of positions, how many must name a part of the body
SHORT = 2  # blanks in a title so short that it tells nothing to do
NOTE = 200  # characters of a note so short that one line of it is the routine
LINE = 90  # characters of a line that is a name and a dose
LONGEST = 3000  # characters an exercise reaches at most
STEPS_INSIDE = 2  # exercises inside an entry that make it a section

Rank = tuple[int, str, bool]


class Entry(NamedTuple):
    """An outline entry that may be an exercise, and what its whole extent holds."""

    place: int
    item: Item
    traits: Traits
    until: int
    dosed: bool
    told: int
    inside: int  # entries within it that name a movement
    own: bool  # what to do and how much stands before the first of them

    @property
    def rank(self) -> Rank:
        """Entries of one rank are sisters."""
        return (self.item.level, self.item.kind, self.item.titled)

    @property
    def section(self) -> bool:
        """Whether it only holds exercises together."""
        return self.inside >= STEPS_INSIDE and not self.own


def segment(draft: Draft) -> Draft:
    """Fill `segments`."""
    if draft.language not in LANGUAGES:
        return draft
    judge = judge_of(draft)
    found = _paired(judge, sorted(_outline(draft, judge), key=lambda one: one.start))
    return changed(draft, segments=tuple(found) if _is_routine(judge, found) else ())


def whole(draft: Draft) -> Draft:
    """Fill `segments` with one: all that is there, named by how it begins."""
    if not draft.items:
        return draft
    judge, first = judge_of(draft), draft.items[0]
    start, end = first.body, draft.items[-1].end
    hit = (judge.name(first.lead) if first.lead else None) or judge.described(start, end)
    hit = hit or next(iter(judge.mentions(start, end)), None)
    lead = first.lead or judge.sentences(start, end)[0]
    one = Segment(start, end, lead, hit.movement if hit else "")
    return changed(draft, segments=(one,))


def _paired(judge: Judge, found: list[Segment]) -> list[Segment]:
    """Stations for left and right of one movement are one exercise."""
    kept: list[Segment] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and _bare_name(judge, last)
            and _bare_name(judge, last) == _bare_name(judge, one)
        ):
            kept[-1] = last._replace(end=one.end, paired=one.lead)
        else:
            kept.append(one)
    return kept


def _bare_name(judge: Judge, segment: Segment) -> str:
    """The name without its side; "" for one that names none."""
    name = judge.folded[slice(*segment.lead)]
    bare = judge.lex.pattern("side", "hand").sub("", name)
    return bare if bare != name else ""


def _is_routine(judge: Judge, found: list[Segment]) -> bool:
    """Whether there is enough to do: two movements, or one with both words and a dose."""
    real = [
        one
        for one in found
        if one.movement not in ACTIVITIES and (one.movement or judge.bodily(one.start, one.end))
    ]
    if len(real) != 1 or any(one.movement in ACTIVITIES for one in found):
        return len(real) > 1
    if len(found) > 1:
        return all(one.listed and judge.dosed(one.start, one.end) for one in found)
    return _is_lesson(judge, real[0])


def _is_lesson(judge: Judge, one: Segment) -> bool:
    """Whether a page teaches its only exercise: a title, what to do, how much; or is one line."""
    if not one.listed or not judge.dosed(one.start, one.end):
        return False
    paragraph = judge.clean.find("\n\n", one.start, one.end)
    own = judge.dosed(one.start, paragraph if paragraph > 0 else one.end)
    if own and len(judge.clean.strip()) < NOTE:
        return True
    steps = judge.sentences(one.start, one.end)
    return one.movement != "" and sum(judge.told(a, b) for a, b in steps) > 1


def _outline(draft: Draft, judge: Judge) -> list[Segment]:
    """Segments of the outline and, between them, of running text and tables."""
    levels = _levels(draft, judge)
    entries = _entries(draft, judge, levels)
    starts = _starts(draft, judge, entries)
    order = sorted(starts)
    found: list[Segment] = []
    section: tuple[int, int] | None = None
    loose: list[int] = []
    i = 0
    while i < len(draft.items):
        entry = starts.get(i)
        if entry is None:
            section = _section(draft, levels, i) or section
            loose.append(i)
            i += 1
            continue
        found.extend(_running(draft, judge, loose, section))
        loose = []
        until = _cut(draft, judge, entry, starts, order)
        found.append(_segment(draft, judge, entry, until, section))
        i = until
    found.extend(_running(draft, judge, loose, section))
    return found


def _levels(draft: Draft, judge: Judge) -> list[int]:
    """Outline ranks; lines that only look like titles (labels, doses, steps) lose theirs."""
    levels: list[int] = []
    for i, (item, traits) in enumerate(zip(draft.items, judge.all_traits, strict=True)):
        plain_title = item.kind == "text" and item.level >= TITLE - 1 and item.titled
        spoken = judge.lex.pattern("routine", "word").search(draft.folded, item.body, item.end)
        short = draft.clean.count(" ", item.body, item.end) < SHORT
        told = traits.told > 0 and spoken is None and not short
        step = traits.hit is None and (traits.dosed or told) and not _heads(draft, judge, i)
        demoted = traits.labelled or (plain_title and step) or item.kind == "row"
        level = TEXT if demoted and item.kind != "heading" else item.level
        sister = bool(levels) and levels[-1] < TEXT <= level and _same_list(draft, judge, i)
        levels.append(levels[-1] if sister else level)
    return levels


def _heads(draft: Draft, judge: Judge, i: int) -> bool:
    """Whether a line such as "MAIN (2 rounds)" or "30 seconds each:" stands over names."""
    text = draft.clean[draft.items[i].body : draft.items[i].end].rstrip()
    below = judge.all_traits[i + 1 : i + 1 + LOOKED_AT]
    return text.endswith((":", ")")) and sum(one.hit is not None for one in below) >= NAMES


def _same_list(draft: Draft, judge: Judge, i: int) -> bool:
    """Whether a line too long for a title goes on a list of names and doses, one a line."""
    (above, item), (first, traits) = draft.items[i - 1 : i + 1], judge.all_traits[i - 1 : i + 1]
    if not first.dosed or first.labelled or traits.labelled:
        return False
    if not (first.hit and traits.hit) and not (traits.dosed and _alike(draft, above, item)):
        return False
    if traits.told and not traits.hit and not _is_line(judge, item):
        return False
    numbered = any(char.isdigit() for char in draft.clean[item.body : item.end])
    return (
        above.kind == item.kind == "text"
        and (traits.dosed or numbered)
        and len(draft.clean[item.body : item.end]) < LINE
        and draft.clean.count("\n", above.end, item.start) <= 1
    )


def _alike(draft: Draft, above: Item, item: Item) -> bool:
    """Whether two lines both go on from their name with a colon or a number."""
    after = [
        draft.clean[one.lead[1] : one.end].lstrip(" -(")[:1] for one in (above, item) if one.lead
    ]
    return len(after) == 2 and all(mark in (":", "x", "X") or mark.isdigit() for mark in after)  # noqa: PLR2004


def _section(draft: Draft, levels: list[int], i: int) -> tuple[int, int] | None:
    """The heading at `i`, which governs what follows it."""
    item = draft.items[i]
    if levels[i] >= TEXT or not item.titled or i in draft.noise:
        return None
    return (item.body, item.end)


def _entries(draft: Draft, judge: Judge, levels: list[int]) -> list[Entry]:
    untils = _untils(levels, draft.noise)
    dosed = _prefix([traits.dosed and not traits.wide for traits in judge.all_traits])
    told = _prefix([traits.told for traits in judge.all_traits])
    names = [i for i, traits in enumerate(judge.all_traits) if _names(traits, levels[i])]
    found = []
    for i, (item, traits) in enumerate(zip(draft.items, judge.all_traits, strict=True)):
        if i in draft.noise or not _may_start(judge, item, traits, levels[i]):
            continue
        if traits.hit is None and traits.dosed and _heads(draft, judge, i):
            continue
        until = untils[i]
        first, after = bisect_right(names, i), bisect_left(names, until)
        own = _own(levels, judge.all_traits, i, until)
        if own and after - first >= STEPS_INSIDE:
            until = names[first]
        found.append(
            Entry(
                place=i,
                item=item._replace(level=levels[i]),
                traits=traits,
                until=until,
                dosed=dosed[until] > dosed[i],
                told=told[until] - told[i],
                inside=after - first,
                own=own,
            )
        )
    return found


def _names(traits: Traits, level: int) -> bool:
    """Whether an item names a movement as an entry of its own."""
    return traits.hit is not None and not traits.labelled and (level < TEXT or traits.dosed)


def _may_start(judge: Judge, item: Item, traits: Traits, level: int) -> bool:
    if traits.labelled or traits.question or item.kind == "row":
        return False
    if _is_whole(judge, item, traits):
        return False
    if traits.hit is None and item.lead is not None and _is_general(judge, item.lead):
        return False
    if level < TEXT:
        return True
    moves_on = judge.cue("start", item.start, item.end) or judge.cue("strong", item.start, item.end)
    named = traits.hit is not None or (
        traits.dosed and (_is_line(judge, item) or _is_term(judge, item, traits))
    )
    return item.lead is not None and named and not moves_on


def _is_whole(judge: Judge, item: Item, traits: Traits) -> bool:
    """Whether a title speaks of a routine or a test, not of one exercise."""
    if not item.titled or item.lead is None:
        return False
    if judge.lex.pattern("routine", "whole").search(judge.folded, *item.lead):
        return True
    if traits.hit is not None and movements()[traits.hit.movement].listed:
        return False
    timed = judge.lex.pattern("routine", "timed")
    return timed.match(judge.folded, item.body, item.end) is not None


def _is_general(judge: Judge, lead: tuple[int, int]) -> bool:
    """Whether a title says no more than "Exercises" or "Your programme"."""
    text = judge.folded[slice(*lead)].strip(" .:!")
    return judge.lex.pattern("routine", "several").fullmatch(text) is not None


def _is_line(judge: Judge, item: Item) -> bool:
    """Whether an item is a short line that is no sentence, such as "Wobble board 2 x 30 s"."""
    text = judge.clean[item.body : item.end].rstrip()
    return len(text) < LINE and "\n" not in text and not text.endswith((".", "!", "?"))


def _is_term(judge: Judge, item: Item, traits: Traits) -> bool:
    """Whether an item tells what a name before a colon means: "Windmill: stand and …"."""
    if item.lead is None or not traits.told or judge.told(*item.lead):
        return False
    after = judge.clean[item.lead[1] : item.end].lstrip(" *_")
    return after.startswith(":") and judge.clean[item.lead[0]].isupper()


def _own(levels: list[int], traits: tuple[Traits, ...], i: int, until: int) -> bool:
    """Whether an entry tells a dose before another entry begins inside it."""
    for k in range(i + 1, min(until, i + 6)):
        if levels[k] < TEXT:
            return False
        if traits[k].dosed and not traits[k].wide:
            return traits[i].hit is not None
    return False


def _prefix(values: list[int] | list[bool]) -> list[int]:
    sums = [0]
    for value in values:
        sums.append(sums[-1] + int(value))
    return sums


def _untils(levels: list[int], noise: frozenset[int]) -> list[int]:
    """For each item the index of the next that is not inside it."""
    untils = [len(levels)] * len(levels)
    open_items: list[int] = []
    for i, rank in enumerate(levels):
        level = 0 if i in noise and rank < TEXT else rank
        while open_items and (level <= levels[open_items[-1]]) and level < TEXT:
            untils[open_items.pop()] = i
        if level == TEXT and open_items and levels[open_items[-1]] == TEXT:
            untils[open_items.pop()] = i
        open_items.append(i)
    return untils


def _starts(draft: Draft, judge: Judge, entries: list[Entry]) -> dict[int, Entry]:
    """The entries that are exercises, by item; none inside another."""
    starts: dict[int, Entry] = {}
    by_rank = sorted(entries, key=lambda entry: (entry.rank, entry.place))
    for _, group in groupby(by_rank, key=lambda entry: entry.rank):
        for entry in _exercises(draft, judge, [e for e in group if not e.section]):
            starts[entry.place] = entry
    end = 0
    for i in sorted(starts):
        if i < end:
            del starts[i]
        else:
            end = starts[i].until if starts[i].item.level < TEXT else i + 1
    return starts


def _exercises(draft: Draft, judge: Judge, group: list[Entry]) -> list[Entry]:
    """The exercises among sisters."""
    if not group:
        return []
    sure = [e for e in group if e.traits.hit and (e.dosed or e.told) and not _idle(e)]
    named = [e for e in group if e.traits.hit and e.traits.hit.movement not in ACTIVITIES]
    if len(named) >= max(BARE, BARE_SHARE * len(group)) and _announced(draft, judge, named[0]):
        sure = named
    if _wordless(draft, judge, group):
        return group
    certain = {e.place for e in sure}
    full = [
        e
        for e in group
        if e.place in certain
        or _full(judge, e)
        or (e.traits.hit and 2 * len(sure) >= len(group) and not _idle(e))
    ]
    if len(full) >= SHARE * len(group) and (
        len(sure) >= SHARE * len(full) or _listed(draft, judge, full)
    ):
        return _with_sisters(draft, judge, group, full)
    return sure


def _idle(entry: Entry) -> bool:
    """Whether an entry only names a walk or the like, and not how much of it or how."""
    hit = entry.traits.hit
    named_only = not entry.dosed and entry.told <= 1
    return named_only and hit is not None and hit.movement in ACTIVITIES


def _with_sisters(draft: Draft, judge: Judge, group: list[Entry], full: list[Entry]) -> list[Entry]:
    """Where nearly all sisters are exercises, also those that tell what to do without a dose."""
    if len(full) < SISTERS * len(group):
        return full
    first, last = full[0].place, full[-1].place
    certain = {e.place for e in full}
    return [
        e
        for e in group
        if e.place in certain
        or (
            e.item.titled
            and e.told > e.traits.told
            and (e.item.number is not None or first < e.place < last)
            and judge.bodily(e.item.start, draft.items[e.until - 1].end)
        )
    ]


def _wordless(draft: Draft, judge: Judge, group: list[Entry]) -> bool:
    """A numbered list of positions in bare words, the dose told once for all of them."""
    if len(group) < BARE or group[0].item.kind != "numbered" or any(e.dosed for e in group):
        return False
    body = judge.lex.pattern("instruct", "body")
    told = [e for e in group if body.search(draft.folded, e.item.body, e.item.end)]
    if len(told) < BODY_SHARE * len(group):
        return False
    return any(traits.wide and traits.dosed for traits in judge.all_traits[: group[0].place])


def _full(judge: Judge, entry: Entry) -> bool:
    """An entry without a known name that is an exercise all the same: a dose and what to do."""
    if entry.traits.wide and not entry.traits.hit:
        return False
    line = entry.item.level >= TEXT and _is_line(judge, entry.item)
    return entry.dosed and (entry.told > 0 or entry.item.titled or line)


def _listed(draft: Draft, judge: Judge, full: list[Entry]) -> bool:
    """Whether dosed entries without known names still speak of the body."""
    if len(full) < BARE or full[0].item.kind == "text":
        return False
    ends = (draft.items[entry.until - 1].end for entry in full)
    bodily = sum(judge.bodily(e.item.start, end) for e, end in zip(full, ends, strict=True))
    return bodily >= BODY_SHARE * len(full)


def _announced(draft: Draft, judge: Judge, entry: Entry) -> bool:
    """Whether the title or one of the lines before a list speaks of exercises."""
    start = draft.items[max(0, entry.place - 4)].start
    word = judge.lex.pattern("routine", "word")
    if word.search(draft.folded, start, entry.item.start):
        return True
    title = draft.title
    return title is not None and word.search(draft.folded, title.at.start, title.at.end) is not None


def _cut(
    draft: Draft, judge: Judge, entry: Entry, starts: dict[int, Entry], order: list[int]
) -> int:
    """Where an exercise really ends: before the text moves on to something else."""
    following = order[bisect_right(order, entry.place) :][:1]
    until = min([entry.until, *following])
    if entry.item.level >= TEXT:
        until = _following_steps(draft, judge, entry.place, starts)
    last = entry.place
    for i in range(entry.place + 1, until):
        item, traits = draft.items[i], judge.all_traits[i]
        if i in draft.noise:
            continue
        if item.kind == "text" and judge.cue("strong", item.start, item.end) and traits.told:
            break
        if item.end - entry.item.start > LONGEST or item.kind == "row":
            break
        if traits.told or traits.dosed or traits.labelled or item.kind != "text":
            last = i
    return last + 1


def _following_steps(draft: Draft, judge: Judge, index: int, starts: dict[int, Entry]) -> int:
    """Lines after a paragraph that begins with a name: those that go on with what to do."""
    i = index + 1
    while i < len(draft.items) and i not in starts and i not in draft.noise:
        item, traits = draft.items[i], judge.all_traits[i]
        near = draft.clean.count("\n", draft.items[i - 1].end, item.start) == 1
        if item.level < TEXT or traits.wide or not (traits.told or traits.dosed) or not near:
            break
        i += 1
    return i


def _segment(
    draft: Draft, judge: Judge, entry: Entry, until: int, section: tuple[int, int] | None
) -> Segment:
    item, hit = entry.item, entry.traits.hit
    end = draft.items[until - 1].end
    lead = item.lead
    movement = hit.movement if hit else ""
    if lead is None:
        told = judge.described(item.body, item.end)
        lead = (told.start, told.end) if told else (item.body, min(item.end, item.body + 60))
    return Segment(item.start, end, lead, movement, listed=True, section=section)


def _running(
    draft: Draft, judge: Judge, indices: list[int], section: tuple[int, int] | None
) -> list[Segment]:
    """Segments of the items that are no outline exercises: tables and running text."""
    found = row_segments(draft, judge, [i for i in indices if i not in draft.noise], section)
    passages = [
        Passage(draft.items[i], judge.all_traits[i])
        for i in indices
        if i not in draft.noise and draft.items[i].kind != "row"
    ]
    return found + prose_segments(judge, passages, section)
