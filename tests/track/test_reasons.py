"""Every sentence the rule says, whole."""

import pytest

from supple.track.progress import today_sentence
from tests.track.notation import answer, read

EASY = "; ".join(["3>3u E"] * 3)

REASONS = (
    (
        "3>3u E; 2>3u E; 4>4u E",
        (
            "3 easy sessions in a row, all done. Your back began at 4 or less, "
            "went up by 1 at most, and was as usual each next morning. "
            "A step up is there if you want it."
        ),
    ),
    (
        EASY,
        (
            "3 easy sessions in a row, all done. Your back began at 3 or less, did not go up, "
            "and was as usual each next morning. A step up is there if you want it."
        ),
    ),
    (
        "3>3u X",
        (
            "It hurt last time, so this exercise alone takes an easier step. "
            "If there is none: slide without lifting, do half, or leave it out."
        ),
    ),
    (
        "3>3u X; 3>3u X; 3>3u X",
        "It hurt 3 times in a row. Take the easiest step, or leave it out for now.",
    ),
    (
        "3>3u Rl",
        (
            "It came with pain down a leg. Take an easier step, or leave it out for now. "
            "Show leg pain that is new or strong to a clinician."
        ),
    ),
    (
        "3>3w E",
        "Your back was worse the next morning. Next time, make it smaller and do fewer.",
    ),
    (
        "3>7u E",
        "Your back went up by 4, which is more than 2. Next time, make it smaller and do fewer.",
    ),
    (
        "7>9u E",
        "Your back was at 9, which is above 7. Next time, make it smaller and do fewer.",
    ),
    (
        "7>7u R; 7>7u R; today +1 8",
        "Your back was at 8, which is above 7. Next time, make it smaller and do fewer.",
    ),
    ("3>5u E", "Your back went up by 2 and had settled by the next morning. Stay here."),
    (
        "3>5? E",
        "Your back went up by 2. Stay here, and say tomorrow how the morning was.",
    ),
    (
        "6>6u E",
        "Your back began at 6. A step up waits until it begins at 5 or less.",
    ),
    (
        f"{EASY}; today +1 6",
        "Your back is at 6, and your usual is 3. It stays as it is until the flare has settled.",
    ),
    (
        "5>5u E; 5>5u E; 5>5u E; today +1 6",
        "Your back began at 6. A step up waits until it begins at 5 or less.",
    ),
    (f"{EASY}; today +15", "After 15 days away, it stays until 3 easy sessions in a row."),
    ("3>3u E-", "Not all of it was done last time, and that is fine. Stay here."),
    ("3>3u R", "It felt right. Stay here."),
    ("3>3u H", "It felt hard. Stay here until it feels easy."),
    (
        "3>3u .",
        "How it felt was not said. Stay here, and tap it after the next session.",
    ),
    (
        "?>3u E",
        (
            "It felt easy. A step up also looks at your back before and after, 0 to 10: "
            "one of them was not said."
        ),
    ),
    (
        "3>3? E",
        (
            "It felt easy. It counts towards a step up once you say that "
            "the next morning was as usual."
        ),
    ),
    ("3>3u E", "1 easy session in a row. After 3, a step up is on offer."),
    ("3>3u E; 3>3u E", "2 easy sessions in a row. After 3, a step up is on offer."),
    (
        f"{EASY}; 3>3u E",
        "1 easy session since a step up was offered. The next one waits for 3.",
    ),
)

TODAY = (
    ("", "Go on with the session as planned."),
    ("3>3u E", "Go on with the session as planned."),
    (
        "3>3u E; 4>4u E; 4>4u E",
        "Your back is at 4, and your usual is 3.5. Go on with the session as planned.",
    ),
    (
        "3>3u E; 3>3u E; 6>6u E",
        (
            "Your back is at 6, and your usual is 3. Flares are common. "
            "Choose: short and easy, a gentle walk, or rest."
        ),
    ),
    (
        "3>3u E; today +16",
        "It is 16 days since the session before. Today starts lower and builds up again.",
    ),
)


@pytest.mark.parametrize(("history", "reason"), REASONS, ids=[row[0] for row in REASONS])
def test_a_reason_names_the_numbers_that_made_it(history: str, reason: str) -> None:
    assert answer(history).next[0].reason == reason


@pytest.mark.parametrize(("history", "sentence"), TODAY, ids=[row[0] for row in TODAY])
def test_today_in_words(history: str, sentence: str) -> None:
    assert today_sentence(*read(history)) == sentence


def test_leg_pain_of_another_exercise_is_said_to_be_so() -> None:
    _, other = answer("3>3u El E").next
    assert other.reason == (
        "Another exercise came with pain down a leg. Nothing steps up until that is gone."
    )
