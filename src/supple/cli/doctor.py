"""`supple doctor`: look at everything a start needs, and say what to do where it is not right."""

import argparse

from supple import __version__
from supple.cli.serve import set_surroundings
from supple.web import environment
from supple.web.checkup import findings

FOUND = 1


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple doctor`: those that `supple serve` is started with."""
    parser.add_argument("--port", help="port of 127.0.0.1 (default 8000)")
    parser.add_argument("--data", help="folder for the diary and settings")


def run(arguments: argparse.Namespace) -> int:
    """Print every finding; 1 where something is to be done."""
    set_surroundings(arguments)
    print(f"Supple {__version__}; data in {environment.data_folder()}")
    worst = 0
    for finding in findings():
        worst = FOUND if finding.problem else worst
        print(f"{'to do' if finding.problem else 'fine ':<6} {finding.what:<12} {finding.problem}")
    return worst
