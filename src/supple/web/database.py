"""Bringing the database to this version, and refusing one that is ahead of it."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from supple.web.environment import BadSetting


def bring_up_to_date() -> None:
    """Apply what is missing. Raises BadSetting for a newer or an unreachable database."""
    executor = _judged()
    leaves = executor.loader.graph.leaf_nodes()
    plan = executor.migration_plan(leaves)
    try:
        if plan:
            executor.migrate(leaves, plan=plan)
        if settings.SHARED:
            call_command("createcachetable", verbosity=0)
            call_command("clearsessions", verbosity=0)
    except DatabaseError as error:
        raise BadSetting(_unreachable(error)) from error


def look_at() -> None:
    """Judge the database without changing it. Raises BadSetting."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or Path(name).is_file():
        _judged()


def _judged() -> MigrationExecutor:
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise BadSetting(_unreachable(error)) from error
    known = set(executor.loader.disk_migrations)
    ahead = sorted(
        name
        for app, name in executor.loader.applied_migrations
        if app == "web" and (app, name) not in known
    )
    if ahead:
        raise BadSetting(
            f"The database was written by a newer version of Supple (it has {ahead[-1]}): "
            "install that version again, or choose another data folder with --data."
        )
    return executor


def _unreachable(error: DatabaseError) -> str:
    reason = str(error).strip().splitlines()[0] if str(error).strip() else "no reason given"
    return (
        f"The database cannot be used ({reason}): check that its server runs and that "
        "the disk and the data folder can be written to."
    )
