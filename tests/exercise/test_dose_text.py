import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.exercise.dose import Amount, Dose, Number, Sides, Unit, values
from supple.exercise.dose_text import LIMITS, absurdities, format_amount, format_dose, parse_dose
from supple.problem import Place, Problem

TIMES: tuple[Unit, ...] = ("", "breaths", "counts")


def amounts(
    field: str, *, whole: bool = True, units: tuple[Unit, ...] = ("",)
) -> st.SearchStrategy[Amount]:
    low, high = LIMITS[field]
    number: st.SearchStrategy[Number] = st.integers(int(low), int(high))
    if not whole:
        number |= st.decimals(low, high, places=2).map(float)

    def amount(ends: list[Number], shape: str, unit: Unit) -> Amount:
        least, most = sorted(ends)
        return {
            "one": Amount(min=least, max=least, unit=unit, origin="person"),
            "range": Amount(min=least, max=most, unit=unit, origin="person"),
            "up to": Amount(max=most, unit=unit, origin="person"),
            "at least": Amount(min=least, unit=unit, origin="person"),
        }[shape]

    shapes = st.sampled_from(["one", "range", "up to", "at least"])
    return st.builds(
        amount, st.lists(number, min_size=2, max_size=2), shapes, st.sampled_from(units)
    )


DOSES = st.builds(
    Dose,
    sets=st.none() | amounts("sets"),
    reps=st.none() | amounts("reps"),
    hold=st.none() | amounts("hold", whole=False, units=TIMES),
    rest=st.none() | amounts("rest", whole=False, units=TIMES),
    work=st.none() | amounts("work", whole=False, units=TIMES),
    sides=st.none()
    | st.builds(
        Sides, mode=st.sampled_from(["each", "alternate", "together"]), origin=st.just("person")
    ),
    times_a_day=st.none() | amounts("times_a_day"),
    days_a_week=st.none() | amounts("days_a_week"),
)


@settings(deadline=None)
@given(DOSES)
def test_the_short_form_is_read_again_without_loss(dose: Dose) -> None:
    assert parse_dose(format_dose(dose), "person") == (dose, ())


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789 ×x–-,.stepfordaily holdchunmbrw")))
def test_any_text_is_a_dose_or_a_sentence_and_never_half_a_dose(text: str) -> None:
    dose, problems = parse_dose(text)
    assert not problems or dose == Dose()
    assert all(problem.sentence.endswith((".", "?")) for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "3 × 30 s each side",
        "2 sets of 10, hold 3–5 s, daily",
        "1 set of 8",
        "1 time",
        "10 times alternating sides, hold 3 s",
        "up to 3 times both sides together",
        "at least 5 times",
        "2–3 × 30–60 s",
        "3 × 12 breaths",
        "5 times, hold 1 breath",
        "hold 4 counts",
        "3 sets, for 2 min",
        "for 5–10 min",
        "each side, for 90 s",
        "2 sets of 10, rest 60 s",
        "5 times, rest 2 breaths",
        "1 time a day, 3–5 days a week",
        "2 times a day, 1 day a week",
        "hold 2.5 s",
        "",
    ],
)
def test_the_canonical_form_is_written_as_it_was_read(text: str) -> None:
    dose, problems = parse_dose(text)
    assert problems == ()
    assert format_dose(dose) == text


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        ("3x30s", "3 × 30 s"),
        ("3 x 30 sec each side", "3 × 30 s each side"),
        ("10 reps, hold for 3 to 5 seconds", "10 times, hold 3–5 s"),
        ("hold 1 minute", "hold 60 s"),
        ("for 1-2 min", "for 60–120 s"),
        ("Up To 3 Times, Daily", "up to 3 times, daily"),
        ("7 days a week", "daily"),
        ("10", "10 times"),
        ("2 sets of 10 reps", "2 sets of 10"),
        ("1 repetition", "1 time"),
        ("  5 times  ", "5 times"),
    ],
)
def test_other_spellings_are_read(said: str, canonical: str) -> None:
    assert format_dose(parse_dose(said)[0]) == canonical


