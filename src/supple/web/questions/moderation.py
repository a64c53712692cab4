"""Looking at posts that are held or reported: a short list of acts, each on the trail."""

from typing import Literal, NamedTuple, get_args

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from supple.web.models import User
from supple.web.questions.heard import Heard
from supple.web.questions.models import ModerationAct, Post
from supple.web.questions.reasons import REASONS, SignRow, hold_words, reasons, sign_rows
from supple.web.questions.rights import desk_of
from supple.web.questions.threads import Entry, entry
from supple.words import Words

Act = Literal["show", "hide", "close", "open"]
ACTS: tuple[Act, ...] = get_args(Act)
A_PAGE = 20


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


class Row(NamedTuple):
    """A post to look at: its words, why it is here, and what readers reported."""

    entry: Entry
    heard: Heard
    signs: tuple[SignRow, ...]
    why: tuple[str, ...]
    reports: tuple[str, ...]


def row(user: User, post: Post, say: Words) -> Row:
    """A post of the queue with why it is there."""
    heard, named = post.read_heard(), reasons()
    told = post.reports.values_list("reason", flat=True)
    return Row(
        entry=entry(user, post),
        heard=heard,
        signs=sign_rows(heard, say),
        why=tuple(hold_words()[hold] for hold in heard.holds),
        reports=tuple(named.get(reason, reason) for reason in told),
    )


def queue(user: User, number: str = "1") -> Page[Post]:
    """Posts to look at on this desk: held or reported, the most serious first."""
    wanted = Q(state=Post.State.HELD) | Q(state=Post.State.SHOWN, reports__isnull=False)
    found = Post.objects.filter(desk_of(user)).filter(wanted)
    ordered = found.distinct().order_by("-gravity", "made")
    ordered = ordered.select_related("publication", "thread")
    return Paginator(ordered, A_PAGE).get_page(number)


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


def trail(user: User, number: str = "1") -> Page[ModerationAct]:
    """What was done about posts on this desk, the latest first."""
    on_desk = Post.objects.filter(desk_of(user)).values("pk")
    found = ModerationAct.objects.filter(post__in=on_desk).select_related("post")
    return Paginator(found.order_by("-at", "-pk"), A_PAGE).get_page(number)
