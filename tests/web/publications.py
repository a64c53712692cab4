"""Routines that a therapist published, for the tests of their pages."""

from typing import Any

from supple.exercise.dose import Amount, Dose, Sides
from supple.value import changed
from supple.web.models import Publication, User
from supple.web.publishing import writing
from supple.web.publishing.draft import Draft, DraftRow
from supple.web.publishing.models import State
from supple.web.publishing.page_texts import Advice, PageTexts, VideoMark

FILM = "https://video.example/watch?v=abc"


def said(number: int) -> Amount:
    """A number that the therapist gave."""
    return Amount(min=number, max=number, origin="therapist")


DRAFT = Draft(
    title="A calm start to the day",
    purpose="For stiff mornings. Watch from 0:30.",
    cautions=("Stop at the first sharp pain.",),
    rows=(
        DraftRow(key=1, exercise="pelvic-tilt", dose=Dose(reps=said(10))),
        DraftRow(
            key=2,
            exercise="bird-dog",
            dose=Dose(reps=said(3), hold=said(30), sides=Sides(mode="each", origin="therapist")),
            text="Slowly, as at 3:00.",
            cautions=("A cushion under the knee.",),
        ),
        DraftRow(key=3, name="Walk to the window", text="Look out."),
    ),
    next_key=4,
    page=PageTexts(
        video=FILM,
        marks=(VideoMark(at=180, words="Bird-dog"),),
        advice=(Advice(when="It is sore the next morning", do="Do half of it."),),
    ),
)


def written(author: User, draft: Draft = DRAFT, **fields: Any) -> Publication:
    """A draft on the desk of `author`."""
    return writing.begin(author, changed(draft, **fields))


def published(
    author: User, draft: Draft = DRAFT, state: State = State.PUBLIC, **fields: Any
) -> Publication:
    """A published routine, in its first version."""
    made = written(author, draft, **fields)
    assert publish(made, state)
    made.refresh_from_db()
    return made


def publish(publication: Publication, state: State = State.PUBLIC, note: str = "") -> bool:
    """Make the draft the next version, under its author's name."""
    terms = writing.Terms(state=state, author_name="Mara Lindqvist", note=note)
    return writing.publish(publication, terms)


def rewritten(publication: Publication, note: str = "", **fields: Any) -> Publication:
    """The publication with a second version, in which `fields` of the draft are other."""
    draft = changed(publication.read_draft(), **fields)
    assert writing.keep(publication.slug, draft, publication.saved)
    publication.refresh_from_db()
    assert publish(publication, State(publication.state), note)
    publication.refresh_from_db()
    return publication
