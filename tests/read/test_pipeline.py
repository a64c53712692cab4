import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from supple.read import read
from supple.read.exchange import exchange
from supple.read.lexicon import LANGUAGES, lexicon
from supple.read.pipeline import STEPS, read_text, trace_lines

NOTHING = (
    "No exercise routine was found on this page. Paste the part with the exercises, "
    "or add them by hand."
)
WORDS = [
    "bridge", "plank", "hold", "30", "seconds", "3x10", "each", "side", "lie", "on", "your",
    "back", "repeat", "times", "\n", "\n\n", "- ", "1. ", "# ", "| ", ": ", ". ", "puente",
    "Brücke", "pont",
    "ponte", "-", "x", "…", "\u202e", "\x00", "½", "²", "İ", "ß", "ﬁ", "e\u0301", "9" * 30, "/",
]  # fmt: skip


def test_the_steps_in_their_order() -> None:
    assert [step.__name__ for step in STEPS] == [
        "clean", "tongue", "split", "find_routine", "segment", "name", "dose", "sides",
        "position", "ladder", "cautions", "page_wide",
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120))
def test_any_mix_of_words_is_read_or_left(parts: list[str]) -> None:
    text = " ".join(parts)
    reading, _ = read_text(text)
    for one in exchange(reading)["exercises"]:
        assert 0 <= one["span"][0] < one["span"][1] <= len(text)
        for field in ("sets", "reps", "hold_seconds", "duration_seconds"):
            assert one[field] is None or all(value is None or value > 0 for value in one[field])


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_left(text: str) -> None:
    read_text(text)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.sampled_from(LANGUAGES))
def test_numbers_are_only_ever_read_from_the_page(text: str, language: str) -> None:
    assert lexicon(language).names
    page = (
        f"Bridge\nLie on your back and lift your hips. {text}\n\nClam\nLie on your side, lift it.\n"
    )
    reading, _ = read_text(page)
    for one in reading.exercises:
        for amount in (one.dose.sets, one.dose.reps, one.dose.hold):
            if amount:
                words = page[amount.at[0].start : amount.at[0].end]
                assert words.strip()


def test_a_trace_names_every_step() -> None:
    lines = list(trace_lines("Bridge\nLie on your back. Lift your hips. Repeat 10 times.\n"))
    assert [line[3:] for line in lines if line.startswith("== ")] == [s.__name__ for s in STEPS]
    assert any("bridge" in line for line in lines)


def test_an_empty_page_says_so() -> None:
    reading, problems = read("")
    assert reading.exercises == ()
    assert [str(problem) for problem in problems] == [NOTHING]


def test_importing_the_package_loads_no_parser() -> None:
    code = (
        "import sys, supple.read; print([m for m in ('docx', 'pypdf', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert done.stdout.strip() == "[]"
