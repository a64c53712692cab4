"""What leads on from a routine, as HTML that is made once for each state of the list."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from supple.value import Value
from supple.web.preferences import Preferences
from supple.web.publishing import index
from supple.web.publishing.changes import Edition
from supple.web.publishing.index import Listed, Stamp


class Around(Value, kw_only=True):
    """How many follow the routine, as far as that is said, and the routines beside it."""

    followers: int
    html: SafeString


def around(edition: Edition, locale: str, preferences: Preferences, *, public: bool) -> Around:
    """What is beside a routine just now; its feeds, too, where it is `public`."""
    return _around(edition, locale, preferences, index.stamp(), public=public)


@lru_cache(maxsize=256)
def _around(
    edition: Edition, locale: str, preferences: Preferences, state: Stamp, *, public: bool
) -> Around:
    rows = index.listed(state)
    slug = edition.routine.id
    context = {
        "related": index.related(rows, edition),
        "most": index.most_followed(one for one in rows if one.slug != slug),
        "slug": slug,
        "public": public,
        "preferences": preferences,
        "language": locale,
    }
    return Around(
        followers=next((one.many for one in rows if one.slug == slug), 0),
        html=SafeString(render_to_string("supple/publication/around.html", context)),
    )


@lru_cache(maxsize=128)
def rows_html(rows: tuple[Listed, ...], locale: str, preferences: Preferences) -> SafeString:
    """A list of routines."""
    context = {"rows": rows, "preferences": preferences, "language": locale}
    return SafeString(render_to_string("supple/publication/rows.html", context))
