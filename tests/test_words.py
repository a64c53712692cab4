from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from supple.words import Words, mark, words


@pytest.fixture
def german(tmp_path: Path) -> Words:
    """A catalogue of three messages."""
    catalogue = Catalog(locale="de")
    catalogue.add("Hold for {time}.", "{time} lang halten.")
    catalogue.add(("{n} second", "{n} seconds"), ("{n} Sekunde", "{n} Sekunden"))
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "supple.mo").open("wb") as file:
        write_mo(file, catalogue)
    return Words("de", tmp_path)


def test_english_is_the_source() -> None:
    assert words().say("Hold for {time}.", time="30 seconds") == "Hold for 30 seconds."
    assert words().locale == "en"


def test_plurals() -> None:
    assert words().count("{n} second", "{n} seconds", 1) == "1 second"
    assert words().count("{n} second", "{n} seconds", 2) == "2 seconds"


def test_a_catalogue_is_used_whole(german: Words) -> None:
    time = german.count("{n} second", "{n} seconds", 30)
    assert german.say("Hold for {time}.", time=time) == "30 Sekunden lang halten."


def test_what_a_catalogue_does_not_have_stays_english(german: Words) -> None:
    assert german.say("Rest") == "Rest"


def test_an_unknown_locale_is_english() -> None:
    assert words("tlh-KX").say("Rest") == "Rest"


def test_no_words_stay_no_words(german: Words) -> None:
    assert german.say("") == ""


def test_braces_are_only_filled_when_values_are_given() -> None:
    assert words().say("Lift {this}") == "Lift {this}"


def test_marking_changes_nothing() -> None:
    assert mark("Left leg") == "Left leg"


def test_a_catalogue_is_read_once() -> None:
    assert words("fr") is words("fr")
