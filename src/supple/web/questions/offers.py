"""What is shown to the writer of a post beside a card: what could be left out, what may help.

Nothing stands beside a sign that stops exercise, and no topic's answer beside
thoughts of ending life.
"""

from collections.abc import Sequence
from typing import NamedTuple

from supple.ask.topics import answer as topic_answer
from supple.exercise.load import load_library
from supple.fit.fit import fit
from supple.fit.limits import Limits
from supple.guide.script import item_name
from supple.routine.plan import PlanItem
from supple.routine.routine import Routine
from supple.safety.conditions import conditions, constraints, given_by
from supple.web.can_do import source_in_words
from supple.web.models import Publication
from supple.web.publishing import shelf
from supple.web.questions.heard import Heard
from supple.web.questions.models import Post
from supple.web.questions.threads import answers_to
from supple.words import Words

MOST_ANSWERS = 3


class Change(NamedTuple):
    """What would be done in place of an exercise, or that it would be left out, and why."""

    name: str
    instead: str
    left_out: bool
    reason: str
    source: str


class Offer(NamedTuple):
    """What could be left out, from what was written: the person says yes or no to it.

    `words` are the conditions as a person says them; `asks` what to ask first.
    """

    conditions: tuple[str, ...]
    words: tuple[str, ...]
    leaves_out: tuple[str, ...]
    asks: tuple[str, ...]
    notes: tuple[str, ...]
    changes: tuple[Change, ...]


class Meanwhile(NamedTuple):
    """An answer that may help while the writer waits, and where it comes from."""

    title: str
    say: tuple[str, ...]
    ask: tuple[str, ...]
    sources: tuple[str, ...]


def routine_of(publication: Publication | None) -> Routine | None:
    """What is done in the version that is shown now; None where there is none."""
    edition = shelf.newest_edition(publication) if publication else None
    return edition.routine if edition else None


def offer(heard: Heard, had: Limits, routine: Routine | None, say: Words) -> Offer | None:
    """What to offer of the conditions in a text, beyond the limits the person `had` set before."""
    names = tuple(name for name in heard.conditions if name in conditions())
    if not names or heard.stops:
        return None
    told = [conditions()[name] for name in names]
    new = tuple(name for name in given_by(names) if name not in had.constraints)
    return Offer(
        conditions=names,
        words=tuple(say.say(one.label) for one in told),
        leaves_out=tuple(say.say(constraints()[name].words) for name in new),
        asks=tuple(say.say(one.ask) for one in told if one.ask),
        notes=tuple(say.say(one.note) for one in told if one.note),
        changes=_changes(routine, _with(had, names), say) if routine and new else (),
    )


def _with(had: Limits, names: Sequence[str]) -> Limits:
    given = {*had.constraints, *given_by(names)}
    return Limits(
        constraints=tuple(name for name in constraints() if name in given),
        conditions=tuple(dict.fromkeys((*had.conditions, *names))),
    )


def _changes(routine: Routine, limits: Limits, say: Words) -> tuple[Change, ...]:
    plan, _ = fit(routine, limits, load_library(), say=say)
    return tuple(_change(item, say) for item in plan.items if item.change != "keep")


def _change(item: PlanItem, say: Words) -> Change:
    known = load_library().exercises
    was, now = known.get(item.instead_of or item.exercise), known.get(item.exercise)
    return Change(
        name=say.say(was.name) if was else item_name(item, None, say),
        instead=item_name(item, now, say) if item.change != "left-out" else "",
        left_out=item.change == "left-out",
        reason=item.reason,
        source=source_in_words(item.source),
    )


def meanwhile(heard: Heard, say: Words) -> tuple[Meanwhile, ...]:
    """The cautious answers to what was asked."""
    if heard.stops:
        return ()
    found = (topic_answer(name, say) for name in heard.answers)
    return tuple(
        Meanwhile(one.title, one.say, one.ask, tuple(source_in_words(s) for s in one.sources))
        for one in found
    )


def answered_before(heard: Heard, publication: Publication | None) -> list[Post]:
    """Therapists' answers in the same place to questions of the same topic, the newest first."""
    if not heard.topic or heard.stops:
        return []
    return answers_to(publication, MOST_ANSWERS, heard.topic)
