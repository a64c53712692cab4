"""The table of movements leads to the exercises of the library."""

import pytest

from supple.exercise.load import load_library
from supple.read.lexicon import movements
from supple.read.pipeline import read_text
from supple.read.worksheet import worksheet

IDS = {form.id for movement in movements().values() for form in movement.library}


def test_every_exercise_of_the_library_is_in_the_table() -> None:
    assert set(load_library().exercises) <= IDS


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Hamstring stretch with a strap", "hamstring-strap"),
        ("Hamstring stretch, heel forward, on a chair", "hamstring-chair"),
        ("Seated figure four", "figure4-seated"),
        ("Bird dog at the counter", "standing-bird-dog"),
        ("Bird dog on the forearms", "forearm-bird-dog"),
        ("Dead bug (opposite arm and leg)", "dead-bug"),
        ("Chair march", "seated-march"),
        ("Marching, lying down", "supine-march"),
        ("Knee to chest", "single-knee-to-chest"),
        ("Knees to chest", "double-knee-to-chest"),
        ("Rounding at the counter", "counter-round"),
        ("Long back lean at the counter", "counter-lean"),
        ("Side-lying tuck", "sidelying-tuck"),
        ("Side-lying leg back", "sidelying-hip-extension"),
        ("Seated table slide", "seated-table-slide"),
        ("Pelvic tilt, back to the wall", "wall-pelvic-tilt"),
        ("Side lean on the wall", "wall-side-lean"),
        ("Finding neutral", "pelvic-neutral-find"),
    ],
)
def test_a_title_leads_to_its_form(title: str, form: str) -> None:
    page = f"Home exercises\n\n1. {title}\nRepeat 10 times.\n\n2. Clamshell\nRepeat 10 times."
    assert worksheet(read_text(page)[0], IDS).entries[0].exercise == form
