"""Reading a page: a visible, ordered list of named steps.

Each step is a plain function from draft to draft, with its own module and
tests; `STEPS` is the order. `traced` shows what each step added.
"""

from collections.abc import Callable, Iterable, Iterator

from supple.problem import Problem
from supple.read.draft import Draft
from supple.read.judge import forget
from supple.read.lexicon import LANGUAGES
from supple.read.reading import Reading
from supple.read.steps.cautions import cautions
from supple.read.steps.clean import clean
from supple.read.steps.dose import dose
from supple.read.steps.ladder import ladder
from supple.read.steps.name import name
from supple.read.steps.page_wide import page_wide
from supple.read.steps.position import position
from supple.read.steps.routine import find_routine
from supple.read.steps.segment import segment, whole
from supple.read.steps.sides import sides
from supple.read.steps.split import split
from supple.read.steps.tongue import tongue
from supple.value import changed, to_json, to_plain

TRACED = 200  # characters of a text shown by a trace

Step = Callable[[Draft], Draft]

STEPS: tuple[Step, ...] = (
    clean,
    tongue,
    split,
    find_routine,
    segment,
    name,
    dose,
    sides,
    position,
    ladder,
    cautions,
    page_wide,
)


def read_text(text: str) -> tuple[Reading, tuple[Problem, ...]]:
    """Read a page of plain text or Markdown: the routine, and what stood in the way."""
    draft = _through(Draft(text=text), STEPS)
    return reading(draft), draft.problems


def read_exercise(text: str, language: str) -> Reading:
    """Read words that a person says are one exercise; `language` where it is known."""
    draft = tongue(clean(Draft(text=text)))
    known = next(one for one in (language, draft.language, LANGUAGES[0]) if one in LANGUAGES)
    draft = changed(draft, language=known, problems=())
    return reading(_through(draft, (split, whole, *STEPS[STEPS.index(name) :])))


def _through(draft: Draft, steps: Iterable[Step]) -> Draft:
    """The draft after `steps`; what was remembered of its words is forgotten after them."""
    try:
        for step in steps:
            draft = step(draft)
    finally:
        forget()
    return draft


def traced(text: str) -> Iterator[tuple[str, Draft]]:
    """The name of each step with the draft it left."""
    draft = Draft(text=text)
    for step in STEPS:
        draft = step(draft)
        yield step.__name__, draft
    forget()


def reading(draft: Draft) -> Reading:
    """What the last step left, as a result."""
    return Reading(
        text=draft.text,
        title=draft.title,
        language=draft.language,
        subjects=draft.subjects,
        cautions=draft.cautions,
        exercises=draft.exercises,
    )


def trace_lines(text: str) -> Iterator[str]:
    """A readable account of the steps: what each one changed, shortened."""
    before = to_plain(Draft(text=text))
    for step, draft in traced(text):
        after = to_plain(draft)
        yield f"== {step}"
        for field, value in after.items():
            if value != before.get(field):
                yield from _shown(field, value)
        before = after


def _shown(field: str, value: object) -> Iterator[str]:
    if isinstance(value, str) and len(value) > TRACED:
        yield f"   {field}: {len(value)} characters"
    elif isinstance(value, list):
        yield f"   {field}: {len(value)}"
        yield from (f"     {to_json(entry)}" for entry in value)
    else:
        yield f"   {field}: {to_json(value)}"
