"""The rule as a table: what a careful physiotherapist would say after each history.

The notation is explained in notation.py.
"""

import pytest

from supple.routine.log import Hurt, ItemLog, SessionLog
from supple.track.progress import Progress, progress
from tests.track.notation import answer, changes

TABLE = (
    # — three easy sessions in a row, all done, low, calm, no leg pain, usual mornings —
    ("nothing yet", "", "", "normal"),
    ("one easy session", "3>3u E", "same", "normal"),
    ("two easy sessions", "3>3u E; 3>3u E", "same", "normal"),
    ("three easy sessions", "3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    ("three with rest days between", "3>3u E; +3 3>3u E; +4 3>3u E", "up", "normal"),
    ("three without any pain", "0>0u E; 0>0u E; 0>0u E", "up", "normal"),
    ("three that ease the back", "4>2u E; 4>2u E; 3>2u E", "up", "normal"),
    ("starting at 5 each time", "5>5u E; 5>5u E; 5>5u E", "up", "normal"),
    ("rising by 1 each time", "3>4u E; 3>4u E; 3>4u E", "up", "normal"),
    ("at both limits", "5>6u E; 5>6u E; 5>6u E", "up", "normal"),
    ("easy after one that felt right", "3>3u R; 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    ("easy after one that was hard", "3>3u H; 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    ("easy after one that hurt", "3>3u X; 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    # — one of them was not so —
    ("the last felt right", "3>3u E; 3>3u E; 3>3u R", "same", "normal"),
    ("the middle felt right", "3>3u E; 3>3u R; 3>3u E", "same", "normal"),
    ("the first felt hard", "3>3u H; 3>3u E; 3>3u E", "same", "normal"),
    ("the last felt hard", "3>3u E; 3>3u E; 3>3u H", "same", "normal"),
    ("hard three times", "3>3u H; 3>3u H; 3>3u H", "same", "normal"),
    ("the last not said", "3>3u E; 3>3u E; 3>3u .", "same", "normal"),
    ("the last not all done", "3>3u E; 3>3u E; 3>3u E-", "same", "normal"),
    ("the first not all done", "3>3u E-; 3>3u E; 3>3u E", "same", "normal"),
    ("left out the last time", "3>3u E; 3>3u E; 3>3u .-", "same", "normal"),
    ("the last started at 6", "5>5u E; 5>5u E; 6>6u E", "same", "normal"),
    ("the first started at 6", "6>6u E; 5>5u E; 5>5u E", "same", "normal"),
    ("always starting at 7", "7>7u E; 7>7u E; 7>7u E", "same", "normal"),
    ("pain before not said", "3>3u E; ?>3u E; 3>3u E", "same", "normal"),
    ("pain after not said", "3>3u E; 3>3u E; 3>?u E", "same", "normal"),
    # — a morning that is still to come, or was never told, is not a usual one —
    ("the last morning is to come", "3>3u E; 3>3u E; 3>3? E", "same", "normal"),
    ("a morning never told", "3>3u E; 3>3? E; 3>3u E", "same", "normal"),
    ("no morning ever told", "3>3? E; 3>3? E; 3>3? E", "same", "normal"),
    ("three told after one untold", "3>3? E; 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    # — up 2 —
    ("up 2, settled by morning", "3>5u E", "same", "normal"),
    ("up 2 after two easy ones", "3>3u E; 3>3u E; 3>5u E", "same", "normal"),
    ("up 2 and it felt right", "2>4u R", "same", "normal"),
    ("up 2, morning to come", "3>5? E", "same", "normal"),
    ("up 2, worse next morning", "3>5w E", "smaller", "normal"),
    ("up 2 lately, calm since", "3>5u E; 3>3u E; 3>3u E", "same", "normal"),
    # — up more than 2, above 7, worse next morning: smaller and fewer, all of it —
    ("up 3", "3>6u E", "smaller", "normal"),
    ("up 3, morning to come", "3>6? R", "smaller", "normal"),
    ("up 3 after two easy ones", "3>3u E; 3>3u E; 3>6u E", "smaller", "normal"),
    ("up 3 is for every exercise", "3>6u E R", "smaller smaller", "normal"),
    ("up to 7 by 1", "6>7u E", "same", "normal"),
    ("above 7 after", "7>8u E", "smaller", "normal"),
    ("above 7 before, better after", "8>6u E", "smaller", "normal"),
    ("above 7, before not said", "?>8u R", "smaller", "normal"),
    ("worse next morning, all calm", "3>3w E", "smaller", "normal"),
    ("worse after two easy ones", "3>3u E; 3>3u E; 3>3w E", "smaller", "normal"),
    ("worse is for every exercise", "3>3w E R H", "smaller smaller smaller", "normal"),
    ("worse once, easy since", "3>3w E; 3>3u E; 3>3u E", "same", "normal"),
    ("worse once, three easy since", "3>3w E; 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    ("up 3 once, calm since", "3>6u E; 3>3u R", "same", "normal"),
    ("not done, but worse", "3>3w .-", "smaller", "normal"),
    # — "hurt" changes that exercise only —
    ("hurt", "3>3u X", "down", "normal"),
    ("hurt, the other easy", "3>3u X E", "down same", "normal"),
    ("hurt, the other due a step up", "3>3u E E; 3>3u E E; 3>3u X E", "down up", "normal"),
    ("hurt before, right now", "3>3u X; 3>3u R", "same", "normal"),
    ("hurt before, easy now", "3>3u E; 3>3u X; 3>3u E", "same", "normal"),
    ("hurt and stopped", "3>3u X-", "down", "normal"),
    ("hurt twice", "3>3u X; 3>3u X", "down", "normal"),
    ("hurt, and the back is worse", "3>3w X E", "down smaller", "normal"),
    ("hurt, and up 3", "3>6u X R", "down smaller", "normal"),
    ("hurt, and up 2", "3>5u X E", "down same", "normal"),
    # — pain down a leg: that one goes down, and nothing goes up —
    ("leg pain", "3>3u El", "down", "normal"),
    ("leg pain, though it felt right", "3>3u Rl", "down", "normal"),
    ("leg pain with the other", "3>3u E E; 3>3u E E; 3>3u El E", "down same", "normal"),
    ("leg pain two sessions ago", "3>3u El; 3>3u E; 3>3u E", "same", "normal"),
    ("leg pain, then three easy", "3>3u El; 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    # — nothing steps up twice in three sessions —
    ("one after a step up", "3>3u E; 3>3u E; 3>3u E; 3>3u E", "same", "normal"),
    ("two after a step up", "3>3u E; 3>3u E; 3>3u E; 3>3u E; 3>3u E", "same", "normal"),
    ("three after a step up", "; ".join(["3>3u E"] * 6), "up", "normal"),
    ("seven easy ones", "; ".join(["3>3u E"] * 7), "same", "normal"),
    ("right after a step up", "; ".join(["3>3u E"] * 3 + ["3>3u R"]), "same", "normal"),
    ("each in its own time", "3>3u E R; 3>3u E E; 3>3u E E; 3>3u E E", "same up", "normal"),
    # — exercises that come and go —
    ("a new one beside an old one", "3>3u E; 3>3u E; 3>3u E E", "up same", "normal"),
    ("one that was left behind", "3>3u E E; 3>3u E E; 3>3u E", "up", "normal"),
    ("a walk between", "3>3u E; 3>3u E; 3>3u; 3>3u E", "up", "normal"),
    ("a walk between, worse after it", "3>3u E; 3>3u E; 3>3w; 3>3u E", "same", "normal"),
    ("a walk at the end, worse after it", "3>3u E; 3>3u E; 3>3w", "smaller", "normal"),
    # — a flare: up 2 or more on the usual —
    ("up 2 on the usual", "3>3u R; 3>3u R; 3>3u R; 5>5u R", "same", "flare"),
    ("up 1 on the usual", "3>3u R; 3>3u R; 3>3u R; 4>4u R", "same", "normal"),
    ("on the third day", "2>2u E; 2>2u E; 4>4u E", "same", "flare"),
    ("on the second day", "2>2u E; 5>5u E", "same", "flare"),
    ("a first session at 9", "9>9u R", "smaller", "normal"),
    ("one bad day makes no usual", "2>2u R; 2>2u R; 7>7u R; 2>2u R; 4>4u R", "same", "flare"),
    ("creeping up, a point at a time", "3>3u R; 3>3u R; 3>3u R; 4>4u R; 5>5u R", "same", "flare"),
    ("always at 6", "6>6u R; 6>6u R; 6>6u R; 6>6u R", "same", "normal"),
    ("better than usual", "6>6u R; 6>6u R; 3>3u R", "same", "normal"),
    ("nothing steps up in a flare", "2>2u E; 2>2u E; 4>4u E", "same", "flare"),
    ("the step up comes when it settles", "2>2u E; 2>2u E; 4>4u E; 2>2u E", "up", "normal"),
    ("a flare above 7", "4>4u R; 4>4u R; 8>8u R", "smaller", "flare"),
    ("pain now not said", "3>3u R; 3>3u R; ?>?u R", "same", "normal"),
    # — fourteen days away: start lower —
    ("thirteen days", "3>3u R; +13 3>3u R", "same", "normal"),
    ("fourteen days", "3>3u R; +14 3>3u R", "same", "start_lower"),
    ("three weeks", "3>3u E; 3>3u E; +21 3>3u E", "same", "start_lower"),
    ("a row does not reach over it", "3>3u E; 3>3u E; +21 3>3u E; 3>3u E", "same", "normal"),
    ("three easy ones after it", "3>3u E; +21 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    ("back with a flare", "3>3u R; 3>3u R; +20 6>6u R", "same", "flare"),
    ("back, and it hurt", "3>3u R; +20 3>3u X", "down", "start_lower"),
    # — two sessions on a day count as one, the more careful answer of each —
    ("three in one day", "3>3u E; +0 3>3u E; +0 3>3u E", "same", "normal"),
    ("twice a day for three days", "; ".join(["3>3u E; +0 3>3u E"] * 3).replace("; 3>", "; +1 3>"),
     "up", "normal"),
    ("the second one hurt", "3>3u E; +0 3>3u X", "down", "normal"),
    ("one told the morning", "3>3? E; +0 3>3u E; 3>3u E; 3>3u E", "up", "normal"),
    ("one told a worse morning", "3>3u E; +0 3>3w E", "smaller", "normal"),
    ("half in the morning, half at night", "3>3u E; 3>3u E; 3>3u E- E; +0 3>3u E E-",
     "same same", "normal"),
    ("more pain later on the first day", "3>3u R; +0 6>6u R", "same", "flare"),
    ("a little more later on the first day", "3>3u R; +0 4>4u R", "same", "normal"),
    ("more pain later on a later day", "3>3u R; 3>3u R; +0 5>5u R", "same", "flare"),
    # — asked on a later day, before its session —
    ("the next day", "3>3u E; 3>3u E; 3>3u E; today +1 3", "up", "normal"),
    ("the next day, pain not said", "3>3u E; 3>3u E; 3>3u E; today +1", "up", "normal"),
    ("up 2 today", "3>3u E; 3>3u E; 3>3u E; today +1 5", "same", "flare"),
    ("at 6 today, usually 5", "5>5u E; 5>5u E; 5>5u E; today +1 6", "same", "normal"),
    ("at 8 today, usually 7", "7>7u R; 7>7u R; today +1 8", "smaller", "normal"),
    ("after two weeks", "3>3u E; 3>3u E; 3>3u E; today +14 3", "same", "start_lower"),
    ("after two weeks, with a flare", "3>3u R; 3>3u R; today +15 6", "same", "flare"),
    ("after today's session", "3>3u R; 3>3u R; today +0 3", "same", "normal"),
    ("up 2 after the first session of all", "3>3? R; today +0 5", "same", "flare"),
    ("up 1 after the first session of all", "3>3? R; today +0 4", "same", "normal"),
    ("no session ever", "today +1 4", "", "normal"),
    ("sessions after the day asked about", "3>3u E; today +0 3; 3>3u X", "same", "normal"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("history", "expected", "today"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_the_answer_is_the_careful_one(history: str, expected: str, today: str) -> None:
    assert (changes(history), answer(history).today) == (expected, today)


def test_the_table_is_long_enough() -> None:
    assert len({row[0] for row in TABLE}) == len(TABLE) >= 60


def test_exercises_are_named_and_in_the_order_of_their_names() -> None:
    assert [step.exercise for step in answer("3>3u E R H").next] == ["a", "b", "c"]


def felt_in_session(*kinds: Hurt) -> Progress:
    """The answer after one session for each kind of pain named in it, all of them felt easy."""
    sessions = [
        SessionLog(
            id=kind,
            date="2026-01-05",
            pain_before=3,
            pain_after=3,
            next_morning="usual",
            items=(ItemLog(exercise="a", done=True, felt="easy", hurt=kind),),
        )
        for kind in kinds
    ]
    return progress(sessions)


@pytest.mark.parametrize("kind", ["usual", "sharp", "leg", "chest", "numb"])
def test_what_was_said_to_hurt_in_the_session_counts_as_hurt(kind: Hurt) -> None:
    assert felt_in_session(kind).next[0].change == "down"


@pytest.mark.parametrize("kinds", [("chest",), ("numb", "usual"), ("usual", "chest")])
def test_signs_to_act_on_lead_to_the_safety_page(kinds: tuple[Hurt, ...]) -> None:
    assert felt_in_session(*kinds).next[0].reason == (
        "It came with chest or breathing trouble, numbness or weakness. Leave it out. "
        "Read when to get help before the next session."
    )


def test_an_exercise_that_no_library_has_goes_by_its_item() -> None:
    items = (ItemLog(item="towel-stretch", exercise="", done=True, felt="right"),)
    session = SessionLog(id="1", date="2026-01-05", items=items)
    assert progress([session]).next[0].exercise == "towel-stretch"
