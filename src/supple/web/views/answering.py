"""The desk of questions: waiting, answering, saved answers, and posts to look at."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from supple.web.models import Publication
from supple.web.person import PersonRequest, own_words, therapist
from supple.web.publishing import shelf
from supple.web.questions import check, desk, moderation, posting, reasons, threads
from supple.web.questions.heard import card_of
from supple.web.questions.models import Post, SavedAnswer
from supple.web.questions.rights import may_answer
from supple.web.views.errors import missing


@require_safe
@therapist
def waiting(request: PersonRequest) -> HttpResponse:
    """Questions without an answer: the most serious first, then the oldest."""
    page = desk.waiting(request.user, request.GET.get("page", "1"))
    context = {"page": "desk", "rows": page, "to_look_at": moderation.count(request.user)}
    return render(request, "supple/questions/waiting.html", context)


def _mine(request: PersonRequest, key: UUID) -> Post | None:
    """A post on this person's desk; None for any other."""
    post = Post.objects.select_related("publication", "thread").filter(pk=key).first()
    return post if post and may_answer(request.user, post) else None


@require_http_methods(["GET", "HEAD", "POST"])
@therapist
def answer(request: PersonRequest, key: UUID) -> HttpResponse:
    """A question with why it is where it is, what was answered, and the form."""
    question = _mine(request, key)
    if question is None or question.kind != Post.Kind.QUESTION:
        return missing(request)
    taken = desk.Taken(kept=False)
    if request.method == "POST":
        seen = check.number(request.POST.get("seen", ""))
        taken = desk.answer(request.user, question, request.POST.get("text", ""), seen)
        if taken.kept:
            messages.success(request, desk.told(question))
            return redirect("desk-questions")
    status = HTTPStatus.CONFLICT if taken.newer or taken.wrong else HTTPStatus.OK
    return render(
        request,
        "supple/questions/answer.html",
        _answer_page(request, question, taken),
        status=status,
    )


def _answer_page(request: PersonRequest, question: Post, taken: desk.Taken) -> dict[str, object]:
    say, heard = own_words(), question.read_heard()
    film = threads.film_of(question.publication)
    ready = desk.prepared(request.user, question, say)
    begun = next((one.text for one in ready if one.key == request.GET.get("from")), "")
    thread = threads.threads(request.user, [question], film)[0]
    return {
        "page": "desk",
        "thread": thread,
        "grave": heard.level.stops_exercise,
        "absent": heard.absent,
        "signs": reasons.sign_rows(heard, say),
        "card": card_of(heard, say),
        "prepared": ready,
        "text": request.POST.get("text", begun),
        "seen": posting.shown_answers(question).count(),
        "taken": taken,
        "holds": [reasons.hold_words()[hold] for hold in heard.holds],
        "reasons": reasons.reasons(),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@therapist
def saved(request: PersonRequest) -> HttpResponse:
    """Answers kept for the next time; each opens for review before it is sent."""
    wrong = ""
    if request.method == "POST":
        form = request.POST
        wrong = desk.save(
            request.user, form.get("title", ""), form.get("text", ""), form.get("topic", "")
        )
        if not wrong:
            return redirect("saved-answers")
    context = {
        "page": "desk",
        "rows": SavedAnswer.objects.filter(owner=request.user).order_by("title"),
        "topics": desk.topic_titles(own_words()),
        "wrong": wrong,
        "said": request.POST if wrong else {},
    }
    return render(request, "supple/questions/saved.html", context, status=400 if wrong else 200)


@require_POST
@therapist
def unsave(request: PersonRequest, number: int) -> HttpResponse:
    """Keep a saved answer no longer."""
    gone, _kinds = SavedAnswer.objects.filter(owner=request.user, pk=number).delete()
    return redirect("saved-answers") if gone else missing(request)


@require_safe
@therapist
def queue(request: PersonRequest) -> HttpResponse:
    """Posts that are held or reported."""
    page = moderation.queue(request.user, request.GET.get("page", "1"))
    rows = moderation.rows(request.user, page, own_words())
    context = {"page": "desk", "numbers": page, "rows": rows, "reasons": reasons.reasons()}
    return render(request, "supple/questions/queue.html", context)


@require_POST
@therapist
def act(request: PersonRequest, key: UUID) -> HttpResponse:
    """Show, hide, close or open; one of a short list, on the trail."""
    post = _mine(request, key)
    what = next((one for one in moderation.ACTS if one == request.POST.get("act")), None)
    if post is None or what is None:
        return missing(request)
    version = check.number(request.POST.get("version", ""))
    done = moderation.act(request.user, post, what, request.POST.get("because", ""), version)
    if done.wrong:
        messages.error(request, done.wrong)
    else:
        messages.success(request, moderation.done_words()[what])
    if request.POST.get("back") == "question":
        return redirect("desk-answer", post.thread_id or post.pk)
    return redirect("moderation")


@require_safe
@therapist
def trail(request: PersonRequest) -> HttpResponse:
    """What was done about posts on this desk, by whom, and why."""
    page = moderation.trail(request.user, request.GET.get("page", "1"))
    rows = [moderation.trace(one) for one in page]
    context = {"page": "desk", "numbers": page, "rows": rows}
    return render(request, "supple/questions/trail.html", context)


@require_POST
@therapist
def accept(request: PersonRequest, slug: str) -> HttpResponse:
    """Take questions under a routine, or take no more."""
    found = Publication.objects.filter(pk=slug).first()
    if found is None or not shelf.may_edit(request.user, found):
        return missing(request)
    found.questions_open = request.POST.get("open") == "yes"
    found.save(update_fields=["questions_open"])
    return redirect("desk-routine", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@therapist
def own_answer(request: PersonRequest, key: UUID) -> HttpResponse:
    """Change one's own answer, or take it back."""
    post = _mine(request, key)
    own = post is not None and post.kind == Post.Kind.ANSWER and post.author_id == request.user.pk
    if post is None or not own:
        return missing(request)
    wrong = ""
    if request.method == "POST":
        if request.POST.get("act") == "withdraw":
            desk.withdraw(post)
            return redirect("desk-questions")
        wrong = desk.rewrite(post, request.POST.get("text", ""))
        if not wrong:
            return redirect("thread", post.thread_id)
    context = {"page": "desk", "post": post, "text": request.POST.get("text", post.text)}
    context |= {"wrong": wrong}
    return render(
        request, "supple/questions/own_answer.html", context, status=400 if wrong else 200
    )
