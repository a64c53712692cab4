"""Ready routines, one TOML file each, with doses in the short form."""

from functools import cache
from pathlib import Path
from typing import Any

from supple.exercise.dose_text import parse_dose
from supple.exercise.load import LIBRARY_DIR, Library
from supple.exercise.toml import Lines, Path_, read_toml
from supple.problem import Place, Problem
from supple.routine.routine import Routine
from supple.value import BadValue, from_plain, to_plain

ROUTINE_DIR = LIBRARY_DIR / "routines"


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


def load_routine(path: Path) -> tuple[Routine | None, tuple[Problem, ...]]:
    """The routine in `path`, or None and the reasons why not."""
    raw, lines, problems = read_toml(path)
    if problems:
        return None, problems
    plain, problems = _shape(raw, path, lines)
    if problems:
        return None, problems
    try:
        return from_plain(plain, Routine), ()
    except BadValue as error:
        sentence = f"{error}. Write it as docs/reference/routine-file.md shows."
        return None, (Problem(place=Place(file=path.name, line=1), sentence=sentence),)


def _shape(
    raw: dict[str, Any], path: Path, lines: Lines
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    problems: list[Problem] = []
    items = []
    for index, table in enumerate(raw.get("item", [])):
        rungs = table.get("rung") or [table]
        shaped = []
        for number, rung in enumerate(rungs):
            where: Path_ = (
                ("item", index, "rung", number, "dose")
                if "rung" in table
                else ("item", index, "dose")
            )
            place = Place(file=path.name, line=lines.line(where))
            dose, found = parse_dose(rung.get("dose", ""), "page", raw.get("id", ""), place)
            problems.extend(found)
            shaped.append({"exercise": rung.get("use", ""), "dose": to_plain(dose)})
        rest = {k: v for k, v in table.items() if k in ("id", "name", "text", "cautions")}
        items.append({**rest, "rungs": shaped})
    plain = {k: v for k, v in raw.items() if k not in ("item", "caution")}
    plain |= {"items": items, "cautions": raw.get("caution", []), "file": path.name}
    return plain, tuple(problems)


def unknown_exercises(routine: Routine, library: Library) -> tuple[Problem, ...]:
    """One problem for each exercise the routine names and the library does not have."""
    return tuple(
        Problem(
            place=Place(file=routine.file),
            sentence=f"The routine “{routine.id}” uses “{rung.exercise}”, which the library does "
            "not have. It is left out; the rest of the routine works.",
        )
        for item in routine.items
        for rung in item.rungs
        if rung.exercise and rung.exercise not in library.exercises
    )
