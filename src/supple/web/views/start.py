"""Before the very first start: the signs that mean help, not exercise."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from supple.safety.screen import Answer, Group
from supple.web import screening
from supple.web.person import PersonRequest, keep_zone, own_words, personal


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def start(request: PersonRequest) -> HttpResponse:
    """One group of questions at a time; a card as soon as one is due."""
    if request.method == "POST":
        return _answer(request)
    row = screening.latest(request.user)
    say = own_words()
    again = "again" in request.GET
    if row is not None and not again:
        found = screening.verdict_of(row, request.user, say)
        context = {"card": found.card, "cleared": row.cleared}
        return render(request, "supple/start_done.html", context)
    return _ask(request, screening.asked(say)[0], {})


def _answer(request: PersonRequest) -> HttpResponse:
    say = own_words()
    groups = screening.asked(say)
    keep_zone(request.user, request.POST.get("zone", ""))
    answers: dict[str, str] = {}
    for group in groups:
        given = _given(request, group)
        if not given:
            return _ask(request, group, answers, unanswered=request.POST.get("asked") == group.id)
        answers |= given
        found = screening.verdict(answers, request.user, say)
        if screening.settled(found):
            screening.keep(request.user, answers, found)
            return redirect("start" if found.card else "today")
    return _ask(request, groups[0], {})


def _given(request: PersonRequest, group: Group) -> dict[str, str]:
    """What was answered of a group: ticked lines, and the button for all the others."""
    ticked = {
        line.id: Answer.YES.value for line in group.question if request.POST.get(line.id) == "yes"
    }
    whole = request.POST.get(group.id, "")
    if whole not in set(Answer):
        return {}
    return ticked | {group.id: Answer.NO.value if ticked else whole}


def _ask(
    request: PersonRequest, group: Group, answers: dict[str, str], *, unanswered: bool = False
) -> HttpResponse:
    groups = screening.asked(own_words())
    context = {
        "group": group,
        "number": [each.id for each in groups].index(group.id) + 1,
        "of": len(groups),
        "answers": answers,
        "wrong": _("Please choose one of the three answers.") if unanswered else "",
    }
    status = HTTPStatus.BAD_REQUEST if unanswered else HTTPStatus.OK
    return render(request, "supple/start.html", context, status=status)


@require_POST
@personal
def reopen(request: PersonRequest) -> HttpResponse:
    """The person says that a clinician has checked: the card is lifted where one may be."""
    row = screening.latest(request.user)
    if row is None:
        return redirect("start")
    say = own_words()
    answers = screening.answers_of(row)
    found = screening.verdict(answers, request.user, say, cleared=True)
    screening.keep(request.user, answers, found)
    return redirect("start" if found.card else "today")
