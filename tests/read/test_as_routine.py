from supple.read.as_routine import as_routine
from supple.read.pipeline import read_text
from supple.routine.routine import Routine

TEXT = """# Back basics

Stop if the pain gets worse.

## Bridge
Lie on your back. Peel up one vertebra at a time. Hold for 3-5 seconds. Repeat 10 times.

## Hip figure eights
Stand and draw an eight with your hips. 10 times each way.
"""
LADDER = (
    "Come onto your hands and knees. Lift one arm up. Alternate your arms, 10 on each side. "
    "If that is easy, then do the same thing with your legs, 10 on each side."
)


def routine(text: str, *known: str) -> Routine:
    return as_routine(read_text(text)[0], set(known), "https://example.org/")


def test_numbers_carry_the_pages_words() -> None:
    dose = routine(TEXT, "segmental-bridge").items[0].rungs[0].dose
    assert dose.hold is not None
    assert (dose.hold.min, dose.hold.max, dose.hold.origin) == (3, 5, "page")
    assert dose.hold.quote == "Hold for 3-5 seconds."
    assert dose.sets is None


def test_the_words_choose_the_librarys_form() -> None:
    assert routine(TEXT, "segmental-bridge", "neutral-bridge").items[0].rungs[0].exercise == (
        "segmental-bridge"
    )
    assert routine(TEXT, "neutral-bridge").items[0].rungs[0].exercise == "neutral-bridge"


def test_what_the_library_lacks_keeps_its_name_and_text() -> None:
    item = routine(TEXT).items[1]
    assert item.rungs[0].exercise == ""
    assert item.name == "Hip figure eights"
    assert "draw an eight" in item.text


def test_the_page_gives_name_source_and_cautions() -> None:
    found = routine(TEXT)
    assert (found.id, found.name, found.source.address) == (
        "back-basics",
        "Back basics",
        "https://example.org/",
    )
    assert [caution.say for caution in found.cautions] == ["Stop if the pain gets worse."]


def test_a_ladder_is_one_item() -> None:
    (item,) = routine(LADDER, "quadruped-arm-lift", "quadruped-leg-lift").items
    assert [rung.exercise for rung in item.rungs] == ["quadruped-arm-lift", "quadruped-leg-lift"]


def test_sides_are_the_pages_or_not_stated() -> None:
    first, second = routine(TEXT).items
    assert first.rungs[0].dose.sides is None
    assert second.rungs[0].dose.sides is not None
    assert second.rungs[0].dose.sides.mode == "each"
