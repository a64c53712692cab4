"""What I can do, and what a person decides about an item of a routine."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from supple.exercise.load import load_library
from supple.fit.overrule import Overrule
from supple.value import BadValue, from_plain
from supple.web import can_do as page
from supple.web import fitting, plans
from supple.web.person import PersonRequest, own_words, personal
from supple.web.views.after import back
from supple.web.views.errors import missing


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def can_do(request: PersonRequest) -> HttpResponse:
    """Show what the person leaves out, and keep what they change."""
    say = own_words()
    if request.method == "POST":
        fitting.keep_answers(request.user, request.POST)
        plans.refit(request.user, say.locale)
        messages.success(request, _("Kept. Your plans are fitted to it."))
        return redirect("can-do")
    kept = fitting.can_do(request.user)
    context = {
        "page": "about",
        "limits": page.limits(kept, say),
        "shortcuts": page.shortcuts(kept, say),
        "said": bool(kept.conditions),
        "unknown": page.unknown(kept),
    }
    return render(request, "supple/can_do.html", context)


@require_POST
@personal
def decide(request: PersonRequest, routine: str, item: str) -> HttpResponse:
    """Keep an item, leave it out, do another exercise, or go back to what was suggested."""
    found = plans.routine(request.user, routine)
    if found is None or item not in {place.id for place in found.items}:
        return missing(request)
    choice, exercise = request.POST.get("choice", ""), request.POST.get("exercise", "")
    if choice == "undo":
        fitting.undo(request.user, routine, item)
    else:
        try:
            decision = from_plain({"item": item, "choice": choice, "exercise": exercise}, Overrule)
        except BadValue:
            return missing(request)
        if choice == "use" and exercise not in load_library().exercises:
            messages.error(request, _("Choose an exercise from the list first."))
            return redirect("routine", routine)
        fitting.decide(request.user, routine, decision)
    plans.refit(request.user, own_words().locale)
    if "back" in request.POST:
        return back(request)
    messages.success(request, _("Kept. You can change it again at any time."))
    return redirect("routine", routine)
