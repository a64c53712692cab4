"""The public pages of routines: the list, a routine, its versions, its picture, its paper."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from supple.web import plans
from supple.web.caching import for_strangers
from supple.web.models import Publication, PublicationVersion
from supple.web.person import PersonRequest, own_words, personal, preferences_of, public, readable
from supple.web.publishing import (
    around,
    asked,
    card,
    index,
    leaving_out,
    page,
    shelf,
    standing,
    video,
)
from supple.web.publishing.changes import Edition
from supple.web.publishing.linked_data import About
from supple.web.publishing.models import State
from supple.web.views.errors import missing
from supple.web.views.handout import paper_of

A_LIST = 30
A_DAY = 24 * 3600


@gzip_page
@require_safe
@public
def routines(request: HttpRequest) -> HttpResponseBase:
    """Every public routine, the last published first."""
    locale, preferences = own_words().locale, preferences_of(request)
    listed = index.listed(index.stamp())
    shown = Paginator(listed, A_LIST).get_page(request.GET.get("page"))
    most = () if shown.has_previous() else index.most_followed(listed)
    context = {
        "page": "published",
        "shown": shown,
        "rows": around.rows_html(tuple(shown), locale, preferences),
        "most": around.rows_html(most, locale, preferences) if most else "",
    }
    return for_strangers(request, render(request, "supple/publication/list.html", context))


@gzip_page
@require_safe
@public
def routine(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A routine in its newest version, with the questions under it."""
    newest = _newest(request, slug)
    if newest is None:
        return _absent(request, slug)
    publication, edition = newest.publication, shelf.edition(newest)
    context = {
        **_page(request, newest, edition),
        **_fit(request, edition),
        "questions": asked.under(readable(request), publication, request.GET, own_words().locale),
        "around": around.around(
            edition, own_words().locale, preferences_of(request), public=not publication.token
        ),
    }
    answer = render(request, "supple/publication/routine.html", context)
    return _kept(request, publication, answer)


