"""How back pain went for groups of people in published studies, in words. Not a forecast."""

from typing import Literal

from supple.value import Value
from supple.words import Words, mark, words

Since = Literal["new", "weeks", "months"]
"""How long the pain has lasted: under 6 weeks, 6 to 12 weeks, longer."""


class Told(Value, kw_only=True):
    """A sentence and the id of its source in safety/sources.toml."""

    sentence: str
    source: str


_NEW = (
    Told(
        sentence=mark(
            "In studies of new back pain, the average pain went from 52 of 100 to 23 "
            "after six weeks, 12 after half a year and 6 after a year."
        ),
        source="menezes-2012",
    ),
    Told(
        sentence=mark("In one study, half of the people were free of pain after 58 days."),
        source="henschke-2008",
    ),
)
_WEEKS = (
    Told(
        sentence=mark(
            "In studies of back pain that had lasted 6 to 12 weeks, recovery was still likely."
        ),
        source="wallwork-2024",
    ),
)
_MONTHS = (
    Told(
        sentence=mark(
            "In studies of back pain that had lasted for months, the average pain went from "
            "51 of 100 to 33 after six weeks, 26 after half a year and 23 after a year."
        ),
        source="menezes-2012",
    ),
)
_ALL = (
    Told(
        sentence=mark("About 7 in 10 people had another spell of pain within a year."),
        source="pengel-2003",
    ),
    Told(
        sentence=mark("Most of the gain came in the first four weeks, little after the seventh."),
        source="kongsted-2010",
    ),
    Told(
        sentence=mark("These are averages of many people. They do not say how yours will go."),
        source="convention",
    ),
)
_COURSE: dict[Since, tuple[Told, ...]] = {"new": _NEW, "weeks": _WEEKS, "months": _MONTHS}


def published_course(since: Since, say: Words | None = None) -> tuple[Told, ...]:
    """What studies found for pain that had lasted as long, each sentence with its source."""
    say = say or words()
    return tuple(
        Told(sentence=say.say(told.sentence), source=told.source)
        for told in (*_COURSE[since], *_ALL)
    )
