import pytest

from supple.exercise.dose import Amount, Dose, Number, Sides, filled, values
from supple.exercise.dose_text import parse_dose
from supple.value import BadValue, from_json, to_json


def page(text: str) -> Dose:
    return parse_dose(text, "page")[0]


def ours(text: str) -> Dose:
    return parse_dose(text, "library")[0]


@pytest.mark.parametrize(
    ("low", "high", "spent"), [(3, 5, 3), (None, 5, 5), (4, None, 4), (7, 7, 7)]
)
def test_the_low_end_is_spent(low: Number | None, high: Number | None, spent: Number) -> None:
    assert Amount(min=low, max=high, origin="page").low == spent


def test_silence_is_filled_and_what_is_stated_stays() -> None:
    dose = filled(page("hold 20 s"), ours("3 × 30 s each side"))
    assert dose.hold == page("hold 20 s").hold
    assert dose.reps == ours("3 times").reps
    assert dose.sides == Sides(mode="each", origin="library")


def test_timed_work_and_repetitions_do_not_fill_each_other() -> None:
    assert filled(page("for 60 s"), ours("10 times, hold 3 s")) == page("for 60 s")
    assert filled(page("10 times"), ours("for 60 s")) == page("10 times")
    assert filled(page("daily"), ours("for 60 s")).work == ours("for 60 s").work


def test_values_forget_where_they_came_from() -> None:
    assert values(page("3 × 30 s each side")) == values(ours("3 × 30 s each side"))
    assert values(page("3 × 30 s")) == {"reps": (3, 3, ""), "hold": (30, 30, "")}


def test_json_says_where_each_number_is_from_and_leaves_out_what_is_not_stated() -> None:
    dose = Dose(
        reps=Amount(min=3, max=3, origin="page", ref="my-page", quote="three times"),
        sides=Sides(mode="each", origin="library"),
    )
    assert to_json(dose) == (
        '{"reps":{"min":3,"max":3,"from":"page","ref":"my-page","quote":"three times"},'
        '"sides":{"mode":"each","from":"library"}}'
    )
    assert from_json(to_json(dose), Dose) == dose


def test_an_amount_says_who_said_it() -> None:
    with pytest.raises(BadValue, match=r"missing required field `from` - at `\$\.reps`"):
        from_json('{"reps": {"min": 3}}', Dose)
