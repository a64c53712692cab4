"""The questionnaires that ship, and an operator's own."""

from pathlib import Path

from supple.track.measures.load import load_measure, load_measures
from supple.track.measures.questionnaire import shown

LICENSED = {"odi", "promis-physical-function", "start-back", "msk-hq", "eq-5d-5l"}
OWN = """
schema = 1
id = "odi"
name = "Mine"
about = "Items pasted in."
version = "2.1a"
recall = "today"
licence = "own wording"
shipped = false
credit = "me"
scoring = "percent"
better = "lower"
[matters]
source = "convention"
[error]
source = "convention"
[[items]]
id = "one"
say = "A sentence."
high = 5
"""


def test_all_files_are_read() -> None:
    measures, problems = load_measures()
    assert problems == ()
    assert set(measures) == {"pain", "activity", "peg", "rmdq-24"} | LICENSED


def test_no_item_of_a_licensed_measure_ships() -> None:
    measures, _ = load_measures()
    for name in LICENSED:
        measure = measures[name]
        assert (measure.items, measure.licence, measure.shipped) == ((), "required", False)


def test_what_ships_can_be_shown_without_any_licence() -> None:
    measures, _ = load_measures()
    assert {m.id for m in shown(measures.values())} == {"pain", "activity", "peg"}
    assert all(m.shipped for m in shown(measures.values()))


def test_an_operators_items_are_shown_once_the_licence_is_ticked(tmp_path: Path) -> None:
    (tmp_path / "odi.toml").write_text(OWN, encoding="utf-8")
    measures, problems = load_measures(tmp_path)
    assert problems == ()
    assert measures["odi"].name == "Mine"
    assert "odi" not in {m.id for m in shown(measures.values())}
    assert "odi" in {m.id for m in shown(measures.values(), {"odi"})}


def test_a_ticked_licence_without_items_shows_nothing() -> None:
    measures, _ = load_measures()
    assert "odi" not in {m.id for m in shown(measures.values(), LICENSED)}


def test_a_slip_of_the_pen_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN.replace('better = "lower"', 'beter = "lower"'), encoding="utf-8")
    measure, problems = load_measure(path)
    assert measure is None
    assert [str(problem) for problem in problems] == [
        (
            "mine.toml:12: There is no key “beter”. Did you mean “better”? "
            "See docs/reference/measures.md."
        )
    ]


def test_a_scale_that_does_not_rise_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN.replace("high = 5", "high = 0"), encoding="utf-8")
    measure, problems = load_measure(path)
    assert measure is None
    assert [str(problem) for problem in problems] == [
        "mine.toml:17: The scale of “one” goes from 0 to 0. Let it rise."
    ]


def test_two_items_of_one_id_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN + '[[items]]\nid = "one"\nsay = "Another."\n', encoding="utf-8")
    _, problems = load_measure(path)
    assert [str(problem) for problem in problems] == [
        "mine.toml:21: There are two items “one”. Give each item an id of its own."
    ]
