"""The questions under a routine, as HTML that is made once for all who see the same of them."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db import connection
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from supple.web.forms import whole
from supple.web.models import Post, Publication, User
from supple.web.questions import threads

# Written out, since Django would take several times as long to write it as the database to answer.
_STATE = """
SELECT (SELECT COUNT(*) FROM web_metoo JOIN web_post asked ON asked.id = post_id
        WHERE asked.publication_id = %s),
       (SELECT MAX(web_metoo.id) FROM web_metoo JOIN web_post asked ON asked.id = post_id
        WHERE asked.publication_id = %s),
       COUNT(*), SUM(version), MAX(made), MAX(edited)
FROM web_post WHERE publication_id = %s
"""


class Stamp(NamedTuple):
    """The state of what is shown under a routine; another state has another one."""

    changed: datetime
    open: bool
    under: tuple[object, ...]


def under(
    reader: User | None, publication: Publication, query: Mapping[str, str], locale: str
) -> SafeString:
    """The questions of a routine, at the page of them that the address names.

    Whose own post is held or hidden sees that, too.
    """
    number = whole(query.get("questions", ""), 4) or 1
    if reader and _has_own(reader, publication):
        return _html(reader, publication, number)
    return _shared(publication.slug, number, locale, stamp(publication))


def _has_own(reader: User, publication: Publication) -> bool:
    """Whether this reader sees a post that others do not."""
    own = Post.objects.filter(publication=publication, author=reader)
    return own.filter(state__in=(Post.State.HELD, Post.State.HIDDEN)).exists()


def stamp(publication: Publication) -> Stamp:
    """The state just now."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE, [publication.slug] * 3)
        under: tuple[object, ...] = cursor.fetchone()
    return Stamp(publication.changed, publication.questions_open, under)


@lru_cache(maxsize=256)
def _shared(slug: str, number: int, locale: str, state: Stamp) -> SafeString:
    """What everyone else sees."""
    del locale, state  # they only name what the page is made from
    return _html(None, Publication.objects.get(slug=slug), number)


def _html(reader: User | None, publication: Publication, number: int) -> SafeString:
    place = {"questions": str(number), "key": publication.token}
    context = threads.under(reader, publication, "", place)
    return SafeString(render_to_string("supple/questions/under.html", context))
