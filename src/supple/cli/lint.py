"""`supple lint`: check every exercise of the library."""

import argparse

from supple.body.figure import BODY_NAMES, open_body
from supple.cli import stop
from supple.exercise.lint import Report, lint
from supple.exercise.load import load_library
from supple.problem import Problem
from supple.value import to_json


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = "Check the words, facts and solved movement of every exercise."
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--body", default=BODY_NAMES[0], choices=BODY_NAMES)


def run(args: argparse.Namespace) -> int:
    """Print the report; 0 only when nothing is over its bar."""
    body = open_body(args.body)
    if isinstance(body, Problem):
        return stop(str(body))
    report = lint(load_library(), body)
    print(to_json(report, indent=2) if args.json else text(report))
    return 1 if report.problems else 0


def text(report: Report) -> str:
    """The report for a person: each move's measures, then each problem."""
    lines = [f"{'move':<44}{'contact':>9}{'slip':>7}{'depth':>7}  fastest joint"]
    for move in report.moves:
        name = f"{move.exercise}: {move.move}"
        fastest = f"{move.where.get('speed', '')} {move.speed_degrees:.0f}°/s"
        lines.append(
            f"{name:<44}{move.contact_mm:>6.1f} mm{move.slip_mm:>4.1f} mm"
            f"{move.depth_mm:>4.1f} mm  {fastest}"
        )
    looked = ", ".join(f"{rule} {count}" for rule, count in report.looked.items())
    problems = [str(problem) for problem in report.problems] or ["Nothing is over its bar."]
    return "\n".join([*lines, f"Looked at: {looked}.", *problems])
