"""Pages for what went wrong: what, and what next. Each renders without a database."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def refused(request: HttpRequest, status: HTTPStatus, sentence: str) -> HttpResponse:
    """An answer of `status`: a sentence for the player's own requests, a page for people."""
    if request.path.startswith("/api/"):
        return JsonResponse({"error": {"sentence": sentence}}, status=status)
    title = _titles()[status]
    context = {"title": title, "sentence": sentence, "status": status.value}
    return render(request, "supple/error.html", context, status=status)


def _titles() -> dict[HTTPStatus, str]:
    return {
        HTTPStatus.BAD_REQUEST: _("That could not be read"),
        HTTPStatus.FORBIDDEN: _("That did not come from this page"),
        HTTPStatus.NOT_FOUND: _("Nothing is here"),
        HTTPStatus.MISDIRECTED_REQUEST: _("This address is not mine"),
        HTTPStatus.INTERNAL_SERVER_ERROR: _("Something went wrong here"),
    }


def closed(request: HttpRequest) -> HttpResponse:
    """For a browser without the cookie: how to get a link."""
    sentence = _("This browser has not been let in: open the link that Supple printed.")
    if request.path.startswith("/api/"):
        return JsonResponse({"error": {"sentence": sentence}}, status=HTTPStatus.FORBIDDEN)
    return render(request, "supple/closed.html", status=HTTPStatus.FORBIDDEN)


def forged(
    request: HttpRequest,
    reason: str = "",  # noqa: ARG001 - Django's form for a wrong token
    exception: Exception | None = None,  # noqa: ARG001 - and for what is not allowed
) -> HttpResponse:
    """For an unsafe request from another page, or from a tab older than its sign-in."""
    sentence = _("Nothing was changed. Go back, load the page again, and try once more.")
    return refused(request, HTTPStatus.FORBIDDEN, sentence)


def misdirected(request: HttpRequest) -> HttpResponse:
    """For a request under a name this server was not started for."""
    sentence = _("Open Supple at the address that it printed when it started.")
    return refused(request, HTTPStatus.MISDIRECTED_REQUEST, sentence)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For a request that Django could not read, or that holds far more than a form does."""
    sentence = _("Nothing was changed. Go back and try once more.")
    if isinstance(exception, RequestDataTooBig):
        sentence = _("This is far more text than one form takes. Go back and send a part of it.")
    return refused(request, HTTPStatus.BAD_REQUEST, sentence)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """For an address that leads nowhere, or to someone else's."""
    sentence = _("The page may have been removed, or the address has a slip in it.")
    return refused(request, HTTPStatus.NOT_FOUND, sentence)


def broken(request: HttpRequest) -> HttpResponse:
    """For a fault of the program."""
    sentence = _("What you did before is kept. Load the page again in a moment.")
    return refused(request, HTTPStatus.INTERNAL_SERVER_ERROR, sentence)
