from hypothesis import given
from hypothesis import strategies as st

from supple.read.draft import Draft
from supple.read.steps.clean import clean, fold


@given(st.text())
def test_no_character_moves(text: str) -> None:
    draft = clean(Draft(text=text))
    assert len(draft.clean) == len(draft.folded) == len(text)


def test_marks_are_made_uniform() -> None:
    assert clean(Draft(text="3 × 10 – “child’s”")).clean == '3 x 10 - "child\'s"'


def test_addresses_and_pictures_are_blanked() -> None:
    draft = clean(Draft(text="a ![x](y.png) [Bridge](http://e.org) <b>b</b> https://e.org/q"))
    assert draft.clean.split() == ["a", "[Bridge", "b"]


def test_breaks_of_markup_break_lines() -> None:
    assert clean(Draft(text="one<br>two")).clean.split("\n") == ["one", "   two"]


def test_letters_lose_their_accents_and_case() -> None:
    assert fold("Übung Fußgelenk CÔTÉ") == "ubung fusgelenk cote"
