"""Questions with what is under them, as a reader may see them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from supple.web.models import Publication, User
from supple.web.publishing import shelf
from supple.web.questions import shown
from supple.web.questions.models import MeToo, Post
from supple.web.questions.reasons import reasons
from supple.web.questions.rights import may_answer

A_PAGE = 20
STATE, KIND = Post.State, Post.Kind


class Entry(NamedTuple):
    """A post for one reader: its words made safe, and what they may do with it.

    `html` is empty for one that its author took back; `because` says why it is hidden.
    """

    post: Post
    html: str
    mine: bool
    waits: bool
    hidden: bool
    because: str


class Thread(NamedTuple):
    """A question, the therapists' answers first, then replies in the order they came."""

    question: Entry
    answers: tuple[Entry, ...]
    replies: tuple[Entry, ...]
    me_too: int
    marked: bool


def questions(publication: Publication | None, exercise: str = "") -> QuerySet[Post]:
    """Every question of a publication, or of an exercise of the library."""
    found = Post.objects.filter(publication=publication, kind=KIND.QUESTION)
    return found.filter(exercise=exercise) if exercise or publication is None else found


def visible(posts: QuerySet[Post], reader: User | None) -> QuerySet[Post]:
    """Those that a reader sees: what is shown, what was taken back, and their own."""
    seen = Q(state__in=(STATE.SHOWN, STATE.REMOVED))
    return posts.filter(seen | Q(author=reader)) if reader else posts.filter(seen)


def page_of(
    reader: User | None, publication: Publication | None, exercise: str, number: str
) -> tuple[Page[Post], tuple[Thread, ...]]:
    """One page of threads, the newest question first."""
    found = visible(questions(publication, exercise), reader)
    empty = Q(state=STATE.REMOVED, answered=False)
    page = Paginator(found.exclude(empty).order_by("-made", "pk"), A_PAGE).get_page(number)
    return page, threads(reader, list(page), film_of(publication))


def under(
    reader: User | None, publication: Publication | None, exercise: str, query: Mapping[str, str]
) -> dict[str, object]:
    """What a page shows of the questions under it (templates/supple/questions/under.html)."""
    page, found = page_of(reader, publication, exercise, query.get("questions", "1"))
    place = {"routine": publication.slug if publication else "", "exercise": exercise}
    key = query.get("key", "")
    asking = {name: value for name, value in {**place, "key": key}.items() if value}
    return {
        "threads": found,
        "threads_page": page,
        "threads_key": key,
        "ask_query": urlencode(asking),
        "questions_open": publication is None or publication.questions_open,
        "reader": reader,
    }


def film_of(publication: Publication | None) -> str:
    """The address of the video that a publication goes with, or ""."""
    edition = shelf.newest_edition(publication) if publication else None
    return edition.page.video if edition else ""


def threads(reader: User | None, asked: Sequence[Post], film: str = "") -> tuple[Thread, ...]:
    """The threads of some questions: three queries, however many there are."""
    keys = [post.pk for post in asked]
    below: dict[object, list[Post]] = defaultdict(list)
    rows = visible(Post.objects.filter(thread__in=keys), reader).exclude(state=STATE.REMOVED)
    for post in rows.order_by("made", "pk"):
        below[post.thread_id].append(post)
    marks = Counter(MeToo.objects.filter(post__in=keys).values_list("post", flat=True))
    own = MeToo.objects.filter(post__in=keys, owner=reader) if reader else MeToo.objects.none()
    marked = set(own.values_list("post", flat=True))
    return tuple(
        Thread(
            question=entry(reader, post, film),
            answers=_entries(reader, below[post.pk], film, answers=True),
            replies=_entries(reader, below[post.pk], film, answers=False),
            me_too=marks[post.pk],
            marked=post.pk in marked,
        )
        for post in asked
    )


def _entries(
    reader: User | None, posts: Iterable[Post], film: str, *, answers: bool
) -> tuple[Entry, ...]:
    kinds = (post for post in posts if (post.kind == KIND.ANSWER) == answers)
    return tuple(entry(reader, post, film) for post in kinds)


def entry(reader: User | None, post: Post, film: str = "") -> Entry:
    """A post as this reader sees it; `film` is the address of the video that its times name."""
    return Entry(
        post=post,
        html="" if post.state == STATE.REMOVED else shown.html(post.text, film),
        mine=reader is not None and post.author_id == reader.pk,
        waits=post.state == STATE.HELD,
        hidden=post.state == STATE.HIDDEN,
        because=reasons().get(post.because, "") if post.because else "",
    )


def answers_to(publication: Publication | None, most: int, topic: str = "") -> list[Post]:
    """The newest answers in a place whose questions are shown; of one topic where it is named."""
    found = Post.objects.filter(
        publication=publication, kind=KIND.ANSWER, state=STATE.SHOWN, thread__state=STATE.SHOWN
    )
    found = found.filter(topic=topic) if topic else found
    return list(found.select_related("thread").order_by("-made")[:most])


def with_key(query: Mapping[str, str]) -> str:
    """What the addresses around a page by link end with, where the reader came by its key."""
    key = query.get("key", "")
    return f"?{urlencode({'key': key})}" if key else ""


def reached(reader: User | None, key: UUID, link: str) -> Post | None:
    """A post that the reader may see, in a place that the reader may see with the key `link`."""
    post = of_reader(reader, key)
    if post is None or post.publication is None:
        return post
    if reader and post.author_id == reader.pk:
        return post
    return post if shelf.visible(reader, post.publication.slug, link) else None


def of_reader(reader: User | None, key: UUID) -> Post | None:
    """A post that this reader may see, or act on from the desk; None for any other."""
    post = Post.objects.select_related("publication", "thread").filter(pk=key).first()
    if post is None or post.state == STATE.REMOVED:
        return None
    own = reader is not None and (post.author_id == reader.pk or may_answer(reader, post))
    above = post.thread is None or post.thread.state == STATE.SHOWN or own
    return post if own or (post.state == STATE.SHOWN and above) else None
