"""A routine on paper: the plan a person follows, as a PDF."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from supple.share.handout import Paper, compose, pdf
from supple.show.still import printed
from supple.web import plans
from supple.web.person import PersonRequest, own_words, personal
from supple.web.views.errors import missing

LETTER_LANDS = ("en-us", "en-ca", "es-mx", "fr-ca")


@require_safe
@personal
def handout(request: PersonRequest, routine: str) -> HttpResponse:
    """The sheet of a routine, in the person's own plan, body and language."""
    say = own_words()
    found = plans.routine(request.user, routine)
    plan = plans.plan_for(request.user, routine, say.locale)
    if found is None or plan is None:
        return missing(request)
    library = plans.library()
    drawings = printed(library, found.exercises, request.user.preferences.figure, say)
    sheet = compose(found, plan, library, drawings, say, paper=paper_of(request))
    answer = HttpResponse(pdf(sheet), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{routine}.pdf"'
    return answer


def paper_of(request: HttpRequest) -> Paper:
    """Letter where the browser's first language is one of North America's, else A4."""
    first = request.headers.get("Accept-Language", "").split(",")[0].split(";")[0].strip().lower()
    return "us-letter" if first in LETTER_LANDS else "a4"
