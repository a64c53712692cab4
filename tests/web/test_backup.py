"""A copy of everything, while the app runs; and the check-up."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from supple.cli import main
from supple.web import checkup
from supple.web.checkup import Finding, findings
from supple.web.environment import BadSetting


@pytest.fixture
def kept(own_folder: Path) -> Path:
    """A database with a row that is still being written beside one that is done."""
    own_folder.mkdir(mode=0o700)
    with sqlite3.connect(own_folder / "supple.sqlite3") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE diary (day)")
        database.execute("INSERT INTO diary VALUES ('2026-11-24')")
    database.close()
    return own_folder


def test_the_copy_holds_everything(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert main(["backup", str(copy), "--data", str(kept)]) == 0
    database = sqlite3.connect(copy)
    assert database.execute("SELECT day FROM diary").fetchall() == [("2026-11-24",)]
    database.close()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert f"{copy} holds everything" in capsys.readouterr().out


def test_nothing_to_copy(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(tmp_path / "copy"), "--data", str(own_folder)]) == 2
    assert capsys.readouterr().err == (
        f"There is no database at {own_folder / 'supple.sqlite3'} yet: start Supple once, "
        "or name its folder with --data.\n"
    )


def test_a_place_that_cannot_be_written(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = kept / "nowhere" / "copy"
    assert main(["backup", str(place), "--data", str(kept)]) == 2
    assert capsys.readouterr().err == (
        f"The copy {place} could not be written ([Errno 2] No such file or directory: "
        f"'{place}.part'): choose another place.\n"
    )


def test_postgresql_copies_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://host/supple")
    assert main(["backup", str(tmp_path / "copy")]) == 2
    assert capsys.readouterr().err == (
        "The database is PostgreSQL, which keeps its own copies: use pg_dump with the "
        "address in DATABASE_URL.\n"
    )


NO_PORT = "SUPPLE_PORT is 'none', which is not a port: write a number from 1 to 65535."


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database, a front end and a port that are in order."""
    for name in ("_database", "_assets", "_port"):
        monkeypatch.setattr(checkup, name, lambda: None)


def test_all_is_well(sound: None, own_folder: Path) -> None:
    own_folder.mkdir(mode=0o700)
    assert {finding.problem for finding in findings()} == {""}


def test_what_is_to_be_done(sound: None, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folder.mkdir(mode=0o755)
    monkeypatch.setenv("SUPPLE_PORT", "none")

    def behind() -> None:
        raise BadSetting("The database cannot be used.")

    monkeypatch.setattr(checkup, "_database", behind)
    assert [finding for finding in findings() if finding.problem] == [
        Finding(
            what="settings",
            problem="SUPPLE_PORT is 'none', which is not a port: write a number from 1 to 65535.",
        ),
        Finding(
            what="data folder",
            problem=f"{own_folder} can be read by others: start Supple once, which closes it.",
        ),
        Finding(what="database", problem="The database cannot be used."),
    ]


@pytest.mark.django_db
def test_the_report(
    sound: None,
    own_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own_folder.mkdir(mode=0o755)
    assert main(["doctor"]) == 1
    fine, to_do = capsys.readouterr().out.splitlines()[1:3]
    assert fine == "fine   settings     "
    assert to_do == (
        f"to do  data folder  {own_folder} can be read by others: "
        "start Supple once, which closes it."
    )


def test_a_process_of_its_own_can_look(tmp_path: Path) -> None:
    """Here Django is set up already; a person's own process has to do that itself."""
    command = "import sys; from supple.cli import main; sys.exit(main())"
    report = subprocess.run(
        [sys.executable, "-c", command, "doctor", "--data", str(tmp_path / "none")],
        env={"PYTHONPATH": str(Path(checkup.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.stderr == ""
    assert "fine   database" in report.stdout
