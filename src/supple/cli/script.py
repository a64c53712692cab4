"""`supple script ROUTINE [--json]`: the timed steps of a session, as the player gets them."""

import argparse

from supple.cli import stop, warn
from supple.cli.rungs import add_rungs, rungs_by_item, unknown_rung
from supple.exercise.load import load_library
from supple.guide.blocks import Options
from supple.guide.plan import make_plan, too_much
from supple.guide.script import make_script
from supple.problem import Problem
from supple.routine.load import named_routine, unknown_exercises
from supple.routine.script import Script, Step
from supple.value import to_json
from supple.words import Words, words


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple script`."""
    parser.add_argument("routine", help="id of a routine, e.g. facet-joint")
    parser.add_argument("--json", action="store_true", help="print the whole script as JSON")
    add_rungs(parser)
    parser.add_argument("--wait", action="store_true", help="wait for a tap after moving")
    parser.add_argument("--brief", action="store_true", help="announce without instructions")
    parser.add_argument("--locale", default="en", help="language of the words, e.g. en")


def run(arguments: argparse.Namespace) -> int:
    """Print the script; 2 where there is no such routine or no such rung."""
    routine = named_routine(arguments.routine)
    if isinstance(routine, Problem):
        return stop(str(routine))
    if wrong := unknown_rung(routine, arguments.on):
        return stop(wrong)
    library = load_library()
    for problem in (*library.problems, *unknown_exercises(routine, library)):
        warn(problem)
    say = words(arguments.locale)
    plan = make_plan(routine, library, rungs_by_item(arguments.on), say)
    if too_much(plan):
        return stop(f"{routine.id} asks for more than a session can lead: write less of it.")
    options = Options(wait=arguments.wait, brief=arguments.brief)
    script = make_script(plan, library, say, options)
    print(to_json(script, indent=2) if arguments.json else as_text(script, say))
    return 0


def as_text(script: Script, say: Words) -> str:
    """The steps as a table, one a line, with the time into the session."""
    head = say.say(
        "{routine}: {n} steps, {time} of timed steps",
        routine=script.routine,
        n=len(script.steps),
        time=_clock(script.seconds),
    )
    rows = (_row(step, script.seconds - step.left, say) for step in script.steps)
    return "\n".join([head, *rows])


def _row(step: Step, at: float, say: Words) -> str:
    waits = step.seconds is None
    length = say.say("until you say") if waits else say.say("{n} s", n=f"{step.seconds:g}")
    side = f" [{step.side_text}]" if step.side_text else ""
    detail = f" ({step.detail})" if step.detail else ""
    return f"{_clock(at):>6}  {step.kind:<8} {length:>13}  {step.text}{side}{detail}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"
