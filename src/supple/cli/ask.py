"""`supple ask`: what a text says about safety, limits and topic."""

import argparse
import sys
from pathlib import Path

from supple.ask.judge import Judgement, judge
from supple.ask.topics import answer
from supple.cli import stop
from supple.safety.cards import card
from supple.safety.net import net_sentence
from supple.value import to_json, to_plain
from supple.words import Words, words


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = "Judge a text: level, signs, limits, topic. Never a diagnosis."
    parser.add_argument("file", help="a text file, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print the judgement as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the judgement."""
    try:
        text = sys.stdin.read() if args.file == "-" else Path(args.file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = _why(error)
        return stop(f"{args.file} cannot be read ({why}). Give a text file, or - for input.")
    judged = judge(text)
    if args.json:
        print(to_json(_complete(judged), indent=2))
    else:
        print("\n".join(_lines(judged, words())))
    return 0


def _why(error: OSError | UnicodeDecodeError) -> str:
    return "it is not text" if isinstance(error, UnicodeDecodeError) else str(error.strerror)


def _complete(judged: Judgement) -> dict[str, object]:
    """The judgement with its empty fields, so that a reader finds each of them."""
    empty: dict[str, object] = {
        name: [] for name in ("red_flags", "not_present", "constraints", "answers")
    }
    plain: dict[str, object] = {"level": judged.level, **empty, "topic": "", "questions": []}
    plain.update(to_plain(judged))
    return plain


def _lines(judged: Judgement, locale: Words) -> list[str]:
    noticed = tuple(flag.words for flag in judged.red_flags)
    shown = card(judged.level, locale, noticed=noticed, crisis=judged.crisis)
    lines = [f"level: {judged.level}"]
    lines += [f"sign: {flag.code} “{flag.words}”" for flag in judged.red_flags]
    lines += [f"not present: {one.code} “{one.words}” ({one.why})" for one in judged.not_present]
    lines += [f"limit: {name}" for name in judged.constraints]
    lines += [f"ask back: {one.ask}" for one in judged.questions]
    if shown:
        lines += ["", shown.title, shown.because, *shown.do]
    for name in judged.answers:
        found = answer(name, locale)
        lines += ["", found.title, *found.say, *found.ask]
    return [*lines, "", net_sentence(locale)]
