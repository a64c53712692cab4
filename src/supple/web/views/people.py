"""Who has an account here, for the owner: roles are given and taken back, accounts removed."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.web.accounts.leaving import leave
from supple.web.accounts.people import PAGE, accounts, give_role
from supple.web.models import Role
from supple.web.person import PersonRequest, owner_only
from supple.web.views.errors import missing


@require_safe
@owner_only
def people(request: PersonRequest) -> HttpResponse:
    """The list of accounts, a page of it, or those with a name."""
    sought = request.GET.get("q", "")[:80]
    shown = Paginator(accounts(sought), PAGE).get_page(request.GET.get("page"))
    context = {"page": "about", "people": shown, "sought": sought}
    return render(request, "supple/accounts/people.html", context)


@require_POST
@owner_only
def role(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Make somebody a therapist, or a person again."""
    user = give_role(key, request.POST.get("role", ""))
    if user is None:
        return missing(request)
    told = {
        Role.THERAPIST: _("%(who)s is a therapist here now."),
        Role.PERSON: _("%(who)s is no therapist here any more."),
    }
    messages.success(request, told[Role(user.role)] % {"who": user.name or user.email})
    return redirect("people")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def remove(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Ask once, then remove an account with everything of its person."""
    user = accounts().filter(pk=key).first()
    if user is None:
        return missing(request)
    if request.method != "POST":
        context = {"page": "about", "who": user}
        return render(request, "supple/accounts/people_remove.html", context)
    leave(user)
    messages.success(request, _("The account and everything of it are removed."))
    return redirect("people")
