"""Parts of a page that stay the same from one visit to the next, written once.

To write a month of squares or a year of marks takes longer than all the rest
of the page; what they show is the key, so that a change is seen at once.
"""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from supple.web.entries import Cell, Entry
from supple.web.plot import Bars, ScorePlot


def picture(plot: ScorePlot | Bars, says: str) -> SafeString:
    """A picture; `says` is read to who does not see it."""
    return _picture(plot, says, get_language())


def weeks(cells: tuple[tuple[Cell, ...], ...]) -> SafeString:
    """The rows of a calendar."""
    return _weeks(cells, get_language())


def rows(entries: tuple[Entry, ...]) -> SafeString:
    """Sessions as rows of a list."""
    return _rows(entries, get_language())


@lru_cache(maxsize=64)
def _picture(plot: ScorePlot | Bars, says: str, language: str | None) -> SafeString:  # noqa: ARG001 - the key of the cache
    return render_to_string("supple/picture.html", {"plot": plot, "says": says})


@lru_cache(maxsize=64)
def _weeks(cells: tuple[tuple[Cell, ...], ...], language: str | None) -> SafeString:  # noqa: ARG001 - the key of the cache
    return render_to_string("supple/calendar.html", {"weeks": cells})


@lru_cache(maxsize=64)
def _rows(entries: tuple[Entry, ...], language: str | None) -> SafeString:  # noqa: ARG001 - the key of the cache
    return render_to_string("supple/session_rows.html", {"rows": entries})
