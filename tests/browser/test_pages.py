"""Every page by axe, by keyboard alone, at three widths, in light and dark, at 200 % text."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.people import scale
from tests.browser.served import Served

AXE = Path(__file__).parents[2] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (390, 820, 1440)
SESSION = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
PATHS = (
    "/",
    "/start/",
    "/start/?again",
    "/start/limits/",
    "/start/number/",
    "/today/signs/?pain=7",
    "/today/choose/?pain=7",
    f"/after/{SESSION}/",
    f"/after/{SESSION}/next/",
    "/play/facet-joint/",
    "/play/facet-joint/#go",
    "/diary/",
    "/diary/add/",
    f"/diary/{SESSION}/edit/",
    f"/diary/{SESSION}/delete/",
    "/diary/answers/",
    "/diary/print/",
    "/diary/questions/activity/",
    "/diary/questions/peg/",
    "/reminders/",
    "/routines/",
    "/routines/facet-joint/",
    "/read/",
    "/library/",
    "/library/childs-pose/",
    "/about-you/",
    "/about-you/what-i-can-do/",
    "/safety/",
    "/offline/",
    "/nothing/",
)


@pytest.fixture(scope="module")
def filled(
    chromium: Browser,
    prepared: tuple[Path, StorageState],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    """One server for all looks: its person has a diary, a session that hurt and a reminder."""
    import shutil

    folder = tmp_path_factory.mktemp("pages") / "data"
    shutil.copytree(prepared[0], folder)
    server = Served(folder).start()
    context = chromium.new_context(base_url=server.address, storage_state=prepared[1])
    page = context.new_page()
    for pain in (6, 5, 3, 4):
        page.goto("/diary/add/")
        page.get_by_label("Minutes").fill("14")
        scale(page, "before", pain)
        scale(page, "after", pain - 2)
        page.get_by_role("button", name="Keep it").click()
    lead(page)
    page.goto("/diary/questions/activity/")
    page.get_by_label("What would you like to do?").fill("Sit through a meal")
    page.get_by_label("4", exact=True).check()
    page.get_by_role("button", name="Keep it").click()
    page.goto("/reminders/")
    page.get_by_role("button", name="Turn it on").click()
    page.get_by_role("button", name="Make an address to follow").click()
    context.close()
    yield server
    server.stop()


def lead(page: Page) -> None:
    """Send a session that went half-way, and say that all of it hurt."""
    page.goto("/play/facet-joint/?pain=3")
    script = json.loads(page.locator("#script").inner_text())
    steps = [step["id"] for step in script["steps"]]
    told = [("start", steps[0], {"script": script["id"], "pain_before": 3})] + [
        ("tick", step, {"from": step, "how": "done", "spent": 9000})
        for step in steps[: len(steps) // 2]
    ]
    wall = datetime.now(UTC).isoformat()
    events = [
        {"session": SESSION, "seq": n, "type": kind, "at": n, "wall": wall, "zone": "UTC"}
        | {"step": step, "data": data}
        for n, (kind, step, data) in enumerate([*told, ("leave", "", {})])
    ]
    status = page.evaluate(
        """([address, body]) => fetch(address, {method: "POST", body, headers: {
            "Content-Type": "application/json",
            "X-CSRFToken": document.querySelector("meta[name=csrf-token]").content}})
            .then(answer => answer.status)""",
        [f"/api/sessions/{SESSION}/events", json.dumps({"events": events})],
    )
    assert status == HTTPStatus.OK
    page.goto(f"/after/{SESSION}/")
    for choice in page.get_by_label("Hurt", exact=True).all():
        choice.check()
    page.get_by_role("button", name="Keep it").click()


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def looking(
    chromium: Browser, prepared: tuple[Path, StorageState], filled: Served, scheme: str
) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=filled.address,
        storage_state=prepared[1],
        color_scheme=scheme,  # type: ignore[arg-type]  # light or dark
        reduced_motion="reduce",
    )
    yield context
    context.close()


@pytest.fixture
def view(looking: BrowserContext) -> Iterator[Page]:
    page = looking.new_page()
    yield page
    page.close()


def faults(page: Page) -> list[str]:
    """What axe finds, one line each."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"
    )
    return [
        f"{rule['id']}: {node['html'][:120]} ({node['failureSummary'][:200]})"
        for rule in found
        for node in rule["nodes"]
    ]


def fine(page: Page, *paths: str) -> None:
    """Axe finds nothing on these pages, and nothing is cut off."""
    for path in paths:
        page.goto(path)
        assert faults(page) == [], path
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} wide on a screen of {width}"
        page.set_viewport_size({"width": 390, "height": 844})


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(view: Page, path: str) -> None:
    view.set_viewport_size({"width": 390, "height": 844})
    view.goto(path)
    view.locator("h1").first.wait_for()
    assert faults(view) == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_cut_off_at_any_width(view: Page, path: str) -> None:
    for width in WIDTHS:
        view.set_viewport_size({"width": width, "height": 844})
        view.goto(path)
        wide = view.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{path} is {wide} wide on a screen of {width}"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/diary/",
        "/about-you/",
        "/about-you/what-i-can-do/",
        "/routines/facet-joint/",
        "/safety/",
        "/read/",
    ],
)
def test_text_at_twice_its_size_stays_whole(view: Page, path: str) -> None:
    view.set_viewport_size({"width": 390, "height": 844})
    view.goto(path)
    view.evaluate("document.documentElement.dataset.text = '200'")
    assert view.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", [path for path in PATHS if "play" not in path])
def test_every_control_is_reached_by_keyboard_and_seen_there(view: Page, path: str) -> None:
    view.goto(path)
    controls = view.locator("main :is(a, button, input, select, textarea, summary):visible")
    wanted = {name for name in controls.evaluate_all(NAMES) if name}
    reached: set[str] = set()
    for _ in range(400):
        view.keyboard.press("Tab")
        name, seen = view.evaluate(FOCUSED)
        assert seen, f"{name} on {path} shows no focus"
        if name in reached and wanted <= reached:
            break
        reached.add(name)
    assert wanted <= reached


#: A name for each control; a group of radio buttons is one stop, and a date or a time marks
#: its own parts.
NAMES = """all => all.map(e => e.type === 'radio' ? 'radio ' + e.name
    : e.tagName + ' ' + (e.name || '') + ' ' + (e.textContent || e.value || '').trim())"""
FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return ['', true];
    const name = e.type === 'radio' ? 'radio ' + e.name
        : e.tagName + ' ' + (e.name || '') + ' ' + (e.textContent || e.value || '').trim();
    const shown = e.type === 'radio' || e.matches('.check input') ? e.closest('label') : e;
    const marked = [shown, ...shown.querySelectorAll('*')].some(
        part => getComputedStyle(part).outlineStyle !== 'none');
    return [name, marked || e.id === 'content' || ['date', 'time'].includes(e.type)];
}"""


def test_a_session_is_started_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/play/facet-joint/**")
    page.locator("#player[data-phase=running]").wait_for()


def test_the_theme_that_was_chosen_is_used(view: Page, scheme: str) -> None:
    view.goto("/safety/")
    paper = view.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    channels = json.loads(paper.removeprefix("rgb").replace("(", "[").replace(")", "]"))
    assert (sum(channels) > 3 * 200) is (scheme == "light")
