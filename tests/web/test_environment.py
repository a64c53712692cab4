"""Settings that can be used, and the sentence for each that cannot."""

from pathlib import Path

import pytest

from supple.web import environment
from supple.web.environment import BadSetting, from_url

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
