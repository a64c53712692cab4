"""About you: voice, sounds, text, theme, language, emergency number."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from supple.value import to_json, to_plain
from supple.web.forms import AboutYou, choices_of
from supple.web.person import PersonRequest, personal
from supple.web.preferences import read_preferences


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def about(request: PersonRequest) -> HttpResponse:
    """Show what is set, and keep what is changed."""
    user = request.user
    preferences, problem = read_preferences(user.preferences_document)
    form = AboutYou(request.POST or None, initial=to_plain(preferences))
    if request.method == "POST" and form.is_valid():
        user.preferences_document = to_json(form.preferences())
        user.save(update_fields=["preferences_document"])
        messages.success(request, _("Your settings are kept."))
        return redirect("about")
    context = {
        "page": "about",
        "form": form,
        "problem": problem,
        "choices": choices_of(),
    }
    return render(request, "supple/about.html", context, status=400 if form.errors else 200)
