"""Today: how is your back, and one button that starts the session."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from supple.safety.expect import expectations
from supple.web import course, milestones, plans, screening, sessions
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.rows import plan_rows
from supple.web.views.errors import missing

SCALE = range(11)


@require_safe
@personal
def today(request: PersonRequest) -> HttpResponse:
    """The page a person opens Supple for."""
    say, name = own_words(), plans.followed_name(request.user)
    day, row = today_of(request.user), screening.latest(request.user)
    now = course.course_of(request.user, name, day, None, say.locale)
    if now is None:
        return render(request, "supple/today.html", {"page": "today"})
    plan, routine = now.plan, now.routine
    todays = course.in_form(now.plan, now.form)
    script = plans.script_of(todays, say.locale, wait=request.user.preferences.wait_for_tap)
    context = {
        "page": "today",
        "scale": SCALE,
        "plan": plan,
        "routine": say.say(routine.name) if routine else plan.routine,
        "minutes": max(1, round(script.seconds / 60)),
        "rows": plan_rows(todays, routine, say.locale),
        "may_start": row is not None and row.may_start,
        "asked": row is not None,
        "now": now,
        "changes": [step for step in now.steps if step.change != "same"],
        "expect": expectations(say) if now.form == "day-one" else (),
        "due": milestones.due_card(request.user, day),
        "morning": sessions.morning_due(now.past, day),
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
    plans.keep_plan(request.user, changed, [item])
    return redirect("today")
