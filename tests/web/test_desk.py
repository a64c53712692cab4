"""The therapist's desk: writing, keeping, publishing, and two who write at once."""

import re
from html import unescape
from typing import Any

import pytest

from supple.exercise.dose import Amount, Dose
from supple.routine.routine import Item, Routine, Rung
from supple.value import to_json
from supple.web.models import BroughtRoutine, Publication, PublicationVersion
from supple.web.publishing.desk_form import as_typed
from supple.web.publishing.draft import Draft, DraftRow, draft_of, routine_of
from supple.web.publishing.models import State
from supple.web.publishing.page_texts import Advice, VideoMark
from tests.web.conftest import Cast, Member
from tests.web.publications import DRAFT, FILM, published, said, written

DESK = "/desk/routines/a-calm-start-to-the-day/"


@pytest.fixture
def draft(cast: Cast) -> Publication:
    """A draft on the therapist's desk."""
    return written(cast.therapist.user)


def form_of(publication: Publication, **fields: Any) -> dict[str, Any]:
    """The form as the page shows it, with some fields typed over."""
    kept = publication.read_draft()
    rows = [f"{row.key}:{row.exercise}" for row in kept.rows]
    shown = {name: text for name, text in as_typed(kept).items() if text}
    typed = {name.replace("_", "-"): text for name, text in fields.items()}
    return {"saved": str(publication.saved), "row": rows, **shown, **typed}


def kept(slug: str = "a-calm-start-to-the-day") -> Draft:
    return Publication.objects.get(slug=slug).read_draft()


def test_a_form_that_nobody_touched_changes_nothing(cast: Cast, draft: Publication) -> None:
    answer = cast.therapist.post(DESK, form_of(draft, act="save"))
    assert (answer.status_code, answer["Location"]) == (302, DESK)
    assert kept() == DRAFT


def test_what_is_typed_is_kept_as_it_was_said(cast: Cast, draft: Publication) -> None:
    typed = {
        "title": "  Evenings ",
        "purpose": "For\nevenings.",
        "cautions": "One.\n\n  Two. \n",
        "video": f" {FILM} ",
        "marks": "0:45 Lie down\n1:02:03\n",
        "when_0": "It hurts",
        "do_0": "Stop.",
        "reps_1": "8–12",
        "hold_1": "3 breaths",
        "sets_1": "",
        "sides_1": "alternate",
        "harder_2": "on",
    }
    assert cast.therapist.post(DESK, form_of(draft, **typed)).status_code == 302
    after = kept()
    assert after.title == "Evenings"
    assert after.purpose == "For\nevenings."
    assert after.cautions == ("One.", "Two.")
    assert after.page.video == FILM
    assert after.page.marks == (VideoMark(at=45, words="Lie down"), VideoMark(at=3723, words=""))
    assert after.page.advice == (Advice(when="It hurts", do="Stop."),)
    dose = after.rows[0].dose
    assert dose.reps
    assert (dose.reps.min, dose.reps.max, dose.reps.origin) == (8, 12, "therapist")
    assert dose.hold
    assert (dose.hold.unit, dose.hold.origin) == ("breaths", "therapist")
    assert dose.sets is None
    assert after.rows[1].harder


def test_a_number_that_is_left_alone_keeps_where_it_came_from(cast: Cast) -> None:
    cast.therapist.post("/desk/routines/new/", {"title": "Mine", "from": "facet-joint"})
    made = Publication.objects.get()
    before = made.read_draft().rows[0].dose
    cast.therapist.post(f"/desk/routines/{made.slug}/", form_of(made, hold_1="20 s"))
    after = kept(made.slug).rows[0].dose
    assert before.reps
    assert after.reps == before.reps
    assert after.hold
    assert (after.hold.origin, before.reps.origin) == ("therapist", "page")


