"""Getting from one position to the next: down to the floor, over, and up again."""

from collections import deque
from collections.abc import Iterable

from supple.exercise.types import Ground, Posture, Station, Travel, TravelMove

UPRIGHT = ("standing", "sitting")


def station(posture: Posture) -> Station:
    """Where a posture begins: hands and knees and kneeling are one station."""
    return "kneeling" if posture == "quadruped" else posture


def path(
    travel: Travel, start: Station, end: Station, surface: Ground = "floor"
) -> tuple[TravelMove, ...]:
    """The shortest chain of ways from `start` to `end`; empty where none is needed or known.

    Who lies on a bed never goes by way of the floor.
    """
    queue: deque[tuple[Station, tuple[TravelMove, ...]]] = deque([(start, ())])
    seen = {start}
    while queue:
        here, way = queue.popleft()
        if here == end:
            return way
        for move in _from(travel.moves, here, surface):
            if move.end not in seen:
                seen.add(move.end)
                queue.append((move.end, (*way, move)))
    return ()


def _from(moves: Iterable[TravelMove], here: Station, surface: Ground) -> Iterable[TravelMove]:
    return (move for move in moves if move.start == here and move.on in ("", surface))
