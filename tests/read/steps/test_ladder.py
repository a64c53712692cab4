from tests.read.case import exercises

TEXT = (
    "Come onto your hands and knees. Lift one arm up. Alternate your arms, 10 on each side. "
    "If that is easy, then do the same thing with your legs, 10 on each side. "
    "If it is still easy, then lift your opposite arm and leg."
)


def test_a_ladder_keeps_its_rungs_in_order() -> None:
    assert [(e["slug"], e["progression_of"]) for e in exercises(TEXT)] == [
        ("quadruped-arm-lift", None),
        ("quadruped-leg-lift", "quadruped-arm-lift"),
        ("bird-dog", "quadruped-leg-lift"),
    ]


def test_a_harder_form_invents_no_dose() -> None:
    assert exercises(TEXT)[2]["reps"] is None
