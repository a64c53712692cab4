"""The questions under a routine: made once for everyone, and never older than they are."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from supple.web.models import MeToo, Post, Publication
from tests.web.conftest import Cast
from tests.web.publications import published

PAGE = "/r/a-calm-start-to-the-day/"


@pytest.fixture
def routine(cast: Cast) -> Publication:
    """A public routine of the therapist's."""
    return published(cast.therapist.user)


@pytest.fixture
def question(routine: Publication, cast: Cast) -> Post:
    """A question that everyone sees."""
    return Post.objects.create(
        publication=routine,
        kind=Post.Kind.QUESTION,
        author=cast.person.user,
        name="Quiet Heron",
        text="How low may the pillow be?",
        state=Post.State.SHOWN,
        heard_document="{}",
    )


def answer(question: Post) -> None:
    Post.objects.create(
        publication=question.publication,
        thread=question,
        kind=Post.Kind.ANSWER,
        name="Mara Lindqvist",
        text="As low as it is comfortable.",
        state=Post.State.SHOWN,
        heard_document="{}",
    )


def hide(question: Post) -> None:
    Post.objects.filter(pk=question.pk).update(state=Post.State.HIDDEN, version=2)


def rewrite(question: Post) -> None:
    Post.objects.filter(pk=question.pk).update(text="Higher?", edited=timezone.now())


def close(question: Post) -> None:
    Publication.objects.update(questions_open=False)


CHANGES: list[tuple[Callable[[Post], None], str, str]] = [
    (answer, "", "As low as it is comfortable."),
    (hide, "How low", "Nobody has asked anything yet."),
    (rewrite, "How low", "Higher?"),
    (close, "Ask a question", "The therapist takes no more questions here for now."),
]


@pytest.mark.parametrize(("change", "gone", "new"), CHANGES)
def test_whatever_changes_is_on_the_next_page(
    cast: Cast, question: Post, change: Callable[[Post], None], gone: str, new: str
) -> None:
    before = cast.stranger.get(PAGE).content.decode()
    assert "How low may the pillow be?" in before
    change(question)
    for client in (cast.stranger, cast.other_person):
        after = client.get(PAGE).content.decode()
        assert new in after
        assert not gone or gone not in after


def test_marks_come_and_go(cast: Cast, question: Post) -> None:
    cast.stranger.get(PAGE)
    mark = MeToo.objects.create(post=question, owner=cast.other_person.user)
    assert "1 person has this too" in cast.stranger.get(PAGE).content.decode()
    mark.delete()
    assert "has this too" not in cast.stranger.get(PAGE).content.decode()


def test_an_answer_that_replaces_one_that_was_withdrawn_is_seen(cast: Cast, question: Post) -> None:
    answer(question)
    cast.stranger.get(PAGE)
    Post.objects.get(kind=Post.Kind.ANSWER).delete()
    answer(question)
    Post.objects.filter(kind=Post.Kind.ANSWER).update(text="Higher than that.")
    assert "Higher than that." in cast.stranger.get(PAGE).content.decode()


def test_what_is_held_is_its_writers_alone(cast: Cast, question: Post) -> None:
    cast.stranger.get(PAGE)
    Post.objects.filter(pk=question.pk).update(state=Post.State.HELD, version=2)
    assert "How low" in cast.person.get(PAGE).content.decode()
    for client in (cast.stranger, cast.other_person, cast.reader):
        assert "How low" not in client.get(PAGE).content.decode()


def test_questions_have_pages(cast: Cast, routine: Publication) -> None:
    for number in range(25):
        Post.objects.create(
            publication=routine,
            kind=Post.Kind.QUESTION,
            text=f"Question number {number}.",
            state=Post.State.SHOWN,
            heard_document="{}",
        )
    first = cast.stranger.get(PAGE).content.decode()
    second = cast.stranger.get(f"{PAGE}?questions=2").content.decode()
    assert "Question number 24." in first
    assert "Question number 0." not in first
    assert "Question number 0." in second
    for odd in ("0", "-1", "x", "99999999999999999999", "2'", "٢"):
        page = cast.stranger.get(PAGE, {"questions": odd}).content.decode()
        assert "Question number 24." in page
