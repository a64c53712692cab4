"""Today: how is your back, and one button that starts the session."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from supple.safety.expect import expectations
from supple.web import course, milestones, plans, screening, sessions
from supple.web.models import User
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.remembered import remembered
from supple.web.rows import plan_rows
from supple.web.views.errors import missing
from supple.words import words

SCALE = range(11)


@require_safe
@personal
def today(request: PersonRequest) -> HttpResponse:
    """The page a person opens Supple for."""
    return _page(request, today_of(request.user), own_words().locale)


def _found(user: User, day: date, locale: str) -> dict[str, object]:
    """What it shows; less where the routine that is followed cannot be read."""
    say, row = words(locale), screening.latest(user)
    now = course.course_of(user, plans.followed_name(user), day, None, locale)
    if now is None:
        return {"page": "today"}
    plan, routine = now.plan, now.routine
    reopened = screening.signs_open(row, user)
    todays = course.in_form(now.plan, now.form)
    script = plans.script_of(todays, locale, wait=user.preferences.wait_for_tap)
    return {
        "page": "today",
        "scale": SCALE,
        "plan": plan,
        "routine": say.say(routine.name) if routine else plan.routine,
        "minutes": script.minutes,
        "rows": plan_rows(todays, routine, locale),
        "may_start": reopened or (row is not None and row.may_start),
        "reopened": reopened,
        "asked": row is not None,
        "now": now,
        "changes": course.by_reason(step for step in now.steps if step.change != "same"),
        "expect": expectations(say) if now.form == "day-one" else (),
        "due": milestones.due_card(user, day),
        "morning": sessions.morning_due(now.past, day),
    }


_page = remembered("supple/today.html", _found)


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
