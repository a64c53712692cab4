"""Make the page plain without moving a character.

Every replacement is as long as what it replaces, so that a place in the clean
text is the same place in the page.
"""

import re
import unicodedata

from supple.read.draft import Draft
from supple.read.quantities import MINUTE
from supple.value import changed

# What stands for a line break, a space, a dash, a quote, a multiplication sign.
_SAME = {
    **dict.fromkeys("\u21b5\u2028\u2029\x0b\x0c\x85", "\n"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u2043", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u00b4\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u00d7\u2715\u2716\u2a2f\u0445", "x"),
    **dict.fromkeys(
        "\u2022\u25cf\u25cb\u25e6\u25aa\u25ab\u2023\u25ba\u25b6\u27a4\u2713\u2714\u2610\u2611\u00b7\u2219\u25a0\u25a1\u2666\u2794\u2192\u25c6",
        "\u2022",
    ),
    "\u00bd": "\u00bd",
    "\u2044": "/",
    "\ufffd": " ",
}
_MASKED = re.compile(
    r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,2000}\)"  # a Markdown picture
    r"|\]\([^()\n]{0,2000}\)"  # the address of a Markdown link
    r"|<(?!/?(?:br|p|li|div|h[1-6]|tr)\b)/?[a-zA-Z][^<>\n]{0,500}>"  # a tag that breaks no line
    r"|https?://\S{1,2000}"
    r"|\{%[^%\n]{0,100}%\}"
)
_CHAT = re.compile(  # "[09:13, 03/02/2025] Name: " and "03/02/2025, 09:13 - Name: "
    r"^\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?"
    r"(?:, ?\d{1,4}[./-]\d{1,2}[./-]\d{1,4})?(?:\] ?| - )[^:\n\d]{1,40}: ",
    re.MULTILINE | re.IGNORECASE,
)
_MARCH = re.compile(  # the month, not the movement
    r"\b\d{1,2}(?:st|nd|rd|th)? March\b(?! in| on)"
    r"|\b(?:in|by|of|since|until|from|on) March\b"
    r"|\bMarch \d{1,2}(?:st|nd|rd|th)?(?=,? \d{4}|[,;|)]|$)(?! times)",
    re.MULTILINE,
)
_CLOCK = re.compile(r"(?<=[-|:] )(?P<min>0?\d|10):(?P<sec>[0-5]\d)(?=[ \t]*$)", re.MULTILINE)
_SMALL = re.compile(r"[.!?](?<=[^\W\d_]{3}.) [^\W\d_A-Z\u00df]")
_LARGE = re.compile(r"[.!?](?<=[^\W\d_]{3}.) [A-Z]")
_BREAK = re.compile(r"</?(?:br|p|li|div|h[1-6]|tr)\b[^<>\n]{0,500}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|#39|lt|gt|rsquo|ndash|mdash);")
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&rsquo;": "'"}


def clean(draft: Draft) -> Draft:
    """Fill `clean` (marks made uniform, addresses and tags blanked) and `folded`."""
    plain = draft.text.translate({ord(c): _plain(c) for c in set(draft.text)})
    plain = _MARCH.sub(_blank, _CHAT.sub(_blank, _MASKED.sub(_blank, _without_comments(plain))))
    plain = _BREAK.sub(lambda m: "\n" + " " * (len(m[0]) - 1), plain)
    plain = _with_capitals(_ENTITY.sub(_entity, plain))
    plain = _CLOCK.sub(_seconds, plain)
    return changed(draft, clean=plain, folded=fold(plain))


def _seconds(match: re.Match[str]) -> str:
    """A length of time after a name, "Plank - 00:30", in as many characters."""
    seconds = MINUTE * int(match["min"]) + int(match["sec"])
    return f"{seconds}s".ljust(len(match[0]))[: len(match[0])] if seconds else match[0]


def _with_capitals(text: str) -> str:
    """The page with its sentences in capitals, where it is written in small letters throughout."""
    small, large = len(_SMALL.findall(text)), len(_LARGE.findall(text))
    return _SMALL.sub(lambda m: m[0].upper(), text) if small > large else text


def _without_comments(text: str) -> str:
    """HTML comments blanked, line breaks kept."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start] + re.sub(r"[^\n]", " ", text[start : end + 3]))
        at = end + 3
    return "".join([*parts, text[at:]])


def fold(text: str) -> str:
    """Small letters without accents, one character for each character."""
    return text.translate({ord(c): _folded(c) for c in set(text)})


def _plain(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    if char in "\n\t" or char.isprintable():
        return char
    return " "


def _folded(char: str) -> str:
    if char in "*_`#[]":
        return " "
    if char == "\u00df":
        return "s"
    base = unicodedata.normalize("NFD", char)[0]
    low = base.lower()
    return low if len(low) == 1 else base


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0], "-").ljust(len(match[0]))
