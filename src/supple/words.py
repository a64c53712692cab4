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


class Words:
    """The catalogue of one locale, with named places filled in."""

    def __init__(self, locale: str = DEFAULT, folder: Path = LOCALE_DIR) -> None:
        self.locale = locale
        self._catalogue = gettext.translation(
            DOMAIN, str(folder), languages=[locale.replace("-", "_")], fallback=True
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
