"""Every table of safety/: sources, names that exist, words that may be said."""

import re

import pytest

from supple.ask.topics import topics
from supple.exercise.load import load_library
from supple.routine.load import load_routines
from supple.safety.cards import card, stored_cards
from supple.safety.conditions import conditions, constraints, given_by
from supple.safety.level import Level
from supple.safety.net import net, net_sentence
from supple.safety.red_flags import red_flags
from supple.safety.screen import screen
from supple.safety.sources import CONVENTION, citation, citations
from supple.words import words

SAY = words("en")
CONSTRAINTS = [
    *("no_kneel", "wrist_no_weight", "shoulder_no_load", "elbow_no_weight", "no_floor"),
    *("no_supine", "no_prone", "osteoporosis", "no_extension", "no_end_flexion", "no_rotation"),
    *("hip_precaution", "breath_bp", "no_deep_knee", "head_down"),
]


def sentences() -> list[tuple[str, str]]:
    """Each sentence a person may read, with its source."""
    signs = [(sign.sign, sign.source) for sign in (*net().emergency, *net().today)]
    flags = [(flag.ask, flag.source) for flag in red_flags().values()]
    lines = [(line.ask, line.source) for group in screen() for line in group.question]
    limits = [(one.words, one.source) for one in constraints().values()]
    rules = [(one.breaks, one.source) for one in constraints().values()]
    asked = [(text, one.source) for one in conditions().values() for text in (one.ask, one.note)]
    cards = [(part.say, part.source) for one in stored_cards().values() for part in one.do]
    because = [(one.because.say, one.because.source) for one in stored_cards().values()]
    answers = [(part.say, part.source) for one in topics() for part in (*one.say, *one.ask)]
    return [*signs, *flags, *lines, *limits, *rules, *asked, *cards, *because, *answers]


@pytest.mark.parametrize(("text", "source"), sentences())
def test_every_sentence_has_a_source(text: str, source: str) -> None:
    assert citation(source), text


FORBIDDEN = re.compile(r"\b(safe for you|safely|cure[sd]?|will go away|should|compliance|failed)\b")


@pytest.mark.parametrize("text", [text for text, _ in sentences()])
def test_no_sentence_clears_promises_or_scolds(text: str) -> None:
    assert not FORBIDDEN.search(text.lower())


SHIPPED = load_library().exercises


@pytest.mark.parametrize("name", SHIPPED)
def test_every_source_of_an_exercise_is_known(name: str) -> None:
    one = SHIPPED[name]
    known = {
        CONVENTION,
        f"substitutions:{name.replace('-', '_')}",
        *(f"page:{routine}" for routine in load_routines()[0]),
        *citations(),
    }
    named = {*one.sources, *(caution.source for caution in one.cautions)}
    assert named - known == set()


@pytest.mark.parametrize("name", SHIPPED)
def test_no_exercise_clears_promises_or_scolds(name: str) -> None:
    one = SHIPPED[name]
    told = [one.name, one.aim, one.position, one.breath, *one.how]
    told += [cue.say for cue in (*one.form, *one.cautions, *one.moves)]
    assert not [text for text in told if FORBIDDEN.search(text.lower())]


def test_constraints_have_their_stable_names() -> None:
    assert list(constraints()) == CONSTRAINTS


def test_conditions_give_constraints_that_exist() -> None:
    for name, condition in conditions().items():
        assert {*condition.gives, *condition.offers} <= constraints().keys(), name


def test_codes_of_screen_and_net_exist() -> None:
    codes = {code for group in screen() for line in group.question for code in line.codes}
    codes |= {code for sign in (*net().emergency, *net().today) for code in sign.codes}
    assert codes <= red_flags().keys()


def test_conditions_of_the_screen_exist() -> None:
    named = {name for group in screen() for line in group.question for name in line.conditions}
    assert named <= conditions().keys()


def test_the_net_names_every_sign_of_cauda_cord_and_sepsis() -> None:
    codes = {code for sign in net().emergency for code in sign.codes}
    assert {"RF01", "RF02", "RF03", "RF04", "RF05", "RF06e", "RF07", "RF08e"} <= codes


def test_the_net_says_what_it_cannot_do() -> None:
    sentence = net_sentence(SAY)
    assert sentence.startswith("Stop and get help if any of these is new. Emergency help now:")
    assert sentence.endswith(
        "This list cannot rule out a serious cause. If you are worried, ask for help."
    )


def test_terms_of_both_kinds_give_constraints_in_one_order() -> None:
    assert given_by(["dizziness", "knee_pain", "no_prone"]) == (
        "no_kneel",
        "no_floor",
        "no_prone",
        "head_down",
    )


def test_an_unknown_term_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="gout"):
        given_by(["gout"])


@pytest.mark.parametrize("level", Level)
def test_a_card_for_each_level_but_going_on(level: Level) -> None:
    assert (card(level, SAY) is None) == (level in {Level.OK, Level.NOT_MEDICAL})


def test_the_crisis_card_speaks_of_people_not_exercise() -> None:
    shown = card(Level.EMERGENCY, SAY, crisis=True)
    assert shown is not None
    assert shown.title == "Please talk to someone now"
    assert not any("xercis" in line for line in shown.do)
