"""The tables of ask/ name only what exists, and nothing lies unused."""

import re
from pathlib import Path

import supple.ask
from supple.ask.lexicon import concepts, fact_rules, flag_rules
from supple.ask.topics import topics
from supple.safety.conditions import conditions
from supple.safety.red_flags import red_flags

FOLDER = Path(supple.ask.__file__).parent


def named() -> set[str]:
    """Every concept that a table or a module asks for."""
    facts = {name for rule in fact_rules() for group in rule.groups for name in group}
    facts |= {name for rule in fact_rules() for name in rule.unless}
    cues = {
        name for one in topics() for cue in one.cue for near in cue.near for name in near.split("|")
    }
    code = "".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.py"))
    return facts | cues | {word for word in re.findall(r'"(\w+)"', code) if word in concepts()}


def test_every_concept_named_exists() -> None:
    assert named() - concepts().keys() == set()


def test_every_concept_is_used() -> None:
    assert concepts().keys() - named() == set()


def test_flags_are_made_of_findings_that_exist() -> None:
    facts = {rule.id for rule in fact_rules()}
    codes = red_flags().keys()
    asked = {name for rule in flag_rules() for group in rule.all for name in group.split("|")}
    asked |= {name for rule in flag_rules() for name in rule.some}
    assert asked - facts == set()
    assert {name for rule in flag_rules() for name in rule.none} - facts - codes == set()


def test_every_code_can_be_raised() -> None:
    assert {rule.code for rule in flag_rules()} == red_flags().keys()


def test_limits_and_cues_name_conditions() -> None:
    limits = {rule.id for rule in fact_rules() if rule.kind == "limit"}
    assert limits <= conditions().keys()
    assert {
        name for one in topics() for cue in one.cue for name in cue.limits
    } <= conditions().keys()


def test_codes_shown_exist() -> None:
    assert {rule.shows for rule in fact_rules()} - {""} <= red_flags().keys()
