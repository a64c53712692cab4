"""Who is asking: the decorator of personal pages, their language, what each page shows of them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from functools import wraps
from typing import Concatenate, ParamSpec
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from supple.web import browser_words
from supple.web.models import Role, User
from supple.web.preferences import Preferences
from supple.web.views import errors
from supple.words import DEFAULT, Words, words

P = ParamSpec("P")
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
        if not isinstance(request.user, User):
            return errors.closed(request)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # user was just checked

    return guarded


def owner() -> User:
    """The one person of a single-user instance, made on first use."""
    user, _ = User.objects.get_or_create(role=Role.OWNER)
    return user


def today_of(user: User) -> date:
    """The date where the person is; in UTC until their browser has named a zone."""
    return day_of(user, datetime.now(UTC))


def day_of(user: User, moment: datetime) -> date:
    """The date of a moment where the person is."""
    try:
        zone: tzinfo = ZoneInfo(user.zone) if user.zone else UTC
    except (ZoneInfoNotFoundError, ValueError):
        zone = UTC
    return moment.astimezone(zone).date()


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
    user = getattr(request, "user", None)
    return user.preferences if isinstance(user, User) else Preferences()


def shell(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs."""
    preferences = preferences_of(request)
    user = getattr(request, "user", None)
    return {
        "let_in": isinstance(user, User),
        "preferences": preferences,
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
