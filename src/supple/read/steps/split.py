"""Split the page into headings, list entries, table rows and paragraphs."""

import re
from collections.abc import Iterator
from functools import cache

from supple.read.draft import Draft, Item
from supple.read.lexicon import LANGUAGES, lexicon
from supple.value import changed

LONGEST_TITLE = 70  # characters
LONGEST_DOSED = 90
LONGEST_LIST = 300  # characters of a line that holds several exercises
MOST_WORDS = 10
LEAST_LETTERS = 3  # of a name
WRAPPED = 0.72  # a line this full of the page's usual width runs on into the next
BROKEN = 40  # a shorter line that ends without a stop is a line of its own
LEAST_WIDTH, MOST_WIDTH = 40, 120  # of a page that was wrapped by hand
FEWEST_LINES, FULL_SHARE = 6, 0.35  # and how many of its lines are full
BROKEN_SHARE = 0.25  # of the full lines, how many must run on in small letters

# Outline ranks below the six of Markdown headings.
CAPITALS, TITLE, BOLD, STRONG_NUMBER, NUMBER, LETTER, BULLET, TEXT = 7, 8, 9, 9, 11, 12, 13, 40

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,})[ \t]*$")
_RULE = re.compile(r"[-=_*~#+|: \t]*$")
_NUMBER = re.compile(
    r"[ \t]*+(?:\*\*|__)?[ \t]*+(?P<hash>#[ \t]?)?(?P<n>\d{1,2})(?:\.\d{1,2})?"
    r"(?P<mark>[ \t]?[.):](?:[ \t]?-(?=[ \t]))?|[ \t]-(?=[ \t])|(?=[ \t]+[A-Z]))(?!\d)"
    r"(?:\*\*|__)?[ \t]*(?=\S)"
)
_LETTER = re.compile(r"[ \t]*(?P<n>[a-hA-H])[.)][ \t]+(?=\S)")
_ROMAN = re.compile(r"[ \t]*(?:\*\*)?(?=[IVX])X?(?:IX|IV|V?I{0,3})[.)][ \t]+(?=\S)")
TIME_MARK = re.compile(r"\W{0,3}\d{1,2}:\d{2}(?::\d{2})?\b[)\]]?[ \t:-]*(?=\S)")
_DAY_PART = (
    r"(?:in the |por la |de |am |le |à |pela |de )?(?:mornings?|noon|midday|lunch ?time|afternoons?"
    r"|evenings?|nights?|bed ?time|before bed|[ap]\.?m\.?|mañanas?|mediodía|tardes?|noches?"
    r"|morgens?|mittags?|abends?|nachts|matins?|midi|soirs?|manhã|noites?)"
)
DAY_MARK = re.compile(
    rf"[ \t]*+{_DAY_PART}(?:[ \t]*(?:,|/|&|\+|and|y|und|et|e)[ \t]*{_DAY_PART}){{0,2}}"
    r"[ \t]*:[ \t]*(?=\S)"
)  # "Morning and night: ", before what is done then
_BULLET = re.compile(
    r"[ \t]*+(?:>[ \t]*+)?(?:[-*+\u2022](?:[ \t]+\[[ xX]?\])?"
    r"|[^\w\s\"'(\[<*_#|`~^&@$/\\.,;:!?-]{1,3})[ \t]+(?=\S)"  # an emoji as a bullet
)
_BOLD = re.compile(r"[ \t]*(\*\*|__)(?=\S)(?P<text>[^*_\n]{2,90})(?:\*\*|__)")
DATED = re.compile(
    r"\W*(?:\d{4}-\d{2}-\d{2}|\d{1,2} \w{3,9} \d{4})\W*$"
    r"|\W*(?:[^\W\d]{2,9}[.,]? )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?) ?[:-]"
)  # a date alone, or that of an entry in a diary
_LIST_COMMA = re.compile(r"[,;+&](?=[ \t])")
_SENTENCE = re.compile(
    r"(?<=[\w)\"'][.!?])(?:\*\*|__)?[ \t]+(?=[\"'A-Z\u00c0-\u00de\u00bf\u00a1(])"
    r"|(?<=\w{4}[.!?])[ \t]+(?=\d)"
)
_STOP = re.compile(r"[.!?]['\")]?$")
_SPLIT_LEAD = re.compile(
    r"(?=[ \t:.,(=-])(?:[ \t]*(?::|[ \t]-{1,2}(?=[ \t])|(?<=[a-z)])-[ \t]|\.(?=[ \t]|$)"
    r"|[,(](?=[ \t]?\d)|=(?=[ \t]))|[ \t]{2,}(?=\d)|[ \t](?=x ?\d)"
    r"|[ \t](?=\d{1,3} ?(?:x|min|sek|sec|s\b|rep|wdh|wiederh|fois|veces|vezes|times|mal\b"
    r"|sets?\b|serie|each|per\b|ea\b|je\b|pro\b|cada|por\b|par\b|chaque))|\t)",
    re.IGNORECASE,
)


