"""`supple lint [ID …]`: check every exercise of the library, or those that are named."""

import argparse

from supple.body.figure import BODY_NAMES, open_body
from supple.cli import stop
from supple.exercise.lint import Report, exercise_of, lint
from supple.exercise.load import load_library
from supple.exercise.misfit import nearest
from supple.problem import Problem
from supple.value import to_json


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = "Check the words, facts and solved movement of exercises."
    parser.add_argument("exercises", nargs="*", metavar="ID", help="only these; all if none")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--body", default=BODY_NAMES[0], choices=BODY_NAMES)


def run(args: argparse.Namespace) -> int:
    """Print the report; 0 only when nothing is over its bar."""
    body = open_body(args.body)
    if isinstance(body, Problem):
        return stop(str(body))
    library = load_library()
    known = {*library.exercises, *map(exercise_of, library.problems)}
    unknown = next((name for name in args.exercises if name not in known), None)
    if unknown is not None:
        close = nearest(unknown, tuple(sorted(known)))
        return stop(f"There is no exercise “{unknown}” in the library. {close}")
    report = lint(library, body, args.exercises)
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
