"""What a note after a session says: a card where it names a sign, and what could be left out."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from supple.web import fitting, notes, plans, sessions
from supple.web.models import Session
from supple.web.person import PersonRequest, own_words, personal
from supple.web.questions.heard import Heard
from supple.web.views.errors import missing


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def note(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Show what was heard; leave out of the plans what the person says yes to."""
    session, say = sessions.kept(request.user, key), own_words()
    if session is None:
        return missing(request)
    heard = notes.heard_in(session)
    if request.method == "POST" and heard is not None:
        leave_out(request, heard)
        return redirect(_onward(session))
    context = {"onward": _onward(session), **notes.page(session, heard, say)}
    return render(request, "supple/note.html", context)


def leave_out(request: PersonRequest, heard: Heard) -> None:
    """Leave out of the person's plans what their words say, since they said yes to it."""
    fitting.leave_out(request.user, heard.conditions)
    plans.refit(request.user, own_words().locale)
    messages.success(request, _("Your plans leave it out from now on. You can change that."))


def _onward(session: Session) -> str:
    """What changes next time; the diary, where nothing led the session."""
    return reverse("changes", args=[session.pk]) if session.script else reverse("diary")
