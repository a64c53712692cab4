"""Settings that can be used, and the sentence for each that cannot."""

from pathlib import Path

import pytest

from supple.web import environment
from supple.web.environment import BadSetting, Mail, from_url

NOBODY = "which nobody can open: write the address as people type it, like https://supple.example."
GOES_ON = (
    "which goes on after the host: Supple needs a host of its own, like https://supple.example."
)
READABLE = (
    "which anyone on the way could read: "
    "write https://, or http://127.0.0.1:8000 to try it on this machine."
)
NO_SENDER = (
    "SUPPLE_MAIL names a sender that is no address: "
    "end it with one, as in ?from=supple@clinic.example."
)
MAIL = "write smtp://user:password@host:587 or smtps://user:password@host:465."
REMEDY = "write postgresql://user:password@host/name or sqlite:////full/path."


def sentence(call: str) -> str:
    with pytest.raises(BadSetting) as caught:
        call()
    return str(caught.value)


def test_the_data_folder_is_the_one_that_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPLE_DATA", "~/mine")
    assert environment.data_folder() == Path.home() / "mine"


def test_the_data_folder_is_the_systems_when_none_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUPPLE_DATA")
    assert environment.data_folder().name == "supple"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "", "8 000"])
def test_what_is_no_port(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("SUPPLE_PORT", port)
    assert sentence(environment.port) == (
        f"SUPPLE_PORT is {port!r}, which is not a port: write a number from 1 to 65535."
    )


@pytest.mark.parametrize("locale", ["", "english", "en_GB", "../en"])
def test_what_is_no_language(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    monkeypatch.setenv("SUPPLE_LOCALE", locale)
    assert sentence(environment.locale) == (
        f"SUPPLE_LOCALE is {locale!r}, which is not a language: write one like en or pt-BR."
    )


def test_a_language_in_the_form_django_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPLE_LOCALE", "pt-BR")
    assert environment.locale() == "pt-br"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("https://Supple.Clinic.example/", "https://supple.clinic.example"),
        ("https://supple.example:443", "https://supple.example"),
        ("https://supple.example:8443", "https://supple.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_the_address_as_browsers_write_it(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: str
) -> None:
    monkeypatch.setenv("SUPPLE_ADDRESS", text)
    assert environment.address() == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("supple.example", NOBODY),
        ("ftp://supple.example", NOBODY),
        ("https://", NOBODY),
        ("https://supple.example:many", NOBODY),
        ("https://ann:secret@supple.example", NOBODY),
        ("https://[::1", NOBODY),
        ("https://clinic.example/supple", GOES_ON),
        ("https://clinic.example?a", GOES_ON),
        ("http://supple.example", READABLE),
    ],
)
def test_what_is_no_address(monkeypatch: pytest.MonkeyPatch, text: str, rest: str) -> None:
    monkeypatch.setenv("SUPPLE_ADDRESS", text)
    assert sentence(environment.address) == f"SUPPLE_ADDRESS is {text!r}, {rest}"


def test_without_a_mail_server_mails_are_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUPPLE_MAIL", raising=False)
    assert environment.mail("https://supple.example") == Mail(
        sender="Supple <supple@supple.example>"
    )


def test_a_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPLE_MAIL", "smtp://ann:s%40fe@mail.example?from=us@clinic.example")
    assert environment.mail("https://supple.example") == Mail(
        host="mail.example",
        port=587,
        user="ann",
        password="s@fe",  # noqa: S106
        starttls=True,
        sender="us@clinic.example",
    )


def test_a_mail_server_that_is_safe_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPLE_MAIL", "smtps://mail.example")
    mail = environment.mail("https://supple.example")
    assert (mail.port, mail.tls, mail.starttls) == (465, True, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail.example", "SUPPLE_MAIL names no mail server: " + MAIL),
        ("https://ann:secret@mail.example", "SUPPLE_MAIL names no mail server: " + MAIL),
        ("smtp://ann:secret@mail:many", "SUPPLE_MAIL cannot be read as an address: " + MAIL),
        (
            "smtp://ann:secret@mail.example?from=us",
            NO_SENDER,
        ),
        (
            "smtp://ann:secret@mail.example?from=us@clinic.example%0ABcc:all@clinic.example",
            NO_SENDER,
        ),
    ],
)
def test_a_mail_setting_that_cannot_be_used_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: str
) -> None:
    monkeypatch.setenv("SUPPLE_MAIL", text)
    assert sentence(lambda: environment.mail("https://supple.example")) == expected
    assert "secret" not in expected


def test_sqlite_in_the_data_folder_unless_told_otherwise(tmp_path: Path) -> None:
    settings = environment.database(tmp_path)
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == str(tmp_path / "supple.sqlite3")


def test_a_postgresql_address() -> None:
    settings = from_url("postgresql://ann:s%40fe@db.local:5433/supple?sslmode=require")
    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "supple",
        "USER": "ann",
        "PASSWORD": "s@fe",
        "HOST": "db.local",
        "PORT": "5433",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_sqlite_address() -> None:
    assert from_url("sqlite:////var/lib/my%20diary.db")["NAME"] == "/var/lib/my diary.db"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "mysql://ann:secret@host/supple",
            "DATABASE_URL begins with 'mysql': " + REMEDY,
        ),
        (
            "sqlite://",
            "DATABASE_URL begins with 'sqlite': " + REMEDY,
        ),
        (
            "postgresql://ann:secret@host",
            "DATABASE_URL names no database: end it with one, as in postgresql://host/supple.",
        ),
        (
            "postgresql://ann:secret@host:many/supple",
            "DATABASE_URL cannot be read as an address: its port is not a number.",
        ),
        (
            "postgresql://ann:secret@[host/supple",
            "DATABASE_URL cannot be read as an address: write it as postgresql://user@host/name.",
        ),
    ],
)
def test_an_address_that_cannot_be_used_is_not_repeated(address: str, expected: str) -> None:
    assert sentence(lambda: from_url(address)) == expected
    assert "secret" not in expected
