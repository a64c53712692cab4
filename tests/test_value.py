from typing import Any, Literal

import pytest

from supple.value import (
    BadValue,
    Value,
    changed,
    from_json,
    from_plain,
    known_keys,
    known_words,
    to_json,
    to_plain,
)


class Leaf(Value, kw_only=True):
    colour: Literal["green", "red"] = "green"
    size: int = 0


class Tree(Value, kw_only=True, rename={"leaves": "leaf"}):
    name: str
    leaves: tuple[Leaf, ...] = ()
    heights: dict[str, float] = {}
    rows: dict[str, dict[str, tuple[float, ...]]] = {}
    extra: dict[str, Any] = {}


OAK = Tree(name="oak", leaves=(Leaf(size=3),))


def test_values_are_compared_by_what_they_hold() -> None:
    assert Tree(name="oak", leaves=(Leaf(size=3),)) == OAK
    assert changed(OAK, name="elm") == Tree(name="elm", leaves=OAK.leaves)


def test_values_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        OAK.name = "elm"


def test_json_leaves_defaults_out_and_is_read_again() -> None:
    assert to_json(OAK) == '{"name":"oak","leaf":[{"size":3}]}'
    assert from_json(to_json(OAK), Tree) == OAK
    assert to_json(OAK, indent=2).startswith('{\n  "name": "oak"')


def test_plain_data_is_read_again() -> None:
    assert from_plain(to_plain(OAK), Tree) == OAK


@pytest.mark.parametrize(
    ("data", "reason", "keys"),
    [
        ({}, "Object missing required field `name`", ()),
        ({"name": 1}, "Expected `str`, got `int`", ("name",)),
        (
            {"name": "x", "leaf": [{}, {"colour": "blue"}]},
            "Invalid enum value 'blue'",
            ("leaf", 1, "colour"),
        ),
        (
            {"name": "x", "heights": {"a": 1, "b": "tall"}},
            "Expected `float`, got `str`",
            ("heights", "b"),
        ),
        (
            {"name": "x", "rows": {"a": {"b": [1]}, "c": {"d": [1], "e": [1, "x"]}}},
            "Expected `float`, got `str`",
            ("rows", "c", "e", 1),
        ),
    ],
)
def test_a_misfit_says_what_and_where(data: object, reason: str, keys: tuple[object, ...]) -> None:
    with pytest.raises(BadValue) as caught:
        from_plain(data, Tree)
    assert (caught.value.reason, caught.value.keys) == (reason, keys)


def test_broken_json_is_a_bad_value() -> None:
    with pytest.raises(BadValue, match="JSON is malformed"):
        from_json("{]", Tree)
    with pytest.raises(BadValue, match="JSON is not UTF-8 text"):
        from_json(b'{"name": "\xff"}', Tree)


def test_json_nested_without_end_is_a_bad_value() -> None:
    deep = '{"name": "x", "extra": {"a": ' + "[" * 100_000
    with pytest.raises(BadValue, match="JSON is nested too deeply"):
        from_json(deep, Tree)


def test_the_keys_of_a_table_are_known_at_every_depth() -> None:
    assert known_keys(Tree) == ("name", "leaf", "heights", "rows", "extra")
    assert known_keys(Tree, ("leaf", 0)) == ("colour", "size")
    assert known_keys(dict[str, Leaf], ("any",)) == ("colour", "size")
    assert known_keys(Tree, ("heights", "any")) == ()
    assert known_keys(Tree, ("nowhere", "at", "all")) == ()


def test_the_words_of_a_choice_are_known() -> None:
    assert known_words(Tree, ("leaf", 0, "colour")) == ("green", "red")
    assert known_words(Tree, ("name",)) == ()
