"""Who is asking: the decorator of personal pages, their language, what each page shows of them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from functools import wraps
from typing import Concatenate, ParamSpec
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from supple.web import browser_words
from supple.web.models import Role, User
from supple.web.preferences import Preferences
from supple.web.views import errors
from supple.words import DEFAULT, Words, words

P = ParamSpec("P")
DESK = frozenset({Role.OWNER, Role.THERAPIST})
ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")


class PersonRequest(HttpRequest):
    """A request of someone who was let in."""

    user: User


PersonView = Callable[Concatenate[PersonRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def personal(view: PersonView[P]) -> View[P]:
    """Serve the page to someone who was let in, and to others how to get in."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not readable(request):
            return way_in(request)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # user was just checked

    return guarded


def public(view: View[P]) -> View[P]:
    """Serve the page to anyone on a shared instance; on one's own, to who was let in."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if settings.SHARED or readable(request):
            return view(request, *args, **kwargs)
        return way_in(request)

    return guarded


def shared_only(view: View[P]) -> View[P]:
    """Serve the page on a shared instance; on one's own it does not exist."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs) if settings.SHARED else errors.missing(request)

    return guarded


def therapist(view: PersonView[P]) -> View[P]:
    """Serve a page of the desk to therapists and the owner; for others it does not exist."""
    return _for_roles(view, DESK)


def owner_only(view: PersonView[P]) -> View[P]:
    """Serve the page to the owner of a shared instance; for others it does not exist."""
    return _for_roles(view, frozenset({Role.OWNER}))


def member(view: PersonView[P]) -> View[P]:
    """Serve the page to everyone with an account; on one's own instance it does not exist."""
    return _for_roles(view, frozenset(Role))


def _for_roles(view: PersonView[P], roles: frozenset[Role]) -> View[P]:
    """Strangers are asked who they are; who has another role finds nothing."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not settings.SHARED:
            return errors.missing(request)
        user = readable(request)
        if not user:
            return way_in(request)
        if user.role not in roles:
            return errors.missing(request)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # user was just checked

    return guarded


def readable(request: HttpRequest) -> User | None:
    """Who is asking; None for a stranger."""
    user = getattr(request, "user", None)
    return user if isinstance(user, User) else None


def way_in(request: HttpRequest) -> HttpResponse:
    """How a stranger gets in: by logging in where there are accounts, else by a link."""
    if not settings.SHARED or request.path.startswith("/api/"):
        return errors.closed(request)
    # What was posted is not posted again by logging in.
    after = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
    return redirect_to_login(after)


def owner() -> User:
    """The one person of a single-user instance, made on first use."""
    user, _ = User.objects.get_or_create(role=Role.OWNER)
    return user


def today_of(user: User) -> date:
    """The date where the person is; in UTC until their browser has named a zone.

    Django's `timezone.now` is the one clock of the web: whoever turns it turns every page.
    """
    return day_of(user, timezone.now())


def day_of(user: User, moment: datetime) -> date:
    """The date of a moment where the person is."""
    return local(user, moment).date()


def local(user: User, moment: datetime) -> datetime:
    """A moment by the clock where the person is."""
    try:
        zone: tzinfo = ZoneInfo(user.zone) if user.zone else UTC
    except (ZoneInfoNotFoundError, ValueError):
        zone = UTC
    return moment.astimezone(zone)


def keep_zone(user: User, zone: str) -> None:
    """Remember the time zone that the person's browser names."""
    if zone and zone != user.zone and ZONE.fullmatch(zone):
        user.zone = zone
        user.save(update_fields=["zone"])


def own_words() -> Words:
    """The catalogue for exercise texts in the language of this request."""
    return words(translation.get_language() or settings.LANGUAGE_CODE)


def preferences_of(request: HttpRequest) -> Preferences:
    """What the person has set, and the usual for anyone else."""
    user = readable(request)
    return user.preferences if user else Preferences()


def shell(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs."""
    return frame(readable(request))


def frame(user: User | None) -> dict[str, object]:
    """What the frame of a page for someone, or for a stranger, needs."""
    return {
        "let_in": user is not None,
        "shared": settings.SHARED,
        "desk": settings.SHARED and user is not None and user.role in DESK,
        "owner": settings.SHARED and user is not None and user.role == Role.OWNER,
        "preferences": user.preferences if user else Preferences(),
        "language": translation.get_language(),
        "browser_words": browser_words.catalogue(translation.get_language() or DEFAULT),
    }


class OwnLanguage:
    """Answer in the language that the person chose, else the browser's."""

    def __init__(self, handler: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the next handler, in that language."""
        chosen = preferences_of(request).locale
        known = chosen in dict(settings.LANGUAGES)
        translation.activate(chosen if known else translation.get_language_from_request(request))
        response = self.handler(request)
        response.headers.setdefault("Content-Language", translation.get_language() or "en")
        translation.deactivate()
        return response
