"""Writing, changing and taking back a post, with what holds it and how much may be written."""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from supple.safety.level import Level
from supple.value import changed, to_json
from supple.web.models import Publication, User
from supple.web.person import DESK
from supple.web.questions.heard import Heard
from supple.web.questions.models import LONGEST, MeToo, PenName, Post, Report

PACE = ((timedelta(minutes=10), 5), (timedelta(days=1), 20))
"""As many posts of one person are taken in each span; a therapist's answers are not counted."""

MOST_WAITING = 3  # posts of somebody of whom nothing was shown yet
REPORTS_THAT_HOLD = 2


class Place(NamedTuple):
    """Where a post is to stand: under a publication, at an exercise, below a question."""

    publication: Publication | None
    exercise: str = ""
    thread: Post | None = None


class Refused(NamedTuple):
    """Why a text was not taken, in a sentence; `wait` when it is only too soon."""

    sentence: str
    wait: bool = False


def is_new(user: User) -> bool:
    """Whether nothing that the person wrote was shown yet; the desk's first post needs no look."""
    shown = Post.objects.filter(author=user, state=Post.State.SHOWN)
    return user.role not in DESK and not shown.exists()


def plain(text: str) -> str:
    """The text as it is kept: line ends as one kind, no characters that cannot be seen."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    spaced = (" " if c.isspace() and c != "\n" else c for c in lines)
    return "".join(c for c in spaced if c == "\n" or c.isprintable()).strip()


def too_long(text: str) -> str:
    """What is wrong with the length of a text, or ""."""
    if not text:
        return _("Write something first.")
    if len(text) > LONGEST:
        return _("Please use at most %(most)s characters; this is %(here)s.") % {
            "most": LONGEST,
            "here": len(text),
        }
    return ""


def write(user: User, place: Place, text: str, heard: Heard) -> Post | Refused:
    """Keep a question or a reply. It is shown, or held for a person where `heard` says so.

    The row of its author is locked, so that the pace holds for several requests at once.
    """
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        refused = _refused(user, place, text)
        if refused:
            return refused
        return Post.objects.create(
            publication=place.publication,
            exercise=place.exercise,
            thread=place.thread,
            author=user,
            kind=Post.Kind.REPLY if place.thread else Post.Kind.QUESTION,
            name=PenName.objects.get(owner=user).name,
            text=text,
            **_told(heard),
        )


def _told(heard: Heard) -> dict[str, object]:
    """The columns that follow from what was heard.

    On the desk a plain question waits like one that is not about health.
    """
    return {
        "state": Post.State.HELD if heard.holds else Post.State.SHOWN,
        "gravity": max(heard.level, Level.OK, key=lambda level: level.gravity).gravity,
        "topic": heard.topic,
        "heard_document": to_json(heard),
    }


def _refused(user: User, place: Place, text: str) -> Refused | None:
    if place.thread and place.thread.closed:
        return Refused(_("This question is closed: it takes no more replies."))
    if place.thread is None and place.publication and not place.publication.questions_open:
        return Refused(_("The therapist has closed the questions under this routine."))
    mine = Post.objects.filter(author=user).exclude(kind=Post.Kind.ANSWER)
    now = timezone.now()
    if mine.filter(text=text, made__gt=now - timedelta(days=1)).exists():
        return Refused(_("You have posted the same words already."))
    if any(mine.filter(made__gt=now - span).count() >= most for span, most in PACE):
        return Refused(
            _("That is a lot of posts in a short time. Please try again later."), wait=True
        )
    waiting = mine.filter(state=Post.State.HELD).count()
    if is_new(user) and waiting >= MOST_WAITING:
        return Refused(
            _("Your first posts wait for a person to look. Please wait for that."), wait=True
        )
    return None


def rewrite(post: Post, text: str, heard: Heard, version: int) -> bool:
    """Change the author's own words; False when the post is no longer as they saw it.

    A changed post that was held or hidden is held again: nothing slips past a look.
    """
    if post.state != Post.State.SHOWN and not heard.holds:
        heard = changed(heard, holds=("first",))
    fields = {"text": text, "edited": timezone.now(), "because": "", "version": version + 1}
    rows = Post.objects.filter(pk=post.pk, version=version).exclude(state=Post.State.REMOVED)
    return rows.update(**fields, **_told(heard)) == 1


def remove(post: Post) -> None:
    """Take back the words; the place stays, so that replies still hang together."""
    Post.objects.filter(pk=post.pk).update(
        state=Post.State.REMOVED,
        text="",
        name="",
        gravity=0,
        topic="",
        heard_document=to_json(Heard(level=Level.NOT_MEDICAL)),
        version=post.version + 1,
    )


def forget(user: User) -> None:
    """Take back everything that a person wrote; call it before the account goes."""
    for post in Post.objects.filter(author=user).only("pk", "version"):
        remove(post)


def shown_answers(question: Post) -> QuerySet[Post]:
    """The answers that everyone sees under a question, the oldest first."""
    shown = Post.objects.filter(kind=Post.Kind.ANSWER, state=Post.State.SHOWN)
    return shown.filter(thread=question).order_by("made")


def settle(question: Post) -> None:
    """Let a question wait, or no longer: it does while no answer to it is shown."""
    answered = shown_answers(question).exists()
    Post.objects.filter(pk=question.pk).update(answered=answered)


def me_too(user: User, post: Post) -> None:
    """Mark a question as one's own too, or take the mark back."""
    if post.author_id == user.pk:
        return
    mark, made = MeToo.objects.get_or_create(post=post, owner=user)
    if not made:
        mark.delete()


def report(user: User, post: Post, reason: str) -> None:
    """Ask a person to look; a second reader's report holds the post until somebody has.

    A therapist's answer is looked at, but not held by reports.
    """
    with transaction.atomic():
        Report.objects.get_or_create(post=post, owner=user, defaults={"reason": reason})
        several = post.reports.count() >= REPORTS_THAT_HOLD
        if several and post.state == Post.State.SHOWN and post.kind != Post.Kind.ANSWER:
            heard = post.read_heard()
            Post.objects.filter(pk=post.pk, state=Post.State.SHOWN).update(
                state=Post.State.HELD,
                heard_document=to_json(changed(heard, holds=(*heard.holds, "reported"))),
                version=post.version + 1,
            )
