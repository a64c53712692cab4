"""Decide what each number of a text is for: sets, repetitions, a hold, work, rest, how often.

The result is a list of facts in the order of the text; a number whose purpose
the words around it do not tell gives no fact.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from supple.exercise.dose import Number, Unit
from supple.read.lexicon import Lexicon
from supple.read.quantities import MINUTE, Quantity, quantities

Field = Literal["sets", "reps", "hold", "work", "rest", "times_a_day", "days_a_week"]
REACH = 60  # characters before a time in which a word such as "hold" is looked for
NEAREST = 30  # characters after a number in which its unit of time must end
FEWEST = 3  # times; two of something are more likely limbs
SERIES = 8  # characters in which the second number of "10/10/10" begins
NUMBER = 8  # characters in which the time of a rest begins
NEAR = 20  # the same where the movement is not one that is held
DAILY = 7
LIMITS: dict[Field, float] = {
    "sets": 20, "reps": 100, "hold": 600, "work": 7200, "rest": 600, "times_a_day": 24,
    "days_a_week": 7,
}  # fmt: skip
FEW_SETS, MANY_REPS = 4, 8

_TIMES_SIGN = re.compile(r"[ (]*(?:x|\*)[ (]*$")
_PART = r"\d{1,2}(?: ?(?:s|sec|sek|seg)s?)?"
_SERIES = re.compile(rf"(?<![\w/.-])(?=\d+ ?(?P<unit>s)?){_PART}(?: ?/ ?{_PART}){{2,7}}(?![\w/])")
_LOADED = re.compile(r" ?@ ?\d")  # "12 @ 30kg"
_NUMBER_ONLY = re.compile(r"[\w-]+")
_SLASH = re.compile(r"[ ]?/[ ]?$")
_X_BEFORE = re.compile(r"(?:^|[\s,;:(])x ?$")
_LISTED = re.compile(r"\w ?[,:-] ?$")
_NUMBERING = re.compile(r"(?:^|\n)[ \t]*\(?$")


class Fact(NamedTuple):
    """A number and what it is for. `weak`: read from its place alone, without a word for it."""

    field: Field
    low: Number | None
    high: Number | None
    start: int
    end: int
    unit: Unit = ""
    weak: bool = False


class Text(NamedTuple):
    """Characters `start` to `end` of a page, and whether times in it are holds."""

    lex: Lexicon
    folded: str
    start: int
    end: int
    held: bool
    label: str = ""  # the column or line label that governs the text
    names: Mapping[int, int] = {}  # where names of movements begin and end
    numbers: list[Quantity] | None = None  # where they have been found before

    def before(self, place: int, reach: int = REACH) -> str:
        """What precedes `place` in its sentence."""
        text = self.folded[max(self.start, place - reach) : place]
        cut = max(text.rfind("\n"), text.rfind(". "), text.rfind("; "), text.rfind(".\t"))
        return text[cut + 1 :]

    def line(self, place: int) -> str:
        """What precedes `place` on its line."""
        text = self.folded[max(self.start, place - REACH) : place]
        return text[text.rfind("\n") + 1 :]

    def after(self, place: int, reach: int = 40) -> str:
        """What follows `place`, to the end of the text."""
        return self.folded[place : min(self.end, place + reach)].replace("\n", " ")

    def rest_of_line(self, place: int) -> str:
        """What follows `place` on its line."""
        return self.folded[place : min(self.end, place + REACH)].partition("\n")[0]


def facts(text: Text) -> list[Fact]:
    """Every fact of `text`."""
    found: list[Fact] = []
    numbers = text.numbers
    if numbers is None:
        numbers = quantities(text.lex, text.folded, text.start, text.end)
    i = 0
    while i < len(numbers):
        some, used = _at(text, numbers, i)
        found.extend(some or _ramp_end(found, numbers, i))
        i += used
    found.extend(_daily(text, found))
    return [fact for fact in _ramps(text, found) if _sane(fact)]


def _at(text: Text, numbers: list[Quantity], i: int) -> tuple[list[Fact], int]:
    """The facts that begin at number `i`, and how many numbers they use."""
    one = numbers[i]
    two = numbers[i + 1] if i + 1 < len(numbers) else None
    if series := _series(text, one):
        end = series[-1].end
        return series, sum(one.start <= number.start < end for number in numbers)
    if _before_name(text, one):
        return [_fact("reps", one)], 1
    if one.kind == "other" and not _own_line_label(text, one):
        return [], 1
    if often := _often(text, one):
        return [often], 1
    if two is not None:
        gap = text.folded[one.end : two.start].replace("\n", " ")
        pair = _product(text, one, two, gap) or _sets_of(text, one, two, gap)
        if pair:
            three = numbers[i + 2] if i + 2 < len(numbers) else None
            third = _third(text, two, three)
            return pair + third, 2 + len(third)
    return _single(text, one), 1


def _series(text: Text, one: Quantity) -> list[Fact]:
    """Read "10/10/10" and "30s/30s/30s", a number for each set."""
    slash = text.folded.find("/", one.start, one.start + SERIES)
    match = _SERIES.match(text.folded, one.start, text.end) if slash > 0 else None
    if match is None:
        return []
    parts = re.findall(r"\d+", match[0])
    values = [int(part) for part in parts]
    falling = sorted(values, reverse=True)
    if values != falling or any(part[0] == "0" for part in parts):
        return []
    count, place = len(values), (match.start(), match.end())
    if match["unit"]:
        return [Fact("reps", count, count, *place), Fact("hold", values[-1], values[0], *place)]
    return [Fact("sets", count, count, *place), Fact("reps", values[-1], values[0], *place)]


def _before_name(text: Text, one: Quantity) -> bool:
    """Whether a bare number stands right before a movement's name: "20 calf raises"."""
    if one.article or one.kind not in ("", "other", "rep") or one.value < FEWEST or not text.names:
        return False
    name = next((end + 1 for end in _name_may_follow(text, one) if end + 1 in text.names), None)
    if name is None:
        return False
    end = text.names[name]
    about = text.lex.pattern("about").search(text.folded, name, end)
    return about is None and text.lex.opening("about").match(text.folded, end, text.end) is None


