"""Reading one TOML file with line numbers for what is wrong in it.

`tomllib` gives values without places; `Lines` finds the line of a key again by
walking the headers, so that every complaint can point at one.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from supple.problem import Place, Problem
from supple.value import Keys

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\-\"]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Lines:
    """Where each table and key of a TOML text stands."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Keys, int] = {}
        counts: dict[Keys, int] = {}
        here: Keys = ()
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                here = self._table(header, counts)
                self._lines.setdefault(here, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*here, *_split(key[1])), number)

    @staticmethod
    def _table(header: re.Match[str], counts: dict[Keys, int]) -> Keys:
        path: Keys = ()
        names = _split(header[2])
        for depth, name in enumerate(names):
            path = (*path, name)
            if header[1] == "[[" and depth == len(names) - 1:
                counts[path] = counts.get(path, -1) + 1
            if path in counts:
                path = (*path, counts[path])
        return path

    def line(self, way: Keys) -> int:
        """The line of `way`, or of the nearest table around it; 1 if there is none."""
        while way and way not in self._lines:
            way = way[:-1]
        return self._lines.get(way, 1)


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip('"') for part in dotted.split("."))


def read_toml(path: Path) -> tuple[dict[str, Any], Lines, tuple[Problem, ...]]:
    """The file's tables and its lines; a file that cannot be read gives ({}, …, problems)."""
    try:
        data = path.read_bytes()
    except OSError as error:
        sentence = f"This file cannot be opened ({error.strerror}). Check its name and its rights."
        return _unread(path, 1, sentence)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = "This line is not UTF-8 text. Save the file as UTF-8; nothing of it is used."
        return _unread(path, data.count(b"\n", 0, error.start) + 1, sentence)
    try:
        return tomllib.loads(text), Lines(text), ()
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        reason = _AT_LINE.sub("", str(error)).strip()
        sentence = f"This is not valid TOML: {reason}. Mend the line; nothing of the file is used."
        return _unread(path, line, sentence)


def _unread(path: Path, line: int, sentence: str) -> tuple[dict[str, Any], Lines, tuple[Problem]]:
    return {}, Lines(""), (Problem(place=Place(file=path.name, line=line), sentence=sentence),)
