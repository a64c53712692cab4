"""What a row of scores says, in whole sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.track.measures.change import Direction, ScoreChange, change_sentence, score_change
from supple.track.measures.load import load_measures

MEASURES, _ = load_measures()


@pytest.mark.parametrize(
    ("measure", "scores", "direction"),
    [
        ("pain", [6, 6, 6, 3, 3, 3], "better"),
        ("pain", [6, 6, 6, 4, 4, 4], "none"),  # 2 does not exceed 2
        ("pain", [9, 9, 9, 6.4, 6.4, 6.4], "none"),  # 30 % of 9 is 2.7
        ("pain", [9, 9, 9, 6, 6, 6], "better"),
        ("pain", [3, 3, 3, 6, 6, 6], "worse"),
        ("pain", [6, 6, 6, 1, 6, 6], "none"),  # one good day is not a change
        ("pain", [6, 6, 6, 6, 1, 6, 1, 1], "better"),
        ("pain", [6, 6, 6, 1, 1], "too few"),
        ("pain", [], "too few"),
        ("activity", [3, 7], "better"),
        ("activity", [3, 6], "none"),  # within what the scale wavers
        ("activity", [7, 3], "worse"),
        ("activity", [3], "too few"),
        ("peg", [8, 5.5], "better"),
        ("peg", [8, 6], "none"),  # 30 % of 8 is 2.4
        ("peg", [3, 1.5], "none"),
        ("rmdq-24", [20, 14], "none"),  # 30 % of 20 is 6
        ("rmdq-24", [12, 6], "better"),
    ],
)
def test_a_change_counts_when_it_exceeds_both_thresholds(
    measure: str, scores: list[float], direction: Direction
) -> None:
    assert score_change(MEASURES[measure], scores).direction == direction


def test_the_numbers_behind_it_come_with_it() -> None:
    change = score_change(MEASURES["pain"], [6, 8, 7, 5, 2, 3, 4])
    assert change == ScoreChange(direction="better", first=7, latest=3, limit=2.1)


@pytest.mark.parametrize(
    ("measure", "scores", "name", "sentence"),
    [
        (
            "activity",
            [3, 7],
            "Sit through a meal",
            (
                "Sit through a meal: 3 at first, 7 now. A change of more than 3 is more than the "
                "scale wavers by itself, and more than is often called worthwhile. "
                "It does not say what brought it about."
            ),
        ),
        ("activity", [3, 5], "", "Your activity: 3 at first, 5 now. No clear change."),
        ("peg", [7 + 1 / 3, 7], "", "PEG: 7.3 at first, 7 now. No clear change."),
        (
            "pain",
            [6, 6],
            "",
            "Pain: 6 answers are needed before two times can be compared.",
        ),
    ],
)
def test_a_change_in_words(measure: str, scores: list[float], name: str, sentence: str) -> None:
    change = score_change(MEASURES[measure], scores)
    assert change_sentence(MEASURES[measure], change, name) == sentence


@given(st.lists(st.integers(0, 10), min_size=6, max_size=30))
def test_less_pain_is_better_and_more_is_worse(scores: list[int]) -> None:
    change = score_change(MEASURES["pain"], scores)
    if change.direction == "better":
        assert (change.latest or 0) < (change.first or 0)
    if change.direction == "worse":
        assert (change.latest or 0) > (change.first or 0)