def _name_may_follow(text: Text, one: Quantity) -> Iterator[int]:
    """Where a number ends, and the number without what looks like its unit; or a word after it."""
    if text.folded[one.end : one.end + 1] == " ":
        yield one.end
        if manner := text.lex.opening("manner").match(text.rest_of_line(one.end)):
            yield one.end + manner.end()
    if number := _NUMBER_ONLY.match(text.folded, one.start, text.end):
        yield number.end()


def _ramp_end(found: list[Fact], numbers: list[Quantity], i: int) -> list[Fact]:
    """The second number of "10 seconds, work up to 45", which has no unit of its own."""
    one, last = numbers[i], found[-1] if found else None
    if last is None or i == 0 or one.kind or one.bound != "upto" or last.end != numbers[i - 1].end:
        return []
    factor = MINUTE if numbers[i - 1].kind == "minute" else 1
    return [last._replace(low=None, high=factor * (one.high or 0), start=one.start, end=one.end)]


def _third(text: Text, two: Quantity, three: Quantity | None) -> list[Fact]:
    """The hold of "3 x 10 x 5 s"."""
    if three is None or three.kind not in ("second", "minute"):
        return []
    gap = text.folded[two.end : three.start].replace("\n", " ")
    return [_fact("hold", three)] if _TIMES_SIGN.match(gap) else []


def _fact(field: Field, q: Quantity, unit: Unit = "", *, weak: bool = False) -> Fact:
    return Fact(field, q.low, q.high, q.start, q.end, unit, weak)


def _often(text: Text, q: Quantity) -> Fact | None:  # noqa: PLR0911 - a case each
    """Read "3 times a day", "5 days a week", "2x/day"."""
    if q.kind not in ("day", "time", "", "set"):
        return None
    after = text.after(q.end)
    lex = text.lex
    if q.kind == "day" and _starts(lex, after, "per", "week"):
        return _fact("days_a_week", q)
    if q.kind == "day" or (q.kind == "set" and "session" not in after):
        return None
    if _starts(lex, after, "per", "day") and not re.match(r"\W*week", after):
        return _fact("times_a_day", q)
    if _starts(lex, after, "per", "week"):
        return _fact("days_a_week", q)
    if q.kind == "" and _label(text, q, "frequency"):
        return _fact("times_a_day", q, weak=True) if re.match(r"[^.\n]{0,12}day", after) else None
    return None


def _starts(lex: Lexicon, after: str, *path: str) -> bool:
    return lex.opening(*path).match(after, 0, NEAREST) is not None


