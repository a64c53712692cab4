"""The `supple` command: one module for each verb, imported only when it is asked for."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

import supple

COMMANDS = {
    "serve": "open the app on this computer",
    "link": "let another browser in",
    "backup": "copy everything that is kept into one file",
    "doctor": "look at everything a start needs",
    "script": "print the timed steps of a routine",
    "read": "turn a handout into a routine",
    "ask": "say what a text asks, and what it may be a sign of",
    "fit": "fit a routine to what you can do",
    "constraints": "list what a plan can be fitted to",
    "draw": "draw an exercise",
    "handout": "print a routine as a PDF",
    "lint": "check every exercise",
    "progress": "say what changes next, and why",
}
USAGE_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 (found something) or 2 (could not be done)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="supple", description=supple.__doc__)
    parser.add_argument("--version", action="version", version=f"supple {supple.__version__}")
    verbs = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        verb = verbs.add_parser(name, help=summary, description=_sentence(summary))
        if name in given[:1]:
            importlib.import_module(f"supple.cli.{name}").add(verb)
    chosen = parser.parse_args(given)
    module = importlib.import_module(f"supple.cli.{chosen.command}")
    try:
        return int(module.run(chosen))
    except BrokenPipeError:  # `supple script … | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}."


def stop(sentence: str) -> int:
    """Say on standard error what cannot be done and what to do next; the exit code for it."""
    warn(sentence)
    return USAGE_ERROR


def warn(sentence: object) -> None:
    """Say on standard error what is wrong, while the rest still works."""
    print(sentence, file=sys.stderr)
