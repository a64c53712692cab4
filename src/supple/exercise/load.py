"""The library: one TOML file an exercise, each read on its own.

A broken file is named with its line and what to write instead; all the others
still load. The library's version is a hash of its files, so that a plan can
say which one it was made from.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from supple.exercise.dose import AMOUNTS, Dose
from supple.exercise.dose_text import absurdities
from supple.exercise.misfit import misfit, nearest
from supple.exercise.toml import Lines, read_toml
from supple.exercise.types import Exercise, Pose, Travel
from supple.problem import Place, Problem
from supple.value import BadValue, Keys, Value, changed, from_plain, known_keys

F = TypeVar("F", Exercise, Travel)

LIBRARY_DIR = Path(__file__).parent.parent / "library"
TRAVEL_FILE = "travel.toml"
PAGE = "docs/reference/exercise-file.md"

_POSE_KEYS = set(known_keys(Pose)) - {"angles", "line"}


class Library(Value, kw_only=True):
    """All exercises that could be read, by id, and the version of their files."""

    exercises: dict[str, Exercise] = {}
    travel: Travel = Travel(moves=())
    version: str = ""
    problems: tuple[Problem, ...] = ()


@cache
def load_library(folder: Path = LIBRARY_DIR) -> Library:
    """Every exercise of `folder`; what could not be read is in `problems`."""
    exercises: dict[str, Exercise] = {}
    problems: list[Problem] = []
    travel = Travel(moves=())
    for path in sorted(folder.glob("*.toml")):
        if path.name == TRAVEL_FILE:
            travel, found = load_travel(path)
            problems.extend(found)
            continue
        exercise, found = load_exercise(path)
        problems.extend(found)
        if exercise is not None:
            exercises[exercise.id] = exercise
    return Library(
        exercises=exercises, travel=travel, version=_version(folder), problems=tuple(problems)
    )


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def load_exercise(path: Path) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """The exercise in `path`, or None and the reasons why not."""
    exercise, lines, problems = _read(Exercise, path)
    if exercise is None:
        return None, problems
    problems = _own_checks(exercise, path, lines)
    return (None if problems else exercise), problems


def load_travel(path: Path) -> tuple[Travel, tuple[Problem, ...]]:
    """The ways between positions, or an empty set of them and the reasons why."""
    travel, _, problems = _read(Travel, path)
    return travel or Travel(moves=()), problems


def _read(shape: type[F], path: Path) -> tuple[F | None, Lines, tuple[Problem, ...]]:
    raw, lines, problems = read_toml(path)
    if problems:
        return None, lines, problems
    try:
        return changed(from_plain(_shaped(raw, lines), shape), file=path.name), lines, ()
    except BadValue as error:
        return None, lines, (misfit(error, shape, path.name, lines, PAGE),)


def _shaped(raw: dict[str, Any], lines: Lines) -> dict[str, Any]:
    """The file's tables as the types have them: angles gathered, the dose as amounts.

    What is not a table stays as it is, for the types to complain of.
    """
    plain = dict(raw)
    if isinstance(raw.get("pose"), dict):
        plain["pose"] = {
            name: _pose(pose, lines.line(("pose", name))) if isinstance(pose, dict) else pose
            for name, pose in raw["pose"].items()
        }
    if isinstance(raw.get("dose"), dict):
        plain["dose"] = _dose(raw["dose"], raw.get("sides"))
    return plain


def _pose(table: dict[str, Any], line: int) -> dict[str, Any]:
    known = {key: value for key, value in table.items() if key in _POSE_KEYS}
    if isinstance(known.get("height"), dict):
        known["height"] = _flat(known["height"])
    angles = _flat({key: value for key, value in table.items() if key not in _POSE_KEYS})
    return {**known, "angles": angles, "line": line}


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            flat.update(_flat(value, f"{name}."))
        else:
            flat[name] = value
    return flat


def _dose(table: dict[str, Any], sides: Any) -> dict[str, Any]:  # noqa: ANN401
    ref = table.get("source", "convention")
    plain = {
        key: _amount(value, ref) if key in AMOUNTS else value
        for key, value in table.items()
        if key != "source"
    }
    if isinstance(sides, dict) and sides.get("mode") in ("each", "alternate"):
        plain["sides"] = {"mode": sides["mode"], "from": "library", "ref": ref}
    return plain


def _amount(value: Any, ref: Any) -> dict[str, Any]:  # noqa: ANN401
    match value:
        case [low, high]:
            return {"min": low, "max": high, "from": "library", "ref": ref}
    return {"min": value, "max": value, "from": "library", "ref": ref}


def _own_checks(exercise: Exercise, path: Path, lines: Lines) -> tuple[Problem, ...]:
    found: list[tuple[Keys, str]] = [
        *_wrong_id(exercise, path),
        *((("dose", field), sentence) for field, sentence in absurdities(exercise.dose)),
        *_unknown_poses(exercise),
    ]
    if changed(exercise.dose, sides=None) == Dose():
        found.append((("dose",), "The default dose is empty. Give at least reps, hold or work."))
    return tuple(
        Problem(place=Place(file=path.name, line=lines.line(keys)), sentence=sentence)
        for keys, sentence in found
    )


def _wrong_id(exercise: Exercise, path: Path) -> list[tuple[Keys, str]]:
    if exercise.id == path.stem:
        return []
    sentence = (
        f"The id is “{exercise.id}” but the file is named {path.name}. "
        f"Write id = “{path.stem}”, or rename the file."
    )
    return [(("id",), sentence)]


def _unknown_poses(exercise: Exercise) -> list[tuple[Keys, str]]:
    named: list[tuple[Keys, str]] = [
        *((("move", index, "to"), move.to) for index, move in enumerate(exercise.moves)),
        *((("pose", name, "from"), pose.parent) for name, pose in exercise.poses.items()),
    ]
    known = tuple(exercise.poses)
    return [
        (keys, f"There is no pose “{name}”. {nearest(name, known)}")
        for keys, name in named
        if name and name not in known
    ]
