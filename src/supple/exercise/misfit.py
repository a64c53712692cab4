"""What a person wrote into a file, and what belongs there instead, as one sentence."""

import re
from difflib import get_close_matches

from supple.exercise.toml import Lines
from supple.problem import Place, Problem
from supple.value import BadValue, Keys, known_keys, known_words

_MISSING = re.compile(r"Object missing required field `(.+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+)`")
_WORD = re.compile(r"Invalid enum value '?(.*?)'?")
_KIND = re.compile(r"Expected `(.+)`, got `(.+)`")
_KINDS = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}


def misfit(error: BadValue, shape: type, file: str, lines: Lines, page: str) -> Problem:
    """`error` of reading `file` as `shape`, with its line; `page` documents the file."""
    way, sentence = _sentence(error, shape)
    place = Place(file=file, line=lines.line(as_written(way)))
    return Problem(place=place, sentence=f"{sentence} See {page}.")


def as_written(way: Keys) -> Keys:
    """The way in the file to what `way` is in the types: angles dotted, amounts as bare numbers."""
    match way:
        case ("pose", name, "angles", str(angle), *_):
            return ("pose", name, *angle.split("."))
        case ("dose", field, *_):
            return ("dose", field)
    return way


def _sentence(error: BadValue, shape: type) -> tuple[Keys, str]:
    way, reason = error.keys, error.reason
    name = _name(as_written(way))
    if found := _MISSING.fullmatch(reason):
        return way, f"“{found[1]}” is missing{_of(name)}. Add it."
    if found := _UNKNOWN.fullmatch(reason):
        advice = nearest(found[1], known_keys(shape, way))
        return (*way, found[1]), f"There is no key “{found[1]}”{_of(name)}. {advice}"
    if found := _WORD.fullmatch(reason):
        return way, f"“{name}” cannot be “{found[1]}”. {nearest(found[1], known_words(shape, way))}"
    if found := _KIND.fullmatch(reason):
        return way, f"“{name}” is {_kind(found[2])}. Write {_kind(found[1])} instead."
    return way, f"“{name}” does not fit: {reason}. Write it another way."


def nearest(given: str, known: tuple[str, ...]) -> str:
    """What to write instead of `given`: the word most like it, or all there are."""
    like = get_close_matches(given, known, n=1)
    if like:
        return f"Did you mean “{like[0]}”?"
    return f"Known here: {', '.join(known) or 'none'}."


def _of(table: str) -> str:
    return f" in “{table}”" if table else ""


def _name(way: Keys) -> str:
    return ".".join(key for key in way if isinstance(key, str))


def _kind(types: str) -> str:
    named = [kind for kind in types.split(" | ") if kind != "null"]
    if "float" in named and "int" in named:
        named.remove("int")
    return " or ".join(_KINDS.get(kind, kind) for kind in named)
