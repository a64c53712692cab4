"""Looking at posts that are held or reported: a short list of acts, each on the trail."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from supple.web.models import User
from supple.web.questions import posting
from supple.web.questions.models import ModerationAct, Post, Report
from supple.web.questions.reasons import REASONS, SignRow, hold_words, reasons, sign_rows
from supple.web.questions.rights import desk_of
from supple.web.questions.threads import Entry, entry
from supple.web.questions.window import Window, window
from supple.words import Words

Act = Literal["show", "hide", "close", "open"]
ACTS: tuple[Act, ...] = get_args(Act)
A_PAGE = 10
MOST_COUNTED = 100
MOST_REPORTED = 500  # further reports wait until these are settled


class Done(NamedTuple):
    """What came of an act: done, or why not."""

    done: bool
    wrong: str = ""


def act_words() -> dict[Act, str]:
    """The acts as the trail says them."""
    return {
        "show": _("shown"),
        "hide": _("hidden"),
        "close": _("closed for replies"),
        "open": _("open for replies again"),
    }


def done_words() -> dict[Act, str]:
    """What somebody is told who has just done one of the acts."""
    return {
        "show": _("Others see it from now on."),
        "hide": _("It is hidden. Its writer reads why."),
        "close": _("It takes no more replies."),
        "open": _("It takes replies again."),
    }


class Row(NamedTuple):
    """A post to look at: its words, why it is here, and what readers reported."""

    entry: Entry
    signs: tuple[SignRow, ...]
    absent: tuple[tuple[str, str], ...]
    why: tuple[str, ...]
    reports: tuple[str, ...]


def rows(user: User, posts: Iterable[Post], say: Words) -> tuple[Row, ...]:
    """Posts of the queue, each with why it is there."""
    posts, named = tuple(posts), reasons()
    told: dict[UUID, list[str]] = defaultdict(list)
    for key, reason in Report.objects.filter(post__in=posts).values_list("post", "reason"):
        told[key].append(named.get(reason, reason))
    return tuple(_row(user, post, tuple(told[post.pk]), say) for post in posts)


def _row(user: User, post: Post, told: tuple[str, ...], say: Words) -> Row:
    heard = post.read_heard()
    return Row(
        entry=entry(user, post),
        signs=sign_rows(heard, say),
        absent=heard.absent,
        why=tuple(hold_words()[hold] for hold in heard.holds),
        reports=told,
    )


def queue(user: User, number: str = "1") -> Window[Post]:
    """Posts to look at on this desk: held or reported, the most serious first."""
    return window(_queue(user).order_by("-gravity", "made"), number, A_PAGE)


def count(user: User) -> int:
    """How many posts there are to look at; no more than `MOST_COUNTED` are counted."""
    return _queue(user)[:MOST_COUNTED].count()


def _queue(user: User) -> QuerySet[Post]:
    reported = list(Report.objects.values_list("post", flat=True).distinct()[:MOST_REPORTED])
    wanted = Q(state=Post.State.HELD) | Q(state=Post.State.SHOWN, pk__in=reported)
    found = Post.objects.filter(desk_of(user)).filter(wanted)
    return found.select_related("publication", "thread")


def act(user: User, post: Post, what: Act, because: str, version: int) -> Done:
    """Do one thing about a post and write it on the trail.

    Somebody else may have acted since the page was made: `version` tells. What
    was done then stands, and the second person is told.
    """
    if what == "hide" and because not in REASONS:
        return Done(done=False, wrong=_("Choose why, so that its writer can read it."))
    with transaction.atomic():
        rows = Post.objects.filter(pk=post.pk, version=version)
        if not rows.exclude(state=Post.State.REMOVED).update(**_fields(what, because, version)):
            return Done(done=False, wrong=_somebody_else(post))
        if what in {"show", "hide"}:
            post.reports.all().delete()
        if post.kind == Post.Kind.ANSWER and post.thread:
            posting.settle(post.thread)
        ModerationAct.objects.create(post=post, by=user, name=user.name, act=what, because=because)
    return Done(done=True)


def _fields(what: Act, because: str, version: int) -> dict[str, object]:
    changes: dict[Act, dict[str, object]] = {
        "show": {"state": Post.State.SHOWN, "because": ""},
        "hide": {"state": Post.State.HIDDEN, "because": because},
        "close": {"closed": True},
        "open": {"closed": False},
    }
    return {**changes[what], "version": version + 1}


def _somebody_else(post: Post) -> str:
    last = post.acts.order_by("-at").first()
    if last is None:
        return _("Its writer has changed it since you looked. Please look again.")
    return _("%(name)s has looked at it meanwhile. What they did stands.") % {
        "name": last.name or _("Somebody")
    }


class Trace(NamedTuple):
    """A line of the trail: the act, what it did and why, in words."""

    act: ModerationAct
    did: str
    why: str


def trace(act: ModerationAct) -> Trace:
    """An act in words."""
    did = next((words for name, words in act_words().items() if name == act.act), act.act)
    return Trace(act, did, reasons().get(act.because, ""))


def trail(user: User, number: str = "1") -> Window[ModerationAct]:
    """What was done about posts on this desk, the latest first."""
    on_desk = Post.objects.filter(desk_of(user)).values("pk")
    found = ModerationAct.objects.filter(post__in=on_desk).select_related("post")
    return window(found.order_by("-at", "-pk"), number, A_PAGE)
