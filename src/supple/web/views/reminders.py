"""Reminders: off until chosen, neutral, at most one a day; by calendar or on this device."""

from datetime import time
from typing import get_args

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from supple.share.calendar import WEEK, Weekday, rings
from supple.value import changed
from supple.web import reminders
from supple.web.entries import weekday_names
from supple.web.person import PersonRequest, keep_zone, own_words, personal, today_of
from supple.web.views.errors import missing
from supple.words import words

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
@personal
def page(request: PersonRequest) -> HttpResponse:
    """Choose a time, or none."""
    today = today_of(request.user)
    choice = reminders.chosen(reminders.stored(request.user), today)
    return _page(request, choice, ())


def _page(request: PersonRequest, choice: reminders.Chosen, wrong: tuple[str, ...]) -> HttpResponse:
    today = today_of(request.user)
    row = reminders.stored(request.user)
    reminder = reminders.reminder_of(request.user, choice, today)
    rests = reminder.paused_until if reminder else None
    address = reverse("reminder-feed", args=[row.token]) if row and row.token else ""
    context = {
        "page": "diary",
        "choice": choice,
        "wrong": wrong,
        "days": list(zip(WEEK, weekday_names(), strict=True)),
        "rests": rests if rests and rests > today else None,
        "feed": request.build_absolute_uri(address) if address else "",
    }
    return render(request, "supple/reminders.html", context, status=400 if wrong else 200)


@require_POST
@personal
def keep(request: PersonRequest) -> HttpResponse:
    """Turn the reminder on with what was chosen."""
    keep_zone(request.user, request.POST.get("zone", ""))
    today = today_of(request.user)
    before = reminders.chosen(reminders.stored(request.user), today)
    at = _time(request.POST.get("at", ""))
    choice = changed(
        before,
        on=True,
        at=at or before.at,
        zone=request.POST.get("zone", "") or request.user.zone or "UTC",
        days=_days(request.POST.getlist("days")),
        first=today,
    )
    wrong = [problem.sentence for problem in reminders.problems(choice, own_words())]
    if at is None:
        wrong.insert(0, _("Write a time of day, such as 09:00."))
    if wrong:
        return _page(request, changed(choice, on=before.on), tuple(wrong))
    reminders.keep(request.user, choice)
    messages.success(request, _("Your reminder is on."))
    return redirect("reminders")


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _days(sent: list[str]) -> tuple[Weekday, ...]:
    return tuple(day for day in get_args(Weekday) if day in sent)


@require_POST
@personal
def change(request: PersonRequest, act: str) -> HttpResponse:
    """Turn it off, let it rest or go on, give its feed an address, a new one, or none."""
    row, today = reminders.stored(request.user), today_of(request.user)
    if row is None:
        return missing(request)
    choice = reminders.chosen(row, today)
    match act:
        case "off":
            reminders.keep(request.user, changed(choice, on=False, paused_until=None))
        case "rest":
            reminders.pause(request.user, today + reminders.REST)
        case "go-on":
            reminders.keep(request.user, changed(choice, paused_until=None))
        case "new-address":
            reminders.new_address(row)
        case "no-address":
            reminders.drop_address(row)
        case _:
            return missing(request)
    return redirect("reminders")


@require_safe
@personal
def file(request: PersonRequest) -> HttpResponse:
    """The calendar as a file to open once."""
    row = reminders.stored(request.user)
    if row is None:
        return missing(request)
    content, _problems = reminders.calendar(row, today_of(request.user), own_words())
    response = HttpResponse(content, content_type=CALENDAR)
    response.headers["Content-Disposition"] = 'attachment; filename="reminders.ics"'
    return response


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar for a program that follows it; its address is all that lets it in."""
    row = reminders.by_token(token)
    if row is None:
        return missing(request)
    say = words(row.owner.preferences.locale or own_words().locale)
    content, _problems = reminders.calendar(row, today_of(row.owner), say)
    return HttpResponse(content, content_type=CALENDAR)


@require_safe
@personal
def due(request: PersonRequest) -> JsonResponse:
    """When the reminder rings today and next, for the browser that shows it."""
    row, today = reminders.stored(request.user), today_of(request.user)
    choice = reminders.chosen(row, today)
    found = rings(reminders.reminder_of(request.user, choice, today), timezone.now())
    title = own_words().say("A moment for yourself")
    return JsonResponse({"today": found.today, "next": found.next, "title": title})
