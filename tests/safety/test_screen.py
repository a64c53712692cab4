"""The screen before a first session, over all its answers."""

from itertools import product

import pytest

from supple.safety.level import Level, gravest
from supple.safety.screen import Group, Question, judge, questions, screen
from supple.words import words

NONE = {"emergency": "no", "today": "no", "before": "no", "limits": "no"}
LINES = [(group, line) for group in screen() for line in group.question]
SAY = words("en")


def test_the_signs_of_an_emergency_are_asked_first() -> None:
    assert [(group.id, group.level) for group in questions(SAY)] == [
        ("emergency", Level.EMERGENCY),
        ("today", Level.URGENT),
        ("before", Level.CLINICIAN_FIRST),
        ("limits", Level.OK),
    ]


def test_only_what_sets_limits_can_be_skipped() -> None:
    assert [group.id for group in screen() if not group.required] == ["limits"]


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize(("group", "line"), LINES, ids=[line.id for _, line in LINES])
def test_each_line_alone_gives_its_groups_level(group: Group, line: Question, answer: str) -> None:
    verdict = judge(NONE | {line.id: answer}, SAY)
    assert verdict.level is group.level
    assert verdict.codes == line.codes
    assert verdict.conditions == line.conditions
    assert verdict.may_start == (group.level is Level.OK)


@pytest.mark.parametrize("answers", list(product(["yes", "no", "not_sure", None], repeat=4)))
def test_the_gravest_group_decides(answers: tuple[str | None, ...]) -> None:
    given = {group.id: a for group, a in zip(screen(), answers, strict=True) if a is not None}
    verdict = judge(given, SAY)
    ticked = [group.level for group in screen() if given.get(group.id) in {"yes", "not_sure"}]
    assert verdict.level is gravest(ticked)
    assert verdict.unanswered == tuple(
        group.id for group in screen() if group.required and group.id not in given
    )
    assert verdict.may_start == (verdict.level is Level.OK and not verdict.unanswered)


def test_a_clinicians_word_lifts_all_but_an_emergency() -> None:
    for group in screen():
        verdict = judge(NONE | {group.id: "yes"}, SAY, cleared=True)
        assert verdict.may_start == (group.level is not Level.EMERGENCY)


def test_a_clinicians_word_keeps_the_limits() -> None:
    verdict = judge(NONE | {"bones": "yes", "pregnant": "yes"}, SAY, cleared=True)
    assert (verdict.cleared, verdict.conditions) == (True, ("osteoporosis", "pregnancy"))


def test_the_card_shows_the_lines_ticked_and_the_number_set() -> None:
    verdict = judge(NONE | {"saddle": "yes"}, SAY, number="112")
    assert verdict.card is not None
    assert verdict.card.noticed == (
        "Numb or strange between the legs: when you wipe, or sit on a bicycle seat",
    )
    assert verdict.card.do[0] == (
        "Call 112 or go to an emergency department now. Do not drive yourself."
    )
    assert verdict.card.reopen == ""


def test_without_a_number_the_card_says_local() -> None:
    verdict = judge(NONE | {"emergency": "not_sure"}, SAY)
    assert verdict.card is not None
    assert verdict.card.do[0].startswith("Call your local emergency number or")


def test_an_unknown_question_is_named() -> None:
    with pytest.raises(KeyError, match="The screen has no question 'sadle'"):
        judge({"sadle": "yes"}, SAY)


def test_an_unknown_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="'perhaps' is not a valid Answer"):
        judge({"saddle": "perhaps"}, SAY)
