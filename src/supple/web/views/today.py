"""Today: how is your back, and one button that starts the session."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from supple.web import plans, screening
from supple.web.person import PersonRequest, own_words, personal
from supple.web.rows import plan_rows
from supple.web.views.errors import missing

SCALE = range(11)


@require_safe
@personal
def today(request: PersonRequest) -> HttpResponse:
    """The page a person opens Supple for."""
    say = own_words()
    plan = plans.followed(request.user, say.locale)
    if plan is None:
        return render(request, "supple/today.html", {"page": "today"})
    routine = plans.routine(request.user, plan.routine)
    script = plans.script_of(plan, say.locale, wait=request.user.preferences.wait_for_tap)
    context = {
        "page": "today",
        "scale": SCALE,
        "plan": plan,
        "routine": say.say(routine.name) if routine else plan.routine,
        "minutes": max(1, round(script.seconds / 60)),
        "rows": plan_rows(plan, routine, say.locale),
        "may_start": screening.may_start(request.user),
        "asked": screening.latest(request.user) is not None,
    }
    return render(request, "supple/today.html", context)


@require_POST
@personal
def rung(request: PersonRequest, plan: str) -> HttpResponse:
    """Step on to another rung of a ladder: a new version of the plan."""
    language = get_language() or "en"
    current = plans.plan_for(request.user, plan, language)
    item, exercise = request.POST.get("item", ""), request.POST.get("exercise", "")
    routine = plans.routine(request.user, plan)
    if current is None or routine is None:
        return missing(request)
    try:
        changed = plans.with_rung(routine, current, item, exercise, language)
    except KeyError:
        return missing(request)
    plans.keep_plan(request.user, changed)
    return redirect("today")
