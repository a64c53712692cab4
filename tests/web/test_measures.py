"""The diary's questions: answered once a day, corrected, withdrawn, compared, and when due."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from supple.routine.log import Pain
from supple.track.measures.load import load_measures
from supple.track.measures.questionnaire import Answered
from supple.web import answers
from supple.web.milestones import DueCard, due_card
from supple.web.models import DiaryAnswer, Role, User
from supple.web.sessions import Written, write
from tests.web.support import text

DAY = date(2026, 11, 24)
ACTIVITY = "/diary/questions/activity/"
MEAL = {"about": "Sit through  a meal", "activity": "4", "zone": "Europe/Berlin"}
PEG = {"pain": "6", "enjoyment": "5", "general-activity": "4"}


class Clock:
    """The date that the pages go by."""

    def __init__(self) -> None:
        self.today = DAY


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in ("diary", "measures", "take_along"):
        monkeypatch.setattr(f"supple.web.views.{module}.today_of", lambda _user: clock.today)
    return clock


def kept(question: str = "activity") -> list[tuple[str, str, dict[str, int]]]:
    """The day, the activity and the raw answers of each kept answering."""
    rows = DiaryAnswer.objects.filter(question=question).order_by("date")
    return [(str(row.date), row.read().activity, row.read().answers) for row in rows]


def test_an_activity_is_chosen_in_own_words(browser: Client) -> None:
    page = text(browser.get(ACTIVITY))
    assert "One thing that matters to you" in page
    assert "10: As well as before my back hurt" in page
    assert browser.post(ACTIVITY, MEAL).headers["Location"] == "/diary/"
    answered = DiaryAnswer.objects.get().read()
    assert (answered.activity, answered.zone, answered.date, answered.language) == (
        "Sit through a meal",
        "Europe/Berlin",
        "2026-11-24",
        "en",
    )
    diary = text(browser.get("/diary/"))
    assert "Sit through a meal: 2 answers are needed before two times can be compared." in diary
    assert diary.index("Sit through a meal") < diary.index("Pain before sessions")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"about": " "}, "Please write one thing, such as: sit through a meal."),
        ({"about": "a" * 81}, "Please write it in at most 80 characters."),
        ({"activity": ""}, "Please choose one."),
        ({"activity": "11"}, "Please choose one."),
        ({"activity": "-1"}, "Please choose one."),
        ({"activity": "٣"}, "Please choose one."),
        ({"activity": "9" * 5000}, "Please choose one."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    browser: Client, sent: dict[str, str], sentence: str
) -> None:
    response = browser.post(ACTIVITY, MEAL | sent)
    assert response.status_code == 400
    assert sentence in text(response)
    assert not DiaryAnswer.objects.exists()


def test_a_second_answer_of_one_day_takes_the_place_of_the_first(browser: Client) -> None:
    browser.post(ACTIVITY, MEAL)
    page = browser.get(ACTIVITY)
    assert "You answered this today. What you keep now takes its place." in text(page)
    assert 'name="activity" value="4" checked' in page.content.decode()
    browser.post(ACTIVITY, {"activity": "6"})
    assert kept() == [("2026-11-24", "Sit through a meal", {"activity": 6})]


def test_an_answer_is_corrected_and_withdrawn(browser: Client, clock: Clock) -> None:
    browser.post(ACTIVITY, MEAL)
    clock.today = DAY + timedelta(weeks=2)
    browser.post(ACTIVITY, {"activity": "7"})
    User.objects.update(zone="America/Lima")
    first = f"{ACTIVITY}2026-11-24/"
    assert "Your answer of 24 November 2026" in text(browser.get(first))
    browser.post(first, {"activity": "3"})
    assert [answer for _day, _name, answer in kept()] == [{"activity": 3}, {"activity": 7}]
    assert DiaryAnswer.objects.get(date=DAY).read().zone == "Europe/Berlin"
    assert browser.post(f"{first}delete/").headers["Location"] == "/diary/"
    assert kept() == [("2026-12-08", "Sit through a meal", {"activity": 7})]
    assert browser.post(f"{first}delete/").status_code == 404


@pytest.mark.parametrize("day", ["2026-11-25", "2026-02-30", "soon"])
def test_a_day_without_an_answer_has_no_page(browser: Client, day: str) -> None:
    browser.post(ACTIVITY, MEAL)
    assert browser.get(f"{ACTIVITY}{day}/").status_code == 404
    assert browser.post(f"{ACTIVITY}{day}/", {"activity": "1"}).status_code == 404


def test_another_activity_begins_anew_and_nothing_is_lost(browser: Client, clock: Clock) -> None:
    browser.post(ACTIVITY, MEAL)
    clock.today = DAY + timedelta(days=3)
    browser.post(f"{ACTIVITY}?new", {"about": "Walk to the shops", "activity": "2"})
    diary = text(browser.get("/diary/"))
    assert "Walk to the shops: 2 answers are needed" in diary
    assert "Sit through a meal" not in diary
    assert [name for _day, name, _answers in kept()] == ["Sit through a meal", "Walk to the shops"]
    listed = text(browser.get("/diary/answers/"))
    assert "Sit through a meal , 24 November 2026 24 November 2026 · 4" in listed


@pytest.mark.parametrize(
    ("later", "sentence", "line"),
    [
        ("7", "Sit through a meal: 4 at first, 7 now. No clear change.", False),
        ("8", "Sit through a meal: 4 at first, 8 now. A change of more than 3 is more", True),
        ("0", "Sit through a meal: 4 at first, 0 now. A change of more than 3 is more", True),
    ],
)
def test_the_activity_has_a_line_only_for_a_clear_change(
    browser: Client, clock: Clock, later: str, sentence: str, line: bool
) -> None:
    browser.post(ACTIVITY, MEAL)
    clock.today = DAY + timedelta(weeks=6)
    browser.post(ACTIVITY, {"activity": later})
    response = browser.get("/diary/")
    assert sentence in text(response)
    assert bool(response.context["activity"].plot.line) == line


def test_peg_is_asked_with_its_credit_and_scored(browser: Client) -> None:
    assert "Krebs et al. 2009" in text(browser.get("/diary/questions/peg/"))
    assert browser.post("/diary/questions/peg/", PEG | {"pain": ""}).status_code == 400
    browser.post("/diary/questions/peg/", PEG)
    assert kept("peg") == [("2026-11-24", "", {"pain": 6, "enjoyment": 5, "general-activity": 4})]
    assert "PEG , 24 November 2026 24 November 2026 · 5" in text(browser.get("/diary/answers/"))


@pytest.mark.parametrize(
    "name",
    ["odi", "eq-5d-5l", "msk-hq", "promis-physical-function", "start-back", "rmdq-24", "pain"],
)
def test_no_page_for_a_measure_without_items_or_licence(browser: Client, name: str) -> None:
    assert name in load_measures()[0]
    assert browser.get(f"/diary/questions/{name}/").status_code == 404
    assert browser.post(f"/diary/questions/{name}/", {"x": "1"}).status_code == 404


STATEMENTS = """schema = 1
id = "{id}"
name = "Statements"
about = "Tick what is true."
version = "1"
recall = "today"
licence = "own wording"
shipped = false
credit = "Written for this test."
scoring = "count"
better = "lower"
matters = {{points = 1, source = "convention"}}
error = {{points = 1, source = "convention"}}
items = [{{id = "a", say = "One", high = 1}}, {{id = "b", say = "Two", high = 1}}]
"""


@pytest.fixture
def own_measures(tmp_path: Path, settings: LazySettings) -> LazySettings:
    """An operator's folder with items for one free and one licensed measure."""
    for name in ("rmdq-24", "odi"):
        (tmp_path / f"{name}.toml").write_text(STATEMENTS.format(id=name))
    settings.MEASURES = tmp_path
    return settings


