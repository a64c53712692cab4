"""What a request must satisfy, and what every answer says."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from supple.routine.script import Script
from supple.web.models import User
from tests.web.conftest import ADDRESS, ORIGIN, SESSION, Send

PUBLIC = ("/safety/", "/offline/", "/manifest.webmanifest", "/healthz")
PERSONAL = (
    "/",
    "/start/",
    "/play/facet-joint/",
    f"/after/{SESSION}/",
    "/diary/",
    "/diary/add/",
    f"/diary/{SESSION}/edit/",
    f"/diary/{SESSION}/delete/",
    "/routines/",
    "/routines/facet-joint/",
    "/library/",
    "/library/cat-stretch/",
    "/about-you/",
    f"/api/sessions/{SESSION}/events",
)
UNSAFE = (
    "/start/",
    "/start/reopen/",
    "/plan/facet-joint/rung/",
    f"/after/{SESSION}/",
    "/diary/add/",
    f"/diary/{SESSION}/edit/",
    f"/diary/{SESSION}/delete/",
    "/routines/facet-joint/follow/",
    "/about-you/",
    f"/api/sessions/{SESSION}/",
    f"/api/sessions/{SESSION}/events",
)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:8001", "localhost", "127.0.0.1.evil:8000"]
)
def test_another_name_is_misdirected(db: None, host: str) -> None:
    response = Client(HTTP_HOST=host).get("/safety/")
    assert response.status_code == 421
    assert "This address is not mine" in response.content.decode()
    assert response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST:8000"]
)
def test_its_own_names_are_served(db: None, host: str) -> None:
    assert Client(HTTP_HOST=host).get("/healthz").status_code == 200


@pytest.mark.parametrize("path", PERSONAL)
def test_a_stranger_sees_how_to_get_in_and_nothing_else(stranger: Client, path: str) -> None:
    response = stranger.get(path)
    assert response.status_code == 403
    told = response.content.decode()
    assert "has not been let in" in told
    assert "/diary/" not in told


@pytest.mark.parametrize("path", UNSAFE)
def test_a_stranger_changes_nothing(stranger: Client, path: str) -> None:
    assert stranger.post(path).status_code == 403
    assert not User.objects.exists()


@pytest.mark.parametrize("path", PUBLIC)
def test_what_is_nobodys_is_open(stranger: Client, path: str) -> None:
    assert stranger.get(path).status_code == 200


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize("origin", ["", "null", "http://127.0.0.1:8001", "https://127.0.0.1:8000"])
def test_an_unsafe_request_names_its_own_origin(person: User, path: str, origin: str) -> None:
    client = Client(**ADDRESS, **({"HTTP_ORIGIN": origin} if origin else {}))
    client.force_login(person)
    assert client.post(path).status_code == 403


@pytest.mark.parametrize("path", UNSAFE)
def test_an_unsafe_request_carries_its_token(person: User, path: str) -> None:
    client = Client(**ADDRESS, **ORIGIN, enforce_csrf_checks=True)
    client.force_login(person)
    response = client.post(path)
    assert response.status_code == 403
    assert "Nothing was changed" in response.content.decode()


def test_what_every_answer_says(browser: Client) -> None:
    headers = browser.get("/").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"].startswith("camera=(self), microphone=()")
    rules = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert rules == {
        "default-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


def test_the_cookie_is_kept_from_scripts_and_other_sites(person: User, own_folder: Path) -> None:
    from supple.web import folder

    folder.prepare(own_folder)
    client = Client(**ADDRESS)
    response = client.get(f"/enter/{folder.make_link(own_folder)}/")
    cookie = response.cookies["supple"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert response.headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_spent_link_lets_nobody_in(db: None, own_folder: Path) -> None:
    from supple.web import folder

    folder.prepare(own_folder)
    link = f"/enter/{folder.make_link(own_folder)}/"
    first, second = Client(**ADDRESS), Client(**ADDRESS)
    assert first.get(link).status_code == 302
    assert second.get(link).status_code == 403
    assert second.get("/").status_code == 403


def test_looking_changes_nothing(ready: Client, script: Script, send: Send) -> None:
    """Except that a script is kept under its own hash when it is first shown."""
    from tests.web.conftest import led

    send({"events": led()})
    ready.get("/play/facet-joint/")
    before = contents()
    for path in PERSONAL + PUBLIC:
        ready.get(path)
    assert contents() == before


def contents() -> dict[str, list[object]]:
    from django.apps import apps

    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("web").get_models()
    }


def test_debugging_is_off() -> None:
    assert settings.DEBUG is False
