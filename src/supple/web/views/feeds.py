"""What is new, for feed readers."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from supple.web.caching import for_strangers
from supple.web.models import Publication
from supple.web.person import own_words, public
from supple.web.publishing import feeds, shelf
from supple.web.publishing.models import State
from supple.web.views.errors import missing

FIVE_MINUTES = 5 * 60


@gzip_page
@require_safe
@public
def routines(request: HttpRequest) -> HttpResponseBase:
    """The routines that were published last."""
    return _answer(request, feeds.routines(_origin(request), own_words().locale))


@gzip_page
@require_safe
@public
def versions(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The versions of one routine."""
    found = _open(slug)
    if found is None:
        return missing(request)
    return _answer(request, feeds.versions(found, _origin(request), own_words()))


@gzip_page
@require_safe
@public
def answers(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The answers under one routine."""
    found = _open(slug)
    if found is None:
        return missing(request)
    return _answer(request, feeds.answers(found, _origin(request), own_words().locale))


def _open(slug: str) -> Publication | None:
    """A publication that everybody sees: a page by link has no feed."""
    found = shelf.visible(None, slug)
    return found if found and found.state == State.PUBLIC else None


def _origin(request: HttpRequest) -> str:
    return settings.ORIGIN or request.build_absolute_uri("/").rstrip("/")


def _answer(request: HttpRequest, feed: str) -> HttpResponseBase:
    answer = HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")
    return for_strangers(request, answer, FIVE_MINUTES)