def split(draft: Draft) -> Draft:
    """Fill `items`."""
    words = numbered_words(draft.language)
    lines = list(_lines(draft.clean))
    width = _usual_width([draft.clean[a:b] for a, b in lines])
    items: list[Item] = []
    open_item, last_line = False, ""
    for i, (start, end) in enumerate(lines):
        text = draft.clean[start:end]
        if not text.strip() or (_RULE.match(text) and not _is_row(text)):
            open_item = False
            continue
        underlined = i + 1 < len(lines) and _underline(draft.clean, lines[i + 1], text)
        item = _item(draft, start, end, words, underlined=underlined)
        if open_item and item.kind == "text" and _runs_on(last_line, text.strip(), width):
            items[-1] = items[-1]._replace(end=end)
        else:
            items.append(item)
        last_line = text.rstrip()
        open_item = items[-1].kind in ("text", "bullet", "numbered")
    return changed(draft, items=tuple(_with_leads(draft, items)))


@cache
def numbered_words(language: str) -> re.Pattern[str]:
    """Find "Exercise 1:", "Step 2 -" and the like."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    entries = lexicon(known).entries("numbered")
    return re.compile(
        rf"[ \t]*+(?:#{{1,6}}[ \t]+)?[*_ ]{{0,3}}(?:{'|'.join(entries)})[ \t]*"
        r"(?:n[.o]?[ \t]*)?#?(?P<n>\d{1,2})(?:\.\d{1,2})?(?!\d|[ \t]*(?:x|min|sec|/))"
        r"[ \t]*(?:[.):]|-(?=[ \t]))?[*_ ]{0,3}(?:-[ \t])?[ \t]*"
    )


def sentences(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two places; a line break between entries ends one as well."""
    found = []
    for a, b in _lines(clean, start, end, paragraphs=True):
        at = a
        for match in _SENTENCE.finditer(clean, a, b):
            found.append((at, match.start()))
            at = match.end()
        found.append((at, b))
    return [(a, b) for a, b in found if clean[a:b].strip()]


def _lines(
    clean: str, start: int = 0, end: int | None = None, *, paragraphs: bool = False
) -> Iterator[tuple[int, int]]:
    """Places of the lines; of paragraphs, lines that run on in small letters joined."""
    end = len(clean) if end is None else end
    at = start
    while at <= end:
        stop = clean.find("\n", at, end)
        stop = end if stop < 0 else stop
        while paragraphs and stop < end and _goes_on(clean, at, stop, end):
            after = clean.find("\n", stop + 1, end)
            stop = end if after < 0 else after
        yield at, stop
        at = stop + 1


def _goes_on(clean: str, at: int, stop: int, end: int) -> bool:
    last = clean[max(at, stop - 3) : stop].rstrip()
    begin = stop + 1
    while begin < end and clean[begin] in " \t":
        begin += 1
    following = clean[begin : begin + 1] if begin < end else ""
    return bool(last) and last[-1] not in ".!?:;" and (following.islower() or last[-1] == ",")


def _usual_width(lines: list[str]) -> float:
    """The width at which the page is wrapped by hand; infinite where it is not."""
    widths = sorted(len(line.rstrip()) for line in lines if len(line.split()) > 3)  # noqa: PLR2004
    if len(widths) < FEWEST_LINES:
        return float("inf")
    width = widths[int(len(widths) * 0.9)]
    full = [n for n, line in enumerate(lines) if WRAPPED * width <= len(line.rstrip()) <= width]
    wrapped = LEAST_WIDTH <= width <= MOST_WIDTH and len(full) >= FULL_SHARE * len(widths)
    broken = sum(lines[n + 1].lstrip()[:1].islower() for n in full if n + 1 < len(lines))
    return width if wrapped and broken >= BROKEN_SHARE * len(full) else float("inf")


