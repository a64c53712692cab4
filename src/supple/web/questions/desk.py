"""The therapist's side: questions waiting, answering, saved answers, closing."""

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from supple.ask.topics import answer as topic_answer
from supple.ask.topics import topics
from supple.safety.cards import stored_cards
from supple.safety.level import Level
from supple.safety.net import net_sentence
from supple.value import to_json
from supple.web.models import User
from supple.web.questions import posting
from supple.web.questions.heard import Heard
from supple.web.questions.models import LONGEST, Post, SavedAnswer
from supple.web.questions.rights import desk_of
from supple.web.questions.window import Window, window
from supple.words import Words

A_PAGE = 20
MOST_SAVED = 200
LONGEST_ANSWER = 2 * LONGEST


class Taken(NamedTuple):
    """What came of sending an answer: kept, or why not; `newer` came while it was written."""

    kept: bool
    wrong: str = ""
    newer: tuple[Post, ...] = ()


class Prepared(NamedTuple):
    """An answer that waits for review: where it comes from, and its words."""

    key: str
    title: str
    text: str


def waiting(user: User, number: str = "1") -> Window[Post]:
    """Questions on this desk without an answer: the most serious first, then the oldest."""
    found = Post.objects.filter(
        desk_of(user),
        kind=Post.Kind.QUESTION,
        answered=False,
        closed=False,
        state__in=(Post.State.SHOWN, Post.State.HELD),
    )
    ordered = found.order_by("-gravity", "made").select_related("publication")
    return window(ordered, number, A_PAGE)


def answer(user: User, question: Post, text: str, seen: int) -> Taken:
    """Keep an answer. `seen`: as many answers as the therapist saw when she began to write.

    An answer shows a question that was held only if somebody also shows it: to
    answer is not to let through.
    """
    if wrong := _unfit(text):
        return Taken(kept=False, wrong=wrong)
    with transaction.atomic():
        row = Post.objects.select_for_update().get(pk=question.pk)
        there = list(posting.shown_answers(row))
        if len(there) > seen:
            return Taken(kept=False, newer=tuple(there[seen:]))
        if row.state == Post.State.REMOVED:
            return Taken(kept=False, wrong=_("The writer has taken this question back."))
        Post.objects.create(
            publication=row.publication,
            exercise=row.exercise,
            thread=row,
            author=user,
            kind=Post.Kind.ANSWER,
            name=user.name,
            text=text.strip(),
            state=Post.State.SHOWN,
            topic=row.topic,
            heard_document=to_json(Heard(level=Level.OK)),
        )
        posting.settle(row)
    return Taken(kept=True)


def told(question: Post) -> str:
    """What a therapist is told who has just answered."""
    if question.state == Post.State.SHOWN:
        return _("Your answer is under the question.")
    return _("Your answer is kept. Only the writer sees it until you let others see the question.")


def prepared(user: User, question: Post, say: Words) -> tuple[Prepared, ...]:
    """Answers to begin from: the therapist's own, then the cautious one of the topic.

    To a post with a sign that stops exercise there is one: to get help.
    """
    heard = question.read_heard()
    if heard.stops:
        return (_get_help(heard, say),)
    own = SavedAnswer.objects.filter(owner=user).order_by("title")
    rows = sorted(own, key=lambda one: one.topic != question.topic or not one.topic)
    mine = [Prepared(f"own-{one.pk}", one.title, with_net(one.text, say)) for one in rows]
    known = {topic.id for topic in topics()}
    ours = [cautious(name, say) for name in heard.answers if name in known]
    return (*ours, *mine)


def cautious(topic: str, say: Words) -> Prepared:
    """The cautious answer of a topic as a text to review, with its net."""
    found = topic_answer(topic, say)
    text = "\n\n".join((" ".join(found.say), *found.ask, found.net))
    return Prepared(f"topic-{topic}", found.title, text)


def _get_help(heard: Heard, say: Words) -> Prepared:
    stored = stored_cards()["crisis" if heard.crisis else heard.level]
    number = say.say("your local emergency number")
    steps = " ".join(say.say(step.say, number=number) for step in stored.do)
    text = f"{say.say(stored.because.say)} {steps}\n\n{net_sentence(say)}"
    return Prepared("help", say.say(stored.title), text)


def with_net(text: str, say: Words) -> str:
    """A saved answer as it opens for review: its words, then the safety net, once."""
    net = net_sentence(say)
    return text if net in text else f"{text.rstrip()}\n\n{net}"


def save(user: User, title: str, text: str, topic: str) -> str:
    """Keep an answer for the next time; what is wrong with it, or ""."""
    title, text = " ".join(title.split())[:80], text.strip()
    if not title or not text or len(text) > LONGEST_ANSWER:
        return _("Give it a title, and at most %(most)s characters.") % {"most": LONGEST_ANSWER}
    if SavedAnswer.objects.filter(owner=user).count() >= MOST_SAVED:
        return _("You keep 200 answers already: remove one first.")
    known = topic if topic in {one.id for one in topics()} else ""
    SavedAnswer.objects.create(owner=user, title=title, text=text, topic=known)
    return ""


def topic_titles(say: Words) -> list[tuple[str, str]]:
    """The topics that an answer may be kept for, as (id, title)."""
    return [(one.id, say.say(one.title)) for one in topics()]


def withdraw(answer_post: Post) -> None:
    """Take an answer back; its question waits again when no other is shown."""
    with transaction.atomic():
        answer_post.delete()
        if answer_post.thread:
            posting.settle(answer_post.thread)


def rewrite(answer_post: Post, text: str) -> str:
    """Change an answer's words; what is wrong with them, or ""."""
    wrong = _unfit(text)
    if not wrong:
        Post.objects.filter(pk=answer_post.pk).update(text=text.strip(), edited=timezone.now())
    return wrong


def _unfit(text: str) -> str:
    """What is wrong with the words of an answer, or ""."""
    if text.strip() and len(text) <= LONGEST_ANSWER:
        return ""
    return _("Write an answer of at most %(most)s characters.") % {"most": LONGEST_ANSWER}
