"""Today: one button, the exercises with who said how much, and the step one is on."""

import pytest
from django.test import Client

from supple.web.models import StoredPlan
from tests.web.support import text


def test_before_the_questions_there_is_no_start(browser: Client) -> None:
    page = text(browser.get("/"))
    assert "Answer the questions" in page
    assert "Start ·" not in page


def test_one_button_with_the_minutes(ready: Client) -> None:
    response = ready.get("/")
    assert response.content.decode().count('class="button button--large"') == 1
    assert "How is your back right now?" in text(response)
    assert f"Start · {response.context['minutes']} minutes" in text(response)


def test_what_the_routine_leaves_open_is_marked_as_ours(ready: Client) -> None:
    page = text(ready.get("/"))
    assert "Single knee to chest 2–3 × 30 s each side When to do less" in page
    assert "5–10 times, hold 3–5 s When to do less, or leave it out Small and gentle" in page
    assert "our choice: how many" in page


def test_another_step_of_the_ladder_is_a_new_version_of_the_plan(ready: Client) -> None:
    assert "Bird dog" in text(ready.get("/"))
    ready.post("/plan/facet-joint/rung/", {"item": "hands-and-knees", "exercise": "bird-dog"})
    row = StoredPlan.objects.get()
    assert (row.version, row.routine) == (2, "facet-joint")
    assert [item.exercise for item in row.read().items][4] == "bird-dog"
    ready.post(
        "/plan/facet-joint/rung/", {"item": "hands-and-knees", "exercise": "quadruped-leg-lift"}
    )
    plans = [row.read() for row in StoredPlan.objects.order_by("version")]
    assert [(plan.version, plan.items[4].exercise) for plan in plans] == [
        (2, "bird-dog"),
        (3, "quadruped-leg-lift"),
    ]
    assert ready.get("/").context["rows"][4].now.exercise == "quadruped-leg-lift"


def test_a_step_that_the_ladder_does_not_have(ready: Client) -> None:
    for form in (
        {"item": "hands-and-knees", "exercise": "cat-stretch"},
        {"item": "nowhere", "exercise": "bird-dog"},
        {},
    ):
        assert ready.post("/plan/facet-joint/rung/", form).status_code == 404
    assert ready.post("/plan/nothing/rung/", {}).status_code == 404
    assert not StoredPlan.objects.exists()


def test_without_a_routine_the_page_says_so(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.web.plans.routines", dict)
    assert "No routine here yet" in text(browser.get("/"))


def test_when_to_leave_an_exercise_out_is_said_before_the_session(ready: Client) -> None:
    for path in ("/", "/routines/facet-joint/"):
        assert "With thin bones, leave this one out." in text(ready.get(path)), path


def test_after_a_card_today_leads_to_it_and_not_to_the_questions(browser: Client) -> None:
    browser.post("/start/", {"emergency": "not_sure"})
    page = text(browser.get("/"))
    assert "No session for now" in page
    assert "See what to do" in page
    assert "Answer the questions" not in page
