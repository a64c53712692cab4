from supple.guide.speech import at_once, counted_down, held_lines, in_turn, spoken_seconds
from supple.routine.script import Line
from supple.words import words

SAY = words()


def test_a_calm_voice_says_twelve_words_in_five_seconds_and_pauses() -> None:
    assert spoken_seconds("one two three four five six seven eight nine ten eleven twelve") == 5.5


def test_lines_follow_one_another_and_empty_ones_take_no_time() -> None:
    lines, end = in_turn(("Cat stretch.", "", "Once."))
    assert lines == (Line(at=0.0, text="Cat stretch."), Line(at=1.5, text="Once."))
    assert end == 2.5


def test_no_words_are_no_line() -> None:
    assert at_once("") == ()


def test_counting_down_waits_for_the_opening() -> None:
    spoken = counted_down("Get ready. Right arm, left leg.", 5.0, SAY)
    assert [(line.at, line.text) for line in spoken] == [
        (0.0, "Get ready. Right arm, left leg."),
        (3.0, "Two."),
        (4.0, "One."),
    ]


def test_an_opening_longer_than_its_step_is_left_out() -> None:
    assert counted_down("For 1 second.", 1.0, SAY) == ()


def test_a_reminder_that_does_not_fit_is_left_out() -> None:
    long = "Breathe slowly and let the thigh come a little closer each time you breathe out."
    spoken = held_lines("Hold for 20 seconds.", 20.0, breath=f"{long} {long}", cue=long, say=SAY)
    assert [line.text for line in spoken] == [
        "Hold for 20 seconds.",
        "Half-way.",
        "Three.",
        "Two.",
        "One.",
    ]
