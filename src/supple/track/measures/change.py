"""What a row of scores says, and what it does not: a diary's sentence, never a verdict."""

from collections.abc import Sequence
from statistics import median
from typing import Literal

from supple.track.measures.questionnaire import Questionnaire
from supple.value import Value
from supple.words import Words, words

Direction = Literal["too few", "none", "better", "worse"]


class ScoreChange(Value, kw_only=True, omit_defaults=False):
    """From the middle of the first scores to that of the latest.

    `limit` is what a change must exceed: the larger of the smallest change
    that matters and the measurement error.
    """

    direction: Direction
    first: float | None = None
    latest: float | None = None
    limit: float | None = None


def score_change(measure: Questionnaire, scores: Sequence[float]) -> ScoreChange:
    """The change in `scores`, oldest first; "none" unless it exceeds both thresholds.

    First and latest are middle values of `measure.fewest` scores each, none used twice.
    """
    fewest = measure.fewest
    if len(scores) < 2 * fewest:
        return ScoreChange(direction="too few")
    first, latest = float(median(scores[:fewest])), float(median(scores[-fewest:]))
    limit = max(
        measure.matters.points,
        measure.matters.percent / 100 * abs(first),
        measure.error.points,
        measure.error.percent / 100 * abs(first),
    )
    direction: Direction = "none"
    if abs(latest - first) > limit:
        direction = "better" if (latest > first) == (measure.better == "higher") else "worse"
    return ScoreChange(direction=direction, first=first, latest=latest, limit=limit)


def change_sentence(
    measure: Questionnaire, change: ScoreChange, name: str = "", say: Words | None = None
) -> str:
    """`change` in words; `name` is what the person calls it, else the measure's name."""
    say = say or words()
    named = name or say.say(measure.name)
    if change.direction == "too few":
        return say.count(
            "{name}: {n} answer is needed before two times can be compared.",
            "{name}: {n} answers are needed before two times can be compared.",
            2 * measure.fewest,
            name=named,
        )
    values = {"name": named, "first": _number(change.first), "latest": _number(change.latest)}
    if change.direction == "none":
        return say.say("{name}: {first} at first, {latest} now. No clear change.", **values)
    return say.say(
        "{name}: {first} at first, {latest} now. A change of more than {limit} is more than the "
        "scale wavers by itself, and more than is often called worthwhile. "
        "It does not say what brought it about.",
        limit=_number(change.limit),
        **values,
    )


def _number(number: float | None) -> str:
    return f"{round(number or 0, 1):g}"