def _product(  # noqa: PLR0911 - a case each
    text: Text, one: Quantity, two: Quantity, gap: str
) -> list[Fact]:
    """Read "3x10", "3 x 30 s", "30 s x 3", "3/30 s"."""
    timed = two.kind in ("second", "minute")
    sign = _TIMES_SIGN.match(gap) or (
        one.kind == "time" and not gap.strip(" (") and _is_x(text, one)
    )
    if not sign and not (_SLASH.match(gap) and timed and one.kind == ""):
        return []
    if one.kind in ("second", "minute"):
        if two.kind in ("", "rep", "time"):
            return [_timed(text, one), _fact("reps", two)]
        return [_timed(text, one), _fact("sets", two)] if two.kind == "set" else []
    if timed:
        first: Field = "sets" if one.kind == "set" else "reps"
        return [_fact(first, one), _timed(text, two)]
    if two.kind in ("breath", "count"):
        first = "sets" if one.kind == "set" else "reps"
        return [_fact(first, one), _fact("hold", two, f"{two.kind}s")]  # type: ignore[arg-type]
    if one.kind not in ("", "set", "time", "rep") or two.kind not in ("", "rep", "time", "set"):
        return []
    return _two_counts(one, two)


def _is_x(text: Text, q: Quantity) -> bool:
    return text.folded[q.end - 1] == "x"


def _two_counts(one: Quantity, two: Quantity) -> list[Fact]:
    """Sets come first, except where the words or the sizes say otherwise ("10 x 3")."""
    turned = two.kind == "set" or one.kind == "rep"
    guessed = (
        not turned and one.kind in ("", "time") and two.kind == ""
        and one.value >= MANY_REPS and two.value <= FEW_SETS
    )  # fmt: skip
    if turned or guessed:
        one, two = two, one
    return [_fact("sets", one, weak=guessed), _fact("reps", two, weak=guessed)]


def _sets_of(  # noqa: PLR0911 - a case each
    text: Text, one: Quantity, two: Quantity, gap: str
) -> list[Fact]:
    """Read "3 sets of 10", "2 sets, 30 s hold"."""
    of = text.lex.pattern("join", "of").fullmatch(gap.strip(" (,:"))
    if one.kind != "set" or not (of or not gap.strip(" (,:@-")):
        return []
    if two.kind in ("second", "minute"):
        return [_fact("sets", one), _timed(text, two)]
    if two.kind in ("", "rep", "time"):
        if _often(text, two):
            return []
        if two.kind == "" and not of and gap.strip():
            return []
        return [_fact("sets", one), _fact("reps", two)]
    if two.kind in ("breath", "count"):
        return [_fact("sets", one), _fact("hold", two, f"{two.kind}s")]  # type: ignore[arg-type]
    return []


def _single(text: Text, q: Quantity) -> list[Fact]:
    if q.kind in ("second", "minute"):
        fact = _timed(text, q)
        return [fact] if fact.field != "rest" or not fact.weak else []
    if q.kind in ("breath", "count"):
        return _unit_hold(text, q)
    if q.kind == "set":
        return [] if q.article else [_fact("sets", q)]
    if q.kind == "round":
        return [_fact("reps", q, weak=True)]
    if q.kind in ("rep", "time"):
        return _counted(text, q)
    return _bare(text, q)


def _counted(text: Text, q: Quantity) -> list[Fact]:
    if q.value == 1:
        return (
            [_fact("reps", q)] if _starts(text.lex, text.after(q.end), "side", "each-count") else []
        )
    if text.lex.pattern("hold", "tempo-count").search(text.before(q.start, 20)):
        return []
    return [_fact("reps", q)]


def _unit_hold(text: Text, q: Quantity) -> list[Fact]:
    unit: Unit = "breaths" if q.kind == "breath" else "counts"
    if q.article or (q.value == 1 and q.kind == "breath"):
        near = text.before(q.start)
        if not text.lex.pattern("hold", "before").search(near):
            return []
    return [_fact("hold", q, unit)]


def _timed(text: Text, q: Quantity) -> Fact:
    """A time as a hold, as work or as rest; a weak rest means a time of no use here."""
    lex, before, after = text.lex, text.before(q.start), text.after(q.end)
    holds = lex.pattern("hold", "before")
    near = before if text.held else before[-NEAR:]
    short = q.kind == "second" and _ends(lex, before, "hold", "release")
    if short or _ends(lex, before, "hold", "rest-before") or _is_rest(lex, after):
        return _fact("rest", q)
    if _starts(lex, after, "per", "day") and not holds.search(before):
        return _fact("work", q)
    if holds.search(near) or _starts(lex, after, "hold", "after") or _effort(lex, before):
        return _fact("hold", q)
    if _ends(lex, before, "hold", "tempo"):
        return _fact("rest", q, weak=True)
    long = q.value > LIMITS["hold"]
    return _fact("hold" if text.held and not long else "work", q)


