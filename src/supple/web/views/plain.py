"""Pages that hold nothing personal: safety, the way in, offline, and what the browser asks for."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from supple.safety.net import net_text
from supple.web import folder
from supple.web.accounts.sessions import let_in
from supple.web.person import own_words, owner, preferences_of
from supple.web.views.errors import closed

PAPER = "#faf7f2"


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """When to stop, and when to get help."""
    context = {
        "page": "safety",
        "net": net_text(own_words()),
        "number": preferences_of(request).emergency_number,
    }
    return render(request, "supple/safety.html", context)


@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Let a browser in by its one-time link; the one address whose opening changes something."""
    if not folder.use_link(settings.DATA, token):
        return closed(request)
    if settings.SHARED:
        return let_in(request, owner())
    login(request, owner(), backend="django.contrib.auth.backends.ModelBackend")
    return redirect("today")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What the service worker shows when a page cannot be reached."""
    return render(request, "supple/offline.html")


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """What makes Supple installable."""
    icons: list[dict[str, str]] = [
        {"src": static(f"supple/{name}.png"), "sizes": size, "type": "image/png", "purpose": use}
        for name, size, use in (
            ("icon-192", "192x192", "any"),
            ("icon-512", "512x512", "any"),
            ("icon-maskable-512", "512x512", "maskable"),
        )
    ]
    answer = {
        "name": "Supple",
        "short_name": "Supple",
        "description": _("Helps you follow an exercise routine that you or your clinician chose."),
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return JsonResponse(answer, content_type="application/manifest+json")


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The service worker, from the root so that it may serve every page."""
    path = finders.find("supple/sw.js")
    if not isinstance(path, str):
        return HttpResponseNotFound()
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - one read of one built file
        response = HttpResponse(file.read(), content_type="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Service-Worker-Allowed"] = "/"
    return response


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether the server answers."""
    return HttpResponse("ok", content_type="text/plain")
