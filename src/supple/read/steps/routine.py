"""Find the routine: what lies outside it is noise, and what holds for all of it is set apart."""

import re
from collections.abc import Iterator

from supple.read.draft import Draft, Item
from supple.read.facts import Text, facts
from supple.read.lexicon import LANGUAGES, Lexicon, lexicon
from supple.read.reading import Quote, Span
from supple.read.steps.split import DATED, TEXT, TIME_MARK, sentences
from supple.value import changed

MENTION = 4  # one sentence in so many may mention what makes others noise
STUDY = 4  # words of a research report that make the page one

_MATTER_TITLE = re.compile(r"^title:[ \t]*[\"']?([^\"'\n]{2,200})", re.MULTILINE)
_FENCE = re.compile(r"---[ \t]*$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\[[^\]\n]{1,80}\]")  # where a picture stood


def find_routine(draft: Draft) -> Draft:
    """Fill `noise`, `title` and `subjects`."""
    title = find_title(draft)
    if draft.language not in LANGUAGES:
        return changed(draft, title=title, noise=frozenset(range(len(draft.items))))
    lex = lexicon(draft.language)
    noise = (
        frozenset(range(len(draft.items)))
        if _is_study(lex, draft)
        else frozenset(_noise(lex, draft))
    )
    return changed(draft, noise=noise, title=title, subjects=tuple(_subjects(lex, draft, title)))


def _is_study(lex: Lexicon, draft: Draft) -> bool:
    """A report of research prescribes nothing, whatever doses it mentions."""
    found = {m[0] for m in lex.pattern("noise", "study").finditer(draft.folded[:20_000])}
    return len(found) >= STUDY


def _noise(lex: Lexicon, draft: Draft) -> Iterator[int]:
    yield from _contents(draft)
    matter = _matter_end(draft.clean)
    under: int | None = None  # rank of the noise heading that is open
    for i, item in enumerate(draft.items):
        if item.end <= matter:
            yield i
            continue
        heading = _noise_heading(lex, draft, item)
        if heading:
            ends = lex.pattern("noise", "after-comments").match(heading)
            under = -1 if ends else item.level
        elif under is not None and item.titled and 0 <= item.level <= under:
            under = under if _one_of_titles(draft, i) else None
        if under is not None or _noise_item(lex, draft, item):
            yield i


def _contents(draft: Draft) -> Iterator[int]:
    """A list of bare titles that all come again: a table of contents."""
    titles = [_title(draft, item) for item in draft.items]
    last = {title: i for i, title in enumerate(titles)}
    run: list[int] = []
    for i, title in enumerate([*titles, ""]):
        if title and last[title] > i:
            run.append(i)
        else:
            yield from run if len(run) > 1 and all(last[titles[k]] > run[-1] for k in run) else ()
            run = []


def _title(draft: Draft, item: Item) -> str:
    """What a bare title says; "" for anything else."""
    text = draft.folded[item.body : item.end].strip(" .:*_")
    return text if item.titled and not any(char.isdigit() for char in text) else ""


def _one_of_titles(draft: Draft, i: int) -> bool:
    """Whether a plain line is a title among titles, as under "Read next": nothing follows it."""
    if draft.items[i].kind != "text":
        return False
    following = draft.items[i + 1 : i + 2]
    return not following or (following[0].titled and following[0].kind == "text")


def _matter_end(clean: str) -> int:
    """Where the page's front matter (between lines of three dashes) ends."""
    if not clean.startswith("---"):
        return 0
    fence = _FENCE.search(clean, 3)
    return fence.end() if fence else 0


def _noise_heading(lex: Lexicon, draft: Draft, item: Item) -> str:
    if not item.titled or item.lead is None:
        return ""
    text = draft.folded[item.body : item.end].strip(' \t:.-!>\u2022"')
    return text if lex.pattern("noise", "heading").fullmatch(text) else ""


def _noise_item(lex: Lexicon, draft: Draft, item: Item) -> bool:
    text = draft.clean[item.start : item.end]
    if DATED.match(text) or (TIME_MARK.match(text) and not _prescribed(lex, draft, item)):
        return True
    if _PLACEHOLDER.fullmatch(draft.text[item.start : item.end].strip()):
        return True
    return _is_blocked(lex, draft, item) or not any(c.isalpha() for c in text)


def _is_blocked(lex: Lexicon, draft: Draft, item: Item) -> bool:
    """Whether words such as "subscribe" make an item noise: a long one by more than a mention."""
    block = lex.pattern("noise", "block")
    if block.search(draft.folded[item.start : item.end]) is None:
        return False
    said = [draft.folded[a:b] for a, b in sentences(draft.clean, item.start, item.end)]
    return sum(block.search(one) is not None for one in said) * MENTION >= len(said)


def _prescribed(lex: Lexicon, draft: Draft, item: Item) -> bool:
    """Whether a line with the time of a video also tells how much to do."""
    found = facts(Text(lex, draft.folded, item.body, item.end, held=True))
    return any(fact.field != "rest" for fact in found)


def find_title(draft: Draft) -> Quote | None:
    """The title of the front matter, else the first heading, else the first line like one."""
    matter = draft.clean[: _matter_end(draft.clean)]
    if match := _MATTER_TITLE.search(matter):
        return _quote(draft, match.start(1), match.end(1))
    items = [item for item in draft.items[:60] if item.start >= len(matter)]
    headings = [item for item in items if item.kind == "heading" and item.level <= 2]  # noqa: PLR2004
    first = next(iter(headings), None) or next(
        (item for item in items if item.titled and item.level < TEXT and item.kind == "text"), None
    )
    if first is None or first.lead is None:
        return None
    return _quote(draft, first.body, first.end, doubt=first.kind != "heading")


def _quote(draft: Draft, start: int, end: int, *, doubt: bool = False) -> Quote:
    while start < end and draft.clean[start] in " \t*_#":
        start += 1
    while end > start and draft.clean[end - 1] in " \t\n*_#":
        end -= 1
    return Quote(text=draft.text[start:end], at=Span(start=start, end=end), doubt=doubt)


def _subjects(lex: Lexicon, draft: Draft, title: Quote | None) -> Iterator[Quote]:
    """Conditions the page names in its title and opening words."""
    ends = title.at.end if title else 0
    reach = draft.folded[: max(1200, ends)]
    found: set[str] = set()
    for match in lex.pattern("condition", "word").finditer(reach):
        if match[0] not in found:
            found.add(match[0])
            yield _quote(draft, match.start(), match.end())
