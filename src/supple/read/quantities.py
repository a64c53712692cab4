"""Find numbers and ranges with their units: "3-5 seconds", "up to ten times", "3x", "a minute".

Only what is written is found; what a number is for is decided by `facts`.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from supple.exercise.dose import Number
from supple.read.lexicon import Lexicon, lexicon
from supple.read.lexicon.load import any_of, by_first_letter

Kind = Literal[
    "", "second", "minute", "breath", "count", "rep", "time", "round", "set", "day", "other"
]
KINDS: tuple[Kind, ...] = (
    "other", "second", "minute", "breath", "count", "set", "round", "rep", "time", "day",
)  # fmt: skip
WITH_ARTICLE: tuple[Kind, ...] = ("minute", "second", "breath", "set")  # "a minute"
MINUTE = 60

Bound = Literal["", "upto", "atleast"]


class Quantity(NamedTuple):
    """A number in characters `start` to `end`; times are seconds; an open end is None."""

    start: int
    end: int
    low: Number | None
    high: Number | None
    kind: Kind
    bound: Bound = ""
    article: bool = False

    @property
    def value(self) -> Number:
        """The stated end of an open range, the lower end of a closed one."""
        return self.low if self.low is not None else (self.high or 0)


# A line that begins with a label: no unit of a number before it.
_LABELLED = re.compile(r"\n(?=[ \t*\u2022-]{0,8}[a-z ]{2,24}:)")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    lex = lexicon(language)
    words = sorted((re.escape(word) for word in lex.entries("number")), key=len, reverse=True)
    number = rf"(?:\d{{1,4}}(?:[.,]\d)?(?![\d])|(?:{by_first_letter(words)})(?!\w))"
    often = "|".join(sorted(map(re.escape, lex.entries("times")), key=len, reverse=True))
    units = "|".join(f"(?P<{k}>(?:{by_first_letter(_unit(lex, k))})(?!\\w))" for k in KINDS)
    unit_again = "|".join(
        entry for kind in ("second", "minute", "time", "rep") for entry in _unit(lex, kind)
    )
    join = "|".join(lex.entries("join", "range"))
    upto = by_first_letter(lex.entries("join", "upto"))
    least = by_first_letter(lex.entries("join", "atleast"))
    about = by_first_letter(lex.entries("join", "about"))
    return re.compile(
        r"(?:(?<![\w.,:/$\u20ac\u00a3])"
        r"|(?<=[x/])(?:(?<=\d[x/])|(?<=\d [x/])|(?<=\d{2}[x/])|(?<=\Wx)))"
        rf"(?:(?:(?P<upto>{upto})|(?P<least>{least})) )?(?:(?:{about})[ ]?)?"
        rf"(?:(?P<often>(?:{often})(?!\w))(?: (?:{join}) (?P<often2>(?:{often})(?!\w)))?"
        rf"|(?P<a>{number})"
        rf"(?:(?:[ ]?-?(?P<between>{unit_again}))?[ ]{{0,2}}"
        rf"(?:(?:{join})[ ]{{0,2}})(?:a )?(?P<b>{number}))?"
        rf"(?:[ ]{{0,2}}-?[ ]?(?:{units}))?)"
    )


@cache
def _hint(language: str) -> re.Pattern[str]:
    """What no text with a number in it is without: a digit, a number word or a unit."""
    lex = lexicon(language)
    articles = lex.entries("article")
    words = [re.escape(word) for word in lex.entries("number") if word not in articles]
    often = [re.escape(word) for word in lex.entries("times")]
    units = [entry for kind in WITH_ARTICLE for entry in _unit(lex, kind)]
    return re.compile(rf"\d|{any_of(words + often + units).pattern}")


def _unit(lex: Lexicon, kind: str) -> list[str]:
    return lex.entries("unit", kind) or ["(?!)"]


def quantities(lex: Lexicon, folded: str, start: int, end: int) -> list[Quantity]:
    """The quantities of characters `start` to `end`, in order."""
    if not _hint(lex.language).search(folded, start, end):
        return []
    flat = _LABELLED.sub("\v", folded[start:end]).replace("\n", " ").replace("\t", " ")
    found = (_quantity(lex, match, start) for match in _pattern(lex.language).finditer(flat))
    return [quantity for quantity in found if quantity is not None]


def _quantity(lex: Lexicon, match: re.Match[str], offset: int) -> Quantity | None:
    start, end = match.start() + offset, match.end() + offset
    if match["often"]:
        table = lex.words["times"]
        once = table[match["often"]]
        most = table[match["often2"]] if match["often2"] else once
        return Quantity(start, end, once, most, "time", _bound(match))
    kind: Kind = match.lastgroup if match.lastgroup in KINDS else ""
    a, b = _value(lex, match["a"]), _value(lex, match["b"]) if match["b"] else None
    if kind == "minute":
        a, b = _times(a, MINUTE), _times(b, MINUTE)
        if match["between"] and match["b"] and _is_second(lex, match["between"]):
            a = _times(a, 1 / MINUTE)
    article = match["a"] in lex.entries("article")
    if a is None or (article and kind not in WITH_ARTICLE):
        return None
    if b is not None and b < a:
        return Quantity(start, end, a, a, "other")
    bound = _bound(match)
    low: Number | None = a
    high: Number | None = b if b is not None else a
    if bound == "upto" and b is None:
        low = None
    elif bound == "atleast" and b is None:
        high = None
    return Quantity(start, end, low, high, kind, bound, article)


def _bound(match: re.Match[str]) -> Bound:
    if match["upto"]:
        return "upto"
    return "atleast" if match["least"] else ""


def _value(lex: Lexicon, text: str) -> Number | None:
    number = lex.words["number"].get(text)
    if number is None:
        number = float(text.replace(",", "."))
    return int(number) if number == int(number) else number


def _times(number: Number | None, factor: float) -> Number | None:
    if number is None:
        return None
    product = number * factor
    return int(product) if product == int(product) else product


def _is_second(lex: Lexicon, word: str) -> bool:
    return re.fullmatch("|".join(lex.entries("unit", "second")), word) is not None
