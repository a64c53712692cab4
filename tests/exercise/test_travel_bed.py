"""Where the floor asks too much, the way leads to a bed."""

import pytest

from supple.exercise.load import load_library
from supple.exercise.travel import path
from supple.exercise.types import Station, Travel, TravelMove

LYING: tuple[Station, ...] = ("supine", "sidelying", "prone")
STATIONS: tuple[Station, ...] = (*LYING, "kneeling", "sitting", "standing")


def move(start: Station, end: Station, on: str = "") -> TravelMove:
    return TravelMove(
        start=start,
        end=end,
        on=on,  # type: ignore[arg-type]
        seconds=3,
        text="Go",
        say=("Go.",),
    )


def test_a_bed_is_reached_without_the_floor_and_the_floor_without_a_bed() -> None:
    down, over, bed = (
        move("standing", "kneeling"),
        move("kneeling", "supine", "floor"),
        move("standing", "supine", "bed"),
    )
    travel = Travel(moves=(down, over, bed))
    assert path(travel, "standing", "supine") == (down, over)
    assert path(travel, "standing", "supine", "bed") == (bed,)


@pytest.mark.parametrize("end", LYING)
def test_nobody_kneels_on_the_way_to_a_bed(end: Station) -> None:
    travel = load_library().travel
    for start in ("standing", "sitting", *LYING):
        for way in (path(travel, start, end, "bed"), path(travel, end, start, "bed")):
            assert "kneeling" not in {one.end for one in way}
            assert all(one.body is None for one in way)


@pytest.mark.parametrize("surface", ["floor", "bed"])
def test_every_position_can_be_reached_and_left(surface: str) -> None:
    travel = load_library().travel
    for end in STATIONS[:-1]:
        assert path(travel, "standing", end, surface)  # type: ignore[arg-type]
        assert path(travel, end, "standing", surface)  # type: ignore[arg-type]
