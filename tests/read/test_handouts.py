"""The handouts as a whole: what bars the reader must clear on pages written for it."""

from itertools import pairwise

import pytest

from benchmarks.read import score
from supple.read.exchange import exchange
from supple.read.pipeline import read_text
from tests.read.handouts import Handout, handouts

PAGES = tuple(handouts())


def ours(text: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = exchange(read_text(text)[0])["exercises"]
    return found


@pytest.mark.parametrize("language", ["en", "es", "de", "fr", "pt"])
def test_a_language_clears_the_bars(language: str) -> None:
    pages = [(p.name, p.text, p.gold()) for p in PAGES if p.language == language]
    figures = score(pages, ours)
    assert figures["F1"] >= 0.95
    assert figures["fully right"] >= 0.85
    assert figures["invented"] <= 0.01
    assert figures["false pages"] == 0


@pytest.mark.parametrize("page", [p for p in PAGES if not p.labels], ids=lambda p: p.name)
def test_a_page_without_a_routine_gives_none(page: Handout) -> None:
    assert ours(page.text) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_field_points_at_characters_of_the_page(page: Handout) -> None:
    reading, _ = read_text(page.text)
    for one in reading.exercises:
        assert page.text[one.name.at.start : one.name.at.end] == one.name.text
        assert 0 <= one.at.start < one.at.end <= len(page.text)
        dose = one.dose
        for amount in (dose.sets, dose.reps, dose.hold, dose.work, dose.rest):
            for place in amount.at if amount else ():
                assert any(c.isalnum() for c in page.text[place.start : place.end])


def test_exercises_stand_in_order_and_apart() -> None:
    for page in PAGES:
        spans = [(e.at.start, e.at.end) for e in read_text(page.text)[0].exercises]
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), page.name