WRONG = [
    ("title", "", "Give it a title."),
    ("title", "x" * 81, "This is longer than 80 letters."),
    ("purpose", "x" * 301, "This is longer than 300 letters."),
    ("cautions", "x\n" * 13, "These are more than 12 lines."),
    ("cautions", "x" * 301, "One of these lines is longer than 300 letters."),
    (
        "video",
        "javascript:alert(1)",
        "Write the whole address of the video, beginning with https://.",
    ),
    ("marks", "later on", "“later on” does not begin with a time such as 3:00."),
    ("when_1", "It hurts", "Write both, or leave both empty."),
    ("reps_1", "ten", "Write a number as 3, or a range as 8–12."),
    ("reps_1", "0", "0 repetitions cannot be meant. Write a number from 1 to 200."),
    ("reps_1", "12–8", "The range 12–8 runs backwards. Write the smaller number first."),
    ("hold_1", "5 h", "Write a time as 30 s, 2 min or 3 breaths, or a range as 20–30 s."),
    ("hold_1", "700 s", "700 seconds of hold cannot be meant. Write a number from 1 to 600."),
    ("name_3", "", "Give it a name."),
    ("text_3", "x" * 2001, "This is longer than 2000 letters."),
]


@pytest.mark.parametrize(("field", "text", "sentence"), WRONG)
def test_what_cannot_be_meant_is_said_beside_its_field_and_nothing_is_lost(
    cast: Cast, draft: Publication, field: str, text: str, sentence: str
) -> None:
    typed = form_of(draft, **{"purpose": "Kept as typed.", field: text, "act": "save"})
    answer = cast.therapist.post(DESK, typed)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f'-error">{sentence}</p>' in unescape(page)
    if field != "purpose":
        assert "Kept as typed." in page
    assert kept() == DRAFT


def test_a_script_in_a_title_is_words(cast: Cast, draft: Publication) -> None:
    bad = "<script>alert(1)</script>"
    cast.therapist.post(DESK, form_of(draft, title=bad, text_3=bad))
    for path in (DESK, f"{DESK}publish/", "/desk/"):
        assert "<script>alert" not in cast.therapist.get(path).content.decode()


class TestButtons:
    """Each button keeps the whole form and then does its own."""

    def press(self, cast: Cast, draft: Publication, act: str, **typed: str) -> str:
        answer = cast.therapist.post(DESK, form_of(draft, act=act, **typed))
        assert answer.status_code == 302
        return str(answer["Location"])

    def order(self) -> list[int]:
        return [row.key for row in kept().rows]

    def test_up_down_and_out(self, cast: Cast, draft: Publication) -> None:
        assert self.press(cast, draft, "up:2", purpose="Typed.") == f"{DESK}#row-2"
        assert self.order() == [2, 1, 3]
        assert kept().purpose == "Typed."
        draft.refresh_from_db()
        self.press(cast, draft, "down:2")
        draft.refresh_from_db()
        self.press(cast, draft, "drop:1")
        assert self.order() == [2, 3]

    @pytest.mark.parametrize(
        "act", ["up:1", "down:3", "up:99", "drop:x", "drop:", "add:nothing", "?"]
    )
    def test_one_that_has_nothing_to_do_keeps_the_form(
        self, cast: Cast, draft: Publication, act: str
    ) -> None:
        self.press(cast, draft, act, purpose="Typed.")
        assert self.order() == [1, 2, 3]
        assert kept().purpose == "Typed."

    def test_adding_opens_what_was_added(self, cast: Cast, draft: Publication) -> None:
        assert self.press(cast, draft, "add:cat-stretch") == f"{DESK}?open=4#row-4"
        assert kept().rows[-1] == DraftRow(key=4, exercise="cat-stretch")
        assert kept().next_key == 5

    def test_the_key_of_what_was_taken_out_is_not_used_again(
        self, cast: Cast, draft: Publication
    ) -> None:
        self.press(cast, draft, "drop:3")
        draft.refresh_from_db()
        self.press(cast, draft, "add:")
        assert self.order() == [1, 2, 4]

    def test_a_full_routine_takes_no_more(self, cast: Cast) -> None:
        rows = tuple(DraftRow(key=n, exercise="pelvic-tilt") for n in range(1, 31))
        made = written(cast.therapist.user, rows=rows, next_key=31)
        self.press(cast, made, "add:cat-stretch")
        assert len(kept().rows) == 30

    def test_finding_keeps_the_form_and_shows_what_is_found(
        self, cast: Cast, draft: Publication
    ) -> None:
        where = self.press(cast, draft, "find", q="brid dog", purpose="Typed.")
        assert where == f"{DESK}?q=brid+dog#add"
        page = cast.therapist.get(where.partition("#")[0]).content.decode()
        assert 'value="add:bird-dog"' in page
        assert "Typed." in page
        nothing = cast.therapist.get(f"{DESK}?q=xylophone").content.decode()
        assert "Nothing like that is in the library." in nothing

    def test_looking_keeps_nothing(self, cast: Cast, draft: Publication) -> None:
        typed = form_of(draft, act="look", reps_1="20", purpose="Typed.")
        page = cast.therapist.post(DESK, typed).content.decode()
        assert "20 times, hold 3–5 s" in page
        assert "Typed." in page
        assert kept() == DRAFT

    def test_the_preview_is_a_part_of_the_page(self, cast: Cast, draft: Publication) -> None:
        answer = cast.therapist.post(f"{DESK}preview/", form_of(draft, sets_1="20", reps_1="30"))
        page = answer.content.decode()
        assert "<html" not in page
        assert re.search(r"About \d+ minutes a session", page)
        assert "20 sets of 30" in page
        assert kept() == DRAFT


