"""What `supple doctor` looks at: each thing that has to be right, and what to do if it is not."""

import os
import stat
from collections.abc import Iterator

from supple.value import Value
from supple.web import environment, folder
from supple.web.environment import BadSetting
from supple.web.server import HOST, listen, set_up
from supple.web.static_files import SOURCE

ASSETS = ("app.css", "app.js", "player.css", "player.js", "sw.js")


class Finding(Value, kw_only=True, omit_defaults=False):
    """One thing that was looked at; `problem` is empty where it is right."""

    what: str
    problem: str = ""


def findings() -> Iterator[Finding]:
    """Every finding, in the order in which a start needs them."""
    for what, look in (
        ("settings", _settings),
        ("data folder", _folder),
        ("database", _database),
        ("pages", _assets),
        ("port", _port),
    ):
        try:
            look()
        except BadSetting as problem:
            yield Finding(what=what, problem=str(problem))
        else:
            yield Finding(what=what)


def _settings() -> None:
    environment.port()
    environment.locale()
    environment.mail(environment.address())
    environment.database(environment.data_folder())


def _folder() -> None:
    place = environment.data_folder()
    if not place.exists():
        return
    if not os.access(place, os.W_OK | os.X_OK):
        raise BadSetting(f"{place} cannot be written to: give yourself the right to.")
    if stat.S_IMODE(place.stat().st_mode) != folder.PRIVATE:
        raise BadSetting(f"{place} can be read by others: start Supple once, which closes it.")


def _database() -> None:
    set_up()
    from supple.web.database import look_at  # noqa: PLC0415 - needs Django to be set up

    look_at()


def _assets() -> None:
    missing = [name for name in ASSETS if not (SOURCE / "supple" / name).is_file()]
    if missing:
        names = ", ".join(missing)
        raise BadSetting(f"The front end is not built ({names} missing): run script/server.")


def _port() -> None:
    try:
        listen(environment.port()).close()
    except BadSetting as problem:
        raise BadSetting(
            f"{problem} If Supple itself runs on {HOST} just now, all is well."
        ) from problem
