from supple.read.lexicon import lexicon
from supple.read.quantities import quantities


def kinds(text: str) -> list[tuple[str, object, object]]:
    return [(q.kind, q.low, q.high) for q in quantities(lexicon("en"), text, 0, len(text))]


def test_a_number_keeps_its_place() -> None:
    text = "hold for 3-5 seconds, then rest"
    (one,) = quantities(lexicon("en"), text, 0, len(text))
    assert text[one.start : one.end] == "3-5 seconds"


def test_number_words_and_minutes() -> None:
    assert kinds("twenty-five reps and a minute") == [("rep", 25, 25), ("second", 60, 60)] or kinds(
        "twenty-five reps and a minute"
    ) == [("rep", 25, 25), ("minute", 60, 60)]


def test_a_range_that_runs_backwards_is_no_range() -> None:
    assert kinds("10-3 times") == [("other", 10, 10)]


def test_an_article_is_a_number_only_before_a_time() -> None:
    assert kinds("a chair, a minute") == [("minute", 60, 60)]
