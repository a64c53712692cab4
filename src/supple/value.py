"""Values that cross a border: immutable, typed, read from and written to JSON.

The one door to msgspec. A `Value` is compared by what it holds; reading one
checks every field and reports the first that does not fit as a `BadValue`,
whose text names the path, so that stored documents and request bodies are
judged in one place.
"""

import re
from typing import Any, Literal, TypeVar, dataclass_transform, get_args, get_origin

import msgspec

V = TypeVar("V")

Keys = tuple[str | int, ...]
"""The way to a place inside plain data: ("move", 0, "to")."""

_STEP = re.compile(r"\.([^.\[`]+)|\[(\d+)\]|\[(\.\.\.)\]")


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
    """What was read does not have the shape asked for; the text says where.

    `reason` is the complaint alone, `keys` the way to what it is about.
    """

    def __init__(self, text: str, keys: Keys = ()) -> None:
        super().__init__(text)
        self.reason = text.partition(" - at `")[0]
        self.keys = keys


def from_json(data: bytes | str, shape: type[V]) -> V:
    """Read `shape` from JSON text. Raises BadValue with the path of the first misfit."""
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.DecodeError as error:
        raise BadValue(str(error), _keys(str(error))) from error
    except UnicodeDecodeError as error:
        raise BadValue("JSON is not UTF-8 text") from error
    except RecursionError as error:
        raise BadValue("JSON is nested too deeply") from error


def from_plain(data: Any, shape: type[V]) -> V:  # noqa: ANN401 - plain data is untyped by nature
    """Read `shape` from dicts, lists, numbers and strings. Raises BadValue."""
    try:
        return msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise BadValue(str(error), _named(str(error), data, shape)) from error


def _keys(complaint: str) -> Keys:
    """The way in msgspec's text, `$.move[0].to`; a key of a free mapping is only `...` there."""
    where = complaint.partition(" - at `$")[2]
    return tuple(
        int(number) if number else name or dots for name, number, dots in _STEP.findall(where)
    )


def _named(complaint: str, data: Any, shape: type) -> Keys:  # noqa: ANN401
    """The way with each `...` named: the entry that draws the same complaint when it is alone."""
    keys = _keys(complaint)
    while "..." in keys:
        way = keys[: keys.index("...")]
        alone = {name: _only(data, way, name) for name in _at(data, way)}
        name = next((n for n, one in alone.items() if _complaint(one, shape) == complaint), None)
        if name is None:
            return way
        data, keys = alone[name], (*way, name, *keys[len(way) + 1 :])
    return keys


def _at(data: Any, way: Keys) -> Any:  # noqa: ANN401
    return _at(data[way[0]], way[1:]) if way else data


def _only(data: Any, way: Keys, name: str) -> Any:  # noqa: ANN401
    """`data` with nothing but the entry `name` in the mapping at `way`."""
    if not way:
        return {name: data[name]}
    entries = enumerate(data) if isinstance(data, list) else data.items()
    changed_one = {
        key: _only(value, way[1:], name) if key == way[0] else value for key, value in entries
    }
    return list(changed_one.values()) if isinstance(data, list) else changed_one


def _complaint(data: Any, shape: type) -> str:  # noqa: ANN401
    try:
        msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def known_keys(shape: Any, way: Keys = ()) -> tuple[str, ...]:  # noqa: ANN401 - any annotation
    """The keys a table of `shape` may have at `way`, as they are written; () if it is no table."""
    return tuple(_fields(_shape_at(shape, way)))


def known_words(shape: Any, way: Keys) -> tuple[str, ...]:  # noqa: ANN401 - any annotation
    """The words a value of `shape` may be at `way`; () if it is not one of a few."""
    inner = _shape_at(shape, way)
    return tuple(map(str, get_args(inner))) if get_origin(inner) is Literal else ()


def _shape_at(shape: Any, way: Keys) -> Any:  # noqa: ANN401
    if not way:
        return shape
    arguments = get_args(shape)
    if get_origin(shape) in (dict, tuple):
        inner = arguments[1] if get_origin(shape) is dict else arguments[0]
    else:
        inner = _fields(shape).get(str(way[0]))
    return _shape_at(inner, way[1:])


def _fields(shape: Any) -> dict[str, Any]:  # noqa: ANN401
    if not (isinstance(shape, type) and issubclass(shape, Value)):
        return {}
    return {field.encode_name: field.type for field in msgspec.structs.fields(shape)}


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