def test_every_number_keeps_where_it_was_read() -> None:
    dose, _ = parse_dose("10 times each side", "therapist", "her-note")
    assert dose.reps == Amount(min=10, max=10, origin="therapist", ref="her-note")
    assert dose.sides == Sides(mode="each", origin="therapist", ref="her-note")


def test_minutes_are_seconds_and_breaths_stay_breaths() -> None:
    assert values(parse_dose("2 times, hold 2 min")[0])["hold"] == (120, 120, "")
    assert values(parse_dose("2 times, hold 2 breaths")[0])["hold"] == (2, 2, "breaths")


LEAVE = "Leave one of the two."
LIKE = "Write it like “3 × 30 s each side” or “2 sets of 10, hold 3–5 s, daily”."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0 times", "0 repetitions cannot be meant. Write a number from 1 to 200."),
        ("1000 times", "1000 repetitions cannot be meant. Write a number from 1 to 200."),
        ("2.5 times", "2.5 repetitions cannot be meant. Write a whole number."),
        ("0 sets of 10", "0 sets cannot be meant. Write a number from 1 to 20."),
        ("hold 0 s", "0 seconds of hold cannot be meant. Write a number from 1 to 600."),
        ("hold 20 min", "1200 seconds of hold cannot be meant. Write a number from 1 to 600."),
        ("hold 900 breaths", "900 breaths of hold cannot be meant. Write a number from 1 to 600."),
        ("for 9000 s", "9000 seconds of work cannot be meant. Write a number from 1 to 7200."),
        ("rest 1000 s", "1000 seconds of rest cannot be meant. Write a number from 0 to 600."),
        ("100 times a day", "100 times a day cannot be meant. Write a number from 1 to 24."),
        ("9 days a week", "9 days a week cannot be meant. Write a number from 1 to 7."),
        ("12–10 times", "The range 12–10 runs backwards. Write the smaller number first."),
        (
            "4 times, 5 times",
            f"“4 times, 5 times” says the same twice: “5 times” comes on top. {LEAVE}",
        ),
        (
            "3 × 30 s until tired",
            f"“3 × 30 s until tired” is not a dose: it stops making sense at “until tired”. {LIKE}",
        ),
        (
            "-5 times",
            f"“-5 times” is not a dose: it stops making sense at “-5 times”. {LIKE}",
        ),
    ],
)
def test_an_absurd_dose_gets_a_sentence(text: str, sentence: str) -> None:
    place = Place(file="my.toml", line=7)
    assert parse_dose(text, place=place) == (Dose(), (Problem(place=place, sentence=sentence),))


def test_a_dose_with_two_mistakes_gets_two_sentences() -> None:
    _, problems = parse_dose("0 sets of 500")
    assert [problem.sentence for problem in problems] == [
        "0 sets cannot be meant. Write a number from 1 to 20.",
        "500 repetitions cannot be meant. Write a number from 1 to 200.",
    ]


def test_a_problem_in_a_text_says_which_characters() -> None:
    _, problems = parse_dose("0 times")
    assert str(problems[0]) == (
        "text, characters 0 to 7: 0 repetitions cannot be meant. Write a number from 1 to 200."
    )


def test_an_amount_without_a_number_is_absurd() -> None:
    assert absurdities(Dose(reps=Amount(origin="page"))) == (
        ("reps", "The number of repetitions is empty. Write one, or leave it out."),
    )


def test_one_number_by_itself() -> None:
    assert format_amount(Amount(min=3, max=5, origin="page")) == "3–5"
    assert format_amount(Amount(max=3, origin="page")) == "up to 3"
    assert format_amount(Amount(min=180, max=180, origin="page"), timed=True) == "3 min"
    assert format_amount(Amount(min=3, unit="breaths", origin="page"), timed=True) == (
        "at least 3 breaths"
    )
