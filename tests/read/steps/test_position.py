from tests.read.case import exercises


def starts(text: str) -> list[tuple[object, object]]:
    return [(e["posture"], e["posture_alternatives"]) for e in exercises(text)]


def test_the_first_position_and_those_offered_beside_it() -> None:
    text = (
        "Shoulder squeeze\nSitting or standing, squeeze your shoulder blades. 10 times.\n\n"
        "Bridge\nLie on your back. Lift your hips. 10 times.\n"
    )
    assert starts(text) == [("sitting", ["standing"]), ("supine", [])]


def test_running_text_carries_a_position_over() -> None:
    text = (
        "First, lie on your back and pull one knee to your chest. Hold for 20 seconds.\n\n"
        "Next is a bridge. Lift your hips and lower them. Do 10 of those.\n"
    )
    assert [posture for posture, _ in starts(text)] == ["supine", "supine"]


def test_headed_exercises_do_not_unless_they_say_so() -> None:
    text = (
        "Bridge\nLie on your back. Lift your hips. 10 times.\n\n"
        "Squat\nBend your knees and push up. 10 times.\n\n"
        "Heel raise\nFrom the same position rise on your toes. 10 times.\n"
    )
    assert [posture for posture, _ in starts(text)] == ["supine", None, "supine"]


def test_a_section_names_the_position_for_its_exercises() -> None:
    text = (
        "Standing exercises\n\nHeel raises\nRise up. 10 times.\n\n"
        "Squats\nBend your knees. 10 times.\n"
    )
    assert [posture for posture, _ in starts(text)] == ["standing", "standing"]
