import pytest

from tests.read.case import exercises

BRIDGE = "\n\nBridge\nLie on your back and lift your hips. Repeat 10 times.\n"


@pytest.mark.parametrize(
    ("words", "each", "alternate"),
    [
        ("10 times on each side.", True, False),
        ("10 reps, then switch legs.", True, False),
        ("Repeat 10 times with the other leg.", True, False),
        ("3x10 B/L", True, False),
        ("10 reps per leg", True, False),
        ("10/side", True, False),
        ("10 times.", None, False),
        ("20 in total, alternating legs.", False, True),
    ],
)
def test_forms_of_each_side(words: str, each: object, alternate: object) -> None:
    one = exercises(f"Straight leg raise\nLie on your back, lift your leg. {words}{BRIDGE}")[0]
    assert (one["per_side"], one["sides_alternate"]) == (each, alternate)


def test_movements_without_sides_are_together() -> None:
    assert exercises(f"Plank\nHold for 30 seconds on your elbows.{BRIDGE}")[0]["per_side"] is False
