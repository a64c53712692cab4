"""The routines, and the page of each: what to do, how much, who said so."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from supple.web import can_do, figure, plans
from supple.web.models import User
from supple.web.person import PersonRequest, own_words, personal
from supple.web.publishing import page, shelf, standing
from supple.web.remembered import remembered
from supple.web.rows import routine_rows
from supple.web.views.errors import missing
from supple.words import words


@require_safe
@personal
def routines(request: PersonRequest) -> HttpResponse:
    """The routines that the person brought, and every ready one."""
    say = own_words()
    rows = [
        (routine, say.say(routine.name), say.say(routine.purpose), len(routine.items))
        for routine in plans.routines().values()
    ]
    context = {
        "page": "routines",
        "rows": rows,
        "own": [(routine, len(routine.items)) for routine in plans.own_routines(request.user)],
        "followed": [
            (one, shelf.edition(one.version).routine.name)
            for one in shelf.followed_by(request.user)
        ],
    }
    return render(request, "supple/routines.html", context)


@require_safe
@personal
def routine(request: PersonRequest, routine: str) -> HttpResponse:
    """One routine, step by step."""
    user, locale = request.user, own_words().locale
    if routine in plans.routines():
        return _page(request, routine, locale)
    shown = _found(user, routine, locale)
    if shown is None:
        return missing(request)
    # What someone else publishes, changes or takes back is seen at once.
    stands = standing.standing(user, routine, words(locale))
    around = page.around_steps(stands.page) if stands else {}
    return render(request, "supple/routine.html", {**shown, "standing": stands, **around})


def _found(user: User, routine: str, locale: str) -> dict[str, object] | None:
    """What it shows; None for no such routine."""
    found = plans.routine(user, routine)
    if found is None:
        return None
    say = words(locale)
    plan = plans.plan_for(user, routine, locale)
    script = plans.script_of(plan, locale) if plan else None
    return {
        "page": "routines",
        "routine": found,
        "name": say.say(found.name),
        "purpose": say.say(found.purpose),
        "cautions": [say.say(caution.say) for caution in found.cautions],
        "rows": routine_rows(found, locale),
        "figure": figure.page_data(user.preferences, found.exercises),
        **can_do.fitted_page(user, found, plan, say),
        "minutes": script.minutes if script else None,
        "own": plans.is_own(user, routine),
        "followed": plans.followed_name(user) == routine,
    }


_page = remembered("supple/routine.html", _found)


@require_POST
@personal
def follow(request: PersonRequest, routine: str) -> HttpResponse:
    """Do this routine from now on: its plan becomes the newest."""
    plan = plans.plan_for(request.user, routine, own_words().locale)
    if plan is None:
        return missing(request)
    plans.keep_plan(request.user, plan)
    return redirect("today")
