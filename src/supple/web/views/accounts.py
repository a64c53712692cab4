"""The person's own account: name, where they are logged in, taking things along, leaving.

Signing up, logging in, mails and passwords are allauth's (see accounts/urls.py).
"""

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.account.views import SignupView
from django.contrib import messages
from django.contrib.auth import logout
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.web.accounts import export, sessions
from supple.web.accounts.forms import Name
from supple.web.accounts.leaving import leave
from supple.web.models import Role
from supple.web.person import PersonRequest, member
from supple.web.views.errors import missing


class SignUp(SignupView):  # type: ignore[misc]  # allauth has no types
    """Making an account; a form that was sent twice at once makes one."""

    def form_valid(self, form: Form) -> HttpResponseBase:
        """Keep the account, or answer like the request that was faster."""
        try:
            with transaction.atomic():
                answer: HttpResponseBase = super().form_valid(form)
        except IntegrityError:
            return redirect("account_email_verification_sent")
        return answer


@require_safe
@member
def account(request: PersonRequest) -> HttpResponse:
    """What this instance knows of the account, and what can be done with it."""
    user = request.user
    context = {
        "page": "about",
        "who": user,
        "address": EmailAddress.objects.get_verified(user),
        "sessions": sessions.logged_in(user, request.session.session_key),
    }
    return render(request, "supple/accounts/account.html", context)


@require_POST
@member
def name(request: PersonRequest) -> HttpResponse:
    """Keep what others call the person."""
    form = Name(request.POST)
    if form.is_valid():
        request.user.name = form.cleaned_data["name"]
        request.user.save(update_fields=["name"])
        messages.success(request, _("Your name is kept."))
    else:
        messages.error(request, _("A name has 80 letters at most."))
    return redirect("account")


@require_POST
@member
def end_session(request: PersonRequest, key: int) -> HttpResponse:
    """Log out one browser of the person, wherever it is."""
    if not sessions.end(request, request.user, key):
        return missing(request)
    messages.success(request, _("That browser is logged out."))
    return redirect("account")


@require_safe
@member
def everything(request: PersonRequest) -> HttpResponseBase:
    """One file with everything that is kept of the person."""
    return FileResponse(
        export.archive(request.user),
        as_attachment=True,
        filename="supple-everything.zip",
        content_type="application/zip",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member
def delete(request: PersonRequest) -> HttpResponseBase:
    """Ask once, and for the password, then remove the account with everything of its person."""
    return missing(request) if request.user.role == Role.OWNER else _delete(request)


@reauthentication_required(allow_get=True, app="allauth.account")  # type: ignore[untyped-decorator]
def _delete(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "supple/accounts/delete.html", {"page": "about"})
    user = request.user
    logout(request)
    leave(user)
    messages.success(request, _("Your account and everything of yours are deleted."))
    return redirect("account_login")
