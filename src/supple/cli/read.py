"""`supple read FILE|URL|- [--json] [--trace]`: a handout as exercises with their words."""

import argparse
import sys
from pathlib import Path

from supple.cli import USAGE_ERROR, stop, warn
from supple.problem import Problem
from supple.read.reading import ReadExercise, Reading, Stated
from supple.words import words

UNKNOWN = "und"  # BCP 47: undetermined


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple read`."""
    parser.add_argument("source", help="a file, a web address, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print the exchange format")
    parser.add_argument("--trace", action="store_true", help="show what each step added")


def run(arguments: argparse.Namespace) -> int:
    """Print what was read, which may be nothing; 2 where the source cannot be read at all."""
    from supple.read import read
    from supple.read.exchange import exchange
    from supple.value import to_json

    data, problems = load(arguments.source)
    if data is None:
        return stop(str(problems[0]))
    name = Path(arguments.source).name
    if arguments.trace:
        return trace(data, name)
    reading, problems = read(data, name)
    for problem in problems:
        warn(problem)
    unreadable = bool(problems) and reading.language == UNKNOWN
    if arguments.json:
        print(to_json(exchange(reading, name), indent=1))
    elif not unreadable:
        print(as_text(reading))
    return USAGE_ERROR if unreadable else 0


def load(source: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file, of standard input or behind a web address."""
    if source == "-":
        return sys.stdin.buffer.read(), ()
    if source.lower().startswith(("http://", "https://")):
        from supple.web.fetch import fetch

        return fetch(source)
    try:
        return Path(source).read_bytes(), ()
    except OSError as error:
        from supple.problem import Place

        sentence = words().say("The file could not be opened: {reason}.", reason=error.strerror)
        return None, (Problem(place=Place(file=source), sentence=sentence),)


def trace(data: bytes, name: str) -> int:
    """Print every step and the fields it changed."""
    from supple.read.documents import text_of
    from supple.read.pipeline import trace_lines

    text, problems = text_of(data, name)
    for problem in problems:
        warn(problem)
    for line in trace_lines(text):
        print(line)
    return 0 if not problems else 1


def as_text(reading: Reading) -> str:
    """The exercises as a person reads them; what is not stated says so."""
    say = words().say
    title = reading.title.text if reading.title else say("No title")
    lines = [f"{title} ({reading.language})"]
    lines += [f"  ! {quote.text}" for quote in reading.cautions]
    for number, one in enumerate(reading.exercises, 1):
        lines.append(f"{number}. {one.name.text}")
        lines.append(f"   {_facts(one)}")
        lines += [f"   ! {quote.text}" for quote in (*one.cautions, *one.conditions)]
    return "\n".join(lines)


def _facts(one: ReadExercise) -> str:
    say = words().say
    dose = one.dose
    parts = [
        (say("sets"), dose.sets),
        (say("repetitions"), dose.reps),
        (say("hold"), dose.hold),
        (say("work"), dose.work),
        (say("a day"), dose.times_a_day),
        (say("days a week"), dose.days_a_week),
    ]
    stated = [f"{word} {_range(value)}" for word, value in parts if value]
    sides = {True: say("each side"), False: say("both sides together"), None: ""}[one.sides.each]
    start = " / ".join(one.start.postures) if one.start else ""
    dosed = ", ".join(stated) or say("dose not stated")
    return " · ".join(part for part in (one.movement, start, dosed, sides) if part)


def _range(stated: Stated) -> str:
    low, high = stated.min, stated.max
    text = f"{low}" if low == high else f"{low or ''}–{high or ''}"
    doubt = "?" if stated.doubt else ""
    return f"{text}{' ' + stated.unit if stated.unit else ''}{doubt}"
