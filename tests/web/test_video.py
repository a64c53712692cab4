"""Addresses of videos and the times in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.web.publishing.video import Piece, clock, judged, link, linked, pieces, seconds_of

WATCH = "https://video.example/watch?v=abc"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At 3:00 the knee comes in", [("3:00", 180)]),
        ("0:45–1:10, then 1:02:30.", [("0:45", 45), ("1:10", 70), ("1:02:30", 3750)]),
        ("(12:05)", [("12:05", 725)]),
        ("every day at 8:00 am", []),
        ("at 8:30pm", []),
        ("two at 7:15 p.m.", []),
        ("ratio 3:5 and 1:75", []),
        ("10:20:30:40 is an address", []),
        ("price 3:00.50 or 24/3:00", []),
        ("v1.3:00", []),
        ("", []),
    ],
)
def test_times_in_a_text_are_found_and_times_of_day_are_not(
    text: str, found: list[tuple[str, int]]
) -> None:
    assert [(one.text, one.at) for one in pieces(text) if one.at is not None] == found


@given(st.text())
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(one.text for one in pieces(text)) == text


@given(st.integers(min_value=0, max_value=99 * 3600))
def test_a_time_that_is_written_is_read_again(seconds: int) -> None:
    assert seconds_of(clock(seconds)) == seconds
    assert list(pieces(clock(seconds))) == [Piece(text=clock(seconds), at=seconds)]


@pytest.mark.parametrize(
    ("address", "at"),
    [
        (WATCH, f"{WATCH}&t=180"),
        ("https://video.example/abc", "https://video.example/abc?t=180"),
        (f"{WATCH}&t=12s&list=x", f"{WATCH}&list=x&t=180"),
        ("https://vimeo.com/123", "https://vimeo.com/123#t=180s"),
        ("https://clinic.example/back.MP4", "https://clinic.example/back.MP4#t=180"),
    ],
)
def test_a_link_begins_where_it_says(address: str, at: str) -> None:
    assert link(address, 180) == at


def test_a_text_keeps_its_words_and_nothing_in_it_runs() -> None:
    html = linked("<script>alert(1)</script> see 3:00", WATCH)
    assert html == (
        "&lt;script&gt;alert(1)&lt;/script&gt; see "
        '<a href="https://video.example/watch?v=abc&amp;t=180" target="_blank" '
        'rel="noopener noreferrer nofollow">3:00</a>'
    )


def test_without_a_video_a_time_is_words() -> None:
    assert linked("see 3:00 & rest", "") == "see 3:00 &amp; rest"


WHOLE = "Write the whole address of the video, beginning with https://."


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://video.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "http://video.example/abc",
        "//video.example/abc",
        "video.example/abc",
        "https://localhost/abc",
        "https://video.example/a b",
        "https://video.example\\@other.example/",
        'https://video.example/"onclick="x',
        "https://video.example/\u202eabc",
        "https://video.example:port/",
        "https://[::1/",
    ],
)
def test_what_is_not_the_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(WHOLE)}$"):
        judged(address)


def test_an_address_with_a_user_or_without_end_is_refused() -> None:
    user = "This address names a user. Write it without what stands before the @."
    long = "This address is too long for one of a video."
    with pytest.raises(ValueError, match=f"^{re.escape(user)}$"):
        judged("https://bank.example@video.example/abc")
    with pytest.raises(ValueError, match=f"^{re.escape(long)}$"):
        judged("https://video.example/" + "a" * 500)


def test_a_good_address_is_kept_as_it_is() -> None:
    assert judged(f"  {WATCH}#x ") == f"{WATCH}#x"
    assert judged("") == ""