def test_an_operators_statements_are_ticked_and_none_is_an_answer(
    browser: Client, own_measures: LazySettings
) -> None:
    page = browser.get("/diary/questions/rmdq-24/").content.decode()
    assert page.count('type="checkbox"') == 2
    browser.post("/diary/questions/rmdq-24/", {"zone": ""})
    assert "Statements , 24 November 2026 24 November 2026 · 0" in text(
        browser.get("/diary/answers/")
    )
    browser.post("/diary/questions/rmdq-24/", {"b": "1", "a": "7"})
    assert "24 November 2026 · 1" in text(browser.get("/diary/answers/"))
    assert "Statements" in text(browser.get("/diary/"))


def test_a_licensed_measure_is_shown_once_the_licence_is_held(
    browser: Client, own_measures: LazySettings
) -> None:
    assert browser.get("/diary/questions/odi/").status_code == 404
    own_measures.LICENCES = frozenset({"odi"})
    assert browser.get("/diary/questions/odi/").status_code == 200


def test_the_answers_of_someone_else_are_not_there(browser: Client, person: User) -> None:
    other = User.objects.create(email="other@example.org", role=Role.PERSON)
    answered = Answered(
        measure="peg", version="2009", language="en", date=str(DAY), answers={"pain": 1}
    )
    answers.keep(other, "peg", DAY, answered)
    assert browser.get("/diary/questions/peg/2026-11-24/").status_code == 404
    assert browser.post("/diary/questions/peg/2026-11-24/delete/").status_code == 404
    assert "You have answered no questions yet." in text(browser.get("/diary/answers/"))
    assert len(answers.all_of(other)) == 1


