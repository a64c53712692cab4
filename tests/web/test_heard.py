"""What is heard in a text before it is posted, and what holds it."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.safety.level import Level
from supple.web.questions import posting, shown
from supple.web.questions.heard import card_of, hear
from supple.words import words
from tests.web.posts import FILM

NUMB = "My back hurts and since yesterday I am numb between my legs and cannot pee."
CALM = "Do I do both sides before I rest, or rest between the sides?"


def test_a_plain_question_is_neither_held_nor_grave() -> None:
    heard = hear(CALM)
    assert (heard.holds, heard.level.stops_exercise, heard.signs) == ((), False, ())


def test_a_first_post_is_held() -> None:
    assert hear(CALM, new=True).holds == ("first",)


def test_signs_hold_a_post_with_the_words_that_were_heard() -> None:
    heard = hear(NUMB)
    assert heard.level is Level.EMERGENCY
    assert "signs" in heard.holds
    assert all(sign.words in NUMB for sign in heard.signs)


@pytest.mark.parametrize(
    "text",
    [
        "Look at https://example.org/cure for your back",
        "I wrote it up at www.example.org",
        "Go to backcure.shop and it is all there",
        "Write to me at someone@example.org",
        "[url=example]here[/url] is what helped my back",
        '<a href="x">here</a> is what helped my back',
    ],
)
def test_links_hold_a_post(text: str) -> None:
    assert "link" in hear(text).holds


@pytest.mark.parametrize(
    "text",
    ["Is that at 3:00 in the video?", "I rest for 1.5 minutes, e.g. after the bridge.", CALM],
)
def test_times_and_dots_are_no_links(text: str) -> None:
    assert "link" not in hear(text).holds


def test_what_is_not_english_is_held_and_never_below_clinician_first() -> None:
    heard = hear("Me duele mucho la espalda desde hace tres semanas y no puedo dormir bien.")
    assert "language" in heard.holds
    assert heard.level.gravity >= Level.CLINICIAN_FIRST.gravity


def test_no_to_what_was_asked_back_leaves_clinician_first_and_the_hold() -> None:
    text = "My L5 slipped forward and nothing eases it, my back is burning."
    asked = hear(text)
    codes = {one.code: "no" for one in asked.asks}
    answered = hear(text, codes)
    assert asked.unanswered == asked.asks
    assert answered.unanswered == ()
    assert answered.level is Level.CLINICIAN_FIRST
    assert answered.holds == asked.holds


@pytest.mark.parametrize("said", ["yes", "not_sure", "perhaps", ""])
def test_only_no_lowers_a_level(said: str) -> None:
    before = hear(NUMB)
    assert hear(NUMB, {sign.code: said for sign in before.signs}).level is before.level


def test_no_to_what_was_not_asked_changes_nothing() -> None:
    heard = hear(NUMB)
    never = {sign.code for sign in heard.signs} - {one.code for one in heard.asks}
    assert hear(NUMB, dict.fromkeys(never, "no")).level is heard.level


def test_the_card_repeats_the_writers_own_words_and_the_number() -> None:
    heard = hear(NUMB)
    card = card_of(heard, words(), "112")
    assert card is not None
    assert card.noticed == tuple(dict.fromkeys(f"“{sign.words}”" for sign in heard.signs))
    assert "Call 112" in card.do[0]


def test_thoughts_of_ending_life_get_their_own_card_and_no_topic() -> None:
    heard = hear("My back is so bad that I want to end my life. How often do I do the stretches?")
    card = card_of(heard, words())
    assert (heard.crisis, heard.answers) == (True, ())
    assert card is not None
    assert card.title == "Please talk to someone now"


@given(st.text(max_size=300))
def test_whatever_stops_exercise_is_held(text: str) -> None:
    heard = hear(text)
    grave = any(sign.level.stops_exercise for sign in heard.signs)
    assert ("signs" in heard.holds) == grave
    assert not (heard.level.stops_exercise and heard.answers)


@given(st.text(max_size=300))
def test_only_paragraphs_lines_and_web_addresses_become_markup(text: str) -> None:
    kept = posting.plain(text)
    html = shown.html(kept, FILM)
    tags = re.findall(r"<[^>]*>", html)
    assert all(
        re.fullmatch(r"</?p>|<br>|</a>|<a href=\"https?://[^\"<>]*\"[^<>]*>", t) for t in tags
    )
    words_in = "".join(kept.split())
    words_out = "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
    assert words_out == words_in


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\ttwo\xa0three", "one two three"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\x00no\u202enothing\x07", "nonothing"),
        ("  \n", ""),
    ],
)
def test_a_text_is_kept_without_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert posting.plain(typed) == kept
