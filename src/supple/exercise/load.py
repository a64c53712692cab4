"""The library: one TOML file an exercise, each read on its own.

A broken file is named with its line and what to write instead; all the others
still load. The library's version is a hash of its files, so that a plan can
say which one it was made from.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from supple.exercise.dose import Dose
from supple.exercise.dose_text import absurdities
from supple.exercise.toml import Lines, Path_, read_toml
from supple.exercise.types import Exercise, Travel
from supple.problem import Place, Problem
from supple.value import BadValue, Value, from_plain

V = TypeVar("V", bound=Value)

LIBRARY_DIR = Path(__file__).parent.parent / "library"
TRAVEL_FILE = "travel.toml"

_LISTS = {"move": "moves", "caution": "cautions", "pose": "poses"}
_POSE_WORDS = {"base", "from", "floor", "on", "keep", "slide", "touch", "height"}
_PATH_WORDS = {"moves": "move", "cautions": "caution", "poses": "pose"}


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
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def load_exercise(path: Path) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """The exercise in `path`, or None and the reasons why not."""
    raw, lines, problems = read_toml(path)
    if problems:
        return None, problems
    exercise, problems = _read(Exercise, _shape(raw, lines), path, lines)
    if exercise is None:
        return None, problems
    problems = _own_checks(exercise, path, lines)
    return (None if problems else exercise), problems


def load_travel(path: Path) -> tuple[Travel, tuple[Problem, ...]]:
    """The ways between positions, or an empty set of them and the reasons why."""
    raw, lines, problems = read_toml(path)
    if problems:
        return Travel(moves=()), problems
    travel, problems = _read(Travel, _shape(raw, lines), path, lines)
    return travel or Travel(moves=()), problems


def _read(
    shape: type[V], plain: dict[str, Any], path: Path, lines: Lines
) -> tuple[V | None, tuple[Problem, ...]]:
    try:
        return from_plain({**plain, "file": path.name}, shape), ()
    except BadValue as error:
        return None, (_misfit(str(error), path, lines),)


def _shape(raw: dict[str, Any], lines: Lines) -> dict[str, Any]:
    """The file's tables under the names of the types, poses gathered, the dose as amounts."""
    plain = {_LISTS.get(key, key): value for key, value in raw.items()}
    if isinstance(plain.get("poses"), dict):
        plain["poses"] = {
            name: _pose(table, lines.line(("pose", name)))
            for name, table in plain["poses"].items()
            if isinstance(table, dict)
        }
    if isinstance(plain.get("dose"), dict):
        plain["dose"] = _dose(plain["dose"])
    if isinstance(plain.get("sides"), dict) and "dose" in plain:
        mode = plain["sides"].get("mode")
        if mode in ("each", "alternate"):
            plain["dose"]["sides"] = {"mode": mode, "from": "library"}
    return plain


def _pose(table: dict[str, Any], line: int) -> dict[str, Any]:
    known = {key: value for key, value in table.items() if key in _POSE_WORDS}
    angles = _flat({key: value for key, value in table.items() if key not in _POSE_WORDS})
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


def _dose(table: dict[str, Any]) -> dict[str, Any]:
    ref = table.get("source", "convention")
    plain: dict[str, Any] = {}
    for key, value in table.items():
        if key == "source":
            continue
        low, high = value if isinstance(value, list) and len(value) == 2 else (value, value)  # noqa: PLR2004
        plain[key] = {"min": low, "max": high, "from": "library", "ref": ref}
    return plain


def _misfit(message: str, path: Path, lines: Lines) -> Problem:
    """A type error of the file as a sentence; msgspec's `$.move[0].to` becomes a line."""
    reason, _, where = message.partition(" - at `$")
    keys = _keys(where.rstrip("`"))
    shown = ".".join(str(key) for key in keys)
    sentence = f"{reason}" + (f" in “{shown}”" if shown else "")
    sentence = f"{sentence}. Write it as docs/reference/exercise-file.md shows."
    return Problem(place=Place(file=path.name, line=lines.line(keys)), sentence=sentence)


def _keys(where: str) -> Path_:
    keys: list[str | int] = []
    for part in where.replace("[", ".[").split("."):
        if part.startswith("["):
            inner = part.strip("[]")
            keys.append(int(inner) if inner.isdigit() else inner.strip('"'))
        elif part:
            keys.append(_PATH_WORDS.get(part, part))
    return tuple(keys)


def _own_checks(exercise: Exercise, path: Path, lines: Lines) -> tuple[Problem, ...]:
    found = [
        *_wrong_id(exercise, path),
        *((("dose",), sentence) for sentence in absurdities(exercise.dose)),
        *_unknown_poses(exercise),
    ]
    if exercise.dose == Dose():
        found.append((("dose",), "The default dose is empty. Give at least reps, hold or work."))
    return tuple(
        Problem(place=Place(file=path.name, line=lines.line(keys)), sentence=sentence)
        for keys, sentence in found
    )


def _wrong_id(exercise: Exercise, path: Path) -> list[tuple[Path_, str]]:
    if exercise.id == path.stem:
        return []
    sentence = (
        f"The id is “{exercise.id}” but the file is named {path.name}. "
        f"Write id = “{path.stem}”, or rename the file."
    )
    return [(("id",), sentence)]


def _unknown_poses(exercise: Exercise) -> list[tuple[Path_, str]]:
    names = ", ".join(exercise.poses) or "none"
    return [
        (("move", index, "to"), f"There is no pose “{move.to}”; the file has: {names}.")
        for index, move in enumerate(exercise.moves)
        if move.to not in exercise.poses
    ]
