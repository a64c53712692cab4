"""Reading in a child process."""

import pytest

from supple.read import aside
from supple.read.aside import read_aside
from supple.read.pipeline import read_text

TEXT = "## Bridge\nHold for 5 seconds. Repeat 10 times.\n"


def test_the_child_reads_what_the_parent_would() -> None:
    assert read_aside(TEXT) == (read_text(TEXT)[0], ())


SHOP = "The shop opens at nine in the morning and is closed on Sundays."


def test_a_page_without_a_routine_is_told() -> None:
    reading, (problem,) = read_aside(SHOP)
    assert reading.exercises == ()
    assert str(problem) == (
        "No exercise routine was found on this page. Paste the part with the exercises, "
        "or add them by hand."
    )


def test_a_page_that_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "SECONDS", 0.001)
    reading, (problem,) = read_aside(TEXT)
    assert (reading.text, reading.exercises) == (TEXT, ())
    assert str(problem) == (
        "Reading this took too long, so it was left. Paste only the part with the exercises, "
        "or add them by hand."
    )
