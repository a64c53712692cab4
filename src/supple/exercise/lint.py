"""Check exercises: their words, their facts, and their solved movement.

Each rule is a function that returns what offends and how many things it looked at.
Fresh baked frames are measured; stale or missing ones are solved anew.
"""

from collections.abc import Collection
from pathlib import Path

from supple.body.clips import read_clip
from supple.body.figure import Body
from supple.exercise import checks_facts, checks_motion, checks_words
from supple.exercise.checks import Checked, Finding
from supple.exercise.checks_motion import MoveReport, Worst, worst_of
from supple.exercise.clips import clip_of, stamp_of
from supple.exercise.load import Library
from supple.exercise.types import Exercise
from supple.problem import Problem
from supple.value import Value


class Report(Value, kw_only=True):
    """What lint found: `looked` counts, by rule, the things that were looked at."""

    exercises: int
    problems: tuple[Problem, ...]
    worst: Worst
    moves: tuple[MoveReport, ...]
    looked: dict[str, int]


def lint(library: Library, body: Body, names: Collection[str] = ()) -> Report:
    """Check the exercises of these names, all if none is named, on one body.

    Activities have no geometry to check. A name without an exercise is passed over,
    but for what kept its file from being read.
    """
    looked_at = [one for one in library.exercises.values() if not names or one.id in names]
    problems = [one for one in library.problems if not names or exercise_of(one) in names]
    findings: list[Finding] = []
    reports: list[MoveReport] = []
    for exercise in looked_at:
        findings += [rule(exercise, library) for rule in checks_words.RULES]
        if exercise.kind == "activity":
            continue
        checked, found = solved_exercise(exercise, body)
        problems += found
        if checked is not None:
            findings += geometry(checked)
            reports += [checks_motion.report(moving) for moving in checked.moves]
    problems += [problem for one in findings for problem in one.offenders]
    moves = tuple(reports)
    return Report(
        exercises=len(looked_at),
        problems=tuple(problems),
        worst=worst_of(moves),
        moves=moves,
        looked=_counts(findings),
    )


def exercise_of(problem: Problem) -> str:
    """The id of the exercise whose file a problem is in."""
    return Path(problem.place.file).stem


def geometry(checked: Checked) -> list[Finding]:
    """All geometry rules on one exercise."""
    facts = [rule(checked) for rule in checks_facts.RULES]
    return facts + [rule(moving) for moving in checked.moves for rule in checks_motion.RULES]


def solved_exercise(exercise: Exercise, body: Body) -> tuple[Checked | None, tuple[Problem, ...]]:
    """The exercise with its movement: as baked while that is fresh, else solved now."""
    baked = read_clip(exercise.id, body.name)
    if not isinstance(baked, Problem) and baked.stamp == stamp_of(exercise, body):
        return Checked(exercise, body, baked), ()
    clip, problems = clip_of(exercise, body)
    return (Checked(exercise, body, clip) if clip else None), problems


def _counts(findings: list[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in findings:
        counts[one.rule] = counts.get(one.rule, 0) + one.looked
    return counts
