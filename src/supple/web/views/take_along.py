"""The diary to print, and as tables."""

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from supple.web import answers, sessions
from supple.web.entries import entries, is_tiny
from supple.web.person import PersonRequest, own_words, personal, today_of
from supple.web.pictures import looks, since
from supple.web.tables import TABLES, as_csv
from supple.web.views.errors import missing


@require_safe
@personal
def printed(request: PersonRequest) -> HttpResponse:
    """The last twelve weeks on paper: the pictures, their sentences and every session."""
    today, say = today_of(request.user), own_words()
    kept = sessions.between(request.user, since(today), today)
    context = {
        "page": "diary",
        "since": since(today),
        "today": today,
        "rows": entries([one for one in kept if not is_tiny(one)]),
        **looks(kept, answers.all_of(request.user), today, say),
    }
    return render(request, "supple/diary_print.html", context)


@require_safe
@personal
def table(request: PersonRequest, name: str) -> HttpResponseBase:
    """One of the diary's tables as a CSV file."""
    if name not in TABLES:
        return missing(request)
    rows = TABLES[name](request.user)
    response = StreamingHttpResponse(as_csv(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="supple-{name}.csv"'
    return response
