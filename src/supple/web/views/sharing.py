"""Sharing one's diary: with whom, what of it, who looked, and the end of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateformat import format as written
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.web.accounts.forms import LONGEST_NAME
from supple.web.models import User
from supple.web.person import PersonRequest, local, member
from supple.web.sharing import shares
from supple.web.sharing.words import named, part_words
from supple.web.views.errors import missing


@require_safe
@member
def sharing(request: PersonRequest) -> HttpResponse:
    """With whom the person shares, who looked, and with whom they could; a code leads on."""
    typed = request.GET.get("code", "")
    if shares.by_code(typed):
        return redirect("sharing-with", shares.tidy(typed))
    context = {
        "page": "diary",
        "shares": [(one, named(one.what)) for one in shares.of_person(request.user)],
        "looks": [
            (written(local(request.user, one.at), "j F Y, H:i"), one.therapist, named(one.what))
            for one in shares.looks_at(request.user)
        ],
        "authors": shares.authors(request.user),
        "typed": typed,
    }
    return render(request, "supple/sharing/sharing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member
def with_code(request: PersonRequest, code: str) -> HttpResponse:
    """Choose what the therapist of an invitation sees."""
    return _choose(request, shares.by_code(code))


@require_http_methods(["GET", "HEAD", "POST"])
@member
def with_author(request: PersonRequest, slug: str) -> HttpResponse:
    """Choose what the author of a routine sees that the person follows."""
    return _choose(request, shares.author_of(request.user, slug))


@require_http_methods(["GET", "HEAD", "POST"])
@member
def change(request: PersonRequest, key: UUID) -> HttpResponse:
    """Choose anew what a therapist sees."""
    found = shares.of_person(request.user).filter(pk=key).first()
    return _choose(request, found.therapist if found else None)


@require_POST
@member
def end(request: PersonRequest, key: UUID) -> HttpResponse:
    """End it: from the next moment nothing is shown."""
    found = shares.end(shares.of_person(request.user), key)
    if found is None:
        return missing(request)
    who = found.therapist.name or _("your therapist")
    messages.success(request, _("Ended. From now on %(who)s sees nothing of you.") % {"who": who})
    return redirect("sharing")


def _choose(request: PersonRequest, therapist: User | None) -> HttpResponse:
    if therapist is None or therapist.pk == request.user.pk:
        return missing(request)
    before = shares.open_between(request.user, therapist)
    chosen = shares.parts_of(before.what.split() if before else ())
    name = before.name if before else request.user.name
    wrong: dict[str, str] = {}
    if request.method == "POST":
        chosen = shares.parts_of(request.POST.getlist("what"))
        name = " ".join(request.POST.get("name", "").split())
        wrong = _wrong(chosen, name)
        if not wrong:
            shares.share(request.user, therapist, chosen, name)
            messages.success(request, _("Shared. You can change or end it at any time."))
            return redirect("sharing")
    context = {
        "page": "diary",
        "therapist": therapist,
        "before": before,
        "parts": [(part, *words, part in chosen) for part, words in part_words().items()],
        "name": name,
        "wrong": wrong,
        "back": reverse("sharing"),
    }
    return render(request, "supple/sharing/choose.html", context, status=400 if wrong else 200)


def _wrong(chosen: tuple[shares.Part, ...], name: str) -> dict[str, str]:
    """What is missing, by field."""
    wrong = {}
    if not chosen:
        wrong["what"] = _("Choose at least one part.")
    if not 0 < len(name) <= LONGEST_NAME:
        wrong["name"] = _("Write a name of at most 80 letters.")
    return wrong
