"""The page while it is being read: each step adds its part and leaves the rest alone."""

from typing import Literal, NamedTuple

from supple.problem import Problem
from supple.read.reading import Quote, ReadExercise, Span
from supple.value import Value

Kind = Literal["heading", "numbered", "bullet", "row", "text"]


class Item(NamedTuple):
    """A heading, a list entry, a table row or a paragraph, its wrapped lines joined.

    `level` is the outline rank, 1 the highest: of two entries the one with the
    smaller rank contains the other. `body` is where the text begins after a
    marker such as "1." or "-". `lead` are the words that may be a name, if any;
    `titled` says that they stand alone, as a title does.
    """

    start: int
    end: int
    kind: Kind
    level: int
    body: int
    lead: tuple[int, int] | None = None
    titled: bool = False
    number: int | None = None


class Segment(NamedTuple):
    """The characters of one exercise. `lead` is where its name is looked for.

    `section` is the heading above it; `listed` says that it stood in a list or
    under a heading of its own, not in running text.
    """

    start: int
    end: int
    lead: tuple[int, int]
    movement: str = ""
    listed: bool = True
    section: tuple[int, int] | None = None
    columns: tuple[tuple[str, int, int], ...] = ()
    paired: tuple[int, int] | None = None  # the name of the same for the other side


class Draft(Value, kw_only=True):
    """What is known so far. `clean` and `folded` have as many characters as `text`.

    `noise` holds the indices of items outside the routine: menus, comments,
    references. `wide` are sentences whose dose is meant for several exercises,
    each with the stretch of the page it governs.
    """

    text: str
    clean: str = ""
    folded: str = ""
    language: str = "und"
    items: tuple[Item, ...] = ()
    noise: frozenset[int] = frozenset()
    wide: tuple[tuple[Span, Span], ...] = ()
    segments: tuple[Segment, ...] = ()
    exercises: tuple[ReadExercise, ...] = ()
    title: Quote | None = None
    subjects: tuple[Quote, ...] = ()
    cautions: tuple[Quote, ...] = ()
    problems: tuple[Problem, ...] = ()