def test_far_too_much_is_said_and_not_worked_out(cast: Cast, draft: Publication) -> None:
    much = form_of(draft, act="save", sets_1="20", reps_1="200", hold_1="600 s")
    assert cast.therapist.post(DESK, much).status_code == 302
    page = cast.therapist.get(DESK).content.decode()
    assert "Nobody does as much in one session." in page
    assert "minutes a session" not in page


def test_taking_out_the_easier_form_leaves_the_harder_one_on_its_own(cast: Cast) -> None:
    one, two, _three = DRAFT.rows
    harder = DraftRow(key=2, exercise=two.exercise, harder=True)
    first = DraftRow(key=3, exercise="cat-stretch")
    made = written(cast.therapist.user, rows=(first, one, harder))
    assert len(routine_of(made.read_draft(), "x").items) == 2
    cast.therapist.post(DESK, form_of(made, act="drop:1"))
    assert [row.harder for row in kept().rows] == [False, False]


class TestTwoAtOnce:
    """Two tabs, or a therapist and the owner, keep the same routine."""

    def test_the_second_sees_both_and_may_keep_hers(self, cast: Cast, draft: Publication) -> None:
        first = form_of(draft, reps_1="8")
        second = form_of(draft, reps_1="12", purpose="Mine.")
        assert cast.owner.post(DESK, first).status_code == 302
        refused = cast.therapist.post(DESK, second)
        page = refused.content.decode()
        assert refused.status_code == 409
        assert "Pelvic tilt, lying: 12 times, before: 8 times." in page
        assert "What it is for was changed." in page
        assert 'value="12"' in page
        assert ">Mine.<" in page
        assert "8 times, hold 3–5 s" in page
        reps = kept().rows[0].dose.reps
        assert reps
        assert reps.low == 8

        saved = re.search(r'name="saved" value="(\d+)"', page)
        assert saved
        assert cast.therapist.post(DESK, second | {"saved": saved[1]}).status_code == 302
        assert kept().purpose == "Mine."

    def test_exercises_that_the_other_took_out_are_not_lost_from_the_form(
        self, cast: Cast, draft: Publication
    ) -> None:
        mine = form_of(draft, act="save")
        cast.owner.post(DESK, form_of(draft, act="drop:2"))
        page = cast.therapist.post(DESK, mine).content.decode()
        assert 'value="2:bird-dog"' in page
        assert "New: Bird dog: opposite arm and leg." in page

    def test_an_old_look_is_not_published(self, cast: Cast, draft: Publication) -> None:
        old = {"saved": str(draft.saved), "who": "public", "author": "Mara"}
        cast.owner.post(DESK, form_of(draft, reps_1="8"))
        answer = cast.therapist.post(f"{DESK}publish/", old, follow=True)
        assert "It was changed in another tab meanwhile." in answer.content.decode()
        assert not PublicationVersion.objects.exists()


