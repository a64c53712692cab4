"""The tables beside this file, read once and checked field by field."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

from supple.value import BadValue, from_plain

Shape = TypeVar("Shape")


@cache
def table(package: str, name: str, shape: type[Shape]) -> Shape:
    """`name`.toml of `package` as a `shape`. Raises BadValue naming the file and the field."""
    text = files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    try:
        return from_plain(tomllib.loads(text), shape)
    except (BadValue, tomllib.TOMLDecodeError) as error:
        raise BadValue(f"{package}/{name}.toml: {error}") from error
