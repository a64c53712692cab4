import json

import pytest

from supple.cli import main


def test_a_plan_as_json_has_every_key_of_every_item(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", "facet-joint", "--cannot", "no_supine", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    keys = {"exercise", "dose", "change", "instead_of", "reason", "source"}
    assert all(keys <= set(item) for item in plan["items"])
    assert all(item["reason"] and item["source"] for item in plan["items"])
    assert plan["constraints"] == ["no_supine"]
    assert plan["items"]


def test_conditions_are_terms_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", "facet-joint", "--cannot", "knee_replacement", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["constraints"], plan["conditions"]) == (["no_kneel"], ["knee_replacement"])
    assert plan["surface"] == "bed"


def test_a_plan_is_printed_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", "facet-joint"]) == 0
    out = capsys.readouterr().out
    assert "Pelvic tilt, lying  [kept]\n" in out
    assert "about 4 days a week" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["facet-joint", "--cannot", "kneel"],
            (
                "“kneel” is no constraint and no condition. Did you mean “no_kneel”? "
                "All: supple constraints.\n"
            ),
        ),
        (["no-such-routine.toml"], "no-such-routine.toml"),
        (["facet"], "There is no routine “facet”."),
    ],
)
def test_what_is_not_known_is_named(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(["fit", *arguments]) == 2
    assert sentence in capsys.readouterr().err
