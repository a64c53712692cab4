"""Where a person can get to: the floor, or a firm bed."""

from collections.abc import Iterable

from supple.exercise.travel import path, station
from supple.exercise.types import Exercise, Ground, Station, Travel, TravelMove
from supple.fit.rules import Asks, broken

LYING: tuple[Station, ...] = ("supine", "prone", "sidelying")


def surface_for(travel: Travel, limits: tuple[str, ...]) -> Ground:
    """Where to lie: on the floor, or on a bed where the way to the floor breaks a limit."""
    blocked = any(way_breaks(travel, there, limits) for there in ("supine", "sidelying"))
    return "bed" if blocked else "floor"


def way_breaks(travel: Travel, there: Station, limits: tuple[str, ...]) -> tuple[str, ...]:
    """The limits that getting down to a position on the floor, and up again, breaks."""
    there_and_back = (
        *path(travel, "standing", there),
        *path(travel, there, "standing"),
    )
    return _breaks(there_and_back, limits)


def breaks(exercise: Exercise, travel: Travel, limits: tuple[str, ...]) -> tuple[str, ...]:
    """The limits that an exercise breaks by itself, then those that only the way to it breaks."""
    own = broken(Asks(body=exercise.body, purpose=exercise.purpose), limits)
    if exercise.body.floor != "yes":
        return own
    way = way_breaks(travel, station(exercise.body.posture), limits)
    return (*own, *(name for name in way if name not in own))


def _breaks(moves: Iterable[TravelMove], limits: tuple[str, ...]) -> tuple[str, ...]:
    found = {name for move in moves if move.body for name in broken(Asks(body=move.body), limits)}
    return tuple(name for name in limits if name in found)
