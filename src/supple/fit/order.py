"""An order with few changes of position."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise, permutations

from supple.exercise.travel import path
from supple.exercise.types import Ground, Station, Travel

HOME: Station = "standing"


def ordered(
    stations: Sequence[tuple[str, Station]], travel: Travel, surface: Ground
) -> tuple[str, ...]:
    """The ids of `stations` so that few ways are gone, from standing to standing again.

    The order given is kept where no other needs fewer ways, and as far as
    possible where one does: within a position, and between positions.
    """
    names = tuple(name for name, _ in stations)
    at = dict(stations)
    ways = _ways(set(at.values()) | {HOME}, travel, surface)
    groups: dict[Station, list[str]] = {}
    for name, station in stations:
        groups.setdefault(station, []).append(name)
    follows = Counter(combinations([station for _, station in stations], 2))
    best = min(
        permutations(groups),
        key=lambda order: (_cost(order, ways), _moved(order, follows)),
        default=(),
    )
    regrouped = tuple(name for station in best for name in groups[station])
    fewer = _cost(best, ways) < _cost([at[name] for name in names], ways)
    return regrouped if fewer else names


def _ways(
    stations: set[Station], travel: Travel, surface: Ground
) -> Mapping[tuple[Station, Station], int]:
    return {
        (start, end): len(path(travel, start, end, surface))
        for start in stations
        for end in stations
    }


def _cost(order: Sequence[Station], ways: Mapping[tuple[Station, Station], int]) -> int:
    return sum(ways[step] for step in pairwise((HOME, *order, HOME)))


def _moved(order: Sequence[Station], follows: Mapping[tuple[Station, Station], int]) -> int:
    """How many pairs of exercises change places; `follows` counts the pairs as they were given."""
    return sum(follows[after, before] for before, after in combinations(order, 2))
