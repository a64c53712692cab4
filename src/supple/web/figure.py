"""The figure on a page: addresses of its files, and its files as they are sent.

An address carries the version of what it was made from, so that a browser may
keep the file for as long as it likes.
"""

import logging
from functools import cache, lru_cache
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse

from supple.body.appearance import colours
from supple.body.figure import BODY_NAMES, open_body
from supple.exercise.types import Exercise
from supple.problem import Problem
from supple.show.dress import dressed
from supple.show.movement import body_file, clip_file, clip_names
from supple.show.palette import Theme, palette
from supple.show.still import still, still_text
from supple.value import Value
from supple.web import plans
from supple.web.preferences import Preferences
from supple.words import words

log = logging.getLogger(__name__)


class Picture(Value, kw_only=True):
    """A still on a page: its address in light and in dark."""

    light: str
    dark: str


@lru_cache(maxsize=64)
def page_data(preferences: Preferences, exercises: tuple[str, ...]) -> dict[str, object]:
    """What the figure's script needs to show these exercises and the ways between positions."""
    who = preferences.figure
    library = plans.library()
    wanted = {name for name in exercises if name in library.exercises}
    clips = [n for n in clip_names(library) if n in wanted or n.startswith("travel-")]
    stills = {
        f"{name}/{pose}": _still_address(who, name, pose, preferences)
        for name in sorted(wanted)
        for pose in library.exercises[name].poses
    }
    body = open_body(who)
    return {
        "script": static("supple/figure3d.js"),
        "body": _versioned(reverse("figure-body", args=[who])),
        "clips": {n: _versioned(reverse("figure-clip", args=[who, n])) for n in clips},
        "colours": colours(preferences.tone, grey=not isinstance(body, Problem) and body.grey),
        "stills": stills,
    }


@lru_cache(maxsize=512)
def picture(name: str, preferences: Preferences) -> Picture | None:
    """The telling pose of an exercise beside its name; None where it has no poses."""
    exercise = plans.library().exercises.get(name)
    if exercise is None or not exercise.poses:
        return None
    address = _still_address(preferences.figure, exercise.id, telling_pose(exercise), preferences)
    pinned = preferences.theme
    return Picture(
        light=f"{address}&theme={pinned or 'light'}", dark=f"{address}&theme={pinned or 'dark'}"
    )


def telling_pose(exercise: Exercise) -> str:
    """The pose that is held, else the first that is moved to, else the first there is."""
    held = (move.to for move in exercise.moves if move.hold)
    first = exercise.moves[0].to if exercise.moves else exercise.start
    return next(held, first)


@cache
def alternative(exercise: str, body: str, locale: str) -> str:
    """The telling pose in words."""
    found = plans.library().exercises[exercise]
    return still_text(found, telling_pose(found), body, words(locale))


def _still_address(who: str, exercise: str, pose: str, preferences: Preferences) -> str:
    address = reverse("figure-still", args=[who, exercise, pose])
    return _versioned(address, tone=preferences.tone)


def _versioned(address: str, **more: str) -> str:
    return f"{address}?{urlencode({'v': plans.library().version, **more})}"


@lru_cache(maxsize=128)
def body_bytes(who: str) -> bytes | None:
    """A body's mesh as it is sent; None, with a line in the log, where it cannot be made."""
    return _logged(body_file(who)) if who in BODY_NAMES else None


@lru_cache(maxsize=256)
def clip_bytes(who: str, name: str) -> bytes | None:
    """A clip as it is sent; None, with a line in the log, where it cannot be made."""
    library = plans.library()
    known = who in BODY_NAMES and name in clip_names(library)
    return _logged(clip_file(library, name, who)) if known else None


def still_svg(who: str, exercise: str, pose: str, theme: Theme, tone: str) -> str | None:
    """A drawing in the colours asked for; None, with a line in the log, where there is none."""
    known = plans.library().exercises.get(exercise)
    if who not in BODY_NAMES or known is None or pose not in known.poses:
        return None
    svg, problem = still(exercise, pose, who)
    if problem is not None:
        log.warning("%s", problem)
    body = open_body(who)
    grey = not isinstance(body, Problem) and body.grey
    return dressed(svg, palette(theme, tone, grey=grey)) if svg else None


def _logged(made: bytes | Problem) -> bytes | None:
    if isinstance(made, Problem):
        log.warning("%s", made)
        return None
    return made
