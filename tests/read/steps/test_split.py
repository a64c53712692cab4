from supple.read.steps.split import sentences
from tests.read.case import drafted


def kinds(text: str) -> list[tuple[str, str]]:
    draft = drafted(text, "split")
    return [(item.kind, text[item.body : item.end]) for item in draft.items]


def leads(text: str) -> list[str]:
    draft = drafted(text, "split")
    return [text[slice(*item.lead)] if item.lead else "" for item in draft.items]


def test_headings_numbers_bullets_and_rows() -> None:
    text = "## Hips\n1. Bridge the hips\n- Clam\n| a | b |\nplain words follow here."
    assert kinds(text) == [
        ("heading", "Hips"),
        ("numbered", "Bridge the hips"),
        ("bullet", "Clam"),
        ("row", "| a | b |"),
        ("text", "plain words follow here."),
    ]


def test_a_numbered_word_is_a_number() -> None:
    assert kinds("Exercise 2: Lift the leg and hold it") == [
        ("numbered", "Lift the leg and hold it")
    ]


def test_a_line_that_runs_on_is_joined() -> None:
    text = "Lie on your back and pull your knee gently\ntowards your chest. Hold it there."
    assert kinds(text) == [("text", text)]


def test_terse_lines_stay_apart() -> None:
    assert len(kinds("clams 3x10\nbridges 3x12\nplank 30s")) == 3


def test_the_lead_ends_where_the_dose_begins() -> None:
    assert leads("- Plank: 3 x 30 s\n- Side plank – 20 s\n- Bird dog (8 each side)") == [
        "Plank",
        "Side plank",
        "Bird dog",
    ]


def test_a_label_that_announces_a_name_gives_the_name() -> None:
    assert leads("Exercise: Heel slides for the knee") == ["Heel slides for the knee"]


def test_sentences_end_at_stops_and_at_lines_of_a_list() -> None:
    text = "Hold it. Élevez-la! Then rest\n- Next one"
    places = sentences(text, 0, len(text))
    assert [text[a:b] for a, b in places] == ["Hold it.", "Élevez-la!", "Then rest", "- Next one"]


def test_a_part_of_the_day_before_a_colon_is_a_mark_of_the_list() -> None:
    assert kinds("Morning and night: cat stretch, 10 times") == [
        ("bullet", "cat stretch, 10 times")
    ]
    assert kinds("AM / PM: cat stretch\nEvening: bridges") == [
        ("bullet", "cat stretch"),
        ("bullet", "bridges"),
    ]
    assert kinds("Good morning: bow with a flat back") == [
        ("text", "Good morning: bow with a flat back")
    ]