def _underline(clean: str, line: tuple[int, int], text: str) -> bool:
    below = clean[line[0] : line[1]]
    return bool(_UNDERLINE.match(below)) and bool(below.strip()) and len(text) < LONGEST_TITLE


def _is_row(text: str) -> bool:
    return text.count("|") >= 2 or text.strip("\t ").count("\t") >= 2  # noqa: PLR2004


def _item(  # noqa: PLR0911 - a case each
    draft: Draft, start: int, end: int, words: re.Pattern[str], *, underlined: bool
) -> Item:
    """One line as an item of its own."""
    clean = draft.clean
    if _is_row(clean[start:end]):
        return Item(start, end, "row", NUMBER, start)
    if counted := words.match(draft.folded, start, end):
        level = len(heading[1]) if (heading := _HEADING.match(clean, start, end)) else BOLD
        return Item(start, end, "numbered", level, counted.end(), number=int(counted["n"]))
    if heading := _HEADING.match(clean, start, end):
        number = _NUMBER.match(clean, heading.end(), end)
        body, n = (number.end(), int(number["n"])) if number else (heading.end(), None)
        return Item(start, end, "heading", len(heading[1]), body, number=n)
    if number := _NUMBER.match(clean, start, end):
        level = STRONG_NUMBER if number["hash"] else NUMBER
        indent = _indent(clean, start)
        return Item(
            start, end, "numbered", level + min(indent, 6), number.end(), number=int(number["n"])
        )
    if bullet := _BULLET.match(clean, start, end):
        return Item(start, end, "bullet", BULLET + _indent(clean, start), bullet.end())
    if roman := _ROMAN.match(clean, start, end):
        return Item(start, end, "numbered", NUMBER, roman.end())
    if mark := TIME_MARK.match(clean, start, end) or DAY_MARK.match(draft.folded, start, end):
        return Item(start, end, "bullet", BULLET, mark.end())
    if letter := _LETTER.match(clean, start, end):
        return Item(start, end, "numbered", LETTER, letter.end())
    if underlined:
        return Item(start, end, "heading", 3, start)
    return Item(start, end, "text", TEXT, start)


