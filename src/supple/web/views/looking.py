"""The desk's people: who shares a diary with the therapist, and what they chose to show."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from supple.web.accounts.people import PAGE
from supple.web.person import PersonRequest, therapist
from supple.web.sharing import shares
from supple.web.sharing.shown import shown
from supple.web.sharing.words import named
from supple.web.views.errors import missing


@require_safe
@therapist
def people(request: PersonRequest) -> HttpResponse:
    """Everyone who shares with the therapist, and the code by which others can."""
    code, sought = shares.code_of(request.user), request.GET.get("q", "")[:80]
    found = Paginator(shares.shown_to(request.user, sought), PAGE)
    page = found.get_page(request.GET.get("page"))
    context = {
        "page": "desk",
        "people": page,
        "rows": [(one, named(one.what)) for one in page],
        "sought": sought,
        "code": code and f"{code[:5]}-{code[5:]}",
        "address": code and f"{settings.ORIGIN}{reverse('sharing-with', args=[code])}",
    }
    return render(request, "supple/sharing/people.html", context)


@require_safe
@therapist
def diary(request: PersonRequest, key: UUID) -> HttpResponse:
    """What one person chose to show; the look is written down first."""
    share = shares.look(request.user, key)
    if share is None:
        return missing(request)
    context = {"page": "desk", "share": share, "what": named(share.what), **shown(share)}
    return render(request, "supple/sharing/diary.html", context)


@require_POST
@therapist
def end(request: PersonRequest, key: UUID) -> HttpResponse:
    """Look at somebody's diary no more."""
    found = shares.end(shares.shown_to(request.user), key)
    if found is None:
        return missing(request)
    messages.success(request, _("Ended. You see nothing of %(who)s now.") % {"who": found.name})
    return redirect("desk-people")


@require_POST
@therapist
def renew(request: PersonRequest) -> HttpResponse:
    """A new code; the old one leads nowhere."""
    shares.renew_code(request.user)
    messages.success(request, _("Here is a new code. An old one leads nowhere now."))
    return redirect("desk-people")
