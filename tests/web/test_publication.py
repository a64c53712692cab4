"""The public page of a routine: who sees it, what it says, what caches keep."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from supple.exercise.dose import Dose
from supple.routine.routine import Source
from supple.value import changed
from supple.web.accounts.leaving import leave
from supple.web.models import Following, Publication, StoredPlan
from supple.web.publishing import shelf, writing
from supple.web.publishing.draft import DraftRow
from supple.web.publishing.models import State
from supple.web.publishing.page_texts import Advice, PageTexts
from tests.web.conftest import Cast
from tests.web.publications import DRAFT, FILM, published, rewritten, said, written

PAGE = "/r/a-calm-start-to-the-day/"


@pytest.fixture
def routine(cast: Cast) -> Publication:
    """A public routine of the therapist's."""
    return published(cast.therapist.user)


def text_of(client: Client, path: str = PAGE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_a_stranger_reads_it_without_an_account_or_a_cookie(
    cast: Cast, routine: Publication
) -> None:
    answer = cast.stranger.get(PAGE)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert "csrf" not in page
    for words in (
        "By Mara Lindqvist",
        "3 × 30 s each side",
        "from the therapist: how many, hold, sides",
        "our choice: hold",
        "Stop at the first sharp pain.",
        "A cushion under the knee.",
        "Do half of it.",
        "Walk to the window",
        "On hands and knees, hands under shoulders, knees under hips.",
        'href="/safety/"',
        f'href="/log-in/?next={PAGE.replace("/", "%2F")}"',
    ):
        assert words in page


def test_every_picture_and_every_link_for_strangers_is_there(
    cast: Cast, routine: Publication
) -> None:
    page = text_of(cast.stranger).replace("&amp;", "&")
    own = set(re.findall(r'(?:href|src|srcset)="(/[^"#]*)', page))
    for path in own - {one for one in own if one.startswith("/static/")}:
        expected = 302 if path.startswith("/ask/new/") else 200
        assert cast.stranger.get(path).status_code == expected, path


def test_the_video_is_a_link_in_a_new_tab_and_nothing_of_it_is_loaded(
    cast: Cast, routine: Publication
) -> None:
    page = text_of(cast.stranger)
    at = FILM.replace("&", "&amp;") + "&amp;t=180"
    link = f'<a href="{at}" target="_blank" rel="noopener noreferrer nofollow">3:00</a>'
    assert f"Slowly, as at {link}." in page
    assert "Watch from <a" in page
    assert not re.search(r"<(?:iframe|video|embed|object|img)[^>]*video\.example", page)


def test_the_card_is_a_png_of_the_usual_size(cast: Cast, routine: Publication) -> None:
    answer = cast.stranger.get(f"{PAGE}card.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert answer.content[16:24] == (1200).to_bytes(4) + (630).to_bytes(4)
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_data_says_what_the_page_says(cast: Cast, routine: Publication) -> None:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text_of(cast.stranger))
    assert block
    told = json.loads(block[1])
    assert told["@type"] == ["ExercisePlan", "HowTo"]
    assert told["name"] == "A calm start to the day"
    assert told["author"] == {"@type": "Person", "name": "Mara Lindqvist"}
    assert [one["name"] for one in told["step"]] == [
        "Pelvic tilt, lying",
        "Bird dog: opposite arm and leg",
        "Walk to the window",
    ]
    assert told["step"][1]["text"].startswith("3 × 30 s each side. ")
    assert told["step"][1]["url"] == f"http://127.0.0.1:8000{PAGE}#e2"


def test_a_page_has_one_address_and_a_picture_for_who_shares_it(
    cast: Cast, routine: Publication
) -> None:
    page = text_of(cast.stranger, f"{PAGE}?questions=1")
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{PAGE}">' in page
    assert f'<meta property="og:image" content="http://127.0.0.1:8000{PAGE}card.png">' in page


BAD = "</script><script>alert('x')</script><img src=x onerror=alert(1)>"


def test_nothing_an_author_types_runs(cast: Cast) -> None:
    published(
        cast.therapist.user,
        title=BAD[:60],
        purpose=BAD,
        cautions=(BAD,),
        rows=(
            DraftRow(key=1, name=BAD[:60], text=BAD, cautions=(BAD,)),
            DRAFT.rows[1],
        ),
        page=PageTexts(video=FILM, advice=(Advice(when=BAD, do=BAD),)),
    )
    slug = Publication.objects.get().slug
    for path in (f"/r/{slug}/", f"/r/{slug}/history/", "/r/"):
        page = text_of(cast.stranger, path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert cast.stranger.get(f"/r/{slug}/card.png").status_code == 200
    for path in ("/r/feed/", f"/r/{slug}/feed/"):
        feed = text_of(cast.stranger, path)
        assert "<script" not in feed
        assert ET.fromstring(feed) is not None  # noqa: S314 - our own text


def test_addresses_in_words_are_no_links(cast: Cast) -> None:
    farm = "Buy at https://shop.example/1 and http://shop.example/2 www.shop.example"
    published(cast.therapist.user, purpose=farm, cautions=(farm,))
    page = text_of(cast.stranger)
    assert "https://shop.example/1" in page
    assert not re.search(r'href="[^"]*shop\.example', page)


def test_a_source_that_is_no_page_is_no_link(cast: Cast) -> None:
    source = Source(title="A page", address="javascript:alert(1)")
    published(cast.therapist.user, source=source)
    page = text_of(cast.stranger)
    assert "<cite>A page</cite>" in page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    "path", ["/r/another/", "/r/a-calm-start/", "/r/a-calm-start-to-the-day/2/"]
)
def test_a_changed_address_leads_nowhere(cast: Cast, routine: Publication, path: str) -> None:
    assert cast.stranger.get(path).status_code == 404
    assert cast.person.get(path).status_code == 404


def test_what_is_not_published_is_seen_by_nobody(cast: Cast) -> None:
    written(cast.therapist.user)
    for client in cast:
        for path in ("", "card.png", "handout.pdf", "history/", "1/", "feed/", "answers/feed/"):
            assert client.get(f"{PAGE}{path}").status_code == 404


class TestByLink:
    """A page that only who has its link sees."""

    @pytest.fixture
    def key(self, cast: Cast) -> str:
        return published(cast.therapist.user, state=State.LINK).token

    @pytest.mark.parametrize("path", ["", "card.png", "handout.pdf", "history/", "1/"])
    def test_it_opens_with_its_key_alone(self, cast: Cast, key: str, path: str) -> None:
        assert cast.stranger.get(f"{PAGE}{path}?key={key}").status_code == 200
        for wrong in ("", "?key=", f"?key={key[:-1]}", f"?key={key}x", "?key=%00"):
            assert cast.stranger.get(f"{PAGE}{path}{wrong}").status_code == 404
            assert cast.other_therapist.get(f"{PAGE}{path}{wrong}").status_code == 404

    def test_it_is_in_no_list_feed_or_cache(self, cast: Cast, key: str) -> None:
        answer = cast.stranger.get(f"{PAGE}?key={key}")
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "A calm start" not in text_of(cast.stranger, "/r/")
        assert "A calm start" not in text_of(cast.stranger, "/r/feed/")
        for feed in ("feed/", "answers/feed/"):
            assert cast.stranger.get(f"{PAGE}{feed}?key={key}").status_code == 404

    def test_who_has_the_key_may_follow_and_needs_it_no_more(self, cast: Cast, key: str) -> None:
        assert cast.person.post(f"{PAGE}follow/", {"key": "guess"}).status_code == 404
        assert cast.person.post(f"{PAGE}follow/", {"key": key}).status_code == 302
        assert cast.person.get(PAGE).status_code == 200
        assert cast.other_person.get("/routines/a-calm-start-to-the-day/").status_code == 404

    def test_a_key_of_another_page_opens_nothing(self, cast: Cast, key: str) -> None:
        other = published(cast.therapist.user, title="Another", state=State.LINK)
        assert cast.stranger.get(f"/r/{other.slug}/?key={key}").status_code == 404


class TestWithdrawn:
    """A page that its author took back."""

    def test_it_says_so_and_followers_keep_theirs(self, cast: Cast, routine: Publication) -> None:
        cast.person.post(f"{PAGE}follow/")
        writing.withdraw(routine)
        gone = cast.stranger.get(PAGE)
        assert gone.status_code == 410
        assert "Its author no longer shows it here." in gone.content.decode()
        assert "Go to your routine" in cast.person.get(PAGE).content.decode()
        assert "yours is kept" in text_of(cast.person, "/routines/a-calm-start-to-the-day/")
        assert cast.other_person.get("/routines/a-calm-start-to-the-day/").status_code == 404
        assert cast.other_person.post(f"{PAGE}follow/").status_code == 404
        assert "A calm start" not in text_of(cast.stranger, "/r/")

    def test_one_by_link_says_so_to_who_has_the_link(self, cast: Cast) -> None:
        made = published(cast.therapist.user, state=State.LINK)
        writing.withdraw(made)
        assert cast.stranger.get(PAGE).status_code == 404
        assert cast.stranger.get(f"{PAGE}?key={made.token}").status_code == 410


def test_a_leaving_author_leaves_the_page_without_a_name(cast: Cast, routine: Publication) -> None:
    written(cast.therapist.user, title="Never shown")
    leave(cast.therapist.user)
    page = text_of(cast.stranger)
    assert "Mara Lindqvist" not in page
    assert "3 × 30 s each side" in page
    assert "Mara Lindqvist" not in text_of(cast.stranger, "/r/feed/")
    assert Publication.objects.count() == 1


class TestFollowing:
    """A person does a published routine."""

    def test_do_it_now_follows_and_plays(self, cast: Cast, routine: Publication) -> None:
        answer = cast.person.post(f"{PAGE}follow/")
        assert (answer.status_code, answer["Location"]) == (302, "/play/a-calm-start-to-the-day/")
        assert StoredPlan.objects.get(owner=cast.person.user).routine == routine.slug
        assert "You follow version 1." in text_of(cast.person)
        assert "A calm start to the day" in text_of(cast.person, "/routines/")

    @pytest.mark.usefixtures("routine")
    def test_the_video_and_what_to_do_when_are_on_their_own_page(self, cast: Cast) -> None:
        cast.person.post(f"{PAGE}follow/")
        own = text_of(cast.person, "/routines/a-calm-start-to-the-day/")
        assert 'href="https://video.example/watch?v=abc&amp;t=180"' in own
        assert "Do half of it." in own
        assert "What to do when" not in text_of(cast.person, "/routines/facet-joint/")

    @pytest.mark.usefixtures("routine")
    def test_a_stranger_is_led_to_log_in_and_nothing_is_kept(self, cast: Cast) -> None:
        answer = cast.stranger.post(f"{PAGE}follow/")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/log-in/")
        assert not Following.objects.exists()

    def test_a_new_version_changes_nothing_until_it_is_taken(
        self, cast: Cast, routine: Publication
    ) -> None:
        cast.person.post(f"{PAGE}follow/")
        one, two, _walk = DRAFT.rows
        longer = changed(one, dose=Dose(reps=said(12)))
        rewritten(routine, "Fewer of them tire you less.", rows=(longer, two))
        own = "/routines/a-calm-start-to-the-day/"
        page = text_of(cast.person, own)
        assert "There is a new version, 2 of" in page
        assert "“Fewer of them tire you less.”" in page
        assert "Pelvic tilt, lying: 12 times, before: 10 times." in page
        assert "Taken out: Walk to the window." in page
        assert reps(cast) == 10
        assert "12 times" in text_of(cast.stranger)

        cast.person.post(f"{own}renew/", {"choice": "stay"})
        assert "There is a new version" not in text_of(cast.person, own)
        assert "Version 2 is there for you, too" in text_of(cast.person, own)
        assert reps(cast) == 10

        cast.person.post(f"{own}renew/", {"choice": "take"})
        assert reps(cast) == 12
        assert "You follow version 2." in text_of(cast.person, own)

    @pytest.mark.usefixtures("routine")
    def test_who_follows_nothing_has_nothing_to_renew(self, cast: Cast) -> None:
        path = "/routines/a-calm-start-to-the-day/renew/"
        assert cast.other_person.post(path).status_code == 404

    @pytest.mark.usefixtures("routine")
    def test_a_few_followers_are_not_counted_aloud(self, cast: Cast) -> None:
        for client in (cast.person, cast.other_person, cast.reader, cast.owner):
            client.post(f"{PAGE}follow/")
        assert "follow it" not in text_of(cast.stranger)
        cast.other_therapist.post(f"{PAGE}follow/")
        assert "5 people follow it" in text_of(cast.stranger)


def reps(cast: Cast) -> float:
    """How often the person's own plan asks for the first exercise."""
    plan = StoredPlan.objects.filter(owner=cast.person.user).order_by("-pk")[0].read()
    dose = plan.items[0].dose.reps
    assert dose
    return dose.low


class TestCaches:
    """What a cache may keep of a page for strangers."""

    def test_a_public_page_is_kept_for_a_minute_and_told_apart_by_its_tag(
        self, cast: Cast, routine: Publication
    ) -> None:
        first = cast.stranger.get(PAGE, HTTP_ACCEPT_ENCODING="gzip")
        assert first["Cache-Control"] == "public, max-age=60"
        assert {"Cookie", "Accept-Language"} <= set(first["Vary"].split(", "))
        again = cast.stranger.get(PAGE, HTTP_IF_NONE_MATCH=first["ETag"])
        assert (again.status_code, again.content) == (304, b"")
        rewritten(routine, title="A calmer start")
        assert cast.stranger.get(PAGE, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200

    @pytest.mark.usefixtures("routine")
    def test_nobody_keeps_a_page_of_who_is_logged_in(self, cast: Cast) -> None:
        for client in (cast.person, cast.therapist, cast.owner):
            assert client.get(PAGE)["Cache-Control"] == "no-store"


def test_the_handout_is_the_routine_as_it_is_for_everyone(cast: Cast, routine: Publication) -> None:
    answer = cast.stranger.get(f"{PAGE}handout.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="a-calm-start-to-the-day.pdf"'
    assert answer.content.startswith(b"%PDF")


def test_an_older_version_says_that_it_is_one(cast: Cast, routine: Publication) -> None:
    rewritten(routine, purpose="For the evening.")
    old = text_of(cast.stranger, f"{PAGE}1/")
    assert "This is an older version." in old
    assert "For stiff mornings." in old
    assert "For the evening." in text_of(cast.stranger, f"{PAGE}2/")
    assert "What it is for was changed." in text_of(cast.stranger, f"{PAGE}history/")


def test_the_list_has_each_routine_once_in_its_newest_version_the_last_first(
    cast: Cast, routine: Publication
) -> None:
    published(cast.other_therapist.user, title="Evenings")
    rewritten(routine, title="A calmer start")
    rewritten(routine, title="The calmest start")
    rows = re.findall(r'list__title"><a href="/r/[^"]+">([^<]+)</a>', text_of(cast.stranger, "/r/"))
    assert rows == ["The calmest start", "Evenings"]


def test_related_routines_share_exercises_or_what_they_are_for(
    cast: Cast, routine: Publication
) -> None:
    one, two, walk = DRAFT.rows
    published(cast.other_therapist.user, title="Nearest", rows=(one, two))
    published(cast.other_therapist.user, title="Near", rows=(DraftRow(key=1, exercise="dead-bug"),))
    published(cast.other_therapist.user, title="Far", rows=(walk,))
    page = text_of(cast.stranger)
    related = page[page.index("Related routines") : page.index("Hear of news")]
    assert related.index("Nearest") < related.index("Near<")
    assert "Far" not in related


def test_without_accounts_the_pages_are_for_who_was_let_in(
    browser: Client, stranger: Client
) -> None:
    assert browser.get("/r/").status_code == 200
    assert stranger.get("/r/").status_code == 403


def test_routines_of_the_library_and_published_ones_never_share_an_address(cast: Cast) -> None:
    for title in ("Facet joint", "Own 1", "Feed", "New", "---", "日本"):
        slug = written(cast.therapist.user, title=title).slug
        assert slug not in {"facet-joint", "feed", "new", ""}
        assert not slug.startswith("own-")
    assert shelf.routine_for(cast.person.user, "facet-joint") is None


class TestWithoutAnAccount:
    """A stranger leaves something out; nothing of it is kept anywhere."""

    KNEES = f"{PAGE}?without=no_kneel"

    @pytest.mark.usefixtures("routine")
    def test_what_is_left_is_shown_with_its_reasons(self, cast: Cast) -> None:
        page = text_of(cast.stranger, self.KNEES)
        assert "instead of Bird dog: opposite arm and leg" in page
        assert "(source: " in page
        assert 'name="without" value="no_kneel" checked' in page

    @pytest.mark.usefixtures("routine")
    def test_no_cache_keeps_it(self, cast: Cast) -> None:
        for path in (self.KNEES, f"{PAGE}handout.pdf?without=no_kneel"):
            answer = cast.stranger.get(path)
            assert answer.status_code == 200
            assert answer["Cache-Control"] == "no-store"
            assert not answer.cookies

    @pytest.mark.usefixtures("routine")
    @pytest.mark.parametrize("odd", ["nothing", "", "<b>", "no_kneel%00"])
    def test_what_is_unknown_leaves_out_nothing(self, cast: Cast, odd: str) -> None:
        assert "Without what you leave out" not in text_of(cast.stranger, f"{PAGE}?without={odd}")

    @pytest.mark.usefixtures("routine")
    def test_who_has_an_account_is_fitted_on_their_own_page(self, cast: Cast) -> None:
        page = text_of(cast.person)
        assert 'href="/routines/a-calm-start-to-the-day/#fit"' in page
        assert 'name="without"' not in page