def _is_rest(lex: Lexicon, after: str) -> bool:
    """Whether what follows a time makes it a rest, not one with a time of its own."""
    match = lex.opening("hold", "rest-after").match(after, 0, NEAREST)
    return match is not None and not any(char.isdigit() for char in after[match.end() :][:NUMBER])


def _effort(lex: Lexicon, before: str) -> bool:
    """Whether a time is that of a steady effort: "press gently into it for"."""
    tail = before.rstrip(" (:")
    return any(m.end() == len(tail) for m in lex.pattern("hold", "effort").finditer(tail))


def _ends(lex: Lexicon, before: str, *path: str) -> bool:
    """Whether an entry stands right before the end of `before`."""
    tail = before.rstrip(" (:-")[-30:]
    return any(match.end() == len(tail) for match in lex.pattern(*path).finditer(tail))


def _label(text: Text, q: Quantity, name: str) -> bool:
    """Whether the line label before `q`, or the column it stands in, is of this kind."""
    if text.label:
        return text.lex.pattern("label", name).fullmatch(text.label) is not None
    line = text.line(q.start).lstrip(" \t-\u2022\"'{,")
    label, colon, rest = line.partition(":")
    if not colon or rest.strip(" \"'("):
        return False
    return text.lex.pattern("label", name).fullmatch(label.strip(" \"'")) is not None


def _own_line_label(text: Text, q: Quantity) -> bool:
    return _label(text, q, "reps") or _label(text, q, "sets")


def _bare(text: Text, q: Quantity) -> list[Fact]:  # noqa: PLR0911 - a case each
    """A number without a unit: its label, "x 10", "10 each side", "repeat 10" or "count to 5"."""
    lex, before, after = text.lex, text.before(q.start), text.rest_of_line(q.end)
    if _NUMBERING.search(text.line(q.start)) and re.match(r"[.)]", after):
        return []
    if _ends(lex, before, "count-to", "before"):
        return [_fact("hold", q, "counts")]
    if _label(text, q, "sets"):
        return [_fact("sets", q)]
    if _label(text, q, "reps"):
        return [_fact("reps", q)]
    if _X_BEFORE.search(before) or _LOADED.match(after):
        return [_fact("reps", q)]
    if _starts(lex, after, "side", "each-count") or (
        q.value > 1 and _ends(lex, before, "side", "each-count")
    ):
        return [_fact("reps", q)]
    if not text.held and not after.strip() and _LISTED.search(before):
        return [_fact("reps", q, weak=True)]
    if _ends(lex, before, "repeat"):
        return [_fact("reps", q, weak=q.kind != "")]
    return []


def _daily(text: Text, found: list[Fact]) -> list[Fact]:
    """A bare "daily" or "every day", where no count a day stands with it."""
    if any(fact.field in ("times_a_day", "days_a_week") for fact in found):
        return []
    match = text.lex.pattern("per", "daily").search(text.folded, text.start, text.end)
    if match is None:
        return []
    return [Fact("days_a_week", DAILY, DAILY, match.start(), match.end())]


def _ramps(text: Text, found: list[Fact]) -> list[Fact]:
    """Make one range of "10 seconds, work up to a minute"."""
    merged: list[Fact] = []
    for fact in found:
        last = merged[-1] if merged else None
        if last is not None and _ramp(text, last, fact):
            merged[-1] = last._replace(high=fact.high, end=fact.end)
        else:
            merged.append(fact)
    return merged


def _ramp(text: Text, last: Fact, fact: Fact) -> bool:
    if last.field != fact.field or last.unit != fact.unit or last.low is None:
        return False
    if (fact.high or 0) <= (last.high or last.low):
        return False
    gap = text.folded[last.end : fact.start].replace("\n", " ")
    if fact.low is None and len(gap.strip(" ,(")) == 0:
        return True
    ramp = text.lex.pattern("join", "ramp")
    return len(gap) < REACH and ramp.search(gap + text.folded[fact.start : fact.end]) is not None


def _sane(fact: Fact) -> bool:
    limit = LIMITS[fact.field]
    return all(value is None or 0 < value <= limit for value in (fact.low, fact.high))
