"""The data folder: private, with one secret, and links that work once."""

import os
import stat
import threading
import time
from pathlib import Path

import pytest

from supple.web import folder
from supple.web.environment import BadSetting


def test_the_folder_is_private_and_its_secret_is_made_once(own_folder: Path) -> None:
    folder.prepare(own_folder)
    secret = folder.read_secret(own_folder)
    folder.prepare(own_folder)
    assert folder.read_secret(own_folder) == secret
    assert len(secret) >= 48
    assert stat.S_IMODE(own_folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((own_folder / "secret").stat().st_mode) == 0o600


def test_a_folder_that_others_could_read_is_closed(own_folder: Path) -> None:
    own_folder.mkdir(mode=0o755)
    folder.prepare(own_folder)
    assert stat.S_IMODE(own_folder.stat().st_mode) == 0o700


def test_without_a_folder_every_process_has_a_secret_of_its_own(own_folder: Path) -> None:
    assert folder.read_secret(own_folder) != folder.read_secret(own_folder)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "data"
    with pytest.raises(BadSetting) as caught:
        folder.prepare(place)
    assert str(caught.value) == (
        f"The data folder {place} cannot be used (Not a directory): "
        "give yourself the right to write there, or choose another with --data."
    )


def test_a_link_works_once(own_folder: Path) -> None:
    folder.prepare(own_folder)
    token = folder.make_link(own_folder)
    assert [folder.use_link(own_folder, token) for _ in range(2)] == [True, False]


def test_a_made_up_link_does_not_work(own_folder: Path) -> None:
    folder.prepare(own_folder)
    assert not folder.use_link(own_folder, "../secret")


def test_a_link_of_yesterday_does_not_work(own_folder: Path) -> None:
    folder.prepare(own_folder)
    token = folder.make_link(own_folder)
    old = time.time() - folder.LINK_SECONDS - 1
    for path in (own_folder / "links").iterdir():
        os.utime(path, (old, old))
    assert not folder.use_link(own_folder, token)


def test_of_many_at_once_one_gets_in(own_folder: Path) -> None:
    folder.prepare(own_folder)
    token = folder.make_link(own_folder)
    let_in: list[bool] = []
    threads = [
        threading.Thread(target=lambda: let_in.append(folder.use_link(own_folder, token)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(let_in) == [False] * 7 + [True]


def test_what_is_kept_of_a_link_does_not_let_anyone_in(own_folder: Path) -> None:
    folder.prepare(own_folder)
    token = folder.make_link(own_folder)
    names = [path.name for path in (own_folder / "links").iterdir()]
    assert token not in names
    assert not folder.use_link(own_folder, names[0])
