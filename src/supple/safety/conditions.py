"""What is left out, and the words that set it: constraints and conditions.

A constraint is a position or movement in the person's own words. A condition
is a shortcut that sets some, each changeable. Neither says what a person has.
"""

from collections.abc import Iterable

from supple.safety.data import table
from supple.safety.level import Level
from supple.value import Value


class Constraint(Value, kw_only=True):
    """A position or movement to leave out; `breaks` is the rule, in words."""

    words: str
    breaks: str
    source: str


class Condition(Value, kw_only=True):
    """A shortcut: what it sets, what it offers, what to ask first.

    `gives` and `offers` are names of constraints; `level` holds until `ask`
    is answered; `hand` wants a hand on a support for standing exercises.
    """

    label: str
    gives: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    ask: str = ""
    level: Level = Level.OK
    hand: bool = False
    note: str = ""
    source: str


def constraints() -> dict[str, Constraint]:
    """All constraints by their stable name."""
    return table(__package__, "constraints", dict[str, Constraint])


def conditions() -> dict[str, Condition]:
    """All conditions by name: the one table."""
    return table(__package__, "conditions", dict[str, Condition])


def given_by(terms: Iterable[str]) -> tuple[str, ...]:
    """The constraints that `terms` set, each once, in the table's order.

    A term is a constraint or a condition. Raises KeyError for any other word.
    """
    found: set[str] = set()
    for term in terms:
        if term in constraints():
            found.add(term)
        else:
            found.update(conditions()[term].gives)
    return tuple(name for name in constraints() if name in found)
