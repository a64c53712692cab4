import pytest

from tests.read.case import exercises

PLUS = "\n\nBridge\nLie on your back and lift your hips. Repeat 10 times.\n"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Cat stretch\nOn hands and knees round your back up. Hold 5 seconds.", "cat-stretch"),
        ("Cat stretch\nOn hands and knees round your back, then let it sag. 10 times.", "cat-cow"),
        ("Knee hug\nLie on your back and hug both knees. Hold 5 seconds.", "double-knee-to-chest"),
        ("Knee hug\nLie on your back and hug one knee. 5 times each leg.", "single-knee-to-chest"),
        ("Hip abduction\nLie on your side and lift the top leg. 10 times.", "side-lying-leg-raise"),
        ("Hip abduction\nStand and take one leg out. 10 times.", "standing-hip-abduction"),
        ("Neck stretch\nSit and drop your chin to your chest. Hold 10 seconds.", "neck-flexion"),
        ("Wobble board\nStand on the board for 30 seconds.", "other"),
    ],
)
def test_the_words_decide_which_movement_it_is(text: str, slug: str) -> None:
    assert exercises(text + PLUS)[0]["slug"] == slug


def test_the_name_is_the_pages() -> None:
    assert (
        exercises("The Bridge!! (hips)\nLift your hips. Repeat 10 times." + PLUS)[-1]["name"]
        == "Bridge"
    )
