"""Nothing is lost without a network, without a server, or with two tabs; nothing leaves."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.clock import Played
from tests.browser.served import Served


@pytest.fixture(name="played")
def a_played_page(page: Page) -> Played:
    return Played(page).open()


def numbers(events: list[dict[str, object]]) -> list[object]:
    return [event["seq"] for event in events]


def kept_in_time(played: Played, session: str, at_least: int) -> list[dict[str, object]]:
    """What the server has, once that is enough: a batch goes when its time has come."""
    for _ in range(100):
        events = played.kept(session)
        if len(events) >= at_least:
            return events
        played.run(1)
        played.page.wait_for_timeout(50)
    raise AssertionError(f"The server has {len(events)} events of {at_least}.")


def test_no_request_ever_leaves_the_origin(page: Page, served: Served) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    played = Played(page).open()
    played.run(100)
    page.goto("/")
    for link in ("Diary", "Routines", "Library", "About you", "When to stop"):
        page.get_by_role("navigation").get_by_role("link", name=link).click()
    assert len(asked) > 20
    assert [url for url in asked if not url.startswith((served.address, "data:"))] == []


def test_a_session_goes_on_without_a_network_and_is_sent_afterwards(played: Played) -> None:
    played.run(6)
    session = played.session()
    played.page.context.set_offline(True)
    played.run(60)
    done = played.settled()
    assert done[-1]["at"] >= 55_000
    played.page.context.set_offline(False)
    played.run(70)
    kept = kept_in_time(played, session, len(done))
    assert kept[: len(done)] == done


def test_a_session_that_ends_without_a_network_is_kept_on_the_device(played: Played) -> None:
    played.run(6)
    session = played.session()
    played.page.context.set_offline(True)
    played.press("Escape", "pause")
    played.page.keyboard.press("Escape")
    played.run(3)
    played.page.get_by_text("It is kept on this device.").wait_for()
    played.page.context.set_offline(False)
    played.page.goto("/diary/")
    kept = kept_in_time(played, session, 2)
    assert kept[-1]["type"] == "leave"


def test_a_killed_server_loses_nothing_that_was_done(played: Played, served: Served) -> None:
    played.run(6)
    session = played.session()
    kept_in_time(played, session, 1)
    played.run(6)
    before = kept_in_time(played, session, 2)
    served.kill()
    played.run(30)
    done = played.settled()
    assert len(done) > len(before)
    served.start()
    played.run(70)
    kept = kept_in_time(played, session, len(done))
    assert kept[: len(done)] == done
    assert numbers(kept) == list(range(len(kept)))


def test_a_session_is_gone_on_with_where_it_stopped(
    played: Played, context: BrowserContext
) -> None:
    played.run(20)
    stopped = played.press("Space", "pause")
    played.page.close()
    again = Played(context.new_page()).open("/play/facet-joint/")
    again.page.get_by_role("button", name="Go on where you stopped").click()
    resumed = again.last("resume")
    assert (resumed["session"], resumed["step"]) == (stopped["session"], stopped["step"])
    assert resumed["elapsed"] == stopped["elapsed"]
    assert numbers(again.events()) == list(range(resumed["seq"] + 1))


def test_another_device_goes_on_from_what_the_server_has(
    played: Played, chromium: Browser, prepared: tuple[Path, StorageState], served: Served
) -> None:
    played.run(20)
    stopped = played.press("Space", "pause")
    kept_in_time(played, stopped["session"], stopped["seq"] + 1)
    other = chromium.new_context(base_url=served.address, storage_state=prepared[1])
    again = Played(other.new_page()).open("/play/facet-joint/")
    again.page.get_by_role("button", name="Go on where you stopped").click()
    assert again.last("resume")["step"] == stopped["step"]
    other.close()


def test_one_tab_leads(played: Played, context: BrowserContext) -> None:
    played.run(10)
    second = context.new_page()
    second.goto("/play/facet-joint/")
    second.get_by_text("Your session is in another tab").wait_for()
    assert numbers(played.events()) == list(range(len(played.events())))


#: Whether the worker has the player's page and every file that it names.
WHOLLY_KEPT = """async () => {
    const [pages, files] = [await caches.open('supple-kept'), await caches.open('supple-files')];
    const [kept] = await pages.keys();
    if (!kept) return false;
    const text = await (await pages.match(kept)).text();
    const named = [...text.matchAll(/"(\\/static\\/[^"]+)"/g)].map(found => found[1]);
    const had = await Promise.all(named.map(name => files.match(name)));
    return named.length > 3 && had.every(Boolean);
}"""


def test_todays_session_opens_without_a_server(page: Page, served: Served) -> None:
    page.goto("/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    for _ in range(400):
        if page.evaluate(WHOLLY_KEPT):
            break
        page.wait_for_timeout(50)
    served.kill()
    page.goto("/diary/")
    page.get_by_role("link", name="Start today’s session").click()
    page.get_by_role("button", name="Start ·").wait_for()
