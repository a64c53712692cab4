"""Ready routines, one TOML file each, with doses in the short form."""

from functools import cache
from pathlib import Path
from typing import Literal

from supple.exercise.dose import Dose
from supple.exercise.dose_text import parse_dose
from supple.exercise.load import LIBRARY_DIR, Library
from supple.exercise.misfit import misfit, nearest
from supple.exercise.toml import Lines, read_toml
from supple.exercise.types import Caution, Written
from supple.problem import Place, Problem
from supple.routine.routine import Item, Routine, Rung, Source
from supple.value import BadValue, Keys, from_plain

ROUTINE_DIR = LIBRARY_DIR / "routines"
PAGE = "docs/reference/routine-file.md"


class RungTable(Written, kw_only=True):
    """`[[item.rung]]`: an exercise of the library and its dose in the short form."""

    use: str
    dose: str = ""


class ItemTable(Written, kw_only=True):
    """`[[item]]`: one exercise to `use`, or the rungs of a ladder, or a `name` and a `text`."""

    id: str
    use: str = ""
    dose: str = ""
    rung: tuple[RungTable, ...] = ()
    name: str = ""
    text: str = ""
    cautions: tuple[str, ...] = ()


class RoutineFile(Written, kw_only=True):
    """A whole routine file."""

    schema: Literal[1] = 1
    id: str
    name: str
    purpose: str = ""
    source: Source = Source()
    item: tuple[ItemTable, ...]
    caution: tuple[Caution, ...] = ()


class _Reader:
    """Where a file stands and what was found wrong in it on the way."""

    def __init__(self, path: Path, lines: Lines) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[Problem] = []

    def place(self, way: Keys) -> Place:
        return Place(file=self.path.name, line=self.lines.line(way))

    def complain(self, way: Keys, sentence: str) -> None:
        self.problems.append(Problem(place=self.place(way), sentence=sentence))

    def dose(self, text: str, routine: str, way: Keys) -> Dose:
        dose, problems = parse_dose(text, "page", routine, self.place(way))
        self.problems.extend(problems)
        return dose


@cache
def load_routines(folder: Path = ROUTINE_DIR) -> tuple[dict[str, Routine], tuple[Problem, ...]]:
    """Every routine of `folder` by id, and what is wrong with those that are missing."""
    routines: dict[str, Routine] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        routine, found = load_routine(path)
        problems.extend(found)
        if routine is not None:
            routines[routine.id] = routine
    return routines, tuple(problems)


def named_routine(name: str, folder: Path = ROUTINE_DIR) -> Routine | Problem:
    """The ready routine `name`, or a Problem with those there are and why others are missing."""
    routines, problems = load_routines(folder)
    if name in routines:
        return routines[name]
    known = ", ".join(routines) or "none"
    reasons = "".join(f"\n{problem}" for problem in problems)
    sentence = f"There is no routine “{name}”. There are: {known}.{reasons}"
    return Problem(place=Place(), sentence=sentence)


def load_routine(path: Path) -> tuple[Routine | None, tuple[Problem, ...]]:
    """The routine in `path`, or None and the reasons why not."""
    raw, lines, problems = read_toml(path)
    if problems:
        return None, problems
    try:
        file = from_plain(raw, RoutineFile)
    except BadValue as error:
        return None, (misfit(error, RoutineFile, path.name, lines, PAGE),)
    reader = _Reader(path, lines)
    routine = _routine(file, reader)
    return (None if reader.problems else routine), tuple(reader.problems)


def _routine(file: RoutineFile, reader: _Reader) -> Routine:
    if file.id != reader.path.stem:
        reader.complain(
            ("id",),
            f"The id is “{file.id}” but the file is named {reader.path.name}. "
            f"Write id = “{reader.path.stem}”, or rename the file.",
        )
    _items_are_named_once(file, reader)
    return Routine(
        id=file.id,
        name=file.name,
        purpose=file.purpose,
        items=tuple(_item(table, n, file.id, reader) for n, table in enumerate(file.item)),
        source=file.source,
        cautions=file.caution,
        schema=file.schema,
        file=reader.path.name,
    )


def _items_are_named_once(file: RoutineFile, reader: _Reader) -> None:
    seen: set[str] = set()
    for index, table in enumerate(file.item):
        if table.id in seen:
            sentence = f"There are two items “{table.id}”. Give each item an id of its own."
            reader.complain(("item", index, "id"), sentence)
        seen.add(table.id)


def _item(table: ItemTable, index: int, routine: str, reader: _Reader) -> Item:
    way: Keys = ("item", index)
    if bool(table.use) + bool(table.rung) + bool(table.name) != 1:
        reader.complain(
            way,
            f"The item “{table.id}” needs one of three things: "
            "an exercise to use, rungs, or a name with a text.",
        )
    if table.rung:
        rungs = tuple(
            _rung(rung, (*way, "rung", n), routine, reader) for n, rung in enumerate(table.rung)
        )
    else:
        rungs = (_rung(RungTable(use=table.use, dose=table.dose), way, routine, reader),)
    return Item(id=table.id, rungs=rungs, name=table.name, text=table.text, cautions=table.cautions)


def _rung(table: RungTable, way: Keys, routine: str, reader: _Reader) -> Rung:
    dose = reader.dose(table.dose, routine, (*way, "dose"))
    return Rung(exercise=table.use, dose=dose, line=reader.lines.line((*way, "use")))


def unknown_exercises(routine: Routine, library: Library) -> tuple[Problem, ...]:
    """One problem for each exercise the routine names and the library does not have."""
    known = tuple(library.exercises)
    return tuple(
        Problem(
            place=Place(file=routine.file, line=rung.line),
            sentence=f"The library has no exercise “{rung.exercise}”. "
            f"{nearest(rung.exercise, known)} It is left out; the rest of the routine works.",
        )
        for item in routine.items
        for rung in item.rungs
        if rung.exercise and rung.exercise not in library.exercises
    )
