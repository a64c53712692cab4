"""`supple fit ROUTINE [--cannot TERM]… [--json]`: a routine as one person can do it."""

import argparse
from pathlib import Path

from supple.cli import stop, warn
from supple.cli.rungs import add_rungs, rungs_by_item, unknown_rung
from supple.exercise.dose_text import format_dose
from supple.exercise.load import load_library
from supple.fit.fit import fit
from supple.fit.limits import limits_of
from supple.fit.says import cited
from supple.problem import Problem
from supple.routine.load import load_routine, named_routine
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Routine
from supple.value import to_json, to_plain
from supple.words import Words, mark, words


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple fit`."""
    parser.add_argument("routine", help="id of a routine, e.g. facet-joint, or a routine file")
    parser.add_argument(
        "--cannot",
        action="append",
        default=[],
        metavar="TERM",
        help="what is left out, e.g. no_kneel or knee_replacement; supple constraints lists all",
    )
    add_rungs(parser)
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")
    parser.add_argument("--locale", default="en", help="language of the words, e.g. en")


def run(arguments: argparse.Namespace) -> int:
    """Print the plan; 2 where the routine, a term or a rung is not known."""
    routine = _routine(arguments.routine)
    if isinstance(routine, Problem):
        return stop(str(routine))
    limits, wrong = limits_of(arguments.cannot)
    if wrong:
        return stop("\n".join(str(problem) for problem in wrong))
    if unknown := unknown_rung(routine, arguments.on):
        return stop(unknown)
    library, say = load_library(), words(arguments.locale)
    rungs = rungs_by_item(arguments.on)
    plan, problems = fit(routine, limits, library, rungs=rungs, say=say)
    for problem in (*library.problems, *problems):
        warn(problem)
    names = {name: say.say(one.name) for name, one in library.exercises.items()}
    print(_as_json(plan, limits.conditions, say) if arguments.json else _as_text(plan, names, say))
    return 0


def _routine(name: str) -> Routine | Problem:
    if not name.endswith(".toml"):
        return named_routine(name)
    routine, problems = load_routine(Path(name))
    return routine or problems[0]


def _as_json(plan: Plan, conditions: tuple[str, ...], say: Words) -> str:
    """The plan with every key of every item, and each source as a citation."""
    whole = {
        "routine": plan.routine,
        "library": plan.library,
        "constraints": plan.limits,
        "conditions": conditions,
        "surface": plan.surface,
        "notes": plan.notes,
        "items": [_item(item, say) for item in plan.items],
    }
    return to_json(whole, indent=2)


def _item(item: PlanItem, say: Words) -> dict[str, object]:
    return {
        "id": item.id,
        "exercise": item.exercise,
        "name": item.name,
        "dose": to_plain(item.dose),
        "dose_text": format_dose(item.dose, say),
        "change": item.change,
        "instead_of": item.instead_of,
        "reason": item.reason,
        "source": cited(item.source),
    }


def _as_text(plan: Plan, names: dict[str, str], say: Words) -> str:
    lines = []
    for item in plan.items:
        name = names.get(item.exercise, item.name or item.exercise)
        change = say.say(_CHANGES[item.change], old=names.get(item.instead_of, item.instead_of))
        lines.append(f"{name}  [{change}]")
        if item.change != "left-out":
            lines.append(f"    {format_dose(item.dose, say)}")
        lines.append(f"    {item.reason} ({cited(item.source)})")
    return "\n".join([*lines, *(f"\n{note}" for note in plan.notes)])


_CHANGES = {
    "keep": mark("kept"),
    "easier": mark("easier than {old}"),
    "dose": mark("another dose"),
    "instead": mark("instead of {old}"),
    "left-out": mark("left out"),
}
