"""Raw answers to scores."""

import pytest

from supple.track.measures.load import load_measures
from supple.track.measures.questionnaire import (
    Option,
    Question,
    Questionnaire,
    Scoring,
    Threshold,
)
from supple.track.measures.score import score, wrong_answers

PEG = load_measures()[0]["peg"]
NONE = Threshold(source="convention")


def measure(scoring: Scoring, *, missing: int = 0) -> Questionnaire:
    options = tuple(Option(value=n, say=f"{n}") for n in range(6))
    return Questionnaire(
        id="made-up", name="Made up", about="", version="1", recall="today",
        licence="own wording", shipped=True, credit="", better="lower",
        scoring=scoring, missing=missing, matters=NONE, error=NONE,
        items=tuple(Question(id=name, say=name, options=options) for name in "abc"),
    )  # fmt: skip


def test_peg_is_the_mean_of_its_three() -> None:
    assert score(PEG, {"pain": 6, "enjoyment": 4, "general-activity": 5}) == 5


def test_peg_with_one_missing_has_no_score() -> None:
    assert score(PEG, {"pain": 6, "enjoyment": 4}) is None


@pytest.mark.parametrize(
    ("scoring", "expected"), [("mean", 2), ("sum", 6), ("percent", 40), ("count", 6)]
)
def test_each_way_of_scoring(scoring: Scoring, expected: float) -> None:
    assert score(measure(scoring), {"a": 1, "b": 2, "c": 3}) == expected


def test_a_measure_without_a_rule_has_no_score() -> None:
    assert score(measure("none"), {"a": 1, "b": 2, "c": 3}) is None


def test_what_is_not_ticked_counts_nothing() -> None:
    assert score(measure("count"), {"b": 1}) == 1
    assert score(measure("count"), {}) == 0


def test_percent_is_of_what_was_answered() -> None:
    assert score(measure("percent", missing=1), {"b": 4, "c": 2}) == 60


def test_an_answer_outside_the_scale_counts_as_missing_and_is_said() -> None:
    answers = {"pain": 11, "enjoyment": 4, "general-activity": 5, "sleep": 3}
    assert score(PEG, answers) is None
    assert [str(problem) for problem in wrong_answers(PEG, answers)] == [
        "“pain” has no answer 11: choose one of those shown.",
        "“PEG” has no question “sleep”: answer those shown.",
    ]


def test_an_option_that_is_not_there_is_said() -> None:
    assert [str(problem) for problem in wrong_answers(measure("sum"), {"a": 6})] == [
        "“a” has no answer 6: choose one of those shown."
    ]
