"""What stops a start: one sentence with the remedy, and exit code 2."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from supple.cli import main
from supple.web import database, server
from supple.web.environment import BadSetting
from tests.web.conftest import Queries


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_in_use(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(taken)]) == 2
    assert capsys.readouterr().err == (
        f"Port {taken} of 127.0.0.1 cannot be used (Address already in use): "
        "stop what uses it, or choose another with --port.\n"
    )


def test_a_port_that_is_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUPPLE_PORT", raising=False)
    assert main(["serve", "--port", "eighty"]) == 2
    assert capsys.readouterr().err == (
        "SUPPLE_PORT is 'eighty', which is not a port: write a number from 1 to 65535.\n"
    )


def test_a_data_folder_without_rights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUPPLE_PORT", "0")
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    assert main(["serve", "--port", str(free), "--data", str(place)]) == 2
    assert capsys.readouterr().err == (
        f"The data folder {place} cannot be used (Not a directory): "
        "give yourself the right to write there, or choose another with --data.\n"
    )


def test_a_link_for_another_browser(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", "--port", "8123", "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("http://127.0.0.1:8123/enter/")


@pytest.mark.django_db
def test_a_database_of_a_newer_version() -> None:
    MigrationRecorder(connection).record_applied("web", "0999_from_the_future")
    with pytest.raises(BadSetting) as caught:
        database.bring_up_to_date()
    assert str(caught.value) == (
        "The database was written by a newer version of Supple "
        "(it has 0999_from_the_future): "
        "install that version again, or choose another data folder with --data."
    )


@pytest.mark.django_db
def test_a_database_up_to_date_is_left_alone(django_assert_max_num_queries: Queries) -> None:
    with django_assert_max_num_queries(4):
        database.bring_up_to_date()


def test_a_database_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(_connection: object) -> None:
        raise DatabaseError("disk I/O error\nat page 3")

    monkeypatch.setattr(database, "MigrationExecutor", unreachable)
    with pytest.raises(BadSetting) as caught:
        database.bring_up_to_date()
    assert str(caught.value) == (
        "The database cannot be used (disk I/O error): check that its server runs and that "
        "the disk and the data folder can be written to."
    )


def test_a_link_names_this_machine_and_the_port(own_folder: Path) -> None:
    from supple.web import folder

    folder.prepare(own_folder)
    address = server.link(own_folder, 8123)
    token = address.removeprefix("http://127.0.0.1:8123/enter/").rstrip("/")
    assert folder.use_link(own_folder, token)
