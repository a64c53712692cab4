from tests.read.case import drafted

PAGE = """Home
Back care at home
Do these for low back pain.
Bridge: lift your hips. 10 times.
Comments
Ann: I did the plank for 30 seconds, 3 times
"""


def noise(text: str) -> list[str]:
    draft = drafted(text, "find_routine")
    return [text[draft.items[i].start : draft.items[i].end] for i in sorted(draft.noise)]


def test_what_follows_comments_is_noise() -> None:
    assert noise(PAGE) == ["Comments", "Ann: I did the plank for 30 seconds, 3 times"]


def test_front_matter_gives_the_title_and_is_noise() -> None:
    draft = drafted('---\ntitle: "Stiff hips"\ntags: [a]\n---\nLie on your back.', "find_routine")
    assert draft.title is not None
    assert draft.title.text == "Stiff hips"
    assert len(draft.noise) == 3 - 1


def test_time_marks_of_a_video_are_noise() -> None:
    assert noise("Lie on your back and hold.\n0:45 bridge\n2:10 clam") == [
        "0:45 bridge",
        "2:10 clam",
    ]


def test_a_research_report_is_all_noise() -> None:
    text = "Abstract. Participants were randomised. The control group did planks, 3 sets of 10."
    assert len(noise(text)) == 1


def test_conditions_are_the_pages_words() -> None:
    draft = drafted(PAGE, "find_routine")
    assert [quote.text for quote in draft.subjects] == ["low back pain"]
