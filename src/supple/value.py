"""Values that cross a border: immutable, typed, read from and written to JSON.

The one door to msgspec. A `Value` is compared by what it holds; reading one
checks every field and reports the first that does not fit as a `BadValue`,
whose text names the path, so that stored documents and request bodies are
judged in one place.
"""

from typing import Any, TypeVar, dataclass_transform

import msgspec

V = TypeVar("V")


@dataclass_transform(frozen_default=True)
class _ValueMeta(msgspec.StructMeta):
    """Makes every subclass frozen without saying so each time."""

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        **options: Any,  # noqa: ANN401
    ) -> "_ValueMeta":
        return super().__new__(mcs, name, bases, namespace, **{"frozen": True, **options})


class Value(msgspec.Struct, metaclass=_ValueMeta, omit_defaults=True):
    """Base of all domain types. A subclass with fields says kw_only=True.

    Fields equal to their default are left out of JSON.
    """


W = TypeVar("W", bound=Value)


class BadValue(ValueError):
    """What was read does not have the shape asked for; the text says where."""


def from_json(data: bytes | str, shape: type[V]) -> V:
    """Read `shape` from JSON text. Raises BadValue with the path of the first misfit."""
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.DecodeError as error:
        raise BadValue(str(error)) from error


def from_plain(data: Any, shape: type[V]) -> V:  # noqa: ANN401 - plain data is untyped by nature
    """Read `shape` from dicts, lists, numbers and strings. Raises BadValue."""
    try:
        return msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise BadValue(str(error)) from error


def to_json(value: Any, *, indent: int = 0) -> str:  # noqa: ANN401
    """JSON text with keys in the order of the fields; `indent` spaces, 0 for one line."""
    text = msgspec.json.encode(value)
    return (msgspec.json.format(text, indent=indent) if indent else text).decode()


def to_plain(value: Any) -> Any:  # noqa: ANN401
    """The same as dicts, lists, numbers and strings."""
    return msgspec.to_builtins(value)


def changed(value: W, **fields: Any) -> W:  # noqa: ANN401
    """A copy of `value` with some fields replaced."""
    return msgspec.structs.replace(value, **fields)
