"""The player's page: all that a session needs, so that it goes on without a network."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from supple.value import to_plain
from supple.web import figure, plans, screening, sessions
from supple.web.person import PersonRequest, own_words, personal
from supple.web.views.errors import missing


@gzip_page  # the script is long; other pages are too small to be worth the time
@require_safe
@personal
def play(request: PersonRequest, plan: str) -> HttpResponse:
    """Lead the session of a plan. Its script is kept under its hash for the log to name."""
    if not screening.may_start(request.user):
        return redirect("start")
    say = own_words()
    found = plans.plan_for(request.user, plan, say.locale)
    if found is None:
        return missing(request)
    preferences = request.user.preferences
    script = plans.script_of(found, say.locale, wait=preferences.wait_for_tap)
    plans.keep_script(script)
    sound = ("speech", "voice", "rate", "volume", "tones", "flash", "vibrate")
    context = {
        "script": script,
        "plain_script": to_plain(script),
        "figure": figure.page_data(preferences, tuple(item.exercise for item in script.items)),
        "settings": {name: getattr(preferences, name) for name in sound},
        "unfinished": sessions.unfinished(request.user, script),
    }
    return render(request, "supple/player.html", context)
