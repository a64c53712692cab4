"""After a session: how was it, in one tap an exercise."""

import uuid
from typing import get_args

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from supple.routine.log import Felt
from supple.value import changed
from supple.web import sessions
from supple.web.forms import pain_of
from supple.web.person import PersonRequest, personal
from supple.web.views.errors import missing
from supple.web.views.today import SCALE

FELT: tuple[Felt, ...] = get_args(Felt)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def after(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Ask how it was; every answer may be left out, and changed later."""
    session = sessions.kept(request.user, key)
    if session is None or session.script is None:
        return missing(request)
    answers = sessions.read_answers(session)
    script = session.script.read()
    if request.method == "POST":
        felt = {item.id: request.POST.get(f"felt-{item.id}", "") for item in script.items}
        said = {item: word for item, word in felt.items() if word in FELT}
        pain = pain_of(request.POST.get("pain", ""))
        sessions.keep_answers(session, changed(answers, pain_after=pain, felt=said))
        messages.success(request, _("Kept in your diary."))
        return redirect("diary")
    log = session.read_log()
    context = {
        "session": session,
        "log": log,
        "minutes": round(log.seconds / 60),
        "scale": SCALE,
        "answers": answers,
        "felt": felt_words(),
        "items": [
            (item, done, answers.felt.get(item.id, ""))
            for item, done in zip(script.items, log.items, strict=True)
        ],
    }
    return render(request, "supple/after.html", context)


def felt_words() -> tuple[tuple[Felt, str], ...]:
    """The four answers in words."""
    return (("easy", _("Easy")), ("right", _("Right")), ("hard", _("Hard")), ("hurt", _("Hurt")))
