"""The therapist's desk: the routines written there, from the first word to the last version."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.web import plans
from supple.web.forms import whole
from supple.web.models import Publication
from supple.web.person import PersonRequest, own_words, therapist
from supple.web.publishing import arrange, desk_page, page, shelf, standing, writing
from supple.web.publishing.desk_form import LONGEST_LINE, Read, read
from supple.web.publishing.draft import LONGEST_TITLE, Draft, edition_of
from supple.web.publishing.models import State
from supple.web.questions import desk as questions
from supple.web.sharing import desk as sharing
from supple.web.views.errors import missing

A_LIST = 20
UP, DOWN = -1, 1


@require_safe
@therapist
def desk(request: PersonRequest) -> HttpResponse:
    """My routines, questions waiting, people who share with me."""
    context = {
        "page": "desk",
        "own": Paginator(writing.own(request.user), A_LIST).get_page(request.GET.get("page")),
        "beginnings": desk_page.beginnings(request.user, own_words()),
        "waiting": questions.waiting(request.user),
        "people": sharing.people(request.user),
    }
    return render(request, "supple/desk/desk.html", context)


@require_POST
@therapist
def new(request: PersonRequest) -> HttpResponse:
    """Begin a routine: an empty one, or from one that there is."""
    title = " ".join(request.POST.get("title", "").split())[:LONGEST_TITLE]
    begin_from = request.POST.get("from", "")
    if not begin_from:
        made = writing.begin(request.user, Draft(title=title or _("A new routine")))
        return redirect("desk-routine", made.slug)
    found = plans.routine(request.user, begin_from)
    if found is None:
        return missing(request)
    return redirect("desk-routine", writing.begin_from(request.user, found, title).slug)


@require_http_methods(["GET", "HEAD", "POST"])
@therapist
def routine(request: PersonRequest, slug: str) -> HttpResponse:
    """Write a routine. Every button sends the whole form, so that nothing typed is lost."""
    found = writing.editable(request.user, slug)
    if found is None:
        return missing(request)
    kept = found.read_draft()
    if request.method != "POST":
        return _form(request, found, Read(draft=kept, errors={}))
    typed = read(request.POST, kept)
    if request.POST.get("saved") != str(found.saved):
        return _moved_on(request, found, typed)
    act = request.POST.get("act", "")
    if act == "look" or typed.errors:
        return _form(request, found, typed, request.POST)
    draft = _acted(typed.draft, act)
    if not writing.keep(slug, draft, found.saved):
        return _moved_on(request, writing.editable(request.user, slug) or found, typed)
    return redirect(_after(slug, act, request.POST.get("q", ""), draft))


def _acted(draft: Draft, act: str) -> Draft:
    """The draft after what the button that was pressed stands for."""
    what, _colon, which = act.partition(":")
    if what == "add" and (not which or which in plans.library().exercises):
        return arrange.added(draft, which)
    key = _number(which)
    if what == "drop":
        return arrange.dropped(draft, key)
    if what in {"up", "down"}:
        return arrange.moved(draft, key, UP if what == "up" else DOWN)
    return draft


def _number(text: str) -> int:
    """The key of a row; 0, which no row has, for anything else."""
    return whole(text, 6) or 0


def _after(slug: str, act: str, query: str, draft: Draft) -> str:
    """Where to go on after a button: to what it changed."""
    what, _colon, which = act.partition(":")
    if what == "publish":
        return reverse("desk-publish", args=[slug])
    address = reverse("desk-routine", args=[slug])
    if query.strip() and what in {"", "save", "find"}:
        return f"{address}?{urlencode({'q': query.strip()[:80]})}#add"
    if what == "add" and draft.rows:
        key = draft.rows[-1].key
        return f"{address}?open={key}#row-{key}"
    return f"{address}#row-{which}" if what in {"up", "down"} else address


def _form(
    request: PersonRequest, found: Publication, shown: Read, typed: QueryDict | None = None
) -> HttpResponse:
    say = own_words()
    query, unfold = request.GET.get("q", "")[:80], request.GET.get("open", "")
    context = {
        "page": "desk",
        "publication": found,
        **desk_page.form_page(shown.draft, typed, shown.errors, say, _number(unfold)),
        "preview": desk_page.preview(shown.draft, say),
        "q": query,
        "found": desk_page.found(query, say),
    }
    status = HTTPStatus.BAD_REQUEST if shown.errors else HTTPStatus.OK
    return render(request, "supple/desk/routine.html", context, status=status)


def _moved_on(request: PersonRequest, found: Publication, typed: Read) -> HttpResponse:
    """Show both: what was typed, ready to be kept after all, and what was kept meanwhile."""
    say = own_words()
    theirs = found.read_draft()
    context = {
        "page": "desk",
        "publication": found,
        **desk_page.form_page(typed.draft, request.POST, typed.errors, say),
        "preview": desk_page.preview(typed.draft, say),
        "theirs": desk_page.preview(theirs, say),
        "differences": standing.between(theirs, typed.draft, say),
    }
    return render(request, "supple/desk/routine.html", context, status=HTTPStatus.CONFLICT)


@require_POST
@therapist
def preview(request: PersonRequest, slug: str) -> HttpResponse:
    """The preview of what is typed, as a part of the page. Nothing is kept."""
    found = writing.editable(request.user, slug)
    if found is None:
        return missing(request)
    typed = read(request.POST, found.read_draft())
    context = {"preview": desk_page.preview(typed.draft, own_words()), "errors": typed.errors}
    return render(request, "supple/desk/preview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@therapist
def publish(request: PersonRequest, slug: str) -> HttpResponse:
    """Look at the page as it will be, and let others see it."""
    found = writing.editable(request.user, slug)
    if found is None:
        return missing(request)
    say, draft = own_words(), found.read_draft()
    hindrances = desk_page.hindrances(draft)
    if request.method == "POST" and not hindrances:
        return _published(request, found)
    last, edition = shelf.newest(found), edition_of(draft, slug)
    context = {
        "page": "desk",
        "publication": found,
        "last": last,
        "hindrances": hindrances,
        "differences": standing.since(last, edition, say) if last else (),
        "body": page.body(edition, say.locale, request.user.preferences),
        "name": found.author_name or request.user.name,
    }
    return render(request, "supple/desk/publish.html", context)


def _published(request: PersonRequest, found: Publication) -> HttpResponse:
    form = request.POST
    terms = writing.Terms(
        state=State.LINK if form.get("who") == "link" else State.PUBLIC,
        author_name=" ".join(form.get("author", "").split())[:LONGEST_TITLE],
        note=" ".join(form.get("note", "").split())[:LONGEST_LINE],
        questions_open=form.get("questions") == "on",
    )
    if form.get("saved") != str(found.saved) or not writing.publish(found, terms):
        messages.error(request, _("It was changed in another tab meanwhile. Look at it once more."))
        return redirect("desk-publish", found.slug)
    messages.success(request, _("Published. Who follows an older version keeps it."))
    return redirect("desk")


@require_http_methods(["GET", "HEAD", "POST"])
@therapist
def withdraw(request: PersonRequest, slug: str) -> HttpResponse:
    """Take the page back, or delete what was never published, once the therapist says so."""
    found = writing.editable(request.user, slug)
    if found is None:
        return missing(request)
    published = shelf.newest(found) is not None
    if request.method == "POST":
        if published:
            writing.withdraw(found)
            messages.success(request, _("Taken back. The routine stays on your desk."))
        else:
            writing.remove(found)
            messages.success(request, _("Deleted."))
        return redirect("desk")
    context = {"page": "desk", "publication": found, "published": published}
    return render(request, "supple/desk/withdraw.html", context)
