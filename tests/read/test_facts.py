from typing import Any

import pytest

from supple.read.draft import Draft
from supple.read.facts import Text, facts
from supple.read.lexicon import lexicon
from supple.read.steps.clean import clean


def found(text: str, language: str = "en", *, held: bool = True) -> list[tuple[Any, ...]]:
    folded = clean(Draft(text=text)).folded
    lex = lexicon(language)
    return [
        (f.field, f.low, f.high) + ((f.unit,) if f.unit else ())
        for f in facts(Text(lex, folded, 0, len(folded), held))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x30s B/L", [("reps", 3, 3), ("hold", 30, 30)]),
        ("2x10", [("sets", 2, 2), ("reps", 10, 10)]),
        ("10 x 3", [("sets", 3, 3), ("reps", 10, 10)]),
        ("3/30s each side", [("reps", 3, 3), ("hold", 30, 30)]),
        ("30s × 3", [("hold", 30, 30), ("reps", 3, 3)]),
        ("3 x 10 x 5s", [("sets", 3, 3), ("reps", 10, 10), ("hold", 5, 5)]),
        ("2 sets x 12 reps", [("sets", 2, 2), ("reps", 12, 12)]),
        ("3 sets of 12", [("sets", 3, 3), ("reps", 12, 12)]),
        ("x 10 reps", [("reps", 10, 10)]),
        ("Repeat up to 3 times", [("reps", None, 3)]),
        ("Hold for at least 20 seconds", [("hold", 20, None)]),
        ("Hold for 30 seconds up to a minute", [("hold", 30, 60)]),
        ("Hold for 10 seconds, work up to a minute", [("hold", 10, 60)]),
        ("45 seconds to 1 minute", [("hold", 45, 60)]),
        ("Hold for half a minute", [("hold", 30, 30)]),
        ("Hold for a few seconds", []),
        ("Stay for ten slow breaths", [("hold", 10, 10, "breaths")]),
        ("Hold for a count of five", [("hold", 5, 5, "counts")]),
        ("Take a deep breath", []),
        ("rest 30 seconds between sets", [("rest", 30, 30)]),
        ("Repeat 10 -20 times every 3-4 hours", [("reps", 10, 20)]),
        ("twice a day", [("times_a_day", 2, 2)]),
        ("1-2x/day", [("times_a_day", 1, 2)]),
        ("4-5 days per week", [("days_a_week", 4, 5)]),
        ("three times a week", [("days_a_week", 3, 3)]),
        ("every day", [("days_a_week", 7, 7)]),
        ("several times a day", []),
        ("bend the knee 90 degrees", []),
        ("lift the leg 6 inches off the floor", []),
        ("for 6 weeks", []),
        ("Do this twice", [("reps", 2, 2)]),
        ("Once you feel a stretch", []),
        ("999999 reps", []),
    ],
)
def test_english(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "3 series de 10 repeticiones", [("sets", 3, 3), ("reps", 10, 10)]),
        ("es", "Mantén de 20 a 30 segundos", [("hold", 20, 30)]),
        ("es", "dos veces al día", [("times_a_day", 2, 2)]),
        ("de", "3 Sätze mit 8 Wiederholungen", [("sets", 3, 3), ("reps", 8, 8)]),
        ("de", "Zweimal 30 Sekunden", [("reps", 2, 2), ("hold", 30, 30)]),
        ("de", "dreißig Sekunden halten", [("hold", 30, 30)]),
        ("de", "3 x täglich", [("times_a_day", 3, 3)]),
        ("fr", "2 séries de 10", [("sets", 2, 2), ("reps", 10, 10)]),
        ("fr", "Maintenez 5 à 10 secondes", [("hold", 5, 10)]),
        ("fr", "3 fois par jour", [("times_a_day", 3, 3)]),
        ("pt", "3 séries de 12 repetições", [("sets", 3, 3), ("reps", 12, 12)]),
        ("pt", "Segure por 15 segundos", [("hold", 15, 15)]),
        ("pt", "3 vezes por semana", [("days_a_week", 3, 3)]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert found(text, language) == expected


def test_a_time_for_a_movement_that_is_not_held_is_work() -> None:
    assert found("1 minute", held=False) == [("work", 60, 60)]


def test_a_hold_stays_a_hold_in_a_movement_that_is_not_held() -> None:
    assert found("hold for 2 seconds at the top", held=False) == [("hold", 2, 2)]
