"""Bringing a handout: read, correct, keep, follow, print. All by forms, without JavaScript."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from supple.exercise.dose import Amount
from supple.web.models import BroughtRoutine, Role, StoredPlan, User
from supple.web.names import like, names_of
from supple.web.reading import source
from supple.web.reading.models import new_key
from tests.web.support import text

PAGE = """# Exercises for my back

Stop if the pain gets worse.

## Pelvic tilts
Lie on your back with your knees bent. Flatten your back. Hold for 5 seconds. Repeat 10 times.

## Hip figure eights
Stand and draw an eight with your hips, 8 to 12 times each way.

Then roll a towel under your feet.
"""


@pytest.fixture
def key(ready: Client) -> str:
    """The key of the page, read."""
    answer = ready.post("/read/", {"text": PAGE})
    return str(answer.headers["Location"]).split("/")[2]


def upload(browser: Client, data: bytes, name: str = "handout") -> str:
    answer = browser.post("/read/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 400
    return text(answer)


def correction(**changes: object) -> dict[str, object]:
    usual = {"name": "Pelvic tilts", "exercise": "pelvic-tilt", "reps": "10", "hold": "5 s"}
    return usual | changes


def test_routines_leads_to_it(browser: Client) -> None:
    assert 'href="/read/"' in browser.get("/routines/").content.decode()
    assert "Paste the exercises" in text(browser.get("/read/"))


def test_the_routine_stands_beside_the_words_it_came_from(ready: Client, key: str) -> None:
    answer = ready.get(f"/read/{key}/")
    page = text(answer)
    assert "2 exercises were found." in page
    assert "Shown as: Pelvic tilt" in page
    assert "Kept with its words, without a picture" in page
    assert "How many times 10 Hold 5 s Sets not stated" in page
    assert "8–12" in page
    html = answer.content.decode()
    field = next(
        one for row in answer.context["entries"] for one in row.fields if one.id == "1-hold"
    )
    assert f'<a class="read-value" href="#w{field.words}" data-lit="1-hold">5 s</a>' in html
    assert f'id="w{field.words}" href="#f1-hold"' in html
    assert 'id="f1-hold"' in html
    assert "".join(piece.text for piece in answer.context["pieces"]) == PAGE


def test_a_field_is_corrected_and_others_keep_their_words(ready: Client, key: str) -> None:
    answer = ready.post(f"/read/{key}/1/", correction(reps="6-8", sides="together"))
    assert answer.headers["Location"] == f"/read/{key}/#e1"
    one = BroughtRoutine.objects.get(pk=key).read_worksheet().entries[0]
    assert one.dose.reps == Amount(min=6, max=8, origin="person")
    assert one.dose.hold is not None
    assert one.dose.hold.origin == "page"
    assert one.dose.sides is not None
    assert "6–8 set by you" in text(ready.get(f"/read/{key}/"))


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("reps", "many", "Write a number as 3, or a range as 8–12."),
        ("reps", "5 s", "Write a number as 3, or a range as 8–12."),
        ("hold", "a bit", "Write a time as 30 s, 2 min or 3 breaths, or a range as 20–30 s."),
        ("hold", "5000", "5000 seconds of hold cannot be meant. Write a number from 1 to 600."),
        ("sets", "5-2", "The range 5–2 runs backwards. Write the smaller number first."),
        ("name", "", "Give it a name."),
    ],
)
def test_a_sentence_beside_what_cannot_be_meant(
    ready: Client, key: str, field: str, typed: str, sentence: str
) -> None:
    answer = ready.post(f"/read/{key}/1/", correction(**{field: typed}))
    assert answer.status_code == 400
    assert sentence in text(answer)


def test_another_exercise_is_picked(ready: Client, key: str) -> None:
    page = text(ready.get(f"/read/{key}/2/"))
    assert "None of these: keep its words, without a picture" in page
    picked = correction(name="Eights", exercise="other", other="bird-dog")
    ready.post(f"/read/{key}/2/", picked)
    assert "Shown as: Bird dog" in text(ready.get(f"/read/{key}/"))
    ready.post(f"/read/{key}/2/", correction(name="Eights", exercise="none"))
    assert "Shown as: Bird dog" not in text(ready.get(f"/read/{key}/"))
    unchosen = ready.post(f"/read/{key}/2/", correction(exercise="other", other=""))
    assert "Choose an exercise of the library." in text(unchosen)


def test_one_that_was_missed_is_added_and_one_is_dropped(ready: Client, key: str) -> None:
    answer = ready.post(f"/read/{key}/add/", {"words": "roll a towel\nunder your feet."})
    assert answer.headers["Location"] == f"/read/{key}/#e3"
    assert "3 exercises were found." in text(ready.get(f"/read/{key}/"))
    page = text(ready.post(f"/read/{key}/1/drop/", follow=True))
    assert "“Pelvic tilts” is left out. To have it back, mark its words and add them." in page
    assert "2 exercises were found." in page
    wrong = ready.post(f"/read/{key}/add/", {"words": " "})
    assert "Mark or write the words of one exercise, at most 5000 characters." in text(wrong)


def test_what_is_kept_is_a_routine_to_follow_play_and_print(ready: Client, key: str) -> None:
    answer = ready.post(f"/read/{key}/", {"name": "Mornings", "then": "keep"}, follow=True)
    page = text(answer)
    assert answer.redirect_chain == [(f"/routines/{key}/", 302)]
    assert "This routine is kept. You find it under Routines." in page
    assert "Hip figure eights" in page
    assert "draw an eight with your hips" in page
    assert "Mornings" in text(ready.get("/routines/"))
    ready.post(f"/routines/{key}/follow/")
    assert "Mornings" in text(ready.get("/"))
    script = ready.get(f"/play/{key}/").context["script"]
    assert [item.exercise for item in script.items] == ["pelvic-tilt", ""]
    assert script.items[1].name == "Hip figure eights"
    assert ready.get(f"/routines/{key}/handout.pdf").content.startswith(b"%PDF")


def test_keep_and_start_goes_to_the_player(ready: Client, key: str) -> None:
    answer = ready.post(f"/read/{key}/", {"name": "Mornings", "then": "start"})
    assert answer.headers["Location"] == f"/play/{key}/"


def test_a_correction_reaches_the_plan_that_is_followed(ready: Client, key: str) -> None:
    ready.post(f"/read/{key}/", {"name": "Mornings"})
    ready.post(f"/routines/{key}/follow/")
    ready.post(f"/read/{key}/2/drop/")
    ready.post(f"/read/{key}/", {"name": "Mornings"})
    newest = StoredPlan.objects.order_by("-pk").first()
    assert newest is not None
    assert [item.exercise for item in newest.read().items] == ["pelvic-tilt"]


def test_nothing_to_keep(ready: Client, key: str) -> None:
    assert "Give the routine a name, then keep it." in text(
        ready.post(f"/read/{key}/", {"name": " "})
    )
    for number in (1, 2):
        ready.post(f"/read/{key}/{number}/drop/")
    page = text(ready.post(f"/read/{key}/", {"name": "Mornings"}))
    assert "Add at least one exercise, then keep the routine." in page
    assert "No exercise is in the list yet." in page


def test_what_nobody_does_in_one_session_is_not_kept(ready: Client) -> None:
    page = "Exercises for my back\n\n1. Bridge. 20 sets of 100.\n"
    key = ready.post("/read/", {"text": page}).headers["Location"].split("/")[2]
    answer = ready.post(f"/read/{key}/", {"name": "Mornings", "then": "start"})
    sentence = "Nobody does as much in one session. Set the numbers right, then keep it."
    assert (answer.status_code, sentence in answer.content.decode()) == (400, True)


def test_a_page_without_a_title_has_a_name_to_start_with(ready: Client) -> None:
    answer = ready.post("/read/", {"text": "1. Pelvic tilts 10 times\n2. Bridge 10 times"})
    html = ready.get(answer.headers["Location"]).content.decode()
    assert 'value="My exercises" required' in html


def test_a_page_is_thrown_away_with_its_plans(ready: Client, key: str) -> None:
    ready.post(f"/read/{key}/", {"name": "Mornings"})
    ready.post(f"/routines/{key}/follow/")
    assert "Remove “Mornings”?" in text(ready.get(f"/read/{key}/remove/"))
    ready.post(f"/read/{key}/remove/")
    assert not BroughtRoutine.objects.exists()
    assert not StoredPlan.objects.exists()
    assert ready.get(f"/routines/{key}/").status_code == 404


def test_unfinished_pages_are_listed_and_make_room(ready: Client, person: User) -> None:
    for number in range(12):
        row = BroughtRoutine(owner=person, name=f"Page {number}", worksheet_document="{}")
        row.save()
    ready.post("/read/", {"text": PAGE})
    assert BroughtRoutine.objects.count() == 10
    assert "Exercises for my back" in text(ready.get("/read/"))


def test_a_page_without_a_routine_can_still_be_added_to(ready: Client) -> None:
    words = "The shop opens at nine in the morning and is closed on Sundays."
    page = text(ready.post("/read/", {"text": words}, follow=True))
    assert (
        "No exercise routine was found on this page. Paste the part with the exercises, "
        "or add them by hand." in page
    )
    assert "Add one that was missed" in page


def test_a_hostile_name_stays_text(ready: Client) -> None:
    page = f"{PAGE}\n## Bridge {{0}} <script>alert(1)</script> %s\nHold for 5 seconds, 10 times.\n"
    key = ready.post("/read/", {"text": page}).headers["Location"].split("/")[2]
    html = ready.get(f"/read/{key}/").content.decode()
    assert "<script>alert(1)" not in html
    ready.post(f"/read/{key}/", {"name": "{x} %(n)d <b>"})
    for path in (f"/routines/{key}/", f"/play/{key}/", f"/routines/{key}/handout.pdf", "/read/"):
        assert ready.get(path).status_code == 200


def test_nothing_given(browser: Client) -> None:
    page = text(browser.post("/read/", {"text": "  "}))
    assert "Paste the exercises, choose a file, or write the address of a page." in page


def test_files_that_hold_nothing_to_read(browser: Client) -> None:
    assert "This file is empty. Choose another." in upload(browser, b"")
    assert "There are no words in it." in upload(browser, b" \n ")
    assert "This is not a text, a web page, a PDF or a Word file." in upload(
        browser, bytes(range(256)) * 20
    )
    assert "This file could not be opened: it is damaged." in upload(browser, b"%PDF-1.4 nothing")


def test_a_bomb_is_not_opened(browser: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"a" * 110_000_000)
    sentence = "This Word file unpacks to far more than a handout, so it was not opened."
    assert sentence in upload(browser, packed.getvalue(), "handout.docx")


def test_a_file_that_is_too_large(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 1_000_000)
    assert "This file is larger than 1 MB." in upload(browser, b"a" * 1_000_001)


def test_a_thousand_pages_are_not_read(browser: Client) -> None:
    page = text(browser.post("/read/", {"text": "Bridge, 10 times.\n" * 160_000}))
    assert "This is far more text than one form takes. Go back and send a part of it." in page
    page = text(browser.post("/read/", {"text": "Bridge, 10 times.\n" * 10_000}))
    assert "This is longer than 50 pages. Paste only the part with the exercises" in page


@pytest.mark.parametrize("address", ["http://127.0.0.1:80/", "localhost", "http://[::1]/"])
def test_an_address_that_points_inward_is_not_fetched(browser: Client, address: str) -> None:
    page = text(browser.post("/read/", {"address": address}))
    assert "This address points into a private network, so it is not fetched." in page


def test_a_fetched_page_is_the_source(ready: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(address: str) -> tuple[bytes, tuple[()]]:
        asked.append(address)
        return PAGE.encode(), ()

    monkeypatch.setattr("supple.web.fetch.fetch", fetch)
    key = ready.post("/read/", {"address": "example.org/back"}).headers["Location"].split("/")[2]
    assert asked == ["https://example.org/back"]
    ready.post(f"/read/{key}/", {"name": "Mornings"})
    assert 'href="https://example.org/back"' in ready.get(f"/routines/{key}/").content.decode()


def test_only_two_are_read_at_a_time(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "PATIENCE", 0)
    for _turn in range(source.AT_ONCE):
        source._turns.acquire()
    try:
        page = text(browser.post("/read/", {"text": PAGE}))
    finally:
        for _turn in range(source.AT_ONCE):
            source._turns.release()
    assert "Other pages are being read just now. Try again in a moment." in page


def test_somebody_elses_page_is_not_there(ready: Client) -> None:
    other = User.objects.create(role=Role.PERSON, email="other@example.org")
    row = BroughtRoutine.objects.create(
        key=new_key(), owner=other, worksheet_document="{}", routine_document="{}"
    )
    for path in (f"/read/{row.key}/", f"/read/{row.key}/1/", f"/routines/{row.key}/"):
        assert ready.get(path).status_code == 404
    for path in ("", "add/", "1/drop/", "remove/"):
        assert ready.post(f"/read/{row.key}/{path}").status_code == 404


def test_another_exercise_is_suggested_by_a_name_like_it() -> None:
    assert like("Easy bird-dogs", names_of("en"))[0] == "bird-dog"
    assert like("Slow dead bug", names_of("en"))[0] == "dead-bug"
    assert like("The Lighthouse", names_of("en")) == ()
