"""What the address of a shared instance changes, and what it leaves as it was."""

import runpy
import webbrowser
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings
from waitress.proxy_headers import proxy_headers_middleware

from supple.cli.serve import _ready
from supple.web import folder, server
from tests.web.conftest import Member

HTTPS = {"HTTP_HOST": "supple.example", "HTTP_ORIGIN": "https://supple.example"}


def settings_with(monkeypatch: pytest.MonkeyPatch, **environment: str) -> dict[str, Any]:
    """The settings of a process with these variables."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(Path(server.__file__).with_name("settings.py")))


def test_ones_own_instance_is_as_strict_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    made = settings_with(monkeypatch, SUPPLE_ADDRESS="", SUPPLE_PORT="8000")
    assert made["SHARED"] is False
    assert made["ADDRESSES"] == ("127.0.0.1:8000", "localhost:8000", "[::1]:8000")
    assert made["SESSION_COOKIE_SAMESITE"] == "Strict"
    assert made["SECURE_PROXY_SSL_HEADER"] is None
    assert made["SECURE_HSTS_SECONDS"] == 0
    assert "CACHES" not in made
    assert made["AUTHENTICATION_BACKENDS"] == ["django.contrib.auth.backends.ModelBackend"]


def test_a_shared_instance_answers_to_its_address_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links in mail begin with the host that was asked, so no other may ask."""
    made = settings_with(monkeypatch, SUPPLE_ADDRESS="https://supple.example")
    assert made["ADDRESSES"] == ("supple.example",)
    assert made["ALLOWED_HOSTS"] == ["supple.example"]


def test_a_shared_instance_is_safe_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    made = settings_with(monkeypatch, SUPPLE_ADDRESS="https://supple.example")
    assert made["SESSION_COOKIE_SECURE"] is True
    assert made["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert made["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    assert made["LOGGING"]["handlers"]["console"]["formatter"] == "discreet"
    assert made["CACHES"]["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


def test_a_trial_on_this_machine_needs_no_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    made = settings_with(monkeypatch, SUPPLE_ADDRESS="http://127.0.0.1:8000")
    assert (made["SHARED"], made["SESSION_COOKIE_SECURE"]) == (True, False)
    assert made["SECURE_PROXY_SSL_HEADER"] is None


def test_mail_goes_to_the_server_or_into_the_folder(
    monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    made = settings_with(monkeypatch, SUPPLE_ADDRESS="https://supple.example", SUPPLE_MAIL="")
    assert made["EMAIL_BACKEND"] == "django.core.mail.backends.filebased.EmailBackend"
    assert made["EMAIL_FILE_PATH"] == own_folder / "mail"
    made = settings_with(monkeypatch, SUPPLE_MAIL="smtps://ann:pw@mail.example")
    assert made["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (made["EMAIL_HOST"], made["EMAIL_PORT"], made["EMAIL_USE_SSL"]) == (
        "mail.example",
        465,
        True,
    )


@pytest.fixture
def behind_proxy(shared: Settings, db: None) -> Settings:
    """A shared instance as its proxy reaches it."""
    shared.ADDRESSES = ("supple.example",)
    shared.ALLOWED_HOSTS = ["supple.example"]
    shared.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    shared.SECURE_HSTS_SECONDS = 3600
    return shared


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (HTTPS | {"HTTP_X_FORWARDED_PROTO": "https"}, 200),
        (HTTPS, 403),
        (HTTPS | {"HTTP_X_FORWARDED_PROTO": "http"}, 403),
        (HTTPS | {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_ORIGIN": "http://supple.example"}, 403),
        (HTTPS | {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_ORIGIN": "https://evil.example"}, 403),
        (HTTPS | {"HTTP_HOST": "127.0.0.1:8000"}, 421),
    ],
)
def test_forms_come_from_the_shared_address(
    behind_proxy: Settings, headers: dict[str, str], status: int
) -> None:
    given = {"login": "ann@example.org", "password": "wrong"}
    assert Client(**headers).post("/log-in/", given).status_code == status


def test_browsers_are_told_to_come_by_https_only(behind_proxy: Settings) -> None:
    response = Client(HTTP_HOST="supple.example", HTTP_X_FORWARDED_PROTO="https").get("/safety/")
    assert response.headers["Strict-Transport-Security"] == "max-age=3600"


def test_a_link_in_mail_finds_the_browser_logged_in(shared: Settings, db: None) -> None:
    """A strict cookie would not come along from a mail, and a new one would take its place."""
    assert Member().get("/log-in/").cookies["supple"]["samesite"] == "Lax"


def test_the_owners_link_begins_with_the_shared_address(
    monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    monkeypatch.setenv("SUPPLE_ADDRESS", "https://supple.example")
    folder.prepare(own_folder)
    assert server.link(own_folder, 8123).startswith("https://supple.example/enter/")


def test_what_the_start_says_on_a_shared_instance(
    monkeypatch: pytest.MonkeyPatch, own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUPPLE_PORT", "8000")
    monkeypatch.setenv("SUPPLE_ADDRESS", "https://supple.example")
    monkeypatch.delenv("SUPPLE_MAIL", raising=False)
    _ready("https://supple.example/enter/abc/", open_browser=False)
    assert capsys.readouterr().out == (
        "Supple is ready. People open https://supple.example and make their accounts themselves.\n"
        "Your web server passes that address on to http://127.0.0.1:8000.\n"
        f"Mail is not sent but written to {own_folder / 'mail'}: name a server in SUPPLE_MAIL.\n"
        "You, the owner, get in by this address, once:\nhttps://supple.example/enter/abc/\n"
        "For another browser run “supple link”. Stop with Ctrl+C.\n"
    )


@pytest.mark.parametrize(
    ("sender", "scheme", "asker"),
    [("127.0.0.1", "https", "192.0.2.9"), ("192.0.2.1", "http", "192.0.2.1")],
)
def test_a_proxy_is_believed_on_this_machine_only(sender: str, scheme: str, asker: str) -> None:
    """The nearest hop counts: what a client itself wrote before it does not."""
    seen: dict[str, Any] = {}
    believing = proxy_headers_middleware(
        lambda environ, _start: seen.update(environ), **server.PROXY
    )
    headers = {
        "REMOTE_ADDR": sender,
        "wsgi.url_scheme": "http",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": "198.51.100.7, 192.0.2.9",
        "HTTP_X_FORWARDED_HOST": "evil.example",
        "HTTP_HOST": "supple.example",
    }
    believing(headers, lambda _status, _headers: None)
    assert (seen["wsgi.url_scheme"], seen["REMOTE_ADDR"]) == (scheme, asker)
    assert seen["HTTP_HOST"] == "supple.example"
    assert "HTTP_X_FORWARDED_HOST" not in seen


def test_no_browser_is_opened_on_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setenv("SUPPLE_ADDRESS", "https://supple.example")
    _ready("https://supple.example/enter/abc/", open_browser=True)
    monkeypatch.setenv("SUPPLE_ADDRESS", "")
    _ready("http://127.0.0.1:8000/enter/abc/", open_browser=True)
    assert opened == ["http://127.0.0.1:8000/enter/abc/"]
