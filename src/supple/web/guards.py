"""What every request must satisfy before a view sees it, and what every answer says."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from supple.web.views import errors

Handler = Callable[[HttpRequest], HttpResponseBase]
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"


class ExactHost:
    """Answer 421 unless the Host is one that this server was started for.

    Another name that leads here (DNS rebinding) would let a stranger's page
    read the diary as if it were its own.
    """

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the next handler, or 421."""
        if request.META.get("HTTP_HOST", "").lower() not in settings.ADDRESSES:
            return errors.misdirected(request)
        return self.handler(request)


class SameOrigin:
    """Refuse an unsafe request that does not name this very address as its origin."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the next handler, or 403."""
        own = f"{request.scheme}://{request.META['HTTP_HOST']}".lower()
        origin = request.META.get("HTTP_ORIGIN", "").lower()
        if request.method not in SAFE_METHODS and origin != own:
            return errors.forged(request)
        return self.handler(request)


class Headers:
    """Say on every answer what the page may use, and that nobody is to keep what is personal."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the next handler with its headers."""
        response = self.handler(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Frame-Options", "DENY")
        return response
