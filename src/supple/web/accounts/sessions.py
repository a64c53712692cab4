"""Where somebody is logged in: seen, and ended from anywhere."""

from collections.abc import Callable
from datetime import datetime

from allauth.account.utils import perform_login
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from supple.value import Value
from supple.web.models import User

FRESH = 3600  # seconds for which "last used" may be late
NOTED = "session_noted"
BROWSERS = (  # the first mark found names it: Edge also says Chrome, and Chrome also says Safari
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


class LoggedIn(Value, kw_only=True):
    """A browser that somebody is logged in with; `here` for the one that asks."""

    key: int
    browser: str
    address: str
    since: datetime
    seen: datetime
    here: bool = False


class LastSeen:
    """Note at most once an hour that a session is used, and from where."""

    def __init__(self, handler: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the next handler."""
        if settings.SHARED and request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            if now - request.session.get(NOTED, 0) > FRESH:
                request.session[NOTED] = now
                UserSession.objects.create_from_request(request)
        return self.handler(request)


def let_in(request: HttpRequest, user: User) -> HttpResponseBase:
    """Log in somebody who came by a one-time link, and lead on to where they were going."""
    answer: HttpResponseBase = perform_login(request, user, email_verification="none")
    return answer


def logged_in(user: User, session_key: str | None) -> list[LoggedIn]:
    """Every session of the person, the one that asks first, then the latest used."""
    rows = UserSession.objects.purge_and_list(user)
    found = [
        LoggedIn(
            key=row.pk,
            browser=browser_of(row.user_agent),
            address=str(row.ip),
            since=row.created_at,
            seen=row.last_seen_at,
            here=row.session_key == session_key,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.here, one.seen), reverse=True)


def end(request: HttpRequest, user: User, key: int) -> bool:
    """End one session of the person, be it the one that asks; False where it is not theirs."""
    row = UserSession.objects.filter(user_id=user.pk, pk=key).first()
    if row is None:
        return False
    if row.session_key == request.session.session_key:
        logout(request)
    row.end()
    return True


def end_all(user: User) -> None:
    """End every session of the person."""
    for row in UserSession.objects.filter(user_id=user.pk):
        row.end()


def browser_of(user_agent: str) -> str:
    """What a person would call the browser and its device."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    device = next((name for mark, name in DEVICES if mark in user_agent), "")
    if browser and device:
        return _("%(browser)s on %(device)s") % {"browser": browser, "device": device}
    return browser or device or _("A browser that does not say its name")
