"""What the diary shows of days and sessions, put into words before the template sees it."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.utils.dateformat import format as written
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from supple.track.calendar import Day, Month
from supple.value import Value
from supple.web.sessions import Kept

MINUTE = 60


class Entry(Value, kw_only=True, omit_defaults=False):
    """A session as a row: its day, what is known of it, and the page that changes it."""

    day: str
    about: str
    address: str


class Cell(Value, kw_only=True, omit_defaults=False):
    """A square of the calendar; `says` and `address` are empty where nothing was done."""

    css: str
    number: int
    says: str = ""
    address: str = ""


def is_tiny(session: Kept) -> bool:
    """Begun and left within a minute: kept, but no day of exercise."""
    return session.seconds < MINUTE and not session.finished and not session.by_hand


def entries(sessions: Sequence[Kept], *, own: bool = True) -> tuple[Entry, ...]:
    """The sessions as rows, in their order; `own` where the person themselves reads them."""
    language = get_language()
    return tuple(
        Entry(
            day=_day(session.date, language),
            about=_(" · ").join(_about(session, own=own)),
            address=_address(session.key),
        )
        for session in sessions
    )


@lru_cache(maxsize=4096)
def _day(day: date, language: str | None) -> str:  # noqa: ARG001 - the key of the cache
    return written(day, "l j F")


def _address(key: UUID) -> str:
    """Relative to the diary's own: to look up some fifty of them takes a millisecond."""
    return f"{key}/edit/"


def _about(session: Kept, *, own: bool) -> list[str]:
    n = round(session.seconds / 60)
    length = ngettext("%(n)d minute", "%(n)d minutes", n) % {"n": n}
    parts = [length if n else _("under a minute")]
    if session.pain_before is not None:
        parts.append(_("pain before %(pain)d") % {"pain": session.pain_before})
    if session.pain_after is not None:
        parts.append(_("after %(pain)d") % {"pain": session.pain_after})
    if session.by_hand:
        parts.append(_("written by you") if own else _("written by hand"))
    elif not session.finished:
        parts.append(_("part of a session"))
    return parts


def cells(month: Month, sessions: Sequence[Kept]) -> tuple[tuple[Cell, ...], ...]:
    """The weeks of a month as squares; one that was used leads to its session."""
    said = {"none": "", "part": _("part of a session done"), "whole": _("session done")}
    keys = {session.date: session.key for session in sessions}
    return tuple(
        tuple(_cell(day, said[day.done], keys.get(day.date)) for day in week)
        for week in month.weeks
    )


def _cell(day: Day, says: str, key: UUID | None) -> Cell:
    kinds = (
        ("done", day.done == "whole"),
        ("part", day.done == "part"),
        ("today", day.today),
        ("outside", not day.inside),
    )
    css = " ".join(f"calendar__day--{kind}" for kind, is_so in kinds if is_so)
    if key is None or not day.inside:
        return Cell(css=css, number=day.date.day)
    return Cell(css=css, number=day.date.day, says=says, address=_address(key))


def weekdays(month: Month) -> list[tuple[str, str]]:
    """The head of the calendar: each day short and in full."""
    return [(written(day.date, "D"), written(day.date, "l")) for day in month.weeks[0]]


def weekday_names() -> list[str]:
    """The days of the week in full, Monday first."""
    return [written(date(2024, 1, day), "l") for day in range(1, 8)]  # begins on a Monday


def month_name(first: date) -> str:
    """A month with its year."""
    return written(first, "F Y")
