"""Words with their places, spelling, numbers and language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.ask.judge import judge
from supple.ask.numbers import names
from supple.ask.spelling import distance, speller
from supple.ask.tokens import sentences, tokens


def read(text: str) -> str:
    return " ".join(token.word for token in tokens(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I can’t feel it", "i cant feel it"),
        ("I can not feel it", "i cant feel it"),
        ("NUMBNESS BETWEEN MY LEGS", "numbness between my legs"),
        ("numbnes betwene my leggs", "numbness between my legs"),
        ("nummmb", "numb"),
        ("bothlegs", "both legs"),
        ("cnt wee 2day", "cant wee today"),
        ("l3gs numb", "legs numb"),
        ("café", "cafe"),
    ],
)
def test_spelling_is_repaired(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize("word", ["fewer", "plain", "thumb", "moving", "logs", "hurry"])
def test_a_word_that_is_a_word_is_left_alone(word: str) -> None:
    assert read(word) == word


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("numb", "numb", 0), ("nubm", "numb", 1), ("nub", "numb", 1), ("bladdder", "bladder", 1)],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == slips


def test_a_doubtful_word_keeps_its_readings() -> None:
    assert {"bath", "breath"} <= set(speller().nearest("beath"))


@given(st.text(max_size=80))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    starts = [token.start for token in tokens(text)]
    assert starts == sorted(starts)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens(text))


@given(st.text(max_size=80))
def test_sentences_hold_every_token_once(text: str) -> None:
    found = tokens(text)
    held = [at for part in sentences(found) for at in range(part.first, part.end)]
    assert held == list(range(len(found)))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("I'm 71 and sore", "#age>=70"),
        ("68, smoked all my life", "#age>=65"),
        ("my father 71 years", "#age>=70"),
        ("she is a 15 year old girl", "#age<18"),
        ("I'm fourteen", "#age<18"),
        ("temp 38.6 since Thursday", "#fever"),
        ("it was 101.5 of fever", "#fever"),
        ("operated 5 weeks ago", "#days<85"),
        ("for seven weeks", "#days>=42"),
        ("was 5'7 and now 5'5", "#shorter"),
        ("used to be 5 foot 7 and now 5 foot 5", "#shorter"),
    ],
)
def test_numbers_mean_what_stands_round_them(text: str, mark: str) -> None:
    assert any(mark in word for word in names(tokens(text)))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("my 10 year old car seat", "#age<18"),
        ("hold it for 15 seconds", "#age<18"),
        ("24 weeks pregnant", "#age<45"),
        ("temp 36.8", "#fever"),
        ("5 foot 7, my husband 5 foot 9", "#shorter"),
        ("pain is 7", "#age<18"),
    ],
)
def test_numbers_that_mean_something_else(text: str, mark: str) -> None:
    assert not any(mark in word for word in names(tokens(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Hola, me duele la espalda desde hace un mes, que puedo hacer",
        "Ich habe seit drei Wochen Schmerzen im unteren Rücken",
        "спина болит уже неделю",
        "Mal au dos depuis trois semaines, merci docteur",
        "腰が痛いです。どうすればいいですか",
    ],
)
def test_not_english_is_never_below_clinician_first(text: str) -> None:
    judged = judge(text)
    assert not judged.english
    assert judged.level.gravity >= 2


@pytest.mark.parametrize("text", ["", "😀😀", "First!", "thx x", "I have a sore back", "12345"])
def test_english_or_nothing_to_read(text: str) -> None:
    assert judge(text).english
