from tests.read.case import drafted


def movements(text: str) -> list[str]:
    return [one.movement for one in drafted(text, "segment").segments]


def test_steps_inside_an_exercise_are_not_exercises() -> None:
    text = (
        "Figure four stretch\n1. Lie on your back.\n2. Cross your ankle.\n3. Hold 20 seconds.\n"
        "\nBridge\n1. Lie on your back.\n2. Lift your hips.\n3. Repeat 10 times.\n"
    )
    assert movements(text) == ["piriformis-stretch", "bridge"]


def test_running_text_moves_on_with_its_words() -> None:
    text = (
        "First, lie on your back and pull one knee to your chest. Hold for 20 seconds. "
        "Next, do a bridge by lifting your hips. Do 10 of those. "
        "Now turn over and do a cat stretch on your hands and knees. Hold for 5 seconds."
    )
    assert movements(text) == ["single-knee-to-chest", "bridge", "cat-stretch"]


def test_a_heading_over_exercises_is_not_one() -> None:
    text = "Hamstring stretches\n- Seated hamstring stretch: 30 s\n- Calf stretch: 30 s\n"
    assert len(movements(text)) == 2


def test_names_in_passing_are_no_routine() -> None:
    assert movements("Many people like planks, bridges and squats. Walking helps as well.") == []


def test_left_and_right_stations_are_one_exercise() -> None:
    text = "- Low lunge left: 30 s\n- Low lunge right: 30 s\n- Cat cow: 60 s\n"
    assert movements(text) == ["hip-flexor-stretch", "cat-cow"]


def test_rows_of_a_table() -> None:
    text = "| Exercise | Sets | Reps |\n|---|---|---|\n| Bridge | 3 | 10 |\n| Clam | 2 | 12 |\n"
    assert movements(text) == ["bridge", "clamshell"]


def test_a_dosed_list_keeps_unknown_names() -> None:
    text = "Exercises\n- Bridge: 10 reps\n- Wobble board: 20 reps\n- Clam: 10 reps\n"
    assert movements(text) == ["bridge", "", "clamshell"]
