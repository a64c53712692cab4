"""Read mangled handouts and files for some minutes: `python -m benchmarks.read_fuzz [MINUTES]`.

Hypothesis cuts the tests' handouts, shuffles, repeats and mixes them with marks,
markup, other scripts and control characters. Each page is read step by step,
corrected and made a routine; each file is loaded. A crash ends the run with the
page that caused it; the slowest step is told at the end.
"""

import sys
import time

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from supple.problem import Problem
from supple.read.as_routine import corrected_routine
from supple.read.correct import added, dropped
from supple.read.documents import text_of
from supple.read.draft import Draft
from supple.read.judge import forget
from supple.read.pipeline import STEPS, reading
from supple.read.worksheet import worksheet
from tests.read.handouts import handouts

MINUTES = 10.0
SLOWEST_ALLOWED = 1.0  # seconds of processor time a step
PAGES_A_ROUND = 300
MARKS = (
    "\n", "\n\n", "\t", " | ", "- ", "1. ", "IV. ", "## ", "**", "* ", "(", ")", "[", "](", "```",
    "<li>", "<!--", "-->", "<b", "&nbsp;", "---\n", "|---|", ": ", "0:45 ", "[09:12, 3/2/25] A: ",
    "3x10 ", "10/10/10 ", "2 x 30 s b/l ", "up to ", "each side ", "½", "٣ ", "×", "–", "…", "•",
    "\x00", "\x1b[", "\u202e", "\u200f", "\ufeff", "\ufffd", "\u2028", "e\u0301", "😀",
    "中文", "عربي",
)  # fmt: skip
OPENINGS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<html><body>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x89PNG",
)

_PIECES = [piece for page in handouts() for piece in page.text.split("\n")]

pages = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.sampled_from(MARKS), st.text(max_size=12)),
    max_size=120,
).flatmap(
    lambda parts: st.tuples(st.just(parts), st.sampled_from(("", "\n", " ")), st.integers(1, 4))
)
files = st.tuples(st.sampled_from(OPENINGS), st.binary(max_size=400))


class Slowest:
    """The slowest step so far, and how many pages and files were read."""

    seconds = 0.0
    step = ""
    pages = 0
    files = 0


def read_page(text: str) -> None:
    """Read a page step by step and take it all the way to a routine."""
    draft = Draft(text=text)
    for step in STEPS:
        began = time.process_time()
        draft = step(draft)
        spent = time.process_time() - began
        if spent > Slowest.seconds:
            Slowest.seconds, Slowest.step = spent, step.__name__
        if spent > SLOWEST_ALLOWED:
            raise AssertionError(f"Step {step.__name__} took {spent:.2f} s.")
    forget()
    sheet = added(worksheet(reading(draft), ()), text[:200] or "a", ())
    corrected_routine(dropped(sheet, 1), "own")
    Slowest.pages += 1


def read_file(data: bytes) -> None:
    """Load a file: a text or a sentence, nothing else."""
    text, problems = text_of(data, "handout")
    if not isinstance(text, str) or not all(isinstance(one, Problem) for one in problems):
        raise TypeError(f"A file gave {text!r}, {problems!r}.")
    Slowest.files += 1


def one_round(number: int) -> None:
    """Some hundred pages and a few files, others each round."""
    calm = settings(
        max_examples=PAGES_A_ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )

    @seed(number)
    @calm
    @given(pages)
    def mangled(page: tuple[list[str], str, int]) -> None:
        parts, joint, times = page
        read_page(joint.join(parts) * times)

    @seed(number)
    @settings(calm, max_examples=10)
    @given(files)
    def hostile(file: tuple[bytes, bytes]) -> None:
        read_file(b"".join(file))

    mangled()
    hostile()


def main() -> None:
    """Fuzz for as long as was asked."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    until, number = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        one_round(number)
        number += 1
    print(
        f"{Slowest.pages} pages and {Slowest.files} files in {minutes:g} minutes, no crash; "
        f"slowest step {Slowest.step}, {1000 * Slowest.seconds:.0f} ms"
    )


if __name__ == "__main__":
    main()
