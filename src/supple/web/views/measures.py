"""The diary's questions: answered, corrected, withdrawn."""

from datetime import date
from typing import get_args

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.track.measures.course import Since
from supple.track.milestones import Milestone
from supple.web import answers, milestones
from supple.web.answer_forms import SINCE, AnswerForm, course_answer
from supple.web.answer_rows import answer_rows
from supple.web.person import PersonRequest, keep_zone, own_words, personal, today_of
from supple.web.views.errors import missing


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def question(request: PersonRequest, measure: str) -> HttpResponse:
    """Answer a measure today; what was answered today already stands in the form."""
    keep_zone(request.user, request.POST.get("zone", ""))
    return _answer(request, measure, today_of(request.user), past=False)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def correct(request: PersonRequest, measure: str, day: date) -> HttpResponse:
    """Set right an answer that was given before."""
    return _answer(request, measure, day, past=True)


def _answer(request: PersonRequest, name: str, day: date, *, past: bool) -> HttpResponse:
    measure = answers.measures().get(name)
    given = answers.all_of(request.user)
    before = [one for one in answers.to_question(given, name) if one.date == day]
    if measure is None or (past and not before):
        return missing(request)
    known = before[-1].answered if before else None
    activity = known.activity if known else answers.activity_of(given)
    fresh = "new" in request.GET and not past
    form = AnswerForm(measure, known, "" if fresh else activity, request.POST, own_words())
    if request.method == "POST" and not form.wrong:
        answers.keep(request.user, name, day, form.answered(day, request.user.zone))
        messages.success(request, _("Corrected.") if past else _("Kept in your diary."))
        return redirect("diary")
    context = {"page": "diary", "form": form, "day": day, "past": past, "known": bool(known)}
    status = 400 if form.wrong else 200
    return render(request, "supple/question.html", context, status=status)


@require_POST
@personal
def withdraw(request: PersonRequest, measure: str, day: date) -> HttpResponse:
    """Forget an answer."""
    if not answers.withdraw(request.user, measure, day):
        return missing(request)
    messages.success(request, _("Deleted."))
    return redirect("diary")


@require_POST
@personal
def milestone(request: PersonRequest, name: str) -> HttpResponse:
    """Keep the answer to a question of day 14 or week 6; the diary says what it leads to."""
    asked = next((one for one in get_args(Milestone) if one == name), None)
    if asked is None:
        return missing(request)
    today = today_of(request.user)
    if milestones.keep_milestone(request.user, asked, request.POST.get("answer", ""), today):
        messages.success(request, _("Kept in your diary."))
    return redirect("diary")


@require_POST
@personal
def course(request: PersonRequest) -> HttpResponse:
    """Keep how long the pain had lasted, so that the studies of such pain are shown."""
    chosen = next((one for one in get_args(Since) if one == request.POST.get("since")), None)
    if chosen:
        today = today_of(request.user)
        answers.keep(request.user, SINCE, today, course_answer(request.user, chosen, today))
    return redirect("diary")


@require_safe
@personal
def given(request: PersonRequest) -> HttpResponse:
    """Every answer, newest first, each to be corrected or deleted."""
    rows = answer_rows(answers.all_of(request.user), own_words())
    return render(request, "supple/answers.html", {"page": "diary", "rows": rows})
