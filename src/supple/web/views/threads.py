"""One question with what is under it, and what a reader may do with it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.web import fitting
from supple.web.person import PersonRequest, member, own_words, public, readable
from supple.web.questions import offers, posting, reasons, threads
from supple.web.questions.heard import card_of
from supple.web.questions.models import Post
from supple.web.questions.rights import may_answer
from supple.web.views.errors import missing


def thread_address(request: HttpRequest, post: Post) -> str:
    """Where the question of a post is read, by the same key as now."""
    address = reverse("thread", args=[post.thread_id or post.pk])
    return address + threads.with_key(request.GET)


@require_safe
@public
def thread(request: HttpRequest, key: UUID) -> HttpResponse:
    """A question, the answers first, then the replies."""
    reader = readable(request)
    post = threads.reached(reader, key, request.GET.get("key", ""))
    if post is None:
        return missing(request)
    question = post.thread or post
    film = threads.film_of(question.publication)
    found = threads.threads(reader, [question], film)[0]
    context: dict[str, object] = {
        "thread": found,
        "more": bool(found.answers or found.replies) or not found.question.mine,
        "publication": question.publication,
        "with_key": threads.with_key(request.GET),
        "reader": reader,
        "offer": None,
        "on_desk": reader is not None and may_answer(reader, question),
    }
    if reader and question.author_id == reader.pk:
        routine = offers.routine_of(question.publication)
        heard, had = question.read_heard(), fitting.limits_of(reader)
        context["offer"] = offers.offer(heard, had, routine, own_words())
        if heard.stops:
            context["card"] = card_of(heard, own_words(), reader.preferences.emergency_number)
    return render(request, "supple/questions/thread.html", context)


@require_POST
@member
def me_too(request: PersonRequest, key: UUID) -> HttpResponse:
    """I have this too; or not, after all."""
    post = threads.reached(request.user, key, request.GET.get("key", ""))
    if post is None or post.kind != Post.Kind.QUESTION:
        return missing(request)
    posting.me_too(request.user, post)
    return redirect(thread_address(request, post))


@require_http_methods(["GET", "HEAD", "POST"])
@member
def report(request: PersonRequest, key: UUID) -> HttpResponse:
    """Ask a person to look at a post."""
    post = threads.reached(request.user, key, request.GET.get("key", ""))
    if post is None or post.author_id == request.user.pk:
        return missing(request)
    if request.method == "POST":
        said = request.POST.get("reason", "")
        if said in reasons.REASONS:
            posting.report(request.user, post, said)
            messages.success(request, _("Thank you. A person will look at it."))
            return redirect(thread_address(request, post))
    context = {
        "post": threads.entry(request.user, post),
        "reasons": reasons.reasons(),
        "with_key": threads.with_key(request.GET),
    }
    return render(request, "supple/questions/report.html", context)
