"""What a new version changed, in words."""

from typing import Any

import pytest

from supple.exercise.dose import Amount, Dose, Sides
from supple.exercise.types import Caution
from supple.routine.routine import Item, Routine, Rung
from supple.value import changed
from supple.web.publishing.changes import Edition, changes
from supple.web.publishing.page_texts import Advice, PageTexts, VideoMark
from supple.words import words

NAMES = {"bird-dog": "Bird dog", "dead-bug": "Dead bug", "bridge": "Bridge"}


def times(number: int) -> Dose:
    return Dose(reps=Amount(min=number, max=number, origin="therapist"))


def item(key: str, *rungs: Rung, **fields: Any) -> Item:
    return Item(id=key, rungs=rungs or (Rung(exercise=key, dose=times(3)),), **fields)


OLD = Edition(
    number=1,
    routine=Routine(id="r", name="Mornings", items=(item("bird-dog"), item("dead-bug"))),
    page=PageTexts(),
)


def after(page: PageTexts | None = None, **fields: Any) -> tuple[str, ...]:
    """What is said of a version in which these fields are other."""
    new = Edition(
        number=2, routine=changed(OLD.routine, **fields), page=OLD.page if page is None else page
    )
    return changes(OLD, new, lambda name: NAMES[name], words("en"))


BIRD, BUG = OLD.routine.items
OWN = Item(id="own", rungs=(Rung(exercise="", dose=Dose()),), name="Walk", text="Slowly.")


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((BIRD, BUG), ()),
        ((BIRD, BUG, item("bridge")), ("New: Bridge.",)),
        ((BUG,), ("Taken out: Bird dog.",)),
        ((BUG, BIRD), ("The exercises are in another order.",)),
        ((BUG, item("bridge"), BIRD), ("New: Bridge.", "The exercises are in another order.")),
        ((BIRD, BUG, OWN), ("New: Walk.",)),
        (
            (item("bird-dog", Rung(exercise="bird-dog", dose=times(5))), BUG),
            ("Bird dog: 5 times, before: 3 times.",),
        ),
        (
            (item("bird-dog", Rung(exercise="bird-dog")), BUG),
            ("Bird dog: not stated, before: 3 times.",),
        ),
        (
            (item("bird-dog", BIRD.rungs[0], Rung(exercise="bridge")), BUG),
            ("New: Bridge.",),
        ),
        (
            (item("bird-dog", Rung(exercise="bridge", dose=times(3))), BUG),
            ("New: Bridge.", "Taken out: Bird dog."),
        ),
        (
            (item("bird-dog", text="Slowly.", cautions=("Mind the knee.",)), BUG),
            ("Bird dog: its description was changed.", "Bird dog: what to mind was changed."),
        ),
    ],
)
def test_what_is_done(items: tuple[Item, ...], said: tuple[str, ...]) -> None:
    assert after(items=items) == said


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "Evenings"}, "The title was changed."),
        ({"purpose": "For evenings."}, "What it is for was changed."),
        ({"cautions": (Caution(say="Stop.", source="a"),)}, "“Before you begin” was changed."),
        ({"page": PageTexts(video="https://video.example/")}, "The video is another one."),
        (
            {"page": PageTexts(marks=(VideoMark(at=1, words="x"),))},
            "The times in the video were changed.",
        ),
        (
            {"page": PageTexts(advice=(Advice(when="It hurts", do="Stop."),))},
            "“What to do when” was changed.",
        ),
        ({"page": PageTexts(note="Only a note.")}, ""),
    ],
)
def test_what_stands_around_it(fields: dict[str, Any], sentence: str) -> None:
    assert after(**fields) == ((sentence,) if sentence else ())


def test_who_said_a_number_is_no_change() -> None:
    same = Amount(min=3, max=3, origin="page", ref="handout")
    assert (
        after(items=(item("bird-dog", Rung(exercise="bird-dog", dose=Dose(reps=same))), BUG)) == ()
    )


def test_sides_are_a_change() -> None:
    dose = changed(times(3), sides=Sides(mode="each", origin="therapist"))
    assert after(items=(item("bird-dog", Rung(exercise="bird-dog", dose=dose)), BUG)) == (
        "Bird dog: 3 times each side, before: 3 times.",
    )


def test_an_exercise_in_own_words_is_named_anew() -> None:
    old = changed(OLD, routine=changed(OLD.routine, items=(OWN,)))
    new = changed(old, routine=changed(old.routine, items=(changed(OWN, name="Stroll"),)))
    assert changes(old, new, lambda name: NAMES[name], words("en")) == (
        "“Walk” is called “Stroll”.",
    )
