"""Routine or plan → a sheet of paper, as PDF: drawings, doses, steps, a week to tick.

Black-and-white printers first. The drawings come as SVG from `show`; they reach
this stage as an argument.
"""

from collections.abc import Iterator, Mapping
from string import ascii_lowercase
from typing import Literal

from supple.exercise.dose import filled
from supple.exercise.dose_text import format_dose
from supple.exercise.load import Library
from supple.routine.picture import Picture
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Item, Routine
from supple.safety.net import net_text
from supple.share.typesetting import typeset
from supple.value import Value, changed
from supple.words import Words, mark

Paper = Literal["a4", "us-letter"]
WEEK = 7

_OURS = {
    "sets": mark("number of sets"),
    "reps": mark("number of repetitions"),
    "hold": mark("length of the hold"),
    "rest": mark("rest"),
    "work": mark("length"),
    "sides": mark("sides"),
    "times_a_day": mark("times a day"),
    "days_a_week": mark("days a week"),
}


class Entry(Value, kw_only=True):
    """One exercise on the sheet. `ours` says which figures are not the source's own.

    Rungs of one ladder share a `number` and are told apart by a letter; `lead`
    says when a rung is for: "When that is easy:".
    """

    number: str = ""
    name: str
    dose: str
    lead: str = ""
    ours: str = ""
    steps: tuple[str, ...] = ()
    breath: str = ""
    cautions: tuple[str, ...] = ()
    drawings: tuple[Picture, ...] = ()


class Signs(Value, kw_only=True):
    """A heading and its list, in the box about stopping."""

    heading: str
    signs: tuple[str, ...]


class Handout(Value, kw_only=True):
    """All words and pictures of the sheet, in the reader's language."""

    title: str
    language: str
    paper: Paper
    source: str
    entries: tuple[Entry, ...]
    stop_heading: str
    stop: str
    signs: tuple[Signs, ...]
    limit: str
    purpose: str
    week_heading: str
    days: tuple[str, ...]
    address: str = ""
    address_text: str = ""
    qr: str = ""


def compose(  # noqa: PLR0913 - each is one thing that the sheet shows
    routine: Routine,
    plan: Plan,
    library: Library,
    drawings: Mapping[str, tuple[Picture, ...]],
    say: Words,
    *,
    paper: Paper = "a4",
    address: str = "",
    qr: str = "",
) -> Handout:
    """The sheet of `plan`; `drawings` by exercise. `qr` is an SVG that leads to `address`."""
    net = net_text(say)
    planned = {item.id: item for item in plan.items if item.change != "left-out"}
    places = [place for place in routine.items if place.id in planned]
    entries = (
        entry
        for number, place in enumerate(places, start=1)
        for entry in _numbered(
            number, list(_entries(planned[place.id], place, library, drawings, say))
        )
    )
    return Handout(
        title=say.say(routine.name),
        language=say.locale,
        paper=paper,
        source=_source(routine, say),
        entries=tuple(entries),
        stop_heading=say.say("When to stop, and when to get help"),
        stop=net.stop,
        signs=(
            Signs(heading=net.emergency_heading, signs=net.emergency),
            Signs(heading=net.today_heading, signs=net.today),
        ),
        limit=net.limit,
        purpose=say.say(
            "This sheet helps you follow an exercise routine that you or your clinician chose."
        ),
        week_heading=say.say("Tick what you did this week"),
        days=tuple(say.say("Day {n}", n=day) for day in range(1, WEEK + 1)),
        address=address,
        address_text=say.say("Be led through it: {address}", address=address) if address else "",
        qr=qr,
    )


def _source(routine: Routine, say: Words) -> str:
    source = routine.source
    if not source.title:
        return ""
    if not source.author:
        return say.say("After “{title}”", title=source.title)
    return say.say("After “{title}”, {author}", title=source.title, author=source.author)


def _entries(
    item: PlanItem,
    place: Item,
    library: Library,
    drawings: Mapping[str, tuple[Picture, ...]],
    say: Words,
) -> Iterator[Entry]:
    """The item itself, then the rungs of its ladder that are still to come."""
    yield _entry(item, library, drawings, say)
    names = [rung.exercise for rung in place.rungs]
    ahead = place.rungs[names.index(item.exercise) + 1 :] if item.exercise in names else ()
    for rung in ahead:
        exercise = library.exercises.get(rung.exercise)
        if exercise is not None:
            dose = filled(rung.dose, exercise.dose)
            later = PlanItem(id=item.id, exercise=exercise.id, dose=dose)
            entry = _entry(later, library, drawings, say)
            yield changed(entry, lead=say.say("When that is easy:"), cautions=())


def _numbered(number: int, entries: list[Entry]) -> Iterator[Entry]:
    """The entries of one place: 5, or 5a, 5b, 5c where only one of them is done."""
    letters = ascii_lowercase if len(entries) > 1 else [""]
    for letter, entry in zip(letters, entries, strict=False):
        yield changed(entry, number=f"{number}{letter}")


def _entry(
    item: PlanItem, library: Library, drawings: Mapping[str, tuple[Picture, ...]], say: Words
) -> Entry:
    exercise = library.exercises.get(item.exercise)
    if exercise is None:
        steps = (item.text,) if item.text else ()
        return Entry(name=item.name, dose=format_dose(item.dose), steps=steps)
    return Entry(
        name=say.say(exercise.name),
        dose=format_dose(item.dose),
        ours=_ours(item, say),
        steps=tuple(say.say(text) for text in (exercise.position, *exercise.how)),
        breath=say.say(exercise.breath),
        cautions=tuple(say.say(caution.say) for caution in exercise.cautions),
        drawings=drawings.get(exercise.id, ()),
    )


def _ours(item: PlanItem, say: Words) -> str:
    """Which figures the source does not state, in one sentence; "" where it states all."""
    stated = ((name, getattr(item.dose, name)) for name in _OURS)
    names = [say.say(_OURS[name]) for name, field in stated if field and field.origin == "library"]
    if not names:
        return ""
    return say.say("Our choice, the source does not say: {names}.", names=", ".join(names))


def pdf(handout: Handout) -> bytes:
    """The sheet as a tagged PDF with title and language."""
    return typeset("handout.typ", handout, title=handout.title)
