"""The questions under a routine, as HTML that is made once for all who see the same of them."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, Max, Sum
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from supple.web.models import MeToo, Post, Publication, User
from supple.web.questions import threads

_NUMBER = re.compile(r"[1-9]\d{0,3}")


class Stamp(NamedTuple):
    """The state of what is shown under a routine; another state has another one."""

    changed: datetime
    posts: int
    versions: int | None
    made: datetime | None
    edited: datetime | None
    marks: int
    marked: int | None


def under(
    reader: User | None, publication: Publication, query: Mapping[str, str], locale: str
) -> SafeString:
    """The questions of a routine, at the page of them that the address names.

    Whose own post is held or hidden sees that, too.
    """
    number = query.get("questions", "")
    number = number if _NUMBER.fullmatch(number) else "1"
    if reader and _has_own(reader, publication):
        return _html(reader, publication, number)
    return _shared(publication.slug, number, locale, stamp(publication))


def _has_own(reader: User, publication: Publication) -> bool:
    """Whether this reader sees a post that others do not."""
    own = Post.objects.filter(publication=publication, author=reader)
    return own.filter(state__in=(Post.State.HELD, Post.State.HIDDEN)).exists()


def stamp(publication: Publication) -> Stamp:
    """The state just now."""
    posts = Post.objects.filter(publication=publication).aggregate(
        n=Count("pk"), versions=Sum("version"), made=Max("made"), edited=Max("edited")
    )
    marks = MeToo.objects.filter(post__publication=publication).aggregate(
        n=Count("pk"), last=Max("pk")
    )
    return Stamp(
        changed=publication.changed,
        posts=posts["n"],
        versions=posts["versions"],
        made=posts["made"],
        edited=posts["edited"],
        marks=marks["n"],
        marked=marks["last"],
    )


@lru_cache(maxsize=256)
def _shared(slug: str, number: str, locale: str, state: Stamp) -> SafeString:
    """What everyone else sees."""
    del locale, state  # they only name what the page is made from
    return _html(None, Publication.objects.get(slug=slug), number)


def _html(reader: User | None, publication: Publication, number: str) -> SafeString:
    place = {"questions": number, "key": publication.token}
    context = threads.under(reader, publication, "", place)
    return SafeString(render_to_string("supple/questions/under.html", context))
