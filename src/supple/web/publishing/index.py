"""The public routines as a list: newest first, related to one another, most followed."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max

from supple.exercise.load import load_library
from supple.value import Value
from supple.web.models import Following, Publication, PublicationVersion
from supple.web.publishing import shelf
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


def listed() -> tuple[Listed, ...]:
    """Every public routine, the last published first; made anew where something changed."""
    rows = Publication.objects.filter(state=State.PUBLIC)
    stamp = rows.aggregate(n=Count("pk"), last=Max("changed"))
    following = Following.objects.aggregate(n=Count("pk"), last=Max("pk"))
    return _listed((stamp["n"], stamp["last"]), (following["n"], following["last"]))


@lru_cache(maxsize=2)
def _listed(
    publications: tuple[int, datetime | None],
    following: tuple[int, int | None],
) -> tuple[Listed, ...]:
    del publications, following  # they only name the state that the list was made from
    counts = dict(Following.objects.values_list("publication").annotate(n=Count("pk")).order_by())
    newest: dict[str, PublicationVersion] = {}
    versions = PublicationVersion.objects.filter(publication__state=State.PUBLIC)
    for version in versions.select_related("publication").order_by("number"):
        newest[version.publication_id] = version
    found = [_row(version, counts.get(slug, 0)) for slug, version in newest.items()]
    return tuple(sorted(found, key=lambda one: one.made, reverse=True))


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


def related(slug: str, exercises: Iterable[str]) -> list[Listed]:
    """Routines that share exercises, or what they are for, with one; the nearest first.

    Long routines are not nearer for their length.
    """
    own, library = set(exercises), load_library().exercises
    purposes = {library[name].purpose for name in own if name in library}
    near = [
        (SAME_EXERCISE * _shared(own, one.exercises) + _shared(purposes, one.purposes), one)
        for one in listed()
        if one.slug != slug
    ]
    found = sorted((pair for pair in near if pair[0]), key=lambda pair: -pair[0])
    return [one for _nearness, one in found[:MOST]]


def _shared(some: set[str], others: Iterable[str]) -> float:
    """Which part of two sets both have, from 0 to 1."""
    more = set(others)
    return len(some & more) / len(some | more) if some | more else 0


def most_followed(slug: str = "") -> list[Listed]:
    """The routines that most people follow, but for one and for those that few do."""
    found = [one for one in listed() if one.slug != slug and one.many]
    return sorted(found, key=lambda one: -one.followers)[:MOST]


def followers(slug: str) -> int:
    """How many follow a public routine, as far as that is said; 0 for few."""
    return next((one.many for one in listed() if one.slug == slug), 0)
