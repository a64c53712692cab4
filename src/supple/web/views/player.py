"""The player's page: all that a session needs, so that it goes on without a network."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from supple.routine.plan import Plan
from supple.value import to_plain
from supple.web import course, figure, plans, screening, sessions
from supple.web.forms import pain_of
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.views.errors import missing
from supple.web.views.flare import address

SHORT: course.Form = "short"


@gzip_page  # the script is long; other pages are too small to be worth the time
@require_safe
@personal
def play(request: PersonRequest, plan: str) -> HttpResponse:
    """Lead the session of a plan. Its script is kept under its hash for the log to name."""
    pain = request.GET.get("pain", "")
    if not screening.may_start(request.user):
        again = screening.signs_open(screening.latest(request.user), request.user)
        return redirect(address("signs", pain) if again else "start")
    locale = own_words().locale
    now = course.course_of(request.user, plan, today_of(request.user), pain_of(pain), locale)
    if now is None:
        return missing(request)
    first = _asked_first(request, now)
    return redirect(address(first, pain)) if first else _led(request, _plan_of(request, now))


def _asked_first(request: PersonRequest, now: course.Course) -> str:
    """The page that comes before this session: the signs, or the choice of a flare; or ""."""
    worse = course.is_flare(now)
    fresh = screening.answered_on(request.user, today_of(request.user))
    if request.GET.get("new") == "yes" or (worse and not fresh):
        return "signs"
    return "choose" if worse and request.GET.get("form") != SHORT else ""


def _plan_of(request: PersonRequest, now: course.Course) -> Plan:
    """What is done today: the plan as it is followed, in today's form."""
    kept = course.settle(request.user, now)
    return course.in_form(kept, SHORT if request.GET.get("form") == SHORT else now.form)


def _led(request: PersonRequest, plan: Plan) -> HttpResponse:
    preferences = request.user.preferences
    script = plans.script_of(plan, own_words().locale, wait=preferences.wait_for_tap)
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
