"""What numbers mean where they stand: ages, lengths of time, temperatures, heights.

Each reading is a `#` word of the lexicon (`#age>=65`, `#days<92`), added to the
number's own token, so that findings speak of it like any other word.
"""

import re
from collections.abc import Sequence

from supple.ask.tokens import Token

SMALL_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VAGUE_NUMBERS = {"a": 1, "couple": 2, "few": 3, "several": 4}
NUMBER_WORDS = (
    {word: number for number, word in enumerate(SMALL_NUMBERS)}
    | {word: 30 + 10 * step for step, word in enumerate(TENS)}
    | VAGUE_NUMBERS
)
DAYS = {"hour": 0.05, "day": 1, "week": 7, "fortnight": 14, "month": 30.5, "year": 365}
AGE_MARKS = ((18, "#age<18"), (45, "#age<45"))
AGE_FROM = ((60, "#age>=60"), (65, "#age>=65"), (70, "#age>=70"))
TIME_UNDER = ((85, "#days<85"), (92, "#days<92"))
TIME_FROM = ((42, "#days>=42"), (184, "#days>=184"))
UNITS = frozenset(
    [
        "week",
        "weeks",
        "month",
        "months",
        "minute",
        "minutes",
        "second",
        "seconds",
        "sec",
        "secs",
        "times",
        "time",
        "reps",
        "rep",
        "repetitions",
        "day",
        "days",
        "hour",
        "hours",
        "percent",
        "lb",
        "lbs",
        "kg",
        "kgs",
        "kilo",
        "kilos",
        "stone",
        "pound",
        "pounds",
        "sets",
        "set",
        "mile",
        "miles",
        "steps",
        "stairs",
        "inch",
        "inches",
        "cm",
        "centimetres",
        "degrees",
        "degree",
        "mg",
        "ml",
        "metres",
        "meters",
        "m",
        "km",
        "sessions",
        "am",
        "pm",
        "out",
        "kids",
        "children",
        "grandchildren",
        "people",
        "st",
        "gone",
        "c",
        "f",
        "feet",
        "foot",
        "ft",
        "x",
        "different",
        "exercises",
        "litres",
        "years",
        "year",
        "videos",
        "points",
        "point",
    ]
)
FOLLOWS_AGE = frozenset(["old", "yo", "yrs", "years", "year", "y"])
NOT_A_PERSON = frozenset(
    [
        "car",
        "video",
        "mattress",
        "chair",
        "injury",
        "house",
        "sofa",
        "bed",
        "scan",
        "mri",
        "phone",
        "problem",
        "fracture",
        "scar",
        "laptop",
        "computer",
        "app",
        "shoes",
        "bike",
        "van",
        "tv",
        "mat",
        "post",
        "thread",
        "photo",
        "whisky",
        "wine",
        "building",
    ]
)
BEFORE_AGE = frozenset(
    ["im", "am", "aged", "age", "turned", "hes", "shes", "female", "male", "f", "m"]
)
COPULAS = frozenset(["is", "was", "at", "turns"])
KIN = frozenset(
    [
        "he",
        "she",
        "mother",
        "mum",
        "mom",
        "father",
        "dad",
        "wife",
        "husband",
        "son",
        "daughter",
        "grandma",
        "grandmother",
        "gran",
        "nan",
        "grandad",
        "grandfather",
        "brother",
        "sister",
        "patient",
        "client",
        "man",
        "woman",
        "lady",
        "gentleman",
        "boy",
        "girl",
        "friend",
        "uncle",
        "aunt",
        "kid",
        "child",
        "partner",
    ]
)
FEVER_WORDS = frozenset(
    ["temp", "temperature", "fever", "c", "f", "degrees", "celsius", "fahrenheit"]
)
FEVER_C = (38.0, 43.0)
FEVER_F = (100.4, 110.0)
AGES = (1, 105)
NAMED_ADULT = 13
YEARS = (1930, 2100)
SHORTER_INCHES = 1.5
HEIGHT = re.compile(r"(\d)'(\d{1,2})")
FEET = frozenset(["foot", "ft", "feet"])
TALLEST_FEET = 7


def names(words: Sequence[Token]) -> list[tuple[str, ...]]:
    """For each token the names it answers to: its word, then what its number means."""
    found: list[tuple[str, ...]] = [(token.word,) for token in words]
    numbers = [value(token.word) for token in words]
    for at, (token, number) in enumerate(zip(words, numbers, strict=True)):
        if number is None:
            continue
        digits = token.word[0].isdigit()
        marks = [*_time(words, at, number), *_age(words, at, number, digits=digits)]
        if digits:
            marks += ["#", *_year(number), *_fever(words, at, number)]
        found[at] = (token.word, *marks)
    for at in _shorter(words, numbers):
        found[at] = (*found[at], "#shorter")
    return found