def test_the_studies_are_told_once_it_is_known_which(browser: Client) -> None:
    assert "How long had yours, when you began?" in text(browser.get("/diary/"))
    browser.post("/diary/course/", {"since": "for ever"})
    assert not DiaryAnswer.objects.exists()
    browser.post("/diary/course/", {"since": "months"})
    page = text(browser.get("/diary/"))
    assert "had lasted for months" in page
    assert "They do not say how yours will go." in page
    assert "Menezes Costa et al. 2012" in page


def due(person: User, days: int) -> DueCard | None:
    return due_card(person, DAY + timedelta(days=days))


def test_milestones_are_due_from_their_day_until_answered(
    browser: Client, person: User, clock: Clock
) -> None:
    assert due(person, 0) is None
    write(person, Written(date=DAY, minutes=10))
    titles = [card.title if (card := due(person, days)) else "" for days in (13, 14, 41, 42, 84)]
    assert titles == ["", "Two weeks on", "Two weeks on", "Six weeks on", "Six weeks on"]
    assert due(person, 85) is None
    clock.today = DAY + timedelta(days=14)
    browser.post("/diary/milestones/day-14/", {"answer": "a lot"})
    assert due(person, 14) is not None
    browser.post("/diary/milestones/day-14/", {"answer": "too much"})
    page = text(browser.get("/diary/"))
    assert "Then do less: leave out an exercise or two, or a day." in page
    assert due(person, 14) is None
    assert due(person, 42) is not None
    assert browser.post("/diary/milestones/day-99/", {"answer": "right"}).status_code == 404


@pytest.mark.parametrize(
    ("answer", "pains", "sentence"),
    [
        ("better", (6, 6, 6, 2, 2, 2), "Keep two or three days a week, and add walking."),
        ("better", (2, 2, 2, 6, 6, 6), "After six weeks something is harder or sorer"),
        ("none", (6, 6, 6, 2, 2, 2), "Six weeks show no clear change. Show a clinician"),
        ("worse", (6, 6, 6, 2, 2, 2), "After six weeks something is harder or sorer"),
        ("none", (), "Six weeks show no clear change. Show a clinician"),
    ],
)
def test_six_weeks_on_the_more_careful_word_counts(  # noqa: PLR0917 - fixtures and a row
    browser: Client,
    person: User,
    clock: Clock,
    answer: str,
    pains: tuple[Pain, ...],
    sentence: str,
) -> None:
    for days, pain in enumerate(pains or (None,)):
        write(person, Written(date=DAY + timedelta(days=days), minutes=9, pain_before=pain))
    clock.today = DAY + timedelta(days=45)
    assert "Six weeks on" in text(browser.get("/diary/"))
    browser.post("/diary/milestones/week-6/", {"answer": answer})
    said = {"better": "Better", "none": "No change", "worse": "Worse"}[answer]
    for _ in range(2):
        page = text(browser.get("/diary/"))
        assert f"Six weeks on You said: {said}. {sentence}" in page
        assert "against the day you began?" not in page
    clock.today += timedelta(days=43)
    assert "Six weeks on" not in text(browser.get("/diary/"))


def test_the_activity_is_due_at_its_weeks(browser: Client, person: User) -> None:
    browser.post(ACTIVITY, MEAL)
    assert [bool(due(person, days)) for days in (0, 13, 14, 41, 42, 84, 125, 126)] == [
        False,
        False,
        True,
        True,
        True,
        True,
        True,
        False,
    ]
    card = due(person, 14)
    assert card is not None
    assert (card.title, card.text, card.address) == (
        "Sit through a meal",
        "2 weeks after you chose it: how well does it go today?",
        ACTIVITY,
    )


def test_a_day_that_comes_twice_by_a_changed_zone_keeps_both_answers(
    browser: Client, clock: Clock, person: User
) -> None:
    browser.post(ACTIVITY, MEAL)
    clock.today = DAY - timedelta(days=1)
    browser.post(ACTIVITY, {"activity": "5", "zone": "Pacific/Honolulu"})
    assert [(day, answer["activity"]) for day, _name, answer in kept()] == [
        ("2026-11-23", 5),
        ("2026-11-24", 4),
    ]
    assert browser.get("/diary/").status_code == 200
    assert due_card(person, clock.today) is None
