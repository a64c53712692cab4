"""The `--on ITEM=EXERCISE` of a command: the rung of each ladder that a person is on."""

import argparse
from collections.abc import Iterable

from supple.exercise.misfit import nearest
from supple.routine.routine import Routine


def add_rungs(parser: argparse.ArgumentParser) -> None:
    """Add `--on`, which may be given more than once."""
    parser.add_argument(
        "--on",
        action="append",
        default=[],
        metavar="ITEM=EXERCISE",
        help="the rung you are on, e.g. hands-and-knees=bird-dog",
    )


def unknown_rung(routine: Routine, chosen: Iterable[str]) -> str:
    """What is wrong with the first ITEM=EXERCISE that the routine does not have; "" if none is."""
    rungs = [f"{item.id}={rung.exercise}" for item in routine.items for rung in item.rungs]
    for pair in chosen:
        if pair not in rungs:
            return f"There is no rung “{pair}” in “{routine.id}”. {nearest(pair, tuple(rungs))}"
    return ""


def rungs_by_item(chosen: Iterable[str]) -> dict[str, str]:
    """The exercise chosen for each item; check the pairs with `unknown_rung` first."""
    return dict(pair.split("=", 1) for pair in chosen)
