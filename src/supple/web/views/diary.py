"""The diary: what was done on which day, how the pain was, and past sessions by hand."""

import re
import uuid
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from supple.track.calendar import month_of
from supple.web import answers, course, fragments, milestones, notes, sessions
from supple.web.entries import cells, entries, is_tiny, month_name, weekdays
from supple.web.forms import PastSession, pain_of
from supple.web.models import Session, User
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.pictures import looks, pain_direction, since, studies_of
from supple.web.remembered import remembered
from supple.web.views.errors import missing
from supple.web.views.today import SCALE
from supple.words import words

LATEST = 7


@require_safe
@personal
def diary(request: PersonRequest) -> HttpResponse:
    """What is due, the activity, a month of sessions, and pain, a picture and a sentence each."""
    today = today_of(request.user)
    first = _month(request.GET.get("month", ""), today)
    return _page(request, first, today, own_words().locale, whole="all" in request.GET)


def _found(user: User, first: date, today: date, locale: str, *, whole: bool) -> dict[str, object]:
    """What it shows with the month that begins on `first`."""
    say = words(locale)
    recent, around = _kept(user, first, since(today), today)
    given = answers.all_of(user)
    begun = sessions.first_day(user)
    return {
        "page": "diary",
        "any": begun is not None or bool(given),
        "due": milestones.card_of(begun, given, today),
        "told": milestones.told(given, today, pain_direction(recent)),
        "course": studies_of(given, say),
        **looks(recent, given, today, say),
        **_of_month(first, today, around, whole=whole),
    }


_page = remembered("supple/diary.html", _found)


def _of_month(
    first: date, today: date, around: list[sessions.Kept], *, whole: bool
) -> dict[str, object]:
    """The calendar of a month and its sessions as rows; tiny ones are rows of their own."""
    inside = [row for row in around if (row.date.year, row.date.month) == (first.year, first.month)]
    tiny = [row for row in inside if is_tiny(row)]
    listed = [row for row in inside if not is_tiny(row)]
    counted = [row for row in around if not is_tiny(row)]
    month = month_of(first.year, first.month, ((row.date, row.finished) for row in counted), today)
    following = _next(first)
    shown = listed if whole else listed[:LATEST]
    return {
        "month": month,
        "weeks": fragments.weeks(cells(month, counted)),
        "weekdays": weekdays(month),
        "shown": month_name(first),
        "first": first,
        "before": first - timedelta(days=1),
        "after": following if following <= today else None,
        "rows": fragments.rows(entries(shown)) if shown else "",
        "tiny": fragments.rows(entries(tiny)) if tiny else "",
        "tiny_number": len(tiny),
        "more": len(listed) if len(listed) > LATEST and not whole else 0,
    }


def _kept(
    user: User, first: date, since: date, today: date
) -> tuple[list[sessions.Kept], list[sessions.Kept]]:
    """The sessions since a day, and those around a month; one query where they overlap."""
    week = timedelta(days=7)
    begin, end = first - week, _next(first) + week
    if begin < since - 5 * week:
        return sessions.between(user, since, today), sessions.between(user, begin, end)
    both = sessions.between(user, min(begin, since), max(end, today))
    return (
        [row for row in both if since <= row.date <= today],
        [row for row in both if begin <= row.date <= end],
    )


def _month(text: str, today: date) -> date:
    """The first day of the month asked for; of this month for anything that is none."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", text)
    try:
        first = date(int(found[1]), int(found[2]), 1) if found else today.replace(day=1)
    except ValueError:
        first = today.replace(day=1)
    return first if date(1900, 1, 1) <= first <= today else today.replace(day=1)


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def add(request: PersonRequest) -> HttpResponse:
    """Write down a session that Supple did not lead."""
    form = PastSession(request.POST or None, today=today_of(request.user))
    if request.method == "POST" and form.is_valid():
        session = sessions.write(request.user, sessions.Written(**form.cleaned_data))
        _settle(request, None)
        messages.success(request, _("Kept in your diary."))
        return _onward(session, "")
    return _form(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def edit(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Correct a past session, whoever led it."""
    session = sessions.kept(request.user, key)
    if session is None:
        return missing(request)
    form = PastSession(
        request.POST or None,
        today=today_of(request.user),
        led=not session.by_hand,
        initial=sessions.as_written(session),
    )
    if request.method == "POST" and form.is_valid():
        before = sessions.read_answers(session).note
        sessions.correct(session, sessions.Written(**form.cleaned_data))
        _settle(request, session)
        messages.success(request, _("Corrected."))
        return _onward(session, before)
    return _form(request, form, session)


def _onward(session: Session, before: str) -> HttpResponse:
    """To the diary; first to what a new note asks for."""
    told = notes.heed(session, before)
    fresh = sessions.read_answers(session).note != before
    return redirect("note", session.pk) if fresh and told else redirect("diary")


def _settle(request: PersonRequest, session: Session | None) -> None:
    """Let the plans follow what is kept now."""
    led = session.script.plan if session and session.script else ""
    course.settled_anew(request.user, today_of(request.user), own_words().locale, led)


def _form(request: PersonRequest, form: PastSession, session: Session | None) -> HttpResponse:
    context = {
        "page": "diary",
        "form": form,
        "session": session,
        "scale": SCALE,
        "pain_before": pain_of(str(form["pain_before"].value())),
        "pain_after": pain_of(str(form["pain_after"].value())),
    }
    status = 400 if form.errors else 200
    return render(request, "supple/diary_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def delete(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Ask once, then forget a session."""
    session = sessions.kept(request.user, key)
    if session is None:
        return missing(request)
    if request.method == "POST":
        sessions.remove(session)
        _settle(request, session)
        messages.success(request, _("Deleted."))
        return redirect("diary")
    return render(request, "supple/diary_delete.html", {"page": "diary", "session": session})
