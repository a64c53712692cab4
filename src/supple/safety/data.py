"""The tables beside this file, read once and checked field by field."""

import tomllib
from importlib.resources import files
from typing import TypeVar, cast

from supple.value import BadValue, from_plain

Shape = TypeVar("Shape")


_READ: dict[tuple[str, str], object] = {}


def table(package: str, name: str, shape: type[Shape]) -> Shape:
    """`name`.toml of `package` as a `shape`. Raises BadValue naming the file and the field."""
    if (package, name) not in _READ:
        _READ[package, name] = _read(package, name, shape)
    return cast("Shape", _READ[package, name])


def _read(package: str, name: str, shape: type[Shape]) -> Shape:
    text = files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    try:
        return from_plain(tomllib.loads(text), shape)
    except (BadValue, tomllib.TOMLDecodeError) as error:
        raise BadValue(f"{package}/{name}.toml: {error}") from error
