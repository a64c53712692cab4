"""After a session and the next morning: how was it, in one tap each, and what changes for it."""

import uuid
from typing import get_args

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.routine.log import Felt, Morning
from supple.routine.script import ScriptItem
from supple.value import changed
from supple.web import course, notes, sessions
from supple.web.forms import LONGEST_NOTE, pain_of
from supple.web.models import Session
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.sessions import Answers, Offer
from supple.web.views.errors import missing
from supple.web.views.today import SCALE

FELT: tuple[Felt, ...] = get_args(Felt)
MORNINGS: tuple[Morning, ...] = get_args(Morning)
OFFERS: tuple[Offer, ...] = get_args(Offer)


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
        sessions.keep_answers(session, _said(request, answers, script.items, session))
        told = notes.heed(session, answers.note)
        _settled(request, session.script.plan)
        return redirect("note" if told else "changes", key)
    log = session.read_log()
    context = {
        "session": session,
        "log": log,
        "minutes": round(log.seconds / 60),
        "scale": SCALE,
        "answers": answers,
        "felt": felt_words(),
        "mornings": morning_words() if session.date < today_of(request.user) else (),
        "items": [
            (item, done, answers.felt.get(item.id, ""))
            for item, done in zip(script.items, log.items, strict=True)
        ],
    }
    return render(request, "supple/after.html", context)


def _said(
    request: PersonRequest, answers: Answers, items: tuple[ScriptItem, ...], session: Session
) -> Answers:
    """The answers of the form; one that is no longer given is withdrawn."""
    felt = {item.id: request.POST.get(f"felt-{item.id}", "") for item in items}
    morning = answers.next_morning
    if session.date < today_of(request.user):
        morning = _morning(request.POST.get("morning", ""))
    return changed(
        answers,
        pain_after=pain_of(request.POST.get("pain", "")),
        felt={item: word for item, word in felt.items() if word in FELT},
        note=request.POST.get("note", "").strip()[:LONGEST_NOTE],
        next_morning=morning,
    )


def _morning(text: str) -> Morning | None:
    return next((morning for morning in MORNINGS if morning == text), None)


def _course(request: PersonRequest, plan_id: str) -> course.Course | None:
    """Where the person stands with a plan today; None for a plan that is gone."""
    user, locale = request.user, own_words().locale
    return course.course_of(user, plan_id, today_of(user), None, locale)


def _settled(request: PersonRequest, plan_id: str) -> None:
    """Keep what the answers change in the plan."""
    now = _course(request, plan_id)
    if now is not None:
        course.settle(request.user, now)


@require_safe
@personal
def changes(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """What changes next time, each with its reason; a step up is offered."""
    session = sessions.kept(request.user, key)
    if session is None or session.script is None:
        return missing(request)
    now = _course(request, session.script.plan)
    steps = now.steps if now else ()
    context = {
        "session": session,
        "plan": session.script.plan,
        "first": session.date == sessions.first_day(request.user),
        "changes": course.by_reason(s for s in steps if s.change != "same" or s.offer),
        "same": course.by_reason(s for s in steps if s.change == "same" and not s.offer),
        "back": key,
    }
    return render(request, "supple/changes.html", context)


@require_POST
@personal
def offer(request: PersonRequest, plan: str) -> HttpResponse:
    """Take a step up, or not now."""
    now = _course(request, plan)
    said = next((one for one in OFFERS if one == request.POST.get("answer")), None)
    item = request.POST.get("item", "")
    if now is None or said is None or not course.answer_offer(request.user, now, item, said):
        return missing(request)
    _settled(request, plan)
    return back(request)


def back(request: PersonRequest) -> HttpResponse:
    """To the changes of the session that a form names, or to Today."""
    try:
        return redirect("changes", uuid.UUID(request.POST.get("back", "")))
    except ValueError:
        return redirect("today")


@require_POST
@personal
def morning(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """How the next morning was, in one tap."""
    session = sessions.kept(request.user, key)
    said = _morning(request.POST.get("morning", ""))
    if session is None or said is None or session.date >= today_of(request.user):
        return missing(request)
    sessions.keep_answers(session, changed(sessions.read_answers(session), next_morning=said))
    if session.script is not None:
        _settled(request, session.script.plan)
    messages.success(request, _("Kept in your diary."))
    return redirect("today")


def felt_words() -> tuple[tuple[Felt, str], ...]:
    """The four answers in words."""
    return (("easy", _("Easy")), ("right", _("Right")), ("hard", _("Hard")), ("hurt", _("Hurt")))


def morning_words() -> tuple[tuple[Morning, str], ...]:
    """The two answers of the next morning in words."""
    return (("usual", _("As usual")), ("worse", _("Worse")))