@gzip_page
@require_safe
@public
def version(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A routine as it was in one version."""
    newest = _newest(request, slug)
    if newest is None:
        return _absent(request, slug)
    wanted = newest.publication.versions.filter(number=number).first()
    if wanted is None:
        return missing(request)
    context = _page(request, wanted, shelf.edition(wanted))
    context["older"] = wanted.number != newest.number
    answer = render(request, "supple/publication/routine.html", context)
    return _kept(request, newest.publication, answer)


@gzip_page
@require_safe
@public
def history(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every version with what it changed."""
    newest = _newest(request, slug)
    if newest is None:
        return _absent(request, slug)
    publication = newest.publication
    context = {
        "page": "published",
        "publication": publication,
        "name": shelf.edition(newest).routine.name,
        "versions": standing.history(publication, own_words()),
    }
    answer = render(request, "supple/publication/history.html", context)
    return _kept(request, publication, answer)


@require_POST
@personal
def follow(request: PersonRequest, slug: str) -> HttpResponse:
    """Do this routine from now on, and begin."""
    found = shelf.visible(request.user, slug, request.POST.get("key", ""))
    if found is None:
        return missing(request)
    shelf.begin(request.user, found)
    plan = plans.plan_for(request.user, slug, own_words().locale)
    if plan is None:
        return missing(request)
    plans.keep_plan(request.user, plan)
    return redirect("play", slug)


@require_POST
@personal
def renew(request: PersonRequest, slug: str) -> HttpResponse:
    """Change over to the newest version, or stay with the one that is followed."""
    followed = shelf.following(request.user, slug)
    if followed is None:
        return missing(request)
    if request.POST.get("choice") == "stay":
        standing.decline(followed)
        messages.success(request, _("You stay with the version that you follow."))
    else:
        standing.renew(request.user, followed, own_words().locale)
        messages.success(request, _("You follow the new version from now on."))
    return redirect("routine", slug)


@require_safe
@public
def handout(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The routine on paper, as it is for nobody in particular."""
    newest = _newest(request, slug)
    if newest is None:
        return _absent(request, slug)
    publication, edition, locale = newest.publication, shelf.edition(newest), own_words().locale
    without, back = leaving_out.asked(request.GET), _address(request, publication)
    sheet = page.on_paper(edition, without, locale, paper_of(request), back)
    answer = HttpResponse(sheet, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slug}.pdf"'
    return _kept(request, publication, answer)


@require_safe
@public
def picture(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The picture that is shown where the routine's address is shared."""
    newest = _newest(request, slug)
    if newest is None:
        return missing(request)
    routine = shelf.edition(newest).routine
    under = _in_short(newest)
    drawn = card.card(routine.name, under, card.first_drawn(routine))
    answer = HttpResponse(drawn, content_type="image/png")
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # shown where it is shared
    return _kept(request, newest.publication, answer, A_DAY)


def _newest(request: HttpRequest, slug: str) -> PublicationVersion | None:
    """The newest version of a routine, where this request may see it."""
    return shelf.visible_version(readable(request), slug, request.GET.get("key", ""))


def _absent(request: HttpRequest, slug: str) -> HttpResponse:
    """The page for what was taken back, or for what never was."""
    if not shelf.withdrawn(slug, request.GET.get("key", "")):
        return missing(request)
    followed = shelf.followed_version(readable(request), slug)
    context = {"page": "published", "followed": followed, "slug": slug}
    return render(request, "supple/publication/withdrawn.html", context, status=HTTPStatus.GONE)


def _kept(
    request: HttpRequest, publication: Publication, answer: HttpResponse, *seconds: int
) -> HttpResponseBase:
    """Let caches keep what is public; not a page by link, nor what somebody leaves out."""
    if publication.state == State.PUBLIC and not leaving_out.asked(request.GET):
        return for_strangers(request, answer, *seconds)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _page(request: HttpRequest, version: PublicationVersion, edition: Edition) -> dict[str, object]:
    """What the page of a version shows above the questions."""
    say, publication = own_words(), version.publication
    about = About(
        address=_address(request, publication),
        picture=_address(request, publication, "publication-picture"),
        author=publication.author_name,
        version=version.number,
        published=version.made,
        minutes=page.minutes(edition, say.locale),
        language=say.locale,
    )
    return {
        "page": "published",
        "publication": publication,
        "edition": edition,
        "version": version,
        "about": about,
        "head": page.head(edition, about, public=not publication.token),
        "purpose": video.linked(edition.routine.purpose, edition.page.video),
        "body": page.body(edition, say.locale, preferences_of(request)),
        "followed": shelf.followed_version(readable(request), publication.slug),
        "log_in": _log_in(request.get_full_path()),
    }


def _fit(request: HttpRequest, edition: Edition) -> dict[str, object]:
    """What a reader without an account leaves out, and what is left."""
    say, without = own_words(), leaving_out.asked(request.GET)
    kept = [("without", name) for name in without]
    return {
        "choices": [] if readable(request) else leaving_out.choices(without, say),
        "fitted": leaving_out.fitted(edition, without, say.locale) if without else None,
        "kept_query": urlencode(kept),
    }


def _log_in(after: str) -> str:
    """Where a stranger logs in, to go on to `after`."""
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': after})}"


def _address(request: HttpRequest, publication: Publication, name: str = "publication") -> str:
    """The one whole address of a page of a publication, whichever name the request came by."""
    path = reverse(name, args=[publication.slug]) + publication.with_key
    return f"{settings.ORIGIN}{path}" if settings.ORIGIN else request.build_absolute_uri(path)


def _in_short(version: PublicationVersion) -> str:
    """How much it is and who wrote it, in one line."""
    edition = shelf.edition(version)
    minutes, steps = page.minutes(edition, own_words().locale), len(edition.routine.items)
    exercises = ngettext("%(n)d exercise", "%(n)d exercises", steps) % {"n": steps}
    time = ngettext("about %(n)d minute", "about %(n)d minutes", minutes) % {"n": minutes}
    return " · ".join(part for part in (exercises, time, version.publication.author_name) if part)
