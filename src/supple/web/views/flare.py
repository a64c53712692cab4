"""A back that is worse, or something new: first the signs, then short and easy, a walk, or rest."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from supple.track.rule import Today
from supple.web import course, flares, plans, screening
from supple.web.forms import pain_of
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.views.errors import missing


def address(name: str, pain: str) -> str:
    """A page of these, with the pain that was said."""
    return f"{reverse(name)}?{urlencode({'pain': pain})}"


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def signs(request: PersonRequest) -> HttpResponse:
    """Ask the signs of an emergency and of today again; a card, or go on."""
    say = own_words()
    groups = screening.signs(say)
    wrong = ""
    if request.method == "POST":
        said = screening.given_at_once(request.POST.dict(), groups)
        if said:
            found = screening.again(request.user, said, say)
            return redirect("start") if found.card else _onward(request)
        wrong = _("Tick the lines that fit you. If you cannot tell, press “I am not sure”.")
    context = {"groups": groups, "wrong": wrong}
    status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK
    return render(request, "supple/signs.html", context, status=status)


def _onward(request: PersonRequest) -> HttpResponse:
    """To the player, which asks about a flare where there is one."""
    name, pain = plans.followed_name(request.user), request.GET.get("pain", "")
    return redirect(f"{reverse('play', args=[name])}?{urlencode({'pain': pain})}#go")


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def choose(request: PersonRequest) -> HttpResponse:
    """Flares are common: short and easy, a gentle walk, or rest. Each is as good."""
    user, say = request.user, own_words()
    day, pain = today_of(user), pain_of(request.GET.get("pain", ""))
    if request.method == "POST":
        chosen = request.POST.get("choice", "")
        if chosen not in flares.CHOICES:
            return missing(request)
        flares.keep(user, day, chosen, pain)
        messages.success(request, _("Kept in your diary. Tomorrow is another day."))
        return redirect("today")
    now = course.course_of(user, plans.followed_name(user), day, pain, say.locale)
    if now is None:
        return redirect("today")
    lasts = flares.lasts(user, now.past, now.standing, Today(date=day, pain=pain))
    context = {"plan": now.plan, "pain": pain, "now": now, "lasts": lasts}
    return render(request, "supple/choose.html", context)
