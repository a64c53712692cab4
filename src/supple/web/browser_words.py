"""The catalogue of the browser's own words, as the player's page carries it."""

import json
from functools import lru_cache
from typing import TypedDict

from supple.words import DEFAULT, LOCALE_DIR, folder_name


class Catalogue(TypedDict):
    """Messages by their English text; a plural's is an object by CLDR category."""

    locale: str
    messages: dict[str, str | dict[str, str]]


@lru_cache(maxsize=8)
def catalogue(locale: str) -> Catalogue:
    """The catalogue of a language; empty for English, and for one without a file."""
    path = LOCALE_DIR / folder_name(locale) / "browser.json"
    if not path.is_file():
        return {"locale": DEFAULT, "messages": {}}
    return {"locale": locale, "messages": json.loads(path.read_text())}
