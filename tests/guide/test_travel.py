import pytest

from supple.exercise.travel import path, station
from supple.exercise.types import Posture, Station, Travel, TravelMove
from supple.guide.steps import ask, travelled
from supple.words import words

SAY = words()


def way(start: Station, end: Station, *say: str, seconds: float = 3) -> TravelMove:
    return TravelMove(start=start, end=end, seconds=seconds, text="Go", say=say)


def test_the_shortest_way_is_taken() -> None:
    ways = (
        way("standing", "kneeling"),
        way("kneeling", "sidelying"),
        way("sidelying", "supine"),
        way("kneeling", "supine"),
    )
    assert path(Travel(moves=ways), "standing", "supine") == (ways[0], ways[3])


def test_nobody_goes_where_they_are_or_where_no_way_leads() -> None:
    travel = Travel(moves=(way("standing", "kneeling"),))
    assert path(travel, "standing", "standing") == ()
    assert path(travel, "kneeling", "standing") == ()


@pytest.mark.parametrize(
    ("posture", "begins"),
    [("quadruped", "kneeling"), ("kneeling", "kneeling"), ("supine", "supine")],
)
def test_hands_and_knees_and_kneeling_are_one_station(posture: Posture, begins: str) -> None:
    assert station(posture) == begins


def test_a_way_lasts_as_long_as_its_lines() -> None:
    step = travelled(way("supine", "sidelying", "Bend your knees and roll to your side."), SAY)
    assert step.seconds == 4.0


@pytest.mark.parametrize(
    ("start", "end", "floor", "face_down"),
    [
        ("standing", "kneeling", True, False),
        ("sidelying", "kneeling", True, True),
        ("kneeling", "prone", True, True),
        ("kneeling", "standing", True, False),
        ("standing", "sitting", False, False),
    ],
)
def test_a_way_knows_where_the_body_is(
    start: Station, end: Station, *, floor: bool, face_down: bool
) -> None:
    step = travelled(way(start, end), SAY)
    assert (step.floor, step.face_down) == (floor, face_down)


def test_an_ask_waits_and_tells_where_the_phone_goes() -> None:
    step = ask("kneeling", SAY)
    assert step.seconds is None
    assert [line.text for line in step.say] == [
        "Come on to hands and knees.",
        "Lay the phone flat under your eyes.",
        "Tap anywhere when you are ready.",
    ]
