"""Everything that is kept of one person, as one file to take along."""

import json
import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from supple.value import to_json
from supple.web.models import User
from supple.web.tables import TABLES, as_csv

IN_MEMORY = 4 * 1024 * 1024  # bytes; a larger file is kept on disk while it is sent
DOCUMENT = "_document"

# How a row is found to be a person's: the way from it to the account.
MINE = {
    "web.User": "pk",
    "web.Screening": "owner",
    "web.StoredPlan": "owner",
    "web.StoredScript": "sessions__owner",
    "web.Session": "owner",
    "web.SessionEvent": "session__owner",
    "web.DiaryAnswer": "owner",
    "web.StoredReminder": "owner",
    "web.StoredCanDo": "owner",
    "web.Decision": "owner",
    "web.BroughtRoutine": "owner",
    "web.Publication": "author",
    "web.PublicationVersion": "publication__author",
    "web.Following": "owner",
    "web.PenName": "owner",
    "web.Post": "author",
    "web.MeToo": "owner",
    "web.Report": "owner",
    "web.ModerationAct": "by",
    "web.SavedAnswer": "owner",
    "web.Invitation": "owner",
    "web.Share": "person",
    "web.ShareView": "person",
    "account.EmailAddress": "user",
    "usersessions.UserSession": "user",
}
# What is kept of nobody, with the reason.
NOBODYS = {
    "account.EmailConfirmation": "links in mail are signed, so this stays empty",
}
# What lets somebody in, or is of no use without this instance.
SECRET = {
    "web.User": {"password"},
    "usersessions.UserSession": {"session_key"},
}


def archive(user: User) -> IO[bytes]:
    """A ZIP file, read from its beginning: everything as JSON, and the diary as tables."""
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the caller sends it
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("read-me.txt", _read_me())
        zipped.writestr("everything.json", to_json(everything(user), indent=2))
        for name, table in TABLES.items():
            zipped.writestr(f"{name}.csv", b"".join(as_csv(table(user))))
    file.seek(0)
    return file


def everything(user: User) -> dict[str, list[dict[str, Any]]]:
    """Every row that is the person's, by the name of its table; documents as what they hold."""
    return {label: list(_rows(label, way, user)) for label, way in MINE.items()}


def _rows(label: str, way: str, user: User) -> Iterator[dict[str, Any]]:
    model: type[models.Model] = apps.get_model(label)
    hidden = SECRET.get(label, set())
    rows = model._default_manager.filter(**{way: user.pk}).order_by("pk").distinct()  # noqa: SLF001
    for row in rows.values().iterator():
        yield {name: _plain(name, cell) for name, cell in row.items() if name not in hidden}


def _plain(name: str, cell: Any) -> Any:  # noqa: ANN401 - a cell of any column
    if not (name.endswith(DOCUMENT) or name == "document") or not cell:
        return cell
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def _read_me() -> str:
    return _(
        "This is everything that Supple keeps of you here.\n\n"
        "sessions.csv, exercises.csv and answers.csv are your diary; a spreadsheet opens them.\n"
        "everything.json is all of it, row by row as it is kept, times in UTC. Your password is\n"
        "not in it: only a value it can be checked with is kept, and that stays here.\n"
    )