class TestPublishing:
    """From a draft to a page."""

    def publish(self, member: Member, publication: Publication, **typed: str) -> None:
        form = {
            "saved": str(publication.saved),
            "who": "public",
            "author": "Mara",
            "questions": "on",
        }
        answer = member.post(f"/desk/routines/{publication.slug}/publish/", form | typed)
        assert (answer.status_code, answer["Location"]) == (302, "/desk/")
        publication.refresh_from_db()

    def test_for_everyone(self, cast: Cast, draft: Publication) -> None:
        self.publish(cast.therapist, draft)
        assert (draft.state, draft.token, draft.author_name) == (State.PUBLIC, "", "Mara")
        assert draft.versions.get().read_routine() == routine_of(DRAFT, draft.slug)
        assert cast.stranger.get("/r/a-calm-start-to-the-day/").status_code == 200

    def test_by_link_and_later_for_everyone_and_back(self, cast: Cast, draft: Publication) -> None:
        self.publish(cast.therapist, draft, who="link")
        key = draft.token
        assert len(key) == 32
        self.publish(cast.therapist, draft, who="link")
        assert draft.token == key
        self.publish(cast.therapist, draft)
        assert draft.token == ""
        self.publish(cast.therapist, draft, who="link")
        assert draft.token not in {"", key}
        assert [one.number for one in draft.versions.order_by("number")] == [1, 2, 3, 4]

    def test_with_questions_closed(self, cast: Cast, draft: Publication) -> None:
        self.publish(cast.therapist, draft, questions="")
        assert not draft.questions_open

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"rows": ()}, "Add at least one exercise."),
            ({"purpose": ""}, "Say in one sentence what it is for."),
            (
                {
                    "rows": (
                        DraftRow(
                            key=1, exercise="bird-dog", dose=Dose(sets=said(20), reps=said(200))
                        ),
                    )
                },
                "Nobody does as much in one session. Write less of it.",
            ),
            (
                {"rows": (DraftRow(key=1, exercise="left-the-library"),)},
                "The library no longer has “left-the-library”. Take it out.",
            ),
        ],
    )
    def test_what_is_missing_is_said_and_nothing_is_published(
        self, cast: Cast, fields: dict[str, Any], sentence: str
    ) -> None:
        made = written(cast.therapist.user, **fields)
        path = f"{DESK}publish/"
        assert sentence in cast.therapist.get(path).content.decode()
        cast.therapist.post(path, {"saved": str(made.saved), "who": "public"})
        assert not PublicationVersion.objects.exists()

    def test_the_look_before_a_new_version_says_what_changed(self, cast: Cast) -> None:
        made = published(cast.therapist.user)
        cast.therapist.post(DESK, form_of(made, hold_2="20 s"))
        page = cast.therapist.get(f"{DESK}publish/").content.decode()
        changed = "Bird dog: opposite arm and leg: 3 × 20 s each side, before: 3 × 30 s each side."
        assert changed in page

    def test_taking_back_asks_first(self, cast: Cast) -> None:
        made = published(cast.therapist.user)
        assert "Take it back" in cast.therapist.get(f"{DESK}withdraw/").content.decode()
        cast.therapist.post(f"{DESK}withdraw/")
        made.refresh_from_db()
        assert made.state == State.WITHDRAWN
        self.publish(cast.therapist, made)
        assert cast.stranger.get("/r/a-calm-start-to-the-day/").status_code == 200

    @pytest.mark.usefixtures("draft")
    def test_a_draft_is_deleted(self, cast: Cast) -> None:
        assert "It was never published" in cast.therapist.get(f"{DESK}withdraw/").content.decode()
        cast.therapist.post(f"{DESK}withdraw/")
        assert not Publication.objects.exists()


