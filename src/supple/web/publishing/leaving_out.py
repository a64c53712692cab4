"""A published routine without what a reader leaves out, for who has no account. Nothing is kept."""

from functools import lru_cache

from django.http import QueryDict

from supple.exercise.load import load_library
from supple.fit.fit import fit
from supple.fit.limits import Limits
from supple.routine.plan import Plan
from supple.safety.conditions import constraints
from supple.value import Value
from supple.web.can_do import FitRow, plan_rows
from supple.web.publishing.changes import Edition
from supple.words import Words, words


class Fitted(Value, kw_only=True, omit_defaults=False):
    """What is left of a routine, each change with its reason and its source."""

    rows: tuple[FitRow, ...]
    notes: tuple[str, ...]


def asked(query: QueryDict) -> tuple[str, ...]:
    """What the address leaves out, in the order of the table; other words leave out nothing."""
    named = set(query.getlist("without"))
    return tuple(name for name in constraints() if name in named)


def choices(without: tuple[str, ...], say: Words) -> list[tuple[str, str, bool]]:
    """Everything that can be left out, as (name, words, whether it is)."""
    return [(name, say.say(one.words), name in without) for name, one in constraints().items()]


@lru_cache(maxsize=128)
def plan(edition: Edition, without: tuple[str, ...], locale: str) -> Plan:
    """What is left of a routine."""
    limits = Limits(constraints=without)
    return fit(edition.routine, limits, load_library(), say=words(locale))[0]


def fitted(edition: Edition, without: tuple[str, ...], locale: str) -> Fitted:
    """The same, as the page shows it."""
    made, limits = plan(edition, without, locale), Limits(constraints=without)
    rows = plan_rows(made, edition.routine, limits, frozenset(), locale)
    return Fitted(rows=rows, notes=made.notes)
