"""A real browser, a real server in its own process, and a clock that the test turns.

Every test gets a server of its own on a copy of one prepared folder: a person
who was let in and has answered the first-start questions; or a shared one that
is empty, and browsers of several people. The browser is the
one that SUPPLE_CHROMIUM names, else Chromium or Chrome as installed, else
Playwright's own.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

from tests.browser.people import none_of_these
from tests.browser.served import Served

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str | None:
    """Where the browser is; None for Playwright's own."""
    named = os.environ.get("SUPPLE_CHROMIUM")
    return named or next((path for name in INSTALLED if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def prepared(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, StorageState]:
    """A data folder whose person may start, and the cookie of their browser."""
    data = tmp_path_factory.mktemp("prepared") / "data"
    server = Served(data).start()
    context = chromium.new_context(base_url=server.address)
    page = context.new_page()
    page.goto(server.link)
    page.get_by_role("link", name="Answer the questions").click()
    none_of_these(page)
    cookie = context.storage_state()
    context.close()
    server.stop()
    return data, cookie


@pytest.fixture
def served(prepared: tuple[Path, StorageState], tmp_path: Path) -> Iterator[Served]:
    """A running server on a folder of its own."""
    shutil.copytree(prepared[0], tmp_path / "served")
    server = Served(tmp_path / "served").start()
    yield server
    server.stop()


@pytest.fixture
def context(
    chromium: Browser, prepared: tuple[Path, StorageState], served: Served
) -> Iterator[BrowserContext]:
    """A fresh browser profile that was let in; any error on a page fails the test."""
    opened = chromium.new_context(
        base_url=served.address, storage_state=prepared[1], viewport={"width": 390, "height": 844}
    )
    opened.set_default_timeout(30_000)
    faults: list[str] = []
    opened.on("weberror", lambda error: faults.append(str(error.error)))
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Served]:
    """A shared instance that nobody has an account on."""
    server = Served(tmp_path / "shared", shared=True).start()
    yield server
    server.stop()


@pytest.fixture
def browsers(chromium: Browser, shared: Served) -> Iterator[list[BrowserContext]]:
    """Browsers that know nothing of each other: owner, therapist, person, and a stranger.

    The stranger's is one without JavaScript.
    """
    contexts = [
        chromium.new_context(
            base_url=shared.address,
            viewport={"width": 390, "height": 844},
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        for scripts in (True, True, True, False)
    ]
    for context in contexts:
        context.set_default_timeout(30_000)
    yield contexts
    for context in contexts:
        context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a browser test a second time: a busy machine may keep a real browser waiting too long.

    The summary counts what was tried again, so that a test that needs it often is seen.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))
