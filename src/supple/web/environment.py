"""What the surroundings decide: environment variables, read and judged in one place.

| variable | meaning | when absent |
| --- | --- | --- |
| `SUPPLE_DATA` | the folder that holds everything of yours | the system's place for user data |
| `DATABASE_URL` | `postgresql://…` or `sqlite:///path` | `supple.sqlite3` in the data folder |
| `SUPPLE_PORT` | the port of 127.0.0.1 that pages are served on | 8000 |
| `SUPPLE_LOCALE` | the language for who has chosen none | `en` |
| `SUPPLE_LICENCES` | ids of measures that you hold a licence for, as in `odi msk-hq` | none |
| `SUPPLE_ADDRESS` | the address that people open, as in `https://supple.example`; \
turns accounts on | the instance is one person's own |
| `SUPPLE_MAIL` | who sends its mail: `smtp://user:password@host:587`, or `smtps://…:465`; \
`?from=` names the sender | mails are files in the data folder |
"""

import os
import re
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from platformdirs import user_data_path

from supple.value import Value
from supple.words import DEFAULT

DatabaseSettings = dict[str, object]
HIGHEST_PORT = 65535
THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
MAIL_REMEDY = "write smtp://user:password@host:587 or smtps://user:password@host:465."


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


def address() -> str:
    """The origin that people open on a shared instance, "" on one's own. Raises BadSetting.

    Written as browsers send it: lower case, without the usual port and without a slash.
    """
    text = os.environ.get("SUPPLE_ADDRESS", "").strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text.lower())
        number = parts.port
    except ValueError:
        parts, number = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise BadSetting(
            f"SUPPLE_ADDRESS is {text!r}, which nobody can open: "
            "write the address as people type it, like https://supple.example."
        )
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise BadSetting(
            f"SUPPLE_ADDRESS is {text!r}, which goes on after the host: "
            "Supple needs a host of its own, like https://supple.example."
        )
    if parts.scheme == "http" and parts.hostname not in THIS_MACHINE:
        raise BadSetting(
            f"SUPPLE_ADDRESS is {text!r}, which anyone on the way could read: "
            "write https://, or http://127.0.0.1:8000 to try it on this machine."
        )
    return f"{parts.scheme}://{_host(parts, number)}"


def _host(parts: SplitResult, number: int | None) -> str:
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else str(parts.hostname)
    usual = {"http": 80, "https": 443}[parts.scheme]
    return host if number in {None, usual} else f"{host}:{number}"


class Mail(Value, kw_only=True):
    """Who sends the mail of a shared instance; an empty `host` means files in a folder.

    `starttls` begins in the clear and turns safe before the password; `tls` is safe at once.
    """

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    sender: str


def mail(origin: str) -> Mail:
    """What SUPPLE_MAIL says about sending mail, for the instance at `origin`. Raises BadSetting.

    The setting may hold a password, so no error repeats it.
    """
    name = urlsplit(origin).hostname or "localhost"
    text = os.environ.get("SUPPLE_MAIL", "").strip()
    if not text:
        return Mail(sender=f"Supple <supple@{name}>")
    try:
        parts = urlsplit(text)
        number = parts.port
    except ValueError:
        raise BadSetting(f"SUPPLE_MAIL cannot be read as an address: {MAIL_REMEDY}") from None
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadSetting(f"SUPPLE_MAIL names no mail server: {MAIL_REMEDY}")
    sender = dict(parse_qsl(parts.query)).get("from", f"Supple <supple@{name}>")
    if not re.fullmatch(r"[^@\r\n]+@[^@\s]+", sender):
        raise BadSetting(
            "SUPPLE_MAIL names a sender that is no address: "
            "end it with one, as in ?from=supple@clinic.example."
        )
    return Mail(
        host=parts.hostname,
        port=number or (465 if parts.scheme == "smtps" else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp" and parts.hostname not in THIS_MACHINE,
        tls=parts.scheme == "smtps",
        sender=sender,
    )


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
