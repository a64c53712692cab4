"""The phrase language, and the automaton against expansion by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.ask.phrases import Automaton, alternatives, words_of


def find(phrases: dict[str, list[str]], text: str) -> list[tuple[str, int, int]]:
    return list(Automaton(phrases).find([(word,) for word in text.split()]))


def test_alternatives_within_and_between_words() -> None:
    assert alternatives("leg(s|) (is |)numb") == {
        "leg numb",
        "legs numb",
        "leg is numb",
        "legs is numb",
    }


def test_what_comes_before_a_question_mark_may_be_left_out() -> None:
    assert alternatives("foot ?drop") == {"foot drop", "footdrop"}


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("leg(s", "The phrase 'leg(s' opens a bracket and does not close it."),
        ("legs)", "The phrase 'legs)' closes a bracket that it did not open."),
    ],
)
def test_a_bracket_without_a_partner_is_named(phrase: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"bracket") as caught:
        alternatives(phrase)
    assert str(caught.value) == said


def test_the_longest_of_a_concept_at_each_start() -> None:
    assert find({"numb": ["numb", "numb leg(s|)"]}, "my numb legs") == [("numb", 1, 3)]


def test_any_word_is_one_word() -> None:
    assert find({"saddle": ["between _ legs"]}, "between my legs between legs") == [
        ("saddle", 0, 3)
    ]


def test_a_word_answers_to_all_its_names() -> None:
    found = Automaton({"old": ["#age>=70"]}).find([("71", "#age>=65", "#age>=70")])
    assert list(found) == [("old", 0, 1)]


def test_the_words_of_a_phrase() -> None:
    assert set(words_of("between _ (leg|thigh)s #age>=70")) == {"between", "legs", "thighs"}


WORDS = st.sampled_from(["a", "b", "c"])


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=6),
    st.lists(WORDS, max_size=12),
)
def test_it_finds_what_comparing_word_by_word_finds(
    phrases: list[list[str]], text: list[str]
) -> None:
    concepts = {f"c{at}": [" ".join(phrase)] for at, phrase in enumerate(phrases)}
    expected = {
        (f"c{at}", start, start + len(phrase))
        for at, phrase in enumerate(phrases)
        for start in range(len(text))
        if text[start : start + len(phrase)] == phrase
    }
    assert set(find(concepts, " ".join(text))) == expected
