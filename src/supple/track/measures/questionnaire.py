"""What a questionnaire file holds. Item texts ship only where their licence lets them."""

from collections.abc import Collection, Iterable
from typing import Literal

from supple.exercise.types import Written
from supple.value import Value

Licence = Literal["own wording", "credit", "original form", "required"]
Scoring = Literal["mean", "sum", "count", "percent", "none"]
Better = Literal["lower", "higher"]


class Option(Written, kw_only=True):
    """One answer to choose, and what it counts."""

    value: int
    say: str


class Question(Written, kw_only=True):
    """One item: a scale from `low` to `high` with words at its ends, or a few options.

    `say` may hold {activity}, the person's own.
    """

    id: str
    say: str
    low: int = 0
    high: int = 10
    low_says: str = ""
    high_says: str = ""
    options: tuple[Option, ...] = ()


class Threshold(Written, kw_only=True):
    """A size of change in `points` of the score, in `percent` of the first score, or the larger."""

    points: float = 0
    percent: float = 0
    source: str


class Questionnaire(Written, kw_only=True):
    """A measure. `weeks` after the start it is asked; `fewest` scores make a middle value.

    `missing` items may stay unanswered (a "count" takes every unticked one as
    0). `shipped` says that the items are in this file; an adapter has none
    until an operator who holds a licence puts in a file of the same id.
    `matters` is the smallest change that matters, `error` the scale's own.
    """

    id: str
    name: str
    about: str
    version: str
    language: str = "en"
    recall: str
    licence: Licence
    shipped: bool
    credit: str
    scoring: Scoring
    better: Better
    missing: int = 0
    weeks: tuple[int, ...] = ()
    fewest: int = 1
    matters: Threshold
    error: Threshold
    items: tuple[Question, ...] = ()
    schema: int = 1


class Answered(Value, kw_only=True):
    """Raw answers as they were given, by item id; the score is always worked out from them.

    `date` is the local ISO date, `zone` the time zone it is local to.
    """

    measure: str
    version: str
    language: str
    date: str
    zone: str = ""
    answers: dict[str, int]
    activity: str = ""


def may_show(measure: Questionnaire, held: Collection[str]) -> bool:
    """Whether it has items, and its licence is free or among the ids the operator `held`."""
    return bool(measure.items) and (measure.licence != "required" or measure.id in held)


def shown(measures: Iterable[Questionnaire], held: Collection[str] = ()) -> list[Questionnaire]:
    """Those that may be shown; `held` are ids the operator holds a licence for."""
    return [measure for measure in measures if may_show(measure, held)]
