"""What a person leaves out, and the plans that heed it."""

import pytest
from django.test import Client

from supple.fit.overrule import Overrule
from supple.value import to_json
from supple.web import fitting, plans
from supple.web.fitting_models import CanDo, StoredCanDo
from supple.web.models import StoredPlan, User
from tests.web.support import text, texts

PAGE = "/about-you/what-i-can-do/"
ROUTINE = "/routines/facet-joint/"
REASON = "It puts weight on the knees or shins."


def planned(person: User) -> dict[str, str]:
    """What became of each item of the first routine."""
    plan = plans.plan_for(person, "facet-joint", "en")
    assert plan is not None
    return {item.id: item.change for item in plan.items}


def test_constraints_stand_in_the_person_s_own_words(browser: Client) -> None:
    page = text(browser.get(PAGE))
    assert "I'd rather not kneel" in page
    assert "Left out: It puts weight on the knees or shins. (source: Wylde et al. 2019" in page
    assert "Sets: I'd rather not kneel · You may add: My knees do not bend far" in page


def test_what_is_ticked_fits_every_plan(browser: Client, person: User) -> None:
    response = browser.post(PAGE, {"constraint": ["no_kneel"]}, follow=True)
    assert "Kept. Your plans are fitted to it." in text(response)
    assert planned(person)["childs-pose"] != "keep"
    assert planned(person)["pelvic-tilt"] == "keep"
    plan = plans.plan_for(person, plans.followed_name(person), "en")
    assert plan is not None
    assert (plan.surface, plan.limits) == ("bed", ("no_kneel",))


def test_a_condition_sets_its_limits_once_and_each_can_be_lifted(
    browser: Client, person: User
) -> None:
    browser.post(PAGE, {"condition": ["knee_replacement"]})
    assert fitting.can_do(person).constraints == ("no_kneel",)
    browser.post(PAGE, {"condition": ["knee_replacement"]})
    assert fitting.can_do(person).constraints == ()
    assert fitting.can_do(person).conditions == ("knee_replacement",)


def test_a_condition_that_is_unticked_takes_no_limit_back(browser: Client, person: User) -> None:
    browser.post(PAGE, {"condition": ["knee_replacement"]})
    browser.post(PAGE, {"constraint": ["no_kneel"]})
    assert fitting.can_do(person) == CanDo(constraints=("no_kneel",))


def test_words_that_are_no_limits_are_not_kept(browser: Client, person: User) -> None:
    browser.post(PAGE, {"constraint": ["no_x", "no_prone"], "condition": ["luck"]})
    assert fitting.can_do(person) == CanDo(constraints=("no_prone",))


def test_a_limit_of_an_older_version_stops_the_plan_until_it_is_put_right(
    browser: Client, person: User
) -> None:
    StoredCanDo.objects.create(owner=person, document=to_json(CanDo(constraints=("no_hopping",))))
    assert set(planned(person).values()) == {"left-out"}
    assert "no longer known here" in text(browser.get(PAGE))
    browser.post(PAGE, {})
    assert set(planned(person).values()) == {"keep"}


def test_the_routine_s_page_gives_the_reason_for_each_change(browser: Client) -> None:
    browser.post(PAGE, {"constraint": ["no_kneel"]})
    page = text(browser.get(ROUTINE))
    assert "You said: “I'd rather not kneel”. " + REASON in page
    assert "(source: Wylde et al. 2019" in page


def test_a_decision_is_remembered_until_it_is_undone(browser: Client, person: User) -> None:
    browser.post(PAGE, {"constraint": ["no_kneel"]})
    browser.post(f"{ROUTINE}decide/childs-pose/", {"choice": "keep"})
    assert planned(person)["childs-pose"] == "keep"
    assert "You decided to keep it." in text(browser.get(ROUTINE))
    browser.post(PAGE, {"constraint": ["no_kneel", "no_prone"]})
    assert planned(person)["childs-pose"] == "keep"
    browser.post(f"{ROUTINE}decide/childs-pose/", {"choice": "undo"})
    assert planned(person)["childs-pose"] != "keep"


def test_an_item_can_be_left_out_and_another_done_in_its_place(
    browser: Client, person: User
) -> None:
    browser.post(f"{ROUTINE}decide/cat-stretch/", {"choice": "leave-out"})
    use = {"choice": "use", "exercise": "bird-dog"}
    browser.post(f"{ROUTINE}decide/segmental-bridge/", use)
    plan = plans.plan_for(person, "facet-joint", "en")
    assert plan is not None
    by_item = {item.id: item for item in plan.items}
    assert by_item["cat-stretch"].change == "left-out"
    assert by_item["segmental-bridge"].exercise == "bird-dog"


@pytest.mark.parametrize(
    ("address", "form", "status"),
    [
        (f"{ROUTINE}decide/no-such/", {"choice": "keep"}, 404),
        ("/routines/no-such/decide/cat-stretch/", {"choice": "keep"}, 404),
        (f"{ROUTINE}decide/cat-stretch/", {"choice": "dance"}, 404),
        (f"{ROUTINE}decide/cat-stretch/", {"choice": "use", "exercise": "x"}, 302),
    ],
)
def test_a_decision_that_makes_no_sense_changes_nothing(
    browser: Client, person: User, address: str, form: dict[str, str], status: int
) -> None:
    assert browser.post(address, form).status_code == status
    assert fitting.decisions(person, "facet-joint") == ()


def test_the_dose_a_person_came_to_outlives_a_new_limit(browser: Client, person: User) -> None:
    plan = plans.plan_for(person, "facet-joint", "en")
    assert plan is not None
    kept = plans.keep_plan(person, plans.with_doses(plan, lambda dose: dose))
    browser.post(PAGE, {"constraint": ["no_kneel"]})
    newest = StoredPlan.objects.filter(owner=person).order_by("-pk").first()
    assert newest is not None
    assert newest.version == kept.version + 1
    assert newest.read().items[0].dose == kept.items[0].dose


def test_a_rung_that_breaks_a_limit_is_never_led(browser: Client, person: User) -> None:
    browser.post(PAGE, {"constraint": ["wrist_no_weight"]})
    plan = plans.plan_for(person, "facet-joint", "en")
    routine = plans.routine(person, "facet-joint")
    assert plan is not None
    assert routine is not None
    plans.keep_plan(person, plans.with_rung(routine, plan, "hands-and-knees", "bird-dog", "en"))
    assert planned(person)["hands-and-knees"] != "keep"


def test_what_was_answered_before_the_first_session_counts_until_it_is_lifted(
    browser: Client, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.web.screening.conditions_of", lambda _: frozenset({"osteoporosis"}))
    assert fitting.limits_of(person).constraints == ("osteoporosis",)
    browser.post(PAGE, {"condition": ["osteoporosis"]})
    assert fitting.limits_of(person).constraints == ()


def test_a_decision_about_what_is_gone_is_told(browser: Client, person: User) -> None:
    decision = Overrule(item="cat-stretch", choice="use", exercise="withdrawn")
    fitting.decide(person, "facet-joint", decision)
    told = (
        "You chose “withdrawn” for “cat-stretch”, which the library no longer has. "
        "The choice is kept, but not used."
    )
    assert told in texts(browser.get(ROUTINE))
