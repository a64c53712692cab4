"""The note after a session, heard like any other words of a person: it may name a sign."""

from supple.web import fitting, screening, sessions
from supple.web.models import Session
from supple.web.questions.heard import Heard, card_of, hear
from supple.web.questions.offers import offer
from supple.words import Words


def heard_in(session: Session) -> Heard | None:
    """What the note of a session says; None without one."""
    note = sessions.read_answers(session).note
    return hear(note) if note else None


def heed(session: Session, before: str) -> bool:
    """Whether the person is told something about their note before anything else.

    `before` is what the note said until now: after new words that name a sign, the
    signs are asked before the next session. A note in another language is the
    person's own business: nobody else reads it.
    """
    heard = heard_in(session)
    fresh = sessions.read_answers(session).note != before
    if fresh and heard is not None and heard.level.stops_exercise:
        screening.open_signs(session.owner)
    return heard is not None and bool(heard.signs or heard.crisis or _new_limits(session, heard))


def _new_limits(session: Session, heard: Heard) -> bool:
    found = offer(heard, fitting.limits_of(session.owner), None, Words())
    return found is not None and bool(found.leaves_out)


def page(session: Session, heard: Heard | None, say: Words) -> dict[str, object]:
    """What the page after a note shows; empty where there is nothing to say."""
    if heard is None:
        return {}
    number = session.owner.preferences.emergency_number
    return {
        "card": card_of(heard, say, number) if heard.signs or heard.crisis else None,
        "stops": heard.stops,
        "asks": [one.ask for one in heard.asks],
        "offer": offer(heard, fitting.limits_of(session.owner), None, say),
        "conditions": heard.conditions,
    }
