"""What a person leaves out, from the words they or their clinician use."""

from collections.abc import Iterable

from supple.exercise.misfit import nearest
from supple.problem import Place, Problem
from supple.safety.conditions import conditions, constraints, given_by
from supple.value import Value


class Limits(Value, kw_only=True):
    """`constraints` to heed, by their stable names, and the `conditions` that were said."""

    constraints: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def hand(self) -> bool:
        """Whether a hand belongs on a support in everything done standing."""
        return any(conditions()[name].hand for name in self.conditions if name in conditions())


def limits_of(
    terms: Iterable[str], lifted: Iterable[str] = ()
) -> tuple[Limits, tuple[Problem, ...]]:
    """The limits that `terms` set, less those `lifted`, and what cannot be understood.

    A term is a constraint or a condition. What is set by name stays set, even
    if it is lifted too: the careful one of two answers counts.
    """
    said = tuple(dict.fromkeys(terms))
    freed = tuple(dict.fromkeys(lifted))
    by_name = {term for term in said if term in constraints()}
    known = tuple(term for term in said if term in by_name or term in conditions())
    names = tuple(n for n in given_by(known) if n in by_name or n not in freed)
    problems = (
        *(_unknown(term) for term in (*said, *freed) if not _known(term)),
        *(_both(term) for term in freed if term in by_name),
    )
    spoken = tuple(term for term in known if term in conditions() and term not in by_name)
    return Limits(constraints=names, conditions=spoken), problems


def _known(term: str) -> bool:
    return term in constraints() or term in conditions()


def _unknown(term: str) -> Problem:
    advice = nearest(term, (*constraints(), *conditions()))
    sentence = f"“{term}” is no constraint and no condition. {advice} All: supple constraints."
    return Problem(place=Place(), sentence=sentence)


def _both(term: str) -> Problem:
    sentence = (
        f"“{term}” is both set and lifted. It stays set, to be on the safe side; "
        "leave out one of the two."
    )
    return Problem(place=Place(), sentence=sentence)
