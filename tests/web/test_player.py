"""The player's page carries all that a session needs."""

import json
import re

from django.test import Client

from supple.web.models import Session, StoredScript, User
from tests.web.conftest import OTHER_SESSION, SESSION, Send, event


def block(page: str, name: str) -> object:
    found = re.search(
        rf'<script id="{name}" type="application/json">(.*?)</script>', page, re.DOTALL
    )
    assert found
    return json.loads(found[1])


def test_the_page_carries_script_settings_and_words(ready: Client) -> None:
    page = ready.get("/play/facet-joint/").content.decode()
    script = block(page, "script")
    assert script["routine"] == "facet-joint"
    assert script["seconds"] == sum(step["seconds"] or 0 for step in script["steps"])
    assert block(page, "settings") == {
        "speech": True,
        "voice": "",
        "rate": 1.0,
        "volume": 1.0,
        "tones": True,
        "flash": True,
        "vibrate": True,
    }
    assert block(page, "words") == {"locale": "en", "messages": {}}
    assert re.search('name="csrf-token" content="[A-Za-z0-9]{64}"', page)


def test_the_script_is_kept_once_under_its_id(ready: Client) -> None:
    first = block(ready.get("/play/facet-joint/").content.decode(), "script")
    ready.get("/play/facet-joint/?pain=3")
    row = StoredScript.objects.get()
    assert (row.pk, row.read().id) == (first["id"], first["id"])


def test_nothing_runs_from_the_page_itself(ready: Client) -> None:
    page = ready.get("/play/facet-joint/").content.decode()
    scripts = re.findall(r"<script([^>]*)>", page)
    assert all("src=" in tag or "application/json" in tag for tag in scripts)
    assert "style=" not in page
    assert "<style" not in page


def test_the_steps_are_listed_without_javascript(ready: Client) -> None:
    page = ready.get("/play/facet-joint/").content.decode()
    assert "<li>Single knee to chest</li>" in page


def test_waiting_for_a_tap_is_another_script(ready: Client) -> None:
    plain = ready.get("/play/facet-joint/").context["script"]
    User.objects.update(preferences_document='{"wait_for_tap": true}')
    waiting = ready.get("/play/facet-joint/").context["script"]
    asks = [sum(step.kind == "ask" for step in script.steps) for script in (plain, waiting)]
    assert asks[0] < asks[1]


def test_an_unfinished_session_is_offered_for_half_a_day(ready: Client, send: Send) -> None:
    script = ready.get("/play/facet-joint/").context["script"]
    now = fresh()
    send({"script": script.id, "started": now}, "")
    assert f'data-unfinished="{SESSION}"' in ready.get("/play/facet-joint/").content.decode()
    send({"events": [event(0, "start"), event(1, "leave")]})
    assert 'data-unfinished=""' in ready.get("/play/facet-joint/").content.decode()


def test_a_session_of_yesterday_is_not_offered(ready: Client, send: Send) -> None:
    script = ready.get("/play/facet-joint/").context["script"]
    send({"script": script.id, "started": fresh(hours=13)}, "")
    assert 'data-unfinished=""' in ready.get("/play/facet-joint/").content.decode()
    assert Session.objects.count() == 1


def test_a_clock_that_ran_ahead_hides_no_session_of_today(ready: Client, send: Send) -> None:
    script = ready.get("/play/facet-joint/").context["script"]
    send({"script": script.id, "started": fresh(hours=-13)}, "", OTHER_SESSION)
    assert 'data-unfinished=""' in ready.get("/play/facet-joint/").content.decode()
    send({"script": script.id, "started": fresh()}, "")
    assert f'data-unfinished="{SESSION}"' in ready.get("/play/facet-joint/").content.decode()


def fresh(hours: int = 0) -> str:
    from datetime import UTC, datetime, timedelta

    return (datetime.now(UTC) - timedelta(hours=hours)).isoformat(timespec="milliseconds")


def test_an_unknown_plan(ready: Client) -> None:
    assert ready.get("/play/nothing/").status_code == 404
