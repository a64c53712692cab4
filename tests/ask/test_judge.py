"""Whole texts: the labelled sets, each step by example, and what may never happen."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.ask.judge import judge
from supple.ask.topics import answer, topics
from supple.safety.conditions import conditions
from supple.safety.level import Level
from supple.safety.red_flags import red_flags
from supple.words import words

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for file in sorted(Path(__file__).parent.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
GRAVE = [case for case in CASES if Level(case["level"]).stops_exercise]
EMERGENCIES = [case for case in CASES if case["level"] == "emergency"]
CHEER = "thank you so much for the lovely videos my sister and I do them with coffee in the sun "


def ids(cases: list[dict[str, Any]]) -> list[str]:
    return [case["id"] for case in cases]


@pytest.mark.parametrize("case", GRAVE, ids=ids(GRAVE))
def test_nothing_grave_is_missed(case: dict[str, Any]) -> None:
    lowest = min(Level(level).gravity for level in case["acceptable"])
    assert judge(case["text"]).level.gravity >= lowest


@pytest.mark.parametrize("case", EMERGENCIES, ids=ids(EMERGENCIES))
def test_an_emergency_in_capitals_or_buried_is_one(case: dict[str, Any]) -> None:
    assert judge(case["text"].upper()).level is Level.EMERGENCY
    assert judge(f"{CHEER * 6}. {case['text']} {CHEER * 6}").level is Level.EMERGENCY


def test_few_calm_texts_alarm() -> None:
    calm = [case for case in CASES if case["level"] in {"ok", "not_medical"}]
    alarmed = [case["id"] for case in calm if judge(case["text"]).level.stops_exercise]
    assert len(alarmed) <= 0.05 * len(calm), alarmed


def test_most_levels_are_acceptable() -> None:
    off = [case["id"] for case in CASES if judge(case["text"]).level not in case["acceptable"]]
    assert len(off) <= 0.05 * len(CASES), off


def test_constraints_are_found_and_few_invented() -> None:
    labelled = [case for case in CASES if "small_words" not in case["traps"]]
    wanted = {(case["id"], name) for case in labelled for name in case["constraints"]}
    found = {(case["id"], name) for case in labelled for name in judge(case["text"]).constraints}
    assert len(wanted & found) >= 0.95 * len(wanted), wanted - found
    assert len(wanted & found) >= 0.95 * len(found), found - wanted


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("No numbness between my legs", "said not to be there"),
        ("I don't have any numbness or tingling between my legs", "said not to be there"),
        ("Twenty years ago my groin was numb after a fall", "long past"),
        ("What if I lose control of my bladder one day", "not said of anyone now"),
        ("numb with boredom in the long holds, back is sore", "figure of speech"),
        ("My dog's back legs keep giving way", "an animal"),
        ("I leak when I sneeze, always have since the births", "explained in the text"),
    ],
)
def test_why_a_sign_does_not_count(text: str, why: str) -> None:
    judged = judge(text)
    assert not judged.level.stops_exercise
    assert why in {str(absent.why) for absent in judged.not_present}


@pytest.mark.parametrize(
    "text",
    [
        "No fever, legs numb since Monday",
        "No pain but numbness between my legs",
        "I don't know why but I can't feel it when I wipe",
        "I read that a numb saddle is an emergency but mine is numb too",
        "Ten years ago my bladder failed and now it is failing again, I can't pee",
        "My wife says my words come out slurred",
        "I'm not sure if my groin is numb",
        "When I wipe I can't feel it, and no fever",
    ],
)
def test_small_words_do_not_hide_a_sign(text: str) -> None:
    assert judge(text).level is Level.EMERGENCY


def test_someone_elses_emergency_counts() -> None:
    judged = judge("My father cannot feel his legs since yesterday")
    assert (judged.level, judged.about) == (Level.EMERGENCY, "other")


def test_someone_elses_history_does_not() -> None:
    assert judge("My dad had cancer. My back is stiff after gardening.").level is Level.OK


def test_a_sign_is_shown_in_the_very_words() -> None:
    text = "Lovely! My private parts went NUMB yesterday."
    flag = judge(text).red_flags[0]
    assert (flag.code, flag.words) == ("RF01", "private parts went NUMB")
    assert text[flag.start : flag.end] == flag.words


def test_what_is_unclear_is_asked_back() -> None:
    asked = judge("my bladder feels odd since my back went").questions
    assert [(one.code, one.ask) for one in asked] == [("RF02", red_flags()["RF02"].ask)]


def test_thoughts_of_ending_life_are_a_crisis_without_an_answer() -> None:
    judged = judge("I don't want to live like this. How often should I do the stretches?")
    assert (judged.crisis, judged.level, judged.answers) == (True, Level.EMERGENCY, ())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Both knees replaced in 2020, what can I do instead of kneeling?", "knees-replaced"),
        ("The rotation strained my back", "rotation-strain"),
        ("How many times a day can I do this for my stiff back?", "how-often"),
        ("How long until the pain goes away?", "how-long"),
        ("What should I not do with a sore back?", "what-not-to-do"),
        ("Are injections better than exercise for facet pain?", "injections-or-exercise"),
        ("My MRI says mild facet arthropathy", "report-says"),
        ("Is there no surgery for stenosis?", "surgery-or-blocks"),
        ("Had a nerve block in June, which exercises go with it?", "after-block"),
        ("Surgeon or chiropractor for my back?", "who-to-see"),
    ],
)
def test_the_ten_questions_find_their_answers(text: str, topic: str) -> None:
    judged = judge(text)
    assert judged.topic == topic
    assert judged.answers == (topic,)


@pytest.mark.parametrize("topic", topics(), ids=[topic.id for topic in topics()])
def test_every_answer_has_sources_and_ends_with_the_net(topic: Any) -> None:
    text = answer(topic.id, words("en"))
    assert text.say
    assert text.sources
    assert text.net.endswith("If you are worried, ask for help.")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    judged = judge(text)
    assert {flag.code for flag in judged.red_flags} <= red_flags().keys()
    assert set(judged.constraints) <= conditions().keys()
    assert not (judged.answers and judged.level.stops_exercise)


@settings(deadline=None)
@given(st.sampled_from(EMERGENCIES), st.text(alphabet="abc .,!\n", max_size=60))
def test_words_put_before_do_not_calm(case: dict[str, Any], before: str) -> None:
    assert judge(f"{before}.\n{case['text']}").level is Level.EMERGENCY


def test_a_time_in_a_video_is_no_age() -> None:
    assert judge("What is the name of the music at 2:15?").level is Level.NOT_MEDICAL


def test_a_lost_height_is_shown_with_the_words_around_its_numbers() -> None:
    judged = judge("I am 63 and was 5 foot 7, now I am 5 foot 5, and my back aches.")
    shown = {flag.code: flag.words for flag in judged.red_flags}
    assert "foot" in shown["RF17"]


def test_stretching_the_facet_joints_does_not_say_that_they_are_worn() -> None:
    assert judge("How else can I stretch the facet joints?").constraints == ()


def test_injections_against_exercise_are_asked_before_exercise_after_them() -> None:
    choose = "One injection helped. Is exercise better than injections for someone young?"
    after = "I had a nerve block in June. Which exercises or physio go with it?"
    assert judge(choose).topic == "injections-or-exercise"
    assert judge(after).topic == "after-block"