def _indent(clean: str, start: int) -> int:
    width = 0
    while start < len(clean) and clean[start] in " \t":
        width += 4 if clean[start] == "\t" else 1
        start += 1
    return min(width // 2, 8)


def _runs_on(last_line: str, text: str, width: float) -> bool:
    """Whether `text` is the rest of a line that was wrapped."""
    if not last_line or text.startswith(("**", "__")):
        return False
    if last_line.endswith((",", "-", "(")) or text[0] == ")":
        return True
    full = len(last_line) >= WRAPPED * width
    if text[0].islower():
        return full or (len(last_line) >= BROKEN and not last_line.endswith((":", ".", "!", "?")))
    return full and not _STOP.search(last_line) and not last_line.endswith(":")


def _with_leads(draft: Draft, items: list[Item]) -> Iterator[Item]:
    for item in items:
        yield from _several(draft, item) or [_with_lead(draft, item)]


def _several(draft: Draft, item: Item) -> list[Item]:
    """The parts of a line such as "squats 2x10, lunges 2x8", each with a name and a number."""
    length = item.end - item.body
    if item.kind in ("heading", "row") or length > LONGEST_LIST or draft.language not in LANGUAGES:
        return []
    if DATED.match(draft.clean, item.start, item.end):
        return []
    edges = [m.start() for m in _LIST_COMMA.finditer(draft.clean, item.body, item.end)]
    starts = [item.body, *(edge + 1 for edge in edges)]
    parts = [_trimmed(draft.clean, a, b) for a, b in zip(starts, [*edges, item.end], strict=True)]
    if len(parts) < 2 or not all(_counts(draft, a, b) for a, b in parts):  # noqa: PLR2004
        return []
    if sum(_names(draft, a, b) for a, b in parts) < 2:  # noqa: PLR2004
        return []
    level = TITLE if item.kind == "text" else item.level
    return [
        Item(
            start,
            end,
            item.kind,
            level,
            body,
            _first_part(draft.clean, body, end) or (body, end),
            titled=True,
        )
        for start, (body, end) in zip(starts, parts, strict=True)
    ]


def _counts(draft: Draft, start: int, end: int) -> bool:
    return any(char.isdigit() for char in draft.clean[start:end])


def _names(draft: Draft, start: int, end: int) -> bool:
    names = lexicon(draft.language).names
    return bool(names.named(names.words(draft.folded[start:end])))


def _with_lead(draft: Draft, item: Item) -> Item:
    """`item` with the words that may be a name, and its rank where they stand alone."""
    led = _led(draft, item)
    if led.lead is None or led.kind == "heading" or not _is_name_label(draft, led):
        return led
    colon = draft.clean.find(":", led.lead[1], item.end)
    lead = _trimmed(draft.clean, colon + 1, item.end)
    if colon < 0 or lead[0] >= lead[1] or lead[1] - lead[0] > LONGEST_TITLE:
        return led
    level = TITLE if item.kind == "text" else item.level
    return item._replace(lead=_first_part(draft.clean, *lead) or lead, titled=True, level=level)


def _is_name_label(draft: Draft, item: Item) -> bool:
    """Whether the lead only announces a name: "Exercise: heel slides"."""
    if item.lead is None or draft.language not in LANGUAGES:
        return False
    text = draft.folded[item.lead[0] : item.lead[1]].strip(" .\"'")
    return lexicon(draft.language).pattern("label", "name").fullmatch(text) is not None


def _led(draft: Draft, item: Item) -> Item:
    clean = draft.clean
    if item.kind == "row":
        return item
    if item.kind == "heading":
        return item._replace(lead=_trimmed(clean, item.body, item.end), titled=True)
    if bold := _BOLD.match(clean, item.body, item.end):
        alone = not clean[bold.end() : item.end].strip(" \t:.*_-")
        lead = _trimmed(clean, bold.start("text"), bold.end("text"))
        lead = lead[0], lead[1] - (clean[lead[1] - 1] == ".")
        return item._replace(
            lead=lead, level=BOLD if item.kind == "text" else item.level, titled=alone
        )
    if _looks_like_title(clean, item):
        level = item.level
        if item.kind == "text":
            level = CAPITALS if clean[item.body : item.end].isupper() else TITLE
        lead = _trimmed(clean, item.body, item.end)
        return item._replace(lead=_first_part(clean, *lead) or lead, titled=True, level=level)
    return item._replace(lead=_first_part(clean, item.body, item.end) or _dosed_line(clean, item))


def _dosed_line(clean: str, item: Item) -> tuple[int, int] | None:
    """A short line with a number in it, such as "2 sets 15 squats to chair", names by its words."""
    text = clean[item.body : item.end]
    if len(text) > LONGEST_DOSED or "\n" in text or not any(c.isdigit() for c in text):
        return None
    return None if _STOP.search(text.rstrip()) else _trimmed(clean, item.body, item.end)


def _looks_like_title(clean: str, item: Item) -> bool:
    text = clean[item.body : item.end].strip()
    if not text or len(text) > LONGEST_TITLE or len(text.split()) > MOST_WORDS or "\n" in text:
        return False
    if _SENTENCE.search(text) or text[-1] in ",;":
        return False
    if text[-1] in ".!?" and not text.endswith("..."):
        return False
    return not text[0].islower() or item.kind in ("numbered", "bullet")


def _first_part(clean: str, start: int, end: int) -> tuple[int, int] | None:
    """The words before the first colon, dash, full stop or number, when they are few."""
    stop = clean.find("\n", start, end)
    stop = end if stop < 0 else stop
    match = _SPLIT_LEAD.search(clean, start, min(stop, start + LONGEST_TITLE + 10))
    if match is None:
        return None
    a, b = _trimmed(clean, start, match.start())
    text = clean[a:b]
    if len(text.split()) > MOST_WORDS - 1 or len(text) > LONGEST_TITLE:
        return None
    return (a, b) if sum(c.isalpha() for c in text) >= LEAST_LETTERS else None


def _trimmed(clean: str, start: int, end: int) -> tuple[int, int]:
    edge = ' \t*_#:`~-\u2022\n|"'
    while start < end and clean[start] in edge:
        start += 1
    while end > start and clean[end - 1] in edge:
        end -= 1
    return start, end
