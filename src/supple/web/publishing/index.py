"""The public routines as a list: newest first, related to one another, most followed."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery

from supple.exercise.load import load_library
from supple.value import Value
from supple.web.models import Following, Publication, PublicationVersion
from supple.web.publishing import shelf
from supple.web.publishing.changes import Edition
from supple.web.publishing.models import State

FEW = 5
"""From this many on it is said how many follow a routine: fewer might be recognised."""
MOST = 5
SAME_EXERCISE = 2
"""A shared exercise counts as much as two shared purposes."""


class Listed(Value, kw_only=True, omit_defaults=False):
    """A routine in a list. `followers` counts the people who do; `purposes` are the exercises'."""

    slug: str
    title: str
    purpose: str
    author: str
    version: int
    made: datetime
    exercises: tuple[str, ...]
    purposes: tuple[str, ...]
    steps: int
    followers: int

    @property
    def many(self) -> int:
        """How many follow it, as far as that is said; 0 for few."""
        return self.followers if self.followers >= FEW else 0


class Stamp(NamedTuple):
    """The state that a list is made from: when it changed last, and who began to follow last."""

    announced: datetime | None
    followed: int | None


def stamp() -> Stamp:
    """The state just now."""
    announced = Publication.objects.filter(announced__isnull=False).order_by("-announced")
    followed = Following.objects.order_by("-pk")
    return Stamp(
        announced.values_list("announced", flat=True).first(),
        followed.values_list("pk", flat=True).first(),
    )


@lru_cache(maxsize=2)
def listed(state: Stamp) -> tuple[Listed, ...]:
    """Every public routine, the last published first; made once for each state."""
    del state  # it only names what the list is made from
    counts = dict(Following.objects.values_list("publication").annotate(n=Count("pk")).order_by())
    return tuple(_row(version, counts.get(version.publication_id, 0)) for version in _newest())


def _newest() -> QuerySet[PublicationVersion]:
    """The version that is shown of each public routine, the last published first."""
    of_one = PublicationVersion.objects.filter(publication=OuterRef("publication"))
    newest = of_one.order_by("-number").values("pk")[:1]
    rows = PublicationVersion.objects.filter(publication__state=State.PUBLIC, pk=Subquery(newest))
    rows = rows.select_related("publication").defer("publication__draft_document")
    return rows.order_by("-made")


def _row(version: PublicationVersion, followers: int) -> Listed:
    publication, routine = version.publication, shelf.edition(version).routine
    library = load_library().exercises
    known = [library[name] for name in routine.exercises if name in library]
    return Listed(
        slug=publication.slug,
        title=routine.name,
        purpose=routine.purpose,
        author=publication.author_name,
        version=version.number,
        made=version.made,
        exercises=routine.exercises,
        purposes=tuple(sorted({one.purpose for one in known})),
        steps=len(routine.items),
        followers=followers,
    )


def related(rows: Iterable[Listed], edition: Edition) -> tuple[Listed, ...]:
    """Those that share exercises with a routine, or what they are for; the nearest first.

    Long routines are not nearer for their length.
    """
    library, routine = load_library().exercises, edition.routine
    own = set(routine.exercises)
    purposes = {library[name].purpose for name in own if name in library}
    near = [
        (SAME_EXERCISE * _shared(own, one.exercises) + _shared(purposes, one.purposes), one)
        for one in rows
        if one.slug != routine.id
    ]
    found = sorted((pair for pair in near if pair[0]), key=lambda pair: -pair[0])
    return tuple(one for _nearness, one in found[:MOST])


def _shared(some: set[str], others: Iterable[str]) -> float:
    """Which part of two sets both have, from 0 to 1."""
    more = set(others)
    return len(some & more) / len(some | more) if some | more else 0


def most_followed(rows: Iterable[Listed]) -> tuple[Listed, ...]:
    """Those that most people follow, without those that few do."""
    return tuple(sorted((one for one in rows if one.many), key=lambda one: -one.followers)[:MOST])
