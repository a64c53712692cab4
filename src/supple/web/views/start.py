"""Before the very first start: the signs that mean help, not exercise; then what sets limits."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from supple.safety.screen import Group, Verdict
from supple.value import changed, to_json
from supple.web import screening
from supple.web.forms import EmergencyNumber
from supple.web.models import Screening, User
from supple.web.person import PersonRequest, keep_zone, own_words, personal
from supple.words import Words


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def start(request: PersonRequest) -> HttpResponse:
    """One group of questions at a time; a card as soon as one is due."""
    if request.method == "POST":
        return _answer(request)
    row = screening.latest(request.user)
    say = own_words()
    if screening.signs_open(row, request.user):
        return redirect("signs")
    if row is not None and "again" not in request.GET:
        found = screening.verdict_of(row, request.user, say)
        if found.card is None and found.unanswered:
            return _ask(request, _open(found, say), screening.answers_of(row))
        context = {"card": found.card, "cleared": row.cleared}
        return render(request, "supple/start_done.html", context)
    return _ask(request, screening.asked(say)[0], {})


def _answer(request: PersonRequest) -> HttpResponse:
    say = own_words()
    groups = screening.asked(say)
    row = screening.latest(request.user)
    keep_zone(request.user, request.POST.get("zone", ""))
    answers: dict[str, str] = {}
    for group in groups:
        given = screening.given(request.POST.dict(), group)
        if not given:
            return _ask(request, group, answers, unanswered=request.POST.get("asked") == group.id)
        answers |= given
        cleared = screening.covered(row, answers)
        found = screening.verdict(answers, request.user, say, cleared=cleared)
        if screening.settled(found):
            return _keep(request.user, row, answers, found)
    return _ask(request, groups[0], {})


def _keep(
    user: User, row: Screening | None, answers: dict[str, str], found: Verdict
) -> HttpResponse:
    """Keep the answers, with the limits said before in `row`; a card, or the limits next."""
    opened = screening.opened_before(user)
    before = screening.answers_of(row) if row else {}
    screening.keep(user, screening.renewed(before, answers), found)
    return redirect("start") if found.card else _to_limits(opened=opened)


def _to_limits(*, opened: bool) -> HttpResponse:
    return redirect(reverse("start-limits") + ("" if opened else "?first"))


def _open(found: Verdict, say: Words) -> Group:
    """The first group that is still to be answered."""
    return next(group for group in screening.asked(say) if group.id in found.unanswered)


def _ask(
    request: PersonRequest, group: Group, answers: dict[str, str], *, unanswered: bool = False
) -> HttpResponse:
    groups = screening.asked(own_words())
    context = {
        "group": group,
        "number": [each.id for each in groups].index(group.id) + 1,
        "of": len(groups) + 1,
        "answers": answers,
        "wrong": _what_is_wrong(request, group) if unanswered else "",
    }
    status = HTTPStatus.BAD_REQUEST if unanswered else HTTPStatus.OK
    return render(request, "supple/start.html", context, status=status)


def _what_is_wrong(request: PersonRequest, group: Group) -> str:
    if request.POST.get(group.id) == "yes":
        return _("Tick the lines that fit you. If you cannot tell, press “I am not sure”.")
    return _("Please choose one of the three answers.")


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def limits(request: PersonRequest) -> HttpResponse:
    """What only sets limits; all of it may be skipped."""
    row = screening.latest(request.user)
    if row is None or not row.may_start:
        return redirect("start")
    say = own_words()
    group = screening.limits(say)
    if request.method == "POST":
        ticked = {line.id: "yes" for line in group.question if request.POST.get(line.id) == "yes"}
        screening.again(request.user, {group.id: "no"} | ticked, say)
        return redirect(_onward(request))
    context = {
        "group": group,
        "number": len(screening.asked(say)) + 1,
        "ticked": {name for name, said in screening.answers_of(row).items() if said == "yes"},
        "onward": _onward(request),
    }
    return render(request, "supple/start_limits.html", context)


def _onward(request: PersonRequest) -> str:
    """Once, where no emergency number is set, it is asked for; then today."""
    asked = "first" in request.GET and not request.user.preferences.emergency_number
    return reverse("start-number" if asked else "today")


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def number(request: PersonRequest) -> HttpResponse:
    """The number that a card for an emergency calls."""
    user = request.user
    form = EmergencyNumber(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data["emergency_number"]
        user.preferences_document = to_json(changed(user.preferences, emergency_number=told))
        user.save(update_fields=["preferences_document"])
        return redirect("today")
    wrong = request.method == "POST"
    status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK
    return render(request, "supple/start_number.html", {"form": form}, status=status)


@require_POST
@personal
def reopen(request: PersonRequest) -> HttpResponse:
    """The person says that a clinician has checked: the card is lifted where one may be."""
    row = screening.latest(request.user)
    if row is None:
        return redirect("start")
    opened = screening.opened_before(request.user)
    answers = screening.answers_of(row)
    found = screening.verdict(answers, request.user, own_words(), cleared=True)
    screening.keep(request.user, answers, found)
    return _to_limits(opened=opened) if found.may_start else redirect("start")
