"""Words in the person's language: gettext catalogues for everything below `web`.

A sentence is always one whole template (`"Hold for {seconds} seconds."`), never
glued from words, so that a translator can reorder it. Catalogues lie in
`locale/` beside this file; English is the source and needs none.
"""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

DOMAIN = "supple"
LOCALE_DIR = Path(__file__).parent / "locale"
DEFAULT = "en"


def mark(message: str) -> str:
    """Mark a constant for extraction; it is translated where it is used."""
    return message


def folder_name(locale: str) -> str:
    """The folder of a language: pt_BR for pt-br, zh_Hans for zh-hans."""
    language, _, region = locale.replace("_", "-").partition("-")
    if not region:
        return language
    letters_of_a_country = 2
    shown = region.upper() if len(region) <= letters_of_a_country else region.capitalize()
    return f"{language}_{shown}"


class Words:
    """The catalogue of one locale, with named places filled in."""

    def __init__(self, locale: str = DEFAULT, folder: Path = LOCALE_DIR) -> None:
        self.locale = locale
        self._catalogue = gettext.translation(
            DOMAIN, str(folder), languages=[folder_name(locale)], fallback=True
        )

    def say(self, message: str, **values: object) -> str:
        """`message` in this locale, its {places} filled from `values`."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**values) if values else text

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The plural form for `n`; `{n}` is filled in as well."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)


@cache
def words(locale: str = DEFAULT) -> Words:
    """The catalogue of `locale`; an unknown one falls back to English."""
    return Words(locale)


Say = Callable[..., str]
