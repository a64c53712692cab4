"""Reading one TOML file with line numbers for what is wrong in it.

`tomllib` gives values without places; `Lines` finds the line of a key again by
walking the headers, so that every complaint can point at one.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from supple.problem import Place, Problem

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\-\"]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")

Path_ = tuple[str | int, ...]


class Lines:
    """Where each table and key of a TOML text stands."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path_, int] = {}
        counts: dict[Path_, int] = {}
        here: Path_ = ()
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                here = self._table(header, counts)
                self._lines.setdefault(here, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*here, *_split(key[1])), number)

    @staticmethod
    def _table(header: re.Match[str], counts: dict[Path_, int]) -> Path_:
        path: Path_ = ()
        names = _split(header[2])
        for depth, name in enumerate(names):
            path = (*path, name)
            if header[1] == "[[" and depth == len(names) - 1:
                counts[path] = counts.get(path, -1) + 1
            if path in counts:
                path = (*path, counts[path])
        return path

    def line(self, path: Path_) -> int:
        """The line of `path`, or of the nearest table around it; 1 if there is none."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 1


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip('"') for part in dotted.split("."))


def read_toml(path: Path) -> tuple[dict[str, Any], Lines, tuple[Problem, ...]]:
    """The file's tables and its lines; a file that cannot be read gives ({}, …, problems)."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        sentence = f"This file cannot be read as UTF-8 text ({error}). Save it as UTF-8."
        return {}, Lines(""), (Problem(place=Place(file=path.name, line=1), sentence=sentence),)
    try:
        return tomllib.loads(text), Lines(text), ()
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        place = Place(file=path.name, line=int(found[1]) if found else len(text.splitlines()))
        reason = _AT_LINE.sub("", str(error)).strip()
        sentence = f"This is not valid TOML: {reason}. Mend the line; nothing of this file is used."
        return {}, Lines(text), (Problem(place=place, sentence=sentence),)
