from tests.read.case import doses, exercises


def test_a_dose_once_for_all_and_its_exception() -> None:
    text = (
        "Do each exercise 5 times, 3 times a day.\n\n"
        "1. Bridge\nLie on your back and lift your hips.\n\n"
        "2. Clam\nLie on your side and lift your knee. Do this one 12 times.\n"
    )
    assert doses(text) == [(None, [5, 5], None), (None, [12, 12], None)]
    assert [e["times_per_day"] for e in exercises(text)] == [[3, 3], [3, 3]]


def test_a_hold_for_stretches_is_not_for_strength() -> None:
    text = (
        "Hold each stretch for 30 seconds.\n\n"
        "Calf stretch\nLean against a wall.\n\nSquats\nBend your knees. 10 times.\n"
    )
    assert doses(text) == [(None, None, [30, 30]), (None, [10, 10], None)]


def test_a_rule_under_a_section_stays_in_it() -> None:
    text = (
        "My routine\n\n## Stretches\nHold each stretch for 20 seconds.\n\n"
        "### Calf stretch\nLean on a wall.\n\n"
        "### Quad stretch\nPull your heel up.\n\n## Strength\nDo 2 sets of 8 of each exercise.\n\n"
        "### Squat\nBend your knees.\n\n### Bridge\nLift your hips.\n"
    )
    assert doses(text) == [
        (None, None, [20, 20]),
        (None, None, [20, 20]),
        ([2, 2], [8, 8], None),
        ([2, 2], [8, 8], None),
    ]
