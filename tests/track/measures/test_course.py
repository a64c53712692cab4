"""The published course: sourced sentences about groups, never a forecast."""

import pytest

from supple.safety.sources import citation
from supple.track.measures.course import Since, published_course


@pytest.mark.parametrize("since", ["new", "weeks", "months"])
def test_every_sentence_has_a_source_and_the_last_says_it_is_no_forecast(since: Since) -> None:
    told = published_course(since)
    assert all(citation(line.source) for line in told)
    assert told[-1].sentence == (
        "These are averages of many people. They do not say how yours will go."
    )


def test_the_figures_of_new_pain() -> None:
    first, second, *_ = published_course("new")
    assert first.sentence == (
        "In studies of new back pain, the average pain went from 52 of 100 to 23 after six weeks, "
        "12 after half a year and 6 after a year."
    )
    assert second.sentence == "In one study, half of the people were free of pain after 58 days."


def test_the_figures_of_lasting_pain() -> None:
    first, *_ = published_course("months")
    assert first.sentence == (
        "In studies of back pain that had lasted for months, the average pain went from "
        "51 of 100 to 33 after six weeks, 26 after half a year and 23 after a year."
    )
