"""Load the lexicon's TOML files, each when it is first needed."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from supple.read.lexicon.names import Names
from supple.value import Value, from_plain

LANGUAGES = ("en", "es", "de", "fr", "pt")
FOLDER = Path(__file__).parent

_PLAIN = re.compile(r"[a-z](?![?*+{])")  # a letter that every match begins with


class LibraryId(Value, kw_only=True):
    """An exercise of the library, taken where `posture` and one of `words` fit, if given."""

    id: str
    posture: str = ""
    words: tuple[str, ...] = ()


class Movement(Value, kw_only=True):
    """What a movement is in every language; see movements.toml."""

    sides: str
    held: bool
    listed: bool = True
    when: dict[str, str] = {}
    family: tuple[str, ...] = ()
    library: tuple[LibraryId, ...] = ()


@cache
def movements() -> dict[str, Movement]:
    """All movements by their slug."""
    return from_plain(_toml("movements"), dict[str, Movement])


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _folded_s(table: Any) -> Any:  # noqa: ANN401
    """German patterns and numbers that also find "ß", which is folded to a single s."""
    if isinstance(table, str):
        return table.replace("ss", "ss?")
    if isinstance(table, list):
        return [_folded_s(entry) for entry in table]
    if isinstance(table, dict):
        plain = {key: _folded_s(value) for key, value in table.items()}
        return plain | {k.replace("ss", "s"): v for k, v in plain.items() if isinstance(v, int)}
    return table


class Lexicon:
    """The words of one language, compiled as they are asked for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = _folded_s(_toml(language)) if language == "de" else _toml(language)
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._names: Names | None = None

    def entries(self, *path: str) -> list[str]:
        """The list at `path`, such as ("side", "each"); empty where the language has none."""
        found: Any = self.words
        for key in path:
            found = found.get(key, {})
        return list(found)

    def pattern(self, *path: str) -> re.Pattern[str]:
        """One pattern that finds any entry at `path`, bounded by word borders."""
        try:
            return self._patterns[path]
        except KeyError:
            return self._patterns.setdefault(path, any_of(self.entries(*path)))

    def opening(self, *path: str) -> re.Pattern[str]:
        """The same, with the separators that may stand before it at the beginning of a text."""
        key = ("opening", *path)
        if key not in self._patterns:
            self._patterns[key] = re.compile(rf"[\s,/(x-]*?{any_of(self.entries(*path)).pattern}")
        return self._patterns[key]

    def any_pattern(self, group: str, *keys: str) -> re.Pattern[str]:
        """One pattern that finds any entry of several lists of a table."""
        key = ("any", group, *keys)
        if key not in self._patterns:
            entries = [entry for one in keys for entry in self.entries(group, one)]
            self._patterns[key] = any_of(entries)
        return self._patterns[key]

    @property
    def names(self) -> Names:
        """The finder of movement names."""
        if self._names is None:
            self._names = Names(_toml(f"{self.language}_movements"), self.language)
        return self._names


def any_of(entries: list[str]) -> re.Pattern[str]:
    """A pattern for any entry, as whole words; one that never matches for none."""
    if not entries:
        return re.compile(r"(?!)")
    slashed = [entry for entry in entries if entry.startswith(("/", "(?:/"))]
    plain = [entry for entry in entries if entry not in slashed]
    words = rf"(?<!\w)(?:{by_first_letter(plain)})" if plain else ""
    return re.compile(rf"(?:{'|'.join(filter(None, [words, *slashed]))})(?!\w)")


def by_first_letter(entries: list[str]) -> str:
    """The alternatives in their order, neighbours in it that begin with one letter together.

    Few of them are then tried at any place. An entry that may begin with several
    letters stands where it stood: those after it are not tried before it.
    """
    runs: list[dict[str, list[str]]] = [{}]
    for entry in entries:
        letter = _PLAIN.match(entry)
        if letter is None:
            runs += [{entry: []}, {}]
        else:
            runs[-1].setdefault(letter[0], []).append(entry[1:])
    return "|".join(
        f"{first}(?:{'|'.join(rest)})" if rest else first
        for run in runs
        for first, rest in run.items()
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one of LANGUAGES."""
    return Lexicon(language)
