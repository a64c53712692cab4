"""What is heard in a text before anyone sees it: its level, why it is held, what may help.

`ask.judge` reads the words; here it meets what the writer answers when asked
back, and the reasons for which a person looks at a post before others do.
"""

import re
from collections.abc import Mapping
from typing import Literal

from supple.ask.judge import AskBack, Judgement, judge
from supple.safety.cards import Card, card
from supple.safety.level import Level, gravest
from supple.value import Value
from supple.words import Words

Said = Literal["yes", "no", "not_sure"]
Hold = Literal["first", "link", "signs", "language", "reported"]

SAID: tuple[Said, ...] = ("yes", "no", "not_sure")
LINK = re.compile(
    r"https?:|www\.|\b[\w-]{2,}\.(?:com|net|org|info|biz|ru|cn|io|shop|xyz|site|online|top|club"
    r"|store|app|link|click|co|uk|de|me|ly|health)\b|[\w.+-]+@[\w-]+\.\w|\[url|<a\b",
    re.IGNORECASE,
)


class Sign(Value, kw_only=True, omit_defaults=False):
    """A sign that was heard: its code, the very words, and what the writer said when asked back."""

    code: str
    level: Level
    words: str
    said: Said | None = None


class Heard(Value, kw_only=True):
    """What a text says about safety, limits and topic, and why it is held (empty: it is not).

    `level` stands until every sign that was unclear is answered with no, and is
    never below clinician first after that. `absent` are words of signs that do
    not count, with why; `conditions` names of safety/conditions.toml.
    """

    level: Level
    signs: tuple[Sign, ...] = ()
    absent: tuple[tuple[str, str], ...] = ()
    conditions: tuple[str, ...] = ()
    topic: str = ""
    answers: tuple[str, ...] = ()
    asks: tuple[AskBack, ...] = ()
    crisis: bool = False
    english: bool = True
    holds: tuple[Hold, ...] = ()

    @property
    def stops(self) -> bool:
        """True where nothing but a card may stand: no exercise, no topic's answer."""
        return self.level.stops_exercise or self.crisis

    @property
    def unanswered(self) -> tuple[AskBack, ...]:
        """What to ask the writer back, and has not been answered."""
        answered = {sign.code for sign in self.signs if sign.said}
        return tuple(one for one in self.asks if one.code not in answered)


def hear(text: str, said: Mapping[str, str] | None = None, *, new: bool = False) -> Heard:
    """What `text` says. `said` answers codes asked back; `new`: nothing of the writer was shown."""
    judged = judge(text)
    answers = {code: word for code, word in (said or {}).items() if word in SAID}
    asked = {one.code for one in judged.questions}
    signs = tuple(
        Sign(
            code=flag.code,
            level=flag.level,
            words=flag.words,
            said=_said(answers, flag.code) if flag.code in asked else None,
        )
        for flag in judged.red_flags
    )
    return Heard(
        level=_level(judged, signs),
        signs=signs,
        absent=tuple((one.words, one.why.value) for one in judged.not_present),
        conditions=judged.constraints,
        topic=judged.topic,
        answers=() if judged.crisis else judged.answers,
        asks=judged.questions,
        crisis=judged.crisis,
        english=judged.english,
        holds=_holds(text, judged, new=new),
    )


def _said(answers: Mapping[str, str], code: str) -> Said | None:
    return next((word for word in SAID if answers.get(code) == word), None)


def _level(judged: Judgement, signs: tuple[Sign, ...]) -> Level:
    """The level of the text, without the signs that the writer said are not there."""
    if all(sign.said != "no" for sign in signs):
        return judged.level
    standing = [sign.level for sign in signs if sign.said != "no"]
    return gravest(standing, Level.CLINICIAN_FIRST)


def _holds(text: str, judged: Judgement, *, new: bool) -> tuple[Hold, ...]:
    reasons: list[tuple[Hold, bool]] = [
        ("signs", any(flag.level.stops_exercise for flag in judged.red_flags)),
        ("language", not judged.english),
        ("link", LINK.search(text) is not None),
        ("first", new),
    ]
    return tuple(reason for reason, holds in reasons if holds)


def card_of(heard: Heard, say: Words, number: str = "") -> Card | None:
    """The card that the writer sees at once, with their own words; None where they go on."""
    words = tuple(dict.fromkeys(f"“{sign.words}”" for sign in heard.signs if sign.said != "no"))
    level = heard.level
    return card(level, say, noticed=words, number=number, crisis=heard.crisis)
