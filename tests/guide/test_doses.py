import pytest

from supple.exercise.dose import Amount, Dose
from supple.exercise.dose_text import parse_dose
from supple.guide.doses import Spending, ours, spending, spoken_dose
from supple.words import words


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("3 × 30 s each side", "3 times on each side, holding for 30 seconds."),
        ("10 times", "10 times."),
        ("1 time", "Once."),
        ("10 times each side", "10 times on each side."),
        ("10 times alternating sides", "10 times on each side, taking turns."),
        (
            "10 times alternating sides, hold 3–5 s",
            "10 times on each side, taking turns, holding for 3 seconds.",
        ),
        ("2 sets of 10, hold 3 s", "2 sets. 10 times, holding for 3 seconds."),
        ("1 set of 10", "10 times."),
        ("3 × 4 breaths", "3 times, holding for 4 breaths."),
        ("hold 5 counts, 2 times", "2 times, holding for 5 counts."),
        ("hold 30 s", "Hold for 30 seconds."),
        ("hold 30 s each side", "Hold for 30 seconds on each side."),
        ("for 5 min", "For 5 minutes."),
        ("for 90 s", "For 90 seconds."),
        ("3 sets, for 1 min", "3 sets. For 60 seconds."),
        ("2 times, for 2 min", "2 times, for 2 minutes."),
        ("each side", "On each side."),
        ("daily", ""),
        ("", ""),
    ],
)
def test_a_dose_is_spoken_in_whole_sentences(text: str, spoken: str) -> None:
    assert spoken_dose(parse_dose(text)[0], words()) == spoken


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        ("", Spending()),
        ("10–12 times, hold 3–5 s", Spending(reps=10, hold=3.0)),
        ("up to 8 times", Spending(reps=8)),
        ("at least 4 times", Spending(reps=4)),
        ("3 × 4 breaths", Spending(reps=3, hold=20.0, breather=4.0)),
        ("hold 5 counts", Spending(hold=5.0)),
        ("2–3 sets of 10, rest 1 min", Spending(sets=2, reps=10, rest=60.0)),
        ("10 times, rest 2 breaths", Spending(reps=10, rest=10.0, breather=10.0)),
        ("for 5–10 min", Spending(work=300.0)),
        ("10 times each side, 2 times a day, daily", Spending(reps=10, sides="each")),
    ],
)
def test_a_session_spends_the_lower_end_of_every_range(text: str, spent: Spending) -> None:
    assert spending(parse_dose(text)[0]) == spent


def test_what_is_ours_is_named() -> None:
    page, library = (Amount(min=3, max=3, origin=o) for o in ("page", "library"))
    assert ours(Dose(reps=page, hold=library, times_a_day=library)) == ("hold", "times_a_day")
