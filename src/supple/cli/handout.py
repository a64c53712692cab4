"""`supple handout ROUTINE -o FILE.pdf`: a routine on paper."""

import argparse
from pathlib import Path
from typing import get_args

from supple.body.figure import BODY_NAMES
from supple.cli import stop
from supple.exercise.load import load_library
from supple.guide.plan import make_plan
from supple.problem import Problem
from supple.routine.load import named_routine
from supple.share.handout import Paper, compose, pdf
from supple.share.typesetting import qr_svg
from supple.show.still import printed
from supple.words import words


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple handout`."""
    parser.add_argument("routine", help="id of a routine, e.g. facet-joint")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    parser.add_argument("--paper", choices=get_args(Paper), default="a4")
    parser.add_argument("--body", choices=BODY_NAMES, default=BODY_NAMES[0], help="who is drawn")
    parser.add_argument("--address", default="", help="where the routine can be reached by phone")
    parser.add_argument("--locale", default="en", help="language of the words, e.g. en")


def run(arguments: argparse.Namespace) -> int:
    """Write the PDF; 2 where there is no such routine or the file cannot be written."""
    routine = named_routine(arguments.routine)
    if isinstance(routine, Problem):
        return stop(str(routine))
    library, say = load_library(), words(arguments.locale)
    plan = make_plan(routine, library, say=say)
    drawings = printed(library, routine.exercises, arguments.body, say)
    address = arguments.address
    qr = qr_svg(address) if address else ""
    sheet = compose(
        routine, plan, library, drawings, say, paper=arguments.paper, address=address, qr=qr
    )
    try:
        arguments.output.write_bytes(pdf(sheet))
    except OSError as error:
        where = f"“{arguments.output}” ({error.strerror})"
        return stop(f"The handout cannot be written to {where}. Choose another place with -o.")
    return 0
