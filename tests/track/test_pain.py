"""The points of the picture of pain, and their middle values."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from supple.track.pain import PainPoint, pain_series


def points(*pairs: tuple[int | None, int | None]) -> list[PainPoint]:
    return [
        PainPoint(date=date(2026, 11, n), before=before, after=after)
        for n, (before, after) in enumerate(pairs, 1)
    ]


def test_two_numbers_have_no_middle_value() -> None:
    series = pain_series(points((4, 3), (5, None)))
    assert (len(series.points), series.before, series.after) == (2, None, None)


def test_the_middle_of_three() -> None:
    series = pain_series(points((4, 3), (9, 2), (5, 2)))
    assert (series.before, series.after) == (5.0, 2.0)


def test_a_session_without_a_number_is_no_point() -> None:
    assert pain_series(points((None, None))).points == ()


@given(st.permutations(points((1, 2), (3, 4), (5, 6), (7, 8))))
def test_the_order_they_come_in_does_not_matter(shuffled: list[PainPoint]) -> None:
    assert pain_series(shuffled) == pain_series(points((1, 2), (3, 4), (5, 6), (7, 8)))
