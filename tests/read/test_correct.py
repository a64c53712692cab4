"""Correcting what was read, and the routine that comes of it."""

from supple.exercise.dose import Amount, Dose
from supple.exercise.load import load_library
from supple.read.as_routine import corrected_routine
from supple.read.correct import added, dropped, found, place_of, replaced, suggestions
from supple.read.pipeline import read_text
from supple.read.reading import Span
from supple.read.worksheet import Worksheet, worksheet
from supple.value import changed, from_json, to_json

TEXT = """# My back

## Bridge
Lie on your back. Lift your hips. Hold for 5 seconds. Repeat 10 times.

## Hip figure eights
Stand and draw an eight with your hips. 10 times each way.

Rest a little, then roll a towel under your feet.
"""
LADDER = (
    "Come onto your hands and knees. Lift one arm up. Alternate your arms, 10 on each side. "
    "If that is easy, then do the same thing with your legs, 10 on each side."
)


def sheet(text: str = TEXT, *known: str) -> Worksheet:
    return worksheet(read_text(text)[0], set(known or ("neutral-bridge",)))


def words_of(page: Worksheet, key: int, field: str) -> list[str]:
    one = found(page, key)
    assert one is not None
    return [page.text[m.at.start : m.at.end] for m in one.marks if m.field == field]


def test_each_field_has_its_words() -> None:
    page = sheet()
    assert [(one.key, one.name, one.exercise) for one in page.entries] == [
        (1, "Bridge", "neutral-bridge"),
        (2, "Hip figure eights", ""),
    ]
    assert "10" in words_of(page, 1, "reps")[0]
    assert "5" in words_of(page, 1, "hold")[0]
    assert words_of(page, 1, "sets") == []
    assert words_of(page, 1, "name") == ["Bridge"]


def test_a_worksheet_is_kept_whole() -> None:
    assert from_json(to_json(sheet()), Worksheet) == sheet()


def test_a_corrected_number_lets_go_of_its_words() -> None:
    page = sheet()
    one = found(page, 1)
    assert one is not None
    dose = changed(one.dose, reps=Amount(min=8, max=8, origin="person"))
    after = replaced(page, changed(one, dose=dose))
    assert words_of(after, 1, "reps") == []
    assert words_of(after, 1, "hold") == words_of(page, 1, "hold")
    rung = corrected_routine(after, "own-1").items[0].rungs[0]
    assert rung.dose.reps == Amount(min=8, max=8, origin="person")


def test_what_was_looked_at_is_in_no_doubt() -> None:
    page = sheet("Wobble the knee gently, 10 times.\n\nDo the funny walk 5 times.")
    page = page if page.entries else added(page, "Do the funny walk 5 times.", set())
    one = page.entries[0]
    doubted = changed(page, entries=(changed(one, marks=(changed(one.marks[0], doubt=True),)),))
    after = replaced(doubted, doubted.entries[0])
    assert not any(mark.doubt for mark in after.entries[0].marks)


def test_what_follows_a_dropped_step_follows_what_came_before_it() -> None:
    page = sheet(LADDER, "quadruped-arm-lift", "quadruped-leg-lift")
    assert [one.harder_than for one in page.entries] == [0, 1]
    (left,) = dropped(page, 1).entries
    assert (left.key, left.harder_than) == (2, 0)
    assert dropped(page, 9) == page


def test_marked_words_become_an_exercise_in_its_place() -> None:
    page = sheet("## Bridge\n10 times.\n\n## Clamshell\n12 times each side.\n", "clamshell")
    without = dropped(page, 1)
    again = added(without, "## Bridge\n10 times.", {"neutral-bridge"})
    assert [one.name for one in again.entries] == ["Bridge", "Clamshell"]
    assert again.entries[0].exercise == "neutral-bridge"
    assert again.entries[0].key == 3
    assert words_of(again, 3, "reps")[0].startswith("10")


def test_words_of_no_known_exercise_are_kept() -> None:
    page = sheet()
    after = added(page, "roll a towel\nunder your feet.", set())
    kept = after.entries[-1]
    assert kept.name == "roll a towel under your feet"
    assert (kept.dose, kept.exercise) == (Dose(), "")


def test_words_that_are_not_on_the_page_stand_at_the_end_without_a_place() -> None:
    after = added(sheet(), "Clamshell, 12 times each side", {"clamshell"})
    assert after.entries[-1].exercise == "clamshell"
    assert after.entries[-1].at == Span(start=0, end=0)
    assert after.entries[-1].marks == ()


def test_a_place_is_found_however_lines_are_broken() -> None:
    assert place_of("one two\n  three", "two three") == Span(start=4, end=15)
    assert place_of("one", "two") is None
    assert place_of("one", "  ") is None
    assert place_of("a (b* c", "(b* c") == Span(start=2, end=7)


def test_a_harder_form_outside_the_library_is_not_done_from_the_first_day() -> None:
    page = sheet(LADDER, "quadruped-arm-lift")
    (item,) = corrected_routine(page).items
    assert [rung.exercise for rung in item.rungs] == ["quadruped-arm-lift"]
    assert "same thing with your legs" in item.text


def test_suggestions_begin_with_what_was_read() -> None:
    library = load_library().exercises
    page = sheet("## Pelvic tilts\n10 times.\n\n## Sky pointer\n5 times.", *library)
    assert page.entries[0].exercise == "pelvic-tilt"
    assert suggestions(page.entries[0], library, ())[0] == "pelvic-tilt"
    other = changed(page.entries[0], movement="", exercise="", name="Bird dogs")
    assert suggestions(other, library, ("bird-dog", "not-there")) == ("bird-dog",)


def test_words_that_are_no_exercise_by_themselves_keep_their_dose() -> None:
    page = sheet("My page\n\nI like to lie with my legs on the sofa for five minutes.")
    kept = added(page, "lie with my legs on the sofa for five minutes", {"legs-on-chair"})
    assert kept.entries[-1].exercise == "legs-on-chair"
    hold = kept.entries[-1].dose.hold
    assert hold is not None
    assert (hold.min, hold.max) == (300, 300)
    assert [mark.field for mark in kept.entries[-1].marks] == ["name", "hold"]