class TestBeginning:
    """A new routine, from nothing or from one that there is."""

    def test_from_nothing(self, cast: Cast) -> None:
        answer = cast.therapist.post("/desk/routines/new/", {"title": " Walks  for two "})
        assert answer["Location"] == "/desk/routines/walks-for-two/"
        assert (
            "Add an exercise, and it shows here."
            in cast.therapist.get(answer["Location"]).content.decode()
        )

    def test_two_of_one_title_have_two_addresses(self, cast: Cast) -> None:
        places = {
            cast.therapist.post("/desk/routines/new/", {"title": "Walks"})["Location"]
            for _ in range(3)
        }
        assert len(places) == 3

    def test_from_a_handout_of_mine_without_its_quotes(self, cast: Cast) -> None:
        quoted = Amount(min=5, max=5, origin="page", ref="own-1", quote="five times, please")
        item = Item(id="1", rungs=(Rung(exercise="bird-dog", dose=Dose(reps=quoted)),))
        row = BroughtRoutine.objects.create(
            owner=cast.therapist.user,
            worksheet_document="{}",
            routine_document=to_json(Routine(id="own-1", name="", items=(item,))),
        )
        answer = cast.therapist.post("/desk/routines/new/", {"title": "", "from": row.key})
        assert answer.status_code == 302
        made = Publication.objects.get()
        reps = made.read_draft().rows[0].dose.reps
        assert reps
        assert (reps.low, reps.origin, reps.quote) == (5, "page", "")
        assert "please" not in made.draft_document
        assert made.title == "A new routine"

    def test_not_from_someone_elses(self, cast: Cast) -> None:
        other = BroughtRoutine.objects.create(
            owner=cast.other_therapist.user, worksheet_document="{}", routine_document="{}"
        )
        answer = cast.therapist.post("/desk/routines/new/", {"from": other.key})
        assert answer.status_code == 404


@pytest.mark.parametrize("path", ["", "preview/", "publish/", "withdraw/"])
def test_a_draft_is_its_authors_and_the_owners_alone(
    cast: Cast, draft: Publication, path: str
) -> None:
    for member in (cast.other_therapist, cast.person, cast.reader):
        assert member.get(f"{DESK}{path}").status_code in {404, 405}
        assert member.post(f"{DESK}{path}", form_of(draft)).status_code == 404
    assert cast.stranger.post(f"{DESK}{path}", form_of(draft)).status_code == 302
    assert "A calm start" not in cast.other_therapist.get("/desk/").content.decode()
    assert "A calm start" in cast.owner.get("/desk/").content.decode()
    assert kept() == DRAFT


def test_a_form_from_another_site_changes_nothing(cast: Cast, draft: Publication) -> None:
    answer = cast.therapist.post(
        DESK, form_of(draft, title="Taken over"), HTTP_ORIGIN="https://other.example"
    )
    assert answer.status_code == 403
    assert kept() == DRAFT


def test_rows_that_a_form_makes_up_are_not_read(cast: Cast, draft: Publication) -> None:
    rows = ["1:pelvic-tilt", "1:bird-dog", "x:bird-dog", "5:not-there", "7:../x", "0:bird-dog"]
    cast.therapist.post(DESK, form_of(draft) | {"row": rows})
    assert [(row.key, row.exercise) for row in kept().rows] == [(1, "pelvic-tilt")]


def test_a_routine_and_its_draft_say_the_same() -> None:
    made = routine_of(DRAFT, "x")
    again = routine_of(draft_of(made), "x")
    assert [item.rungs for item in again.items] == [item.rungs for item in made.items]
    assert [item.cautions for item in again.items] == [item.cautions for item in made.items]
    assert (again.name, again.purpose, again.cautions) == (made.name, made.purpose, made.cautions)
