"""The feeds, read by an independent reader."""

import feedparser
import pytest

from supple.web.models import Post, Publication
from supple.web.publishing.models import State
from tests.web.conftest import Cast
from tests.web.publications import published, rewritten

PAGE = "/r/a-calm-start-to-the-day/"
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def routine(cast: Cast) -> Publication:
    """A public routine of the therapist's."""
    return published(cast.therapist.user)


def feed(cast: Cast, path: str) -> feedparser.FeedParserDict:
    """The feed at `path` as a feed reader without an account gets it."""
    answer = cast.stranger.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert not answer.cookies
    read = feedparser.parse(answer.content)
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    assert read.feed.links[1].href == f"{HERE}{path}"
    return read


def test_new_routines(cast: Cast, routine: Publication) -> None:
    published(cast.other_therapist.user, title="Evenings & “quotes”")
    published(cast.therapist.user, title="By link", state=State.LINK)
    entries = feed(cast, "/r/feed/").entries
    assert [one.title for one in entries] == ["Evenings & “quotes”", "A calm start to the day"]
    assert entries[1].link == f"{HERE}{PAGE}"
    assert entries[1].author == "Mara Lindqvist"
    assert "For stiff mornings." in entries[1].summary


def test_versions_of_a_routine_say_what_changed(cast: Cast, routine: Publication) -> None:
    rewritten(routine, "A shorter title.", title="A calm start")
    read = feed(cast, f"{PAGE}feed/")
    assert read.feed.title == "Versions of “A calm start”"
    assert [one.title for one in read.entries] == ["Version 2", "Version 1"]
    assert "A shorter title." in read.entries[0].summary
    assert "The title was changed." in read.entries[0].summary
    assert read.entries[0].link == f"{HERE}{PAGE}2/"


def post(routine: Publication, **fields: object) -> Post:
    usual = {"publication": routine, "state": Post.State.SHOWN, "heard_document": "{}"}
    return Post.objects.create(**(usual | fields))


def test_answers_without_the_questions_and_without_what_is_held(
    cast: Cast, routine: Publication
) -> None:
    asked = post(routine, kind=Post.Kind.QUESTION, text="My knee is made of metal", name="Wren")
    hidden = post(routine, kind=Post.Kind.QUESTION, text="Spam", state=Post.State.HIDDEN)
    answer = {"kind": Post.Kind.ANSWER, "name": "Mara Lindqvist"}
    shown = post(routine, thread=asked, text="Kneel on a cushion, as at 3:00.", **answer)
    post(routine, thread=asked, text="Not yet let through", state=Post.State.HELD, **answer)
    post(routine, thread=hidden, text="Under what is hidden", **answer)
    post(routine, thread=asked, kind=Post.Kind.REPLY, text="Thank you", name="Wren")
    read = feed(cast, f"{PAGE}answers/feed/")
    assert [one.title for one in read.entries] == ["An answer under “A calm start to the day”"]
    only = read.entries[0]
    assert only.author == "Mara Lindqvist"
    assert only.link == f"{HERE}/ask/{asked.pk}/#{shown.pk}"
    assert "Kneel on a cushion" in only.summary
    assert "t=180" in only.summary
    everything = cast.stranger.get(f"{PAGE}answers/feed/").content.decode()
    for private in ("metal", "Wren", "Spam", "Not yet", "Under what", "@"):
        assert private not in everything


def test_a_feed_without_anything_is_a_feed(cast: Cast, routine: Publication) -> None:
    assert feed(cast, f"{PAGE}answers/feed/").entries == []
