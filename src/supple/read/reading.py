"""What reading a page gives: every field with the characters it came from.

Offsets count the characters of `Reading.text`, end exclusive. A field that the
page does not state is None. `doubt` marks a field that was read by a weak rule;
the page's words decide, and the person can correct it.
"""

from typing import Literal

from supple.exercise.dose import Number, Unit
from supple.value import Value

Posture = Literal[
    "supine", "prone", "sidelying", "sitting", "quadruped", "kneeling", "standing", "hanging"
]


class Span(Value, kw_only=True):
    """Characters `start` to `end` of the page."""

    start: int
    end: int


class Quote(Value, kw_only=True):
    """Words of the page and where they stand."""

    text: str
    at: Span
    doubt: bool = False


class Stated(Value, kw_only=True):
    """A number or range as stated; an open end is None. Times are seconds unless `unit` says."""

    min: Number | None = None
    max: Number | None = None
    unit: Unit = ""
    at: tuple[Span, ...]
    doubt: bool = False


class Sided(Value, kw_only=True):
    """Whether the dose counts for each side.

    None: a one-sided movement on which the page is silent. `alternate`: the
    sides take turns repetition by repetition.
    """

    each: bool | None = None
    alternate: bool = False
    at: tuple[Span, ...] = ()
    doubt: bool = False


class Start(Value, kw_only=True):
    """The positions the page allows to start from, the first it names first."""

    postures: tuple[Posture, ...]
    at: tuple[Span, ...] = ()
    doubt: bool = False


class ReadDose(Value, kw_only=True):
    """The stated numbers of one exercise; `work` is timed work that is not one held position."""

    sets: Stated | None = None
    reps: Stated | None = None
    hold: Stated | None = None
    work: Stated | None = None
    rest: Stated | None = None
    times_a_day: Stated | None = None
    days_a_week: Stated | None = None


class ReadExercise(Value, kw_only=True):
    """One exercise of the page. `movement` is "" where the lexicon does not know it.

    `harder_than` is the index of the easier exercise that this one follows on from.
    """

    name: Quote
    movement: str = ""
    at: Span
    dose: ReadDose = ReadDose()
    sides: Sided = Sided()
    start: Start | None = None
    harder_than: int | None = None
    cautions: tuple[Quote, ...] = ()
    conditions: tuple[Quote, ...] = ()


class Reading(Value, kw_only=True):
    """A page read. `language` is a tag such as "en", or "und" where it was not recognised."""

    text: str
    title: Quote | None = None
    language: str = "und"
    subjects: tuple[Quote, ...] = ()
    cautions: tuple[Quote, ...] = ()
    exercises: tuple[ReadExercise, ...] = ()
