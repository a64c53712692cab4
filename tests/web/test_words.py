"""A made-up language: whatever a page shows without its marks has escaped translation."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.plural import PluralRule
from django.test import Client
from django.utils import dates
from pytest_django import Settings

import supple.words
from supple.web import browser_words, fitting, plans, rows
from supple.web.models import User
from supple.web.sessions import Written, write
from supple.words import Words
from tests.web.conftest import SESSION, Send
from tests.web.support import texts
from tests.web.test_player import block, fresh
from tools import catalogue

LOCALE = "en-xa"
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
LETTERS = re.compile(r"[^\W\d_]{2,}")
#: Names, a command, a unit, and what the person wrote: nobody translates those.
NAMES = re.compile(
    "Supple|Ask Doctor Jo|Facet Joint Syndrome Stretches & Exercises"
    "|supple link|my own note|English"
)
PATHS = (
    "/",
    "/start/",
    "/start/?again",
    "/diary/",
    "/diary/add/",
    "/routines/",
    "/routines/facet-joint/",
    "/library/",
    "/library/segmental-bridge/",
    "/about-you/",
    "/safety/",
    "/offline/",
    "/nothing/",
)


def marked(message: str) -> str:
    return f"⟦{message}⟧"


def translated(catalog: Catalog) -> Catalog:
    """The catalogue with every message between marks."""
    for message in catalog:
        if message.pluralizable:
            message.string = tuple(marked(text) for text in message.id)
        elif message.id:
            message.string = marked(message.id)
    return catalog


def pages() -> Catalog:
    """The pages' messages, and Django's own for the days and months that they show."""
    found = catalogue.pages()
    for name in (*dates.WEEKDAYS.values(), *dates.WEEKDAYS_ABBR.values(), *dates.MONTHS.values()):
        found.add(str(name))
    return translated(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Catalogues made from what was extracted from the sources, as a translator's would be."""
    place = tmp_path_factory.mktemp("locale")
    made = (translated(catalogue.supple()), pages(), translated(catalogue.browser()))
    catalogue.compile_locale(place, "en_XA", made, PluralRule({"one": "n is 1"}))
    return place


@pytest.fixture
def abroad(
    ready: Client,
    person: User,
    folder: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Client]:
    """The browser of a person whose language is the made-up one."""
    settings.LANGUAGES = [("en", "English"), (LOCALE, "English")]
    settings.LOCALE_PATHS = [folder]
    monkeypatch.setattr(supple.words, "Words", lambda locale: Words(locale, folder))
    monkeypatch.setattr(browser_words, "LOCALE_DIR", folder)
    forget()
    User.objects.update(preferences_document=f'{{"locale": "{LOCALE}"}}')
    yield ready
    forget()


def forget() -> None:
    kept = (plans._script, fitting._fitted, rows.plan_rows, rows.routine_rows)
    for cached in (supple.words.words, browser_words.catalogue, *kept):
        cached.cache_clear()


def escaped(found: list[str]) -> list[str]:
    """The texts with letters that stand outside all marks."""
    return [text for text in found if LETTERS.search(NAMES.sub("", outside(text)))]


def outside(text: str) -> str:
    while MARKED.search(text):
        text = MARKED.sub("", text)
    return text


@pytest.mark.parametrize("path", PATHS)
def test_nothing_escapes_on_a_page(abroad: Client, person: User, path: str) -> None:
    write(
        person,
        Written(date=datetime.now(UTC).date(), minutes=14, pain_before=3, note="my own note"),
    )
    response = abroad.get(path)
    assert escaped(texts(response)) == []
    assert any("⟦" in text for text in texts(response))


@pytest.mark.parametrize("answer", ["emergency", "today", "before"])
def test_nothing_escapes_on_a_card(abroad: Client, answer: str) -> None:
    no = {"emergency": "no", "today": "no", "before": "no"}
    abroad.post("/start/", no | {answer: "not_sure"})
    assert escaped(texts(abroad.get("/start/"))) == []


def test_nothing_escapes_around_a_session(abroad: Client, send: Send) -> None:
    script = abroad.get("/play/facet-joint/").context["script"]
    send({"script": script.id, "started": fresh()}, "")
    for path in (f"/after/{SESSION}/", f"/diary/{SESSION}/edit/", f"/diary/{SESSION}/delete/"):
        assert escaped(texts(abroad.get(path))) == []


def test_nothing_escapes_in_what_is_wrong(abroad: Client) -> None:
    for path in ("/diary/add/", "/start/?again"):
        assert escaped(texts(abroad.post(path, {"asked": "emergency", "minutes": "x"}))) == []


def test_nothing_escapes_where_nobody_was_let_in(abroad: Client) -> None:
    abroad.logout()
    response = abroad.get("/", headers={"accept-language": LOCALE})
    assert escaped(texts(response)) == []


def test_nothing_escapes_in_a_session(abroad: Client) -> None:
    page = abroad.get("/play/facet-joint/").content.decode()
    script, words = block(page, "script"), block(page, "words")
    assert script["locale"] == LOCALE
    said = [line["text"] for step in script["steps"] for line in step["say"]]
    shown = [
        step[part] for step in script["steps"] for part in ("text", "side_text", "detail", "next")
    ]
    named = [item[part] for item in script["items"] for part in ("name", "dose")]
    assert escaped(said + shown + named) == []
    assert words["messages"]["Pause"] == "⟦Pause⟧"
    assert words["messages"]["{n} minute left"] == {
        "one": "⟦{n} minute left⟧",
        "other": "⟦{n} minutes left⟧",
    }
