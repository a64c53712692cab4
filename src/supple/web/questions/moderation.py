"""Looking at posts that are held or reported: a short list of acts, each on the trail."""

from typing import Literal, NamedTuple, get_args

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from supple.web.models import User
from supple.web.questions.models import ModerationAct, Post
from supple.web.questions.rights import desk_of

Act = Literal["show", "hide", "close", "open"]
ACTS: tuple[Act, ...] = get_args(Act)
A_PAGE = 20
REASONS: tuple[str, ...] = ("advert", "unkind", "someone", "harm", "off", "other")


class Done(NamedTuple):
    """What came of an act: done, or why not."""

    done: bool
    wrong: str = ""


def reasons() -> dict[str, str]:
    """Why a post is reported or hidden, as the writer reads it."""
    return {
        "advert": _("It sells something, or is full of links"),
        "unkind": _("It is unkind to somebody"),
        "someone": _("It says who somebody is"),
        "harm": _("Following it could hurt somebody"),
        "off": _("It is not about these exercises"),
        "other": _("Something else"),
    }


def queue(user: User, number: str = "1") -> Page[Post]:
    """Posts to look at on this desk: held or reported, the most serious first."""
    wanted = Q(state=Post.State.HELD) | Q(state=Post.State.SHOWN, reports__isnull=False)
    found = Post.objects.filter(desk_of(user)).filter(wanted)
    counted = found.annotate(reported=Count("reports", distinct=True))
    ordered = counted.order_by("-gravity", "made").select_related("publication", "thread")
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


def trail(user: User, number: str = "1") -> Page[ModerationAct]:
    """What was done about posts on this desk, the latest first."""
    on_desk = Post.objects.filter(desk_of(user)).values("pk")
    found = ModerationAct.objects.filter(post__in=on_desk).select_related("post")
    return Paginator(found.order_by("-at", "-pk"), A_PAGE).get_page(number)
