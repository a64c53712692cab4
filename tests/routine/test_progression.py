"""What a change does to the numbers of a dose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.exercise.dose import AMOUNTS, Amount, Dose
from supple.exercise.dose_text import format_dose, parse_dose
from supple.problem import Place
from supple.routine.progression import (
    Change,
    can_grow,
    changed_dose,
    day_one,
    flare_form,
    lower_start,
)


def dose(text: str) -> Dose:
    read, problems = parse_dose(text, "page", "p", Place())
    assert not problems
    return read


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("3–5 × 30 s", "up", "4–5 × 30 s"),
        ("8–12 times", "up", "9–12 times"),
        ("10–12 times", "up", "12 times"),
        ("3 × 10–30 s each side", "up", "3 × 15–30 s each side"),
        ("10 times, hold 3–5 s", "up", "10 times, hold 4–5 s"),
        ("for 60–120 s", "up", "for 90–120 s"),
        ("for 600–1200 s", "up", "for 660–1200 s"),
        ("3–5 × 10–30 s", "up", "4–5 × 10–30 s"),
        ("3 × 30 s", "up", "3 × 30 s"),
        ("10 times", "same", "10 times"),
        ("10 times", "smaller", "7–10 times"),
        ("3 × 30 s each side", "smaller", "2–3 × 30 s each side"),
        ("2 sets of 10", "smaller", "1–2 sets of 10"),
        ("1 × 60 s", "smaller", "1 × 40–60 s"),
        ("for 300 s", "smaller", "for 200–300 s"),
        ("1 times", "smaller", "1 times"),
        ("10 times", "down", "5–10 times"),
        ("2 times", "down", "1–2 times"),
        ("8–12 times", "down", "4–12 times"),
    ],
)
def test_a_change_of_a_dose(before: str, change: Change, after: str) -> None:
    assert format_dose(changed_dose(dose(before), change)) == format_dose(dose(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10 times, hold 3–5 s", "5–10 times, hold 3–5 s"),
        ("3 × 30 s each side", "2–3 × 30 s each side"),
        ("2 sets of 12", "1–2 sets of 5–12"),
        ("1 times", "1 times"),
        ("for 300 s", "for 300 s"),
    ],
)
def test_day_one_is_one_round_of_half_and_five_at_most(before: str, after: str) -> None:
    assert format_dose(day_one(dose(before))) == format_dose(dose(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3 × 30 s each side", "2–3 × 5–10 s each side"),
        ("10 times, hold 3–5 s", "5–10 times, hold 3–5 s"),
        ("10 times, hold 8 s", "5–10 times, hold 5–10 s"),
        ("2 sets of 10", "1–2 sets of 5–10"),
        ("3 × 6 breaths", "2–3 × 1–2 breaths"),
    ],
)
def test_a_flare_is_short_and_easy(before: str, after: str) -> None:
    assert format_dose(flare_form(dose(before))) == format_dose(dose(after))


def test_coming_back_starts_at_half() -> None:
    assert format_dose(lower_start(dose("10 times"))) == format_dose(dose("5–10 times"))


def test_what_is_lowered_is_ours_and_what_is_kept_is_the_pages() -> None:
    lowered = day_one(dose("10 times, hold 3–5 s"))
    assert lowered.reps == Amount(min=5, max=10, origin="library", ref="convention")
    assert lowered.hold == dose("hold 3–5 s").hold


def test_a_step_up_within_the_pages_range_stays_the_pages() -> None:
    raised = changed_dose(dose("8–12 times"), "up")
    assert raised.reps == Amount(min=9, max=12, origin="page", ref="p")


def test_only_a_range_has_room_to_grow() -> None:
    assert can_grow(dose("8–12 times"))
    assert not can_grow(dose("12 times, hold 5 s"))
    assert not can_grow(dose("at least 5 times"))
    assert not can_grow(Dose())


numbers = st.integers(1, 60)
amounts = st.builds(
    lambda low, more: Amount(min=low, max=low + more, origin="page"), numbers, st.integers(0, 30)
)
doses = st.builds(
    Dose,
    sets=st.none() | amounts,
    reps=st.none() | amounts,
    hold=st.none() | amounts,
    work=st.none() | amounts,
)


def lows(of: Dose) -> list[float]:
    return [amount.low for name in AMOUNTS if (amount := getattr(of, name))]


@given(doses)
def test_nothing_lower_ever_asks_for_more(given_dose: Dose) -> None:
    for lower in (
        changed_dose(given_dose, "smaller"),
        changed_dose(given_dose, "down"),
        day_one(given_dose),
        flare_form(given_dose),
    ):
        assert all(a <= b for a, b in zip(lows(lower), lows(given_dose), strict=True))


@given(doses)
def test_a_step_up_never_leaves_the_range(given_dose: Dose) -> None:
    raised = changed_dose(given_dose, "up")
    assert [getattr(raised, n) and getattr(raised, n).max for n in AMOUNTS] == [
        getattr(given_dose, n) and getattr(given_dose, n).max for n in AMOUNTS
    ]
    assert all(amount.low <= amount.max for name in AMOUNTS if (amount := getattr(raised, name)))


@given(doses)
def test_from_any_step_down_there_is_a_way_back_up(given_dose: Dose) -> None:
    climbing = changed_dose(given_dose, "smaller")
    while can_grow(climbing):
        climbing = changed_dose(climbing, "up")
    assert all(amount.low == amount.max for n in AMOUNTS if (amount := getattr(climbing, n)))