def value(word: str) -> float | None:
    """The number a word stands for, or None."""
    if word[0] > "9":
        return NUMBER_WORDS.get(word)
    return float(word) if word.replace(".", "", 1).isdigit() else None


def _word(words: Sequence[Token], at: int) -> str:
    return words[at].word if 0 <= at < len(words) else ""


def _time(words: Sequence[Token], at: int, number: float) -> list[str]:
    step = 2 if _word(words, at + 1) in {"of", "more", "long"} else 1
    days = DAYS.get(_word(words, at + step).removesuffix("s"))
    if days is None or _word(words, at + step + 1) == "old":
        return []
    length = number * days
    return [mark for bound, mark in TIME_UNDER if length < bound] + [
        mark for bound, mark in TIME_FROM if length >= bound
    ]


def _age(words: Sequence[Token], at: int, number: float, *, digits: bool) -> list[str]:
    if not (AGES[0] <= number <= AGES[1] and _is_age(words, at, number, digits=digits)):
        return []
    return [mark for bound, mark in AGE_MARKS if number < bound] + [
        mark for bound, mark in AGE_FROM if number >= bound
    ]


def _is_age(words: Sequence[Token], at: int, number: float, *, digits: bool) -> bool:
    """True for "71 year old", "my father 71 years", "I'm 71", "mum is 71" and a bare opening."""
    if not digits and number < NAMED_ADULT:
        return False
    before, after = _word(words, at - 1), _word(words, at + 1)
    if after in FOLLOWS_AGE:
        return _is_old(words, at, after) or (after in {"years", "year"} and before in KIN)
    if after in UNITS or number != int(number):
        return False
    if before in COPULAS:
        return _word(words, at - 2) in KIN
    if before in BEFORE_AGE or before in KIN:
        return True
    return digits and number >= NAMED_ADULT and _opens_with_age(words, at)


def _is_old(words: Sequence[Token], at: int, after: str) -> bool:
    """True for "N years old" and "N yo" of a person, not of a car or a scar."""
    later = _word(words, at + 2)
    if later != "old" and after not in {"old", "yo"}:
        return False
    return _word(words, at + (3 if later == "old" else 2)) not in NOT_A_PERSON


def _opens_with_age(words: Sequence[Token], at: int) -> bool:
    """True where a bare number is an age: "68, smoked all my life", "… 52. When can I"."""
    opens = at == 0 or words[at - 1].stop == "."
    alone = words[at].stop in {".", ","}
    enclosed = at > 0 and words[at - 1].stop == "," and alone
    return (opens and (alone or _word(words, at + 1) in {"and", "with", "here"})) or enclosed


def _year(number: float) -> list[str]:
    return ["#year"] if YEARS[0] <= number <= YEARS[1] else []


def _fever(words: Sequence[Token], at: int, number: float) -> list[str]:
    around = {_word(words, at + step) for step in (-3, -2, -1, 1, 2)}
    spoken = bool(around & FEVER_WORDS)
    celsius = FEVER_C[0] <= number < FEVER_C[1] and (spoken or number != int(number))
    fahrenheit = FEVER_F[0] <= number < FEVER_F[1] and spoken
    normal = spoken and not celsius and not fahrenheit and FEVER_C[0] - 4 < number < FEVER_C[0]
    return ["#fever"] * (celsius or fahrenheit) + ["#normal_temp"] * normal


def _shorter(words: Sequence[Token], numbers: Sequence[float | None]) -> list[int]:
    """Tokens of a height that is less than one given earlier, by 1.5 inches or more."""
    tallest, found = 0.0, []
    for at, token in enumerate(words):
        if numbers[at] is None and token.word[0] > "9":
            continue
        height = _height(words, at, token.word)
        if height and tallest - height >= SHORTER_INCHES:
            found.append(at)
        tallest = max(tallest, height)
    return found


def _height(words: Sequence[Token], at: int, word: str) -> float:
    """A height in inches ("5'7" or "5 foot 7") that begins at `at`, or 0."""
    quoted = HEIGHT.match(word)
    if quoted:
        return float(quoted[1]) * 12 + float(quoted[2])
    feet, inches = value(word), value(_word(words, at + 2) or "none")
    if feet and feet <= TALLEST_FEET and _word(words, at + 1) in FEET and inches is not None:
        return feet * 12 + inches
    return 0.0
