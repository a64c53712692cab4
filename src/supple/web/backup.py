"""A copy of everything that is kept, made while the app runs."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from supple.web.environment import BadSetting


def copy_database(settings: Mapping[str, object], target: Path) -> int:
    """Write a consistent copy of the SQLite database; its size in bytes. Raises BadSetting.

    The copy is private to its owner, and an older file of that name stays as
    it is until the new one is whole.
    """
    source = Path(str(settings["NAME"]))
    if settings["ENGINE"] != "django.db.backends.sqlite3":
        raise BadSetting(
            "The database is PostgreSQL, which keeps its own copies: use pg_dump with the "
            "address in DATABASE_URL."
        )
    if not source.is_file():
        raise BadSetting(
            f"There is no database at {source} yet: start Supple once, or name its folder "
            "with --data."
        )
    unfinished = target.with_name(f"{target.name}.part")
    try:
        unfinished.touch(mode=0o600)
        with closing(sqlite3.connect(source)) as kept, closing(sqlite3.connect(unfinished)) as copy:
            kept.backup(copy)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise BadSetting(
            f"The copy {target} could not be written ({error}): choose another place."
        ) from error
    return target.stat().st_size
