"""Asking: what is said before the first post, what is heard in a text, then the post."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.exercise.load import load_library
from supple.web.person import PersonRequest, member, own_words
from supple.web.publishing import shelf
from supple.web.questions import check, names, posting, threads
from supple.web.questions.heard import Heard, hear
from supple.web.questions.models import Post
from supple.web.questions.posting import Place, Refused
from supple.web.views import note
from supple.web.views.errors import missing
from supple.web.views.threads import thread_address


@require_safe
@member
def mine(request: PersonRequest) -> HttpResponse:
    """What I asked and what was answered, and what I marked as mine too."""
    asked = Post.objects.filter(author=request.user, kind=Post.Kind.QUESTION)
    asked = asked.exclude(state=Post.State.REMOVED).order_by("-made")
    marked = Post.objects.filter(me_too__owner=request.user, state=Post.State.SHOWN)
    context = {
        "asked": threads.threads(request.user, list(asked)),
        "marked": threads.threads(request.user, list(marked.order_by("-made"))),
        "pen": names.pen_of(request.user),
    }
    return render(request, "supple/questions/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member
def name(request: PersonRequest) -> HttpResponse:
    """Say in plain words what writing here means, and choose a name to write under."""
    pen, wrong = names.pen_of(request.user), ""
    after = request.GET.get("next", "")
    if request.method == "POST":
        agreed = request.POST.get("agree") == "yes"
        wrong = "" if agreed else _("Tick the box first: it says that you have read this.")
        wrong = wrong or names.agree(request.user, request.POST.get("name", ""))
        if not wrong:
            own = url_has_allowed_host_and_scheme(after, allowed_hosts=None)
            return redirect(after if own and after.startswith("/") else "ask")
    written = request.POST.get("name") or (pen.name if pen else names.proposed())
    context = {"pen": pen, "name": written, "wrong": wrong}
    status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK
    return render(request, "supple/questions/name.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member
def new(request: PersonRequest) -> HttpResponse:
    """Ask a question under a routine, or at an exercise."""
    place = _place(request)
    return _write(request, place) if place else missing(request)


@require_http_methods(["GET", "HEAD", "POST"])
@member
def reply(request: PersonRequest, key: UUID) -> HttpResponse:
    """Reply under a question that is shown."""
    post = threads.reached(request.user, key, request.GET.get("key", ""))
    if post is None or post.kind != Post.Kind.QUESTION or post.state != Post.State.SHOWN:
        return missing(request)
    return _write(request, Place(post.publication, post.exercise, post))


def _place(request: PersonRequest) -> Place | None:
    """Where the question is to stand; None for a place that there is not."""
    slug, exercise = request.GET.get("routine", ""), request.GET.get("exercise", "")
    if exercise and exercise not in load_library().exercises:
        return None
    if not slug:
        return Place(None, exercise) if exercise else None
    publication = shelf.visible(request.user, slug, request.GET.get("key", ""))
    return Place(publication, exercise) if publication else None


def _write(request: PersonRequest, place: Place) -> HttpResponse:
    """The form; then what is heard in the text, at once; then the post."""
    if names.pen_of(request.user) is None:
        return redirect(reverse("ask-name", query={"next": request.get_full_path()}))
    if request.method != "POST":
        return _form(request, place, "")
    text = posting.plain(request.POST.get("text", ""))
    wrong = posting.too_long(text)
    if wrong:
        return _form(request, place, text, wrong=wrong)
    heard = hear(text, check.said(request.POST), new=posting.is_new(request.user))
    if check.speaks_first(heard) and request.POST.get("step") != "post":
        return _form(request, place, text, heard=heard)
    return _post(request, place, text, heard)


def _form(  # noqa: PLR0913 - what the page says, each named
    request: PersonRequest,
    place: Place,
    text: str,
    *,
    heard: Heard | None = None,
    wrong: str = "",
    post: Post | None = None,
) -> HttpResponse:
    page = check.page(request.user, place, heard, own_words())
    context = {
        "place": place,
        "text": text,
        "wrong": wrong,
        "post": post,
        "with_key": threads.with_key(request.GET),
        **page,
    }
    status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK
    return render(request, "supple/questions/write.html", context, status=status)


def _post(request: PersonRequest, place: Place, text: str, heard: Heard) -> HttpResponse:
    kept = posting.write(request.user, place, text, heard)
    if isinstance(kept, Refused):
        answer = _form(request, place, text, wrong=kept.sentence)
        answer.status_code = HTTPStatus.TOO_MANY_REQUESTS if kept.wait else HTTPStatus.CONFLICT
        return answer
    if request.POST.get("leave-out") == "yes":
        note.leave_out(request, heard)
    for sentence in check.told(heard):
        messages.info(request, sentence)
    return redirect(thread_address(request, kept))


@require_http_methods(["GET", "HEAD", "POST"])
@member
def edit(request: PersonRequest, key: UUID) -> HttpResponse:
    """Change one's own words; they are heard anew."""
    post = _own(request, key)
    if post is None:
        return missing(request)
    place = Place(post.publication, post.exercise, post.thread)
    text = posting.plain(request.POST.get("text", post.text))
    wrong, heard = posting.too_long(text), None
    if request.method == "POST" and not wrong:
        heard = hear(text, check.said(request.POST), new=posting.is_new(request.user))
        if request.POST.get("step") == "post" or not check.speaks_first(heard):
            if posting.rewrite(post, text, heard, check.number(request.POST.get("version", ""))):
                return redirect(thread_address(request, post))
            wrong = _("This post was changed meanwhile. Look at it again, then send your words.")
    answer = _form(request, place, text, heard=heard, wrong=wrong, post=post)
    answer.status_code = HTTPStatus.CONFLICT if wrong else HTTPStatus.OK
    return answer


def _own(request: PersonRequest, key: UUID) -> Post | None:
    """A question or reply of the person's own; None for any other post."""
    post = threads.of_reader(request.user, key)
    own = post is not None and post.author_id == request.user.pk
    return post if post and own and post.kind != Post.Kind.ANSWER else None


@require_POST
@member
def remove(request: PersonRequest, key: UUID) -> HttpResponse:
    """Take back one's own words."""
    post = _own(request, key)
    if post is None:
        return missing(request)
    posting.remove(post)
    messages.success(request, _("Your words are gone from here."))
    return redirect(thread_address(request, post) if post.thread_id else "ask")


@require_POST
@member
def leave_out(request: PersonRequest, key: UUID) -> HttpResponse:
    """Leave out, in one's plans, what one's own question says."""
    post = threads.of_reader(request.user, key)
    if post is None or post.author_id != request.user.pk:
        return missing(request)
    note.leave_out(request, post.read_heard())
    return redirect("can-do")
