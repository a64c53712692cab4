"""Questions under a page by link: its key goes along wherever a reader goes, and nowhere else."""

import re

import pytest

from supple.web.models import MeToo, Post, Publication
from supple.web.publishing.models import State
from supple.web.questions.posting import Place
from tests.web.conftest import Cast
from tests.web.posts import named, post, published

KEY = "a-key-that-nobody-guesses"
WITH_KEY = f"?key={KEY}"
REPLY = "Both sides first, it says in step two."


@pytest.fixture
def asked(cast: Cast) -> Post:
    """The person's question, shown under a page by link of the therapist's."""
    page = published(cast.therapist.user)
    Publication.objects.update(state=State.LINK, token=KEY)
    page.refresh_from_db()
    return post(named(cast.person, "Quiet Heron 12"), Place(page))


def test_every_way_on_from_a_question_keeps_the_key(cast: Cast, asked: Post) -> None:
    text = cast.other_person.get(f"/ask/{asked.pk}/{WITH_KEY}").content.decode()
    ways = re.findall(rf'(?:href|action)="(/r/backs/[^"]*|/ask/{asked.pk}/[^"]*)"', text)
    assert len(ways) == 4
    assert all(WITH_KEY in way for way in ways)


def test_a_reader_with_the_key_replies_marks_and_reports(cast: Cast, asked: Post) -> None:
    named(cast.other_person, "Slow Tern 40")
    thread = f"/ask/{asked.pk}/{WITH_KEY}"
    sent = cast.other_person.post(f"/ask/{asked.pk}/reply/{WITH_KEY}", {"text": REPLY})
    assert sent.url == thread
    assert cast.other_person.post(f"/ask/{asked.pk}/me-too/{WITH_KEY}").url == thread
    told = {"reason": "off"}
    assert cast.other_person.post(f"/ask/{asked.pk}/report/{WITH_KEY}", told).url == thread
    assert (MeToo.objects.count(), asked.reports.count()) == (1, 1)


@pytest.mark.parametrize("what", ["", "reply/", "report/"])
def test_without_the_key_there_is_nothing(cast: Cast, asked: Post, what: str) -> None:
    named(cast.other_person, "Slow Tern 40")
    for key in ("", "?key=", "?key=guessed"):
        assert cast.other_person.get(f"/ask/{asked.pk}/{what}{key}").status_code == 404


def test_nothing_is_marked_without_the_key(cast: Cast, asked: Post) -> None:
    assert cast.other_person.post(f"/ask/{asked.pk}/me-too/").status_code == 404
    assert not MeToo.objects.exists()
