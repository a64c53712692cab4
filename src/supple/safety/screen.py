"""The screen before a first session: a few grouped questions, and what follows from them.

The result is a card or "go on", never an all-clear: serious signs are missed
by any list (safety net, `net.py`). "Not sure" counts as yes.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal

from supple.safety.cards import Card, card
from supple.safety.data import table
from supple.safety.level import Level, gravest
from supple.value import Value, changed
from supple.words import Words


class Answer(StrEnum):
    """What a person ticks."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Question(Value, kw_only=True):
    """One line of the screen: its words, the red-flag codes and the conditions it sets."""

    id: str
    ask: str
    codes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    source: str


class Group(Value, kw_only=True):
    """Questions on one page. `kind` any: one answer for all of them will do."""

    id: str
    level: Level
    kind: Literal["any", "each"]
    required: bool
    title: str
    question: tuple[Question, ...]


class Screen(Value, kw_only=True):
    """The groups in the order they are asked."""

    group: tuple[Group, ...]


class Verdict(Value, kw_only=True):
    """What follows: a card, or go on (`card` None and nothing unanswered).

    `codes` and `conditions` come from the lines answered yes or not sure;
    `unanswered` names required groups still open. `cleared` is True when a
    clinician's word lifted a card.
    """

    level: Level
    card: Card | None = None
    codes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    cleared: bool = False

    @property
    def may_start(self) -> bool:
        """True when nothing was ticked that stops a session; not an all-clear."""
        return self.card is None and not self.unanswered


def screen() -> tuple[Group, ...]:
    """The groups as stored (English, with codes and sources)."""
    return table(__package__, "screen", Screen).group


def questions(words: Words) -> tuple[Group, ...]:
    """The groups in this language, in the order they are asked."""
    return tuple(_said(group, words) for group in screen())


def judge(
    answers: Mapping[str, Answer | str],
    words: Words,
    *,
    cleared: bool = False,
    number: str = "",
) -> Verdict:
    """The verdict on `answers`.

    Keys are question ids, or a group's id for all its lines at once; a line's
    own answer wins. `cleared`: "A clinician has checked this and said I can
    exercise", which lifts a card for a clinician but never an emergency's.
    `number` is the operator's emergency number. Raises ValueError for a word
    that is no answer, and KeyError for a key that is no question.
    """
    given = _checked(answers)
    groups = questions(words)
    ticked = [
        (group, line) for group in groups for line in group.question if _yes(given, group, line)
    ]
    level = gravest(group.level for group, _ in ticked)
    lifted = cleared and level in {Level.URGENT, Level.CLINICIAN_FIRST}
    noticed = tuple(line.ask for group, line in ticked if group.level is level)
    return Verdict(
        level=Level.OK if lifted else level,
        card=None if lifted else card(level, words, noticed=noticed, number=number),
        codes=_unique(code for _, line in ticked for code in line.codes),
        conditions=_unique(name for _, line in ticked for name in line.conditions),
        unanswered=tuple(group.id for group in groups if group.required and _open(given, group)),
        cleared=lifted,
    )


def _said(group: Group, words: Words) -> Group:
    lines = tuple(changed(line, ask=words.say(line.ask)) for line in group.question)
    return changed(group, title=words.say(group.title), question=lines)


def _checked(answers: Mapping[str, Answer | str]) -> dict[str, Answer]:
    known = {group.id for group in screen()}
    known |= {line.id for group in screen() for line in group.question}
    for key in answers:
        if key not in known:
            raise KeyError(f"The screen has no question {key!r}; its ids are in screen.toml.")
    return {key: Answer(answer) for key, answer in answers.items()}


def _answer(given: Mapping[str, Answer], group: Group, line: Question) -> Answer | None:
    return given.get(line.id, given.get(group.id))


def _yes(given: Mapping[str, Answer], group: Group, line: Question) -> bool:
    return _answer(given, group, line) in {Answer.YES, Answer.NOT_SURE}


def _open(given: Mapping[str, Answer], group: Group) -> bool:
    return any(_answer(given, group, line) is None for line in group.question)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
