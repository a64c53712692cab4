"""The data folder: private to its owner, with the secret and the one-time links.

A link is kept as the hash of its token, as an empty file under `links/`; using
it removes the file, so that of two who hold the same link one gets in.
"""

import hashlib
import os
import secrets
import time
from pathlib import Path

from supple.web.environment import BadSetting

PRIVATE = 0o700
LINK_SECONDS = 24 * 3600


def prepare(folder: Path) -> None:
    """Make the folder, private, with its secret. Raises BadSetting where it cannot be used."""
    try:
        (folder / "links").mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        folder.chmod(PRIVATE)
        _make_secret(folder / "secret")
    except OSError as error:
        raise BadSetting(
            f"The data folder {folder} cannot be used ({error.strerror}): "
            "give yourself the right to write there, or choose another with --data."
        ) from error


def read_secret(folder: Path) -> str:
    """The key that signs cookies; a process that serves nobody gets one of its own."""
    try:
        return (folder / "secret").read_text()
    except OSError:
        return secrets.token_urlsafe(48)


def make_link(folder: Path) -> str:
    """A new token that lets one browser in, once, within a day."""
    token = secrets.token_urlsafe(24)
    _link(folder, token).touch(mode=0o600)
    return token


def use_link(folder: Path, token: str) -> bool:
    """Whether the token is good; it is spent by asking."""
    path = _link(folder, token)
    try:
        made = path.stat().st_mtime
        path.unlink()
    except FileNotFoundError:
        return False
    return time.time() - made < LINK_SECONDS


def _link(folder: Path, token: str) -> Path:
    return folder / "links" / hashlib.sha256(token.encode()).hexdigest()


def _make_secret(path: Path) -> None:
    try:
        with open(path, "x", opener=_private) as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        return


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
