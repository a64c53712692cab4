"""The library as a person looks through it: by name, position, needs, and what it asks."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.http import QueryDict
from django.utils.translation import gettext as _

from supple.exercise.load import load_library
from supple.exercise.types import Exercise
from supple.fit.renew import current
from supple.fit.rules import RULES, asks_of
from supple.value import Value
from supple.web.names import names_of, search
from supple.words import words

Test = Callable[[Exercise], bool]

POSITIONS = ("supine", "sidelying", "prone", "quadruped", "kneeling", "sitting", "standing")
THINGS: Mapping[str, tuple[str, ...]] = {
    "chair": ("chair", "stool", "seat"),
    "counter": ("counter", "table"),
    "wall": ("wall",),
    "bed": ("bed",),
    "strap": ("towel", "strap", "belt"),
    "band": ("band",),
    "stick": ("stick", "broom"),
    "weight": ("weight", "bottle", "bag"),
}
SPARED = ("no_kneel", "no_deep_knee", "wrist_no_weight", "shoulder_no_load", "no_floor")
BACKS: Mapping[str, tuple[str, ...]] = {
    "middle": ("neutral",),
    "rounds": ("flexion", "flexion+extension"),
    "back": ("extension", "flexion+extension"),
    "turns": ("rotation",),
    "side": ("side-bend",),
}


class Asked(Value, kw_only=True):
    """What a person looks for; empty fields ask for nothing."""

    name: str = ""
    position: str = ""
    needs: str = ""
    back: str = ""
    spares: tuple[str, ...] = ()


class Shelf(Value, kw_only=True, omit_defaults=False):
    """The exercises of one position, as (id, name, aim)."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def asked(query: QueryDict) -> Asked:
    """What the address asks for; what it cannot mean asks for nothing."""
    position, needs, back = (query.get(key, "") for key in ("position", "needs", "back"))
    return Asked(
        name=query.get("q", "").strip()[:80],
        position=position if position in POSITIONS else "",
        needs=needs if needs in THINGS or needs == "nothing" else "",
        back=back if back in BACKS else "",
        spares=tuple(name for name in SPARED if name in query.getlist("spares")),
    )


@lru_cache(maxsize=128)
def shelves(what: Asked, locale: str) -> tuple[Shelf, ...]:
    """What was found: best first where a name was asked for, else a shelf for each position."""
    library, say = load_library(), words(locale)
    order = search(what.name, names_of(locale))
    found = [library.exercises[name] for name in order if _fits(library.exercises[name], what)]
    rows = [(one.body.posture, (one.id, say.say(one.name), say.say(one.aim))) for one in found]
    if what.name:
        return (Shelf(title="", rows=tuple(row for _, row in rows)),) if rows else ()
    titles = positions()
    return tuple(
        Shelf(title=titles[posture], rows=tuple(sorted(own, key=lambda row: row[1])))
        for posture in POSITIONS
        if (own := [row for at, row in rows if at == posture])
    )


def _fits(one: Exercise, what: Asked) -> bool:
    body = one.body
    return (
        what.position in ("", body.posture)
        and (not what.needs or _needs(one, what.needs))
        and (not what.back or body.spine.direction in BACKS[what.back])
        and not any(RULES[name](asks_of(one)) for name in what.spares)
    )


def _needs(one: Exercise, thing: str) -> bool:
    if thing == "nothing":
        return not one.needs
    said = " ".join(one.needs)
    return any(word in said for word in THINGS[thing])


def positions() -> dict[str, str]:
    """Each position as a person says it."""
    return {
        "supine": _("On your back"),
        "sidelying": _("On your side"),
        "prone": _("On your front"),
        "quadruped": _("On hands and knees"),
        "kneeling": _("Kneeling"),
        "sitting": _("Sitting"),
        "standing": _("Standing"),
    }


def choices() -> dict[str, list[tuple[str, str]]]:
    """What can be chosen in each field of the form, as (value, words)."""
    needs = {
        "nothing": _("Nothing"),
        "chair": _("A chair"),
        "counter": _("A counter or table"),
        "wall": _("A wall"),
        "bed": _("A bed"),
        "strap": _("A towel or strap"),
        "band": _("A stretchy band"),
        "stick": _("A stick"),
        "weight": _("A light weight"),
    }
    backs = {
        "middle": _("Stays in the middle"),
        "rounds": _("Rounds forward"),
        "back": _("Bends backward"),
        "turns": _("Turns"),
        "side": _("Bends to the side"),
    }
    spares = {
        "no_kneel": _("No weight on the knees"),
        "no_deep_knee": _("Knees do not bend far"),
        "wrist_no_weight": _("No weight on the wrists"),
        "shoulder_no_load": _("No weight on the shoulders, arms not overhead"),
        "no_floor": _("Not on the floor"),
    }
    return {
        "positions": list(positions().items()),
        "needs": list(needs.items()),
        "backs": list(backs.items()),
        "spares": list(spares.items()),
    }


def exercise(name: str) -> Exercise | None:
    """The exercise of that id, also by an id it had before; None where there is none."""
    library = load_library()
    return library.exercises.get(current(name, library))


@lru_cache(maxsize=128)
def stands_in_for(name: str) -> tuple[str, ...]:
    """The exercises that list this one as a stand-in."""
    return tuple(
        one.id
        for one in load_library().exercises.values()
        if any(name in entry.use for entry in one.instead)
    )
