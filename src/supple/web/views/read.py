"""The Read page: bring a handout, look at what was read, set it right, keep it as a routine."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST

from supple.read import correct
from supple.read.documents.load import LARGEST
from supple.read.worksheet import Entry, Worksheet
from supple.web import plans
from supple.web.names import like, names_of
from supple.web.person import PersonRequest, own_words, personal
from supple.web.reading import brought, page
from supple.web.reading.forms import Brought, Correction, Missed
from supple.web.reading.models import BroughtRoutine
from supple.web.reading.source import read_brought, too_large
from supple.web.views.errors import missing


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def read(request: PersonRequest) -> HttpResponse:
    """Paste, upload or name a handout; go on with one that is not finished."""
    form = Brought(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        sheet, problems = read_brought(given["text"], given["file"], given["address"])
        if sheet is not None:
            for problem in problems:
                messages.warning(request, problem.sentence)
            return redirect("read-sheet", brought.keep_new(request.user, sheet).pk)
        form.add_error(None, problems[0].sentence)
    context = {
        "page": "routines",
        "form": form,
        "largest": LARGEST,
        "too_large": too_large(),
        "unfinished": brought.unfinished(request.user),
    }
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "supple/read.html", context, status=status)


@gzip_page  # the words of a long page
@require_http_methods(["GET", "HEAD", "POST"])
@personal
def sheet(request: PersonRequest, key: str) -> HttpResponse:
    """The words of the page, and the routine read from them. Post: keep it as a routine."""
    row = brought.brought(request.user, key)
    if row is None:
        return missing(request)
    if request.method == "POST":
        return _keep(request, row)
    return _show(request, row)


def _show(request: PersonRequest, row: BroughtRoutine, wrong: str = "") -> HttpResponse:
    say = own_words()
    found = row.read_worksheet()
    shown = page.pieces(found)
    rows = page.entry_rows(found, shown, plans.library(), say)
    context = {
        "page": "routines",
        "sheet_key": row.pk,
        "sheet": found,
        "pieces": shown,
        "entries": rows,
        "doubts": sum(field.doubt for each in rows for field in (each.name, *each.fields)),
        "wrong": wrong,
        "kept": bool(row.routine_document),
    }
    status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK
    return render(request, "supple/read_sheet.html", context, status=status)


def _keep(request: PersonRequest, row: BroughtRoutine) -> HttpResponse:
    found = row.read_worksheet()
    named = correct.titled(found, request.POST.get("name", ""))
    if not named.title:
        return _show(request, row, _("Give the routine a name, then keep it."))
    brought.keep_sheet(row, named)
    if not named.entries:
        return _show(request, row, _("Add at least one exercise, then keep the routine."))
    if not brought.keep_routine(request.user, row, own_words().locale):
        sentence = _("Nobody does as much in one session. Set the numbers right, then keep it.")
        return _show(request, row, sentence)
    if request.POST.get("then") == "start":
        return redirect("play", row.pk)
    messages.success(request, _("This routine is kept. You find it under Routines."))
    return redirect("routine", row.pk)


@require_POST
@personal
def add(request: PersonRequest, key: str) -> HttpResponse:
    """Add an exercise that was missed, from its words."""
    row = brought.brought(request.user, key)
    if row is None:
        return missing(request)
    form = Missed(request.POST)
    if not form.is_valid():
        sentence = _("Mark or write the words of one exercise, at most %(n)d characters.")
        return _show(request, row, sentence % {"n": correct.LONGEST_WORDS})
    before = row.read_worksheet()
    after = correct.added(before, form.cleaned_data["words"], plans.library().exercises)
    brought.keep_sheet(row, after)
    messages.success(request, _("Added. Look it over."))
    return redirect(f"{reverse('read-sheet', args=[key])}#e{before.made + 1}")


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def entry(request: PersonRequest, key: str, number: int) -> HttpResponseBase:
    """Set one exercise right."""
    row = brought.brought(request.user, key)
    found = row.read_worksheet() if row else None
    one = correct.found(found, number) if found else None
    if row is None or found is None or one is None:
        return missing(request)
    form = _correction(request, found, one)
    if request.method == "POST" and form.is_valid():
        brought.keep_sheet(row, correct.replaced(found, form.corrected()))
        return redirect(f"{reverse('read-sheet', args=[key])}#e{number}")
    labels = page.labels()
    context = {
        "page": "routines",
        "row": row,
        "one": one,
        "key": str(number),
        "form": form,
        "pieces": page.pieces_of(found, one),
        "suggested": form.suggested,
        "amounts": [(labels[name], form[name]) for name in page.ORDER if name != "sides"],
        "labels": labels,
        "sides": page.side_names(),
        "before": correct.found(found, form.before),
    }
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "supple/read_entry.html", context, status=status)


def _correction(request: PersonRequest, found: Worksheet, one: Entry) -> Correction:
    locale = own_words().locale
    names = dict(page.library_names(locale))
    named_like = like(one.name, names_of(locale))
    suggested = correct.suggestions(one, plans.library().exercises, named_like)
    keys = [each.key for each in found.entries]
    place = keys.index(one.key)
    return Correction(
        request.POST or None,
        entry=one,
        before=one.harder_than or (keys[place - 1] if place else 0),
        suggested=[(key, names[key]) for key in suggested],
        library=list(names.items()),
    )


@require_POST
@personal
def drop(request: PersonRequest, key: str, number: int) -> HttpResponse:
    """Leave one exercise out."""
    row = brought.brought(request.user, key)
    found = row.read_worksheet() if row else None
    one = correct.found(found, number) if found else None
    if row is None or found is None or one is None:
        return missing(request)
    brought.keep_sheet(row, correct.dropped(found, number))
    sentence = _("“%(name)s” is left out. To have it back, mark its words and add them.")
    messages.success(request, sentence % {"name": one.name})
    return redirect("read-sheet", key)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def remove(request: PersonRequest, key: str) -> HttpResponse:
    """Forget a page and its routine, once the person says so."""
    row = brought.brought(request.user, key)
    if row is None:
        return missing(request)
    if request.method == "POST":
        brought.remove(request.user, row)
        messages.success(request, _("The routine is gone. What you did stays in your diary."))
        return redirect("routines")
    return render(request, "supple/read_remove.html", {"page": "routines", "row": row})
