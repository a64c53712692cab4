"""Questionnaire files → questionnaires: those that ship, and an operator's own over them."""

from functools import cache
from pathlib import Path

from supple.exercise.misfit import misfit
from supple.exercise.toml import read_toml
from supple.problem import Place, Problem
from supple.track.measures.questionnaire import Question, Questionnaire
from supple.value import BadValue, changed, from_plain

FOLDER = Path(__file__).parent
PAGE = "docs/reference/measures.md"

Measures = dict[str, Questionnaire]


@cache
def load_measures(own: Path | None = None) -> tuple[Measures, tuple[Problem, ...]]:
    """All questionnaires by id and what is wrong with those left out.

    A file in the operator's folder `own` replaces the one of the same id, but
    a licence that is required stays so.
    """
    measures: Measures = {}
    problems: list[Problem] = []
    for folder in (FOLDER, own) if own else (FOLDER,):
        for path in sorted(folder.glob("*.toml")):
            measure, found = load_measure(path)
            problems.extend(found)
            if measure:
                measures[measure.id] = _licensed(measure, measures.get(measure.id))
    return measures, tuple(problems)


def _licensed(measure: Questionnaire, before: Questionnaire | None) -> Questionnaire:
    required = before is not None and before.licence == "required"
    return changed(measure, licence="required") if required else measure


def load_measure(path: Path) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """The questionnaire in `path`, or None and the reasons why not."""
    raw, lines, problems = read_toml(path)
    if problems:
        return None, problems
    try:
        measure = from_plain(raw, Questionnaire)
    except BadValue as error:
        return None, (misfit(error, Questionnaire, path.name, lines, PAGE),)
    found = tuple(
        Problem(place=Place(file=path.name, line=lines.line(("items", number))), sentence=sentence)
        for number, item in enumerate(measure.items)
        if (sentence := _wrong(item, measure.items[:number]))
    )
    return (None if found else measure), found


def _wrong(item: Question, before: tuple[Question, ...]) -> str:
    if any(item.id == other.id for other in before):
        return f"There are two items “{item.id}”. Give each item an id of its own."
    if not item.options and item.low >= item.high:
        return f"The scale of “{item.id}” goes from {item.low} to {item.high}. Let it rise."
    return ""
