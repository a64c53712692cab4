"""Bringing the database to this version, and refusing one that is ahead of it."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from supple.web.environment import BadSetting


def bring_up_to_date() -> None:
    """Apply what is missing. Raises BadSetting for a newer or an unreachable database."""
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
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        try:
            executor.migrate(executor.loader.graph.leaf_nodes(), plan=plan)
        except DatabaseError as error:
            raise BadSetting(_unreachable(error)) from error


def _unreachable(error: DatabaseError) -> str:
    reason = str(error).strip().splitlines()[0] if str(error).strip() else "no reason given"
    return (
        f"The database cannot be used ({reason}): check that its server runs and that "
        "the disk and the data folder can be written to."
    )
