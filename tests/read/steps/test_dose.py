from tests.read.case import doses, exercises


def test_numbers_of_a_harder_form_are_not_the_dose() -> None:
    text = (
        "Bridge\nLie on your back, lift your hips. Repeat 10 times.\n"
        "Progression: 3 sets of 20.\n\nClam\nLie on your side. Lift the knee 12 times.\n"
    )
    assert doses(text) == [(None, [10, 10], None), (None, [12, 12], None)]


def test_a_number_in_a_name_is_not_a_dose() -> None:
    text = "- Figure 4 stretch: 30 s\n- 90/90 switches: 10 reps\n- Warrior 2: 5 breaths\n"
    assert doses(text) == [(None, None, [30, 30]), (None, [10, 10], None), (None, None, None)]


def test_columns_tell_what_a_bare_number_is() -> None:
    text = (
        "| Exercise | Reps | Sets | Hold |\n|-|-|-|-|\n"
        "| Plank | - | 3 | 30 sec |\n| Clam | 12 | 2 | - |\n"
    )
    assert doses(text) == [([3, 3], None, [30, 30]), ([2, 2], [12, 12], None)]


def test_keys_of_data_tell_it_too() -> None:
    text = (
        "exercises:\n  - name: Bird Dog\n    reps: 8\n    sets: 2\n"
        "  - name: Cat Cow\n    reps: 10\n"
    )
    assert doses(text) == [([2, 2], [8, 8], None), (None, [10, 10], None)]


def test_breaths_are_no_seconds_and_stay_in_the_evidence() -> None:
    text = (
        "Cat-Cow\nMove on hands and knees. 10 times.\n\n"
        "Child's pose\nSit back. Stay for 5 breaths.\n"
    )
    assert exercises(text)[1]["hold_seconds"] is None
    assert exercises(text)[1]["evidence"] == "Stay for 5 breaths."


def test_a_walk_afterwards_is_not_of_the_exercise() -> None:
    text = (
        "1. Bird dog\nReach one arm and the other leg. 8 times each side.\n\n"
        "Afterwards, walk for 10 minutes around the house.\n"
    )
    found = exercises(text)[0]
    assert (found["hold_seconds"], found["duration_seconds"]) == (None, None)
