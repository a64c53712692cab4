"""What the surroundings decide: environment variables, read and judged in one place.

| variable | meaning | when absent |
| --- | --- | --- |
| `SUPPLE_DATA` | the folder that holds everything of yours | the system's place for user data |
| `DATABASE_URL` | `postgresql://…` or `sqlite:///path` | `supple.sqlite3` in the data folder |
| `SUPPLE_PORT` | the port of 127.0.0.1 that pages are served on | 8000 |
| `SUPPLE_LOCALE` | the language for who has chosen none | `en` |
| `SUPPLE_LICENCES` | ids of measures that you hold a licence for, as in `odi msk-hq` | none |
"""

import os
import re
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from platformdirs import user_data_path

from supple.words import DEFAULT

DatabaseSettings = dict[str, object]
HIGHEST_PORT = 65535


class BadSetting(ValueError):
    """A setting that cannot be used; the text is one sentence with the remedy."""


def data_folder() -> Path:
    """The folder that holds the database, the secret and nothing of anyone else."""
    chosen = os.environ.get("SUPPLE_DATA", "")
    return Path(chosen).expanduser().absolute() if chosen else user_data_path("supple", "supple")


def port() -> int:
    """The port that the pages are served on. Raises BadSetting."""
    text = os.environ.get("SUPPLE_PORT", "8000")
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise BadSetting(
            f"SUPPLE_PORT is {text!r}, which is not a port: write a number from 1 to 65535."
        )
    return int(text)


def locale() -> str:
    """The language for people who have chosen none. Raises BadSetting."""
    text = os.environ.get("SUPPLE_LOCALE", DEFAULT)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise BadSetting(
            f"SUPPLE_LOCALE is {text!r}, which is not a language: write one like en or pt-BR."
        )
    return text.lower()


def licences() -> frozenset[str]:
    """Measures whose licence the operator holds, by their ids."""
    return frozenset(re.findall(r"[a-z0-9-]+", os.environ.get("SUPPLE_LICENCES", "").lower()))


def database(folder: Path) -> DatabaseSettings:
    """Django's settings of the database that DATABASE_URL names. Raises BadSetting."""
    address = os.environ.get("DATABASE_URL", "")
    return from_url(address) if address else sqlite(folder / "supple.sqlite3")


def from_url(address: str) -> DatabaseSettings:
    """Django's settings for a database address. Raises BadSetting.

    The address may hold a password, so no error repeats it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        raise BadSetting(
            "DATABASE_URL cannot be read as an address: write it as postgresql://user@host/name."
        ) from None
    try:
        number = parts.port
    except ValueError:
        raise BadSetting(
            "DATABASE_URL cannot be read as an address: its port is not a number."
        ) from None
    if parts.scheme in {"postgresql", "postgres"}:
        return _postgresql(parts, number)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return sqlite(Path(unquote(parts.path[1:])))
    raise BadSetting(
        f"DATABASE_URL begins with {parts.scheme!r}: "
        "write postgresql://user:password@host/name or sqlite:////full/path."
    )


def sqlite(path: Path) -> DatabaseSettings:
    """SQLite as a database that several threads and a hard stop cannot hurt.

    Writers begin with the lock (IMMEDIATE): a reader that turns writer half-way
    would be refused at once instead of waiting for the busy timeout.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(parts: SplitResult, number: int | None) -> DatabaseSettings:
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise BadSetting(
            "DATABASE_URL names no database: end it with one, as in postgresql://host/supple."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(number or ""),
        "CONN_MAX_AGE": None,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
