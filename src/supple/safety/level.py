"""The five levels of help, from an ambulance to nothing about health."""

from collections.abc import Iterable
from enum import StrEnum


class Level(StrEnum):
    """What is done first. Declared gravest first; `ok` never means all clear."""

    EMERGENCY = "emergency"
    """An ambulance or an emergency department, now."""
    URGENT = "urgent"
    """A clinician today, within 24 hours; no exercise."""
    CLINICIAN_FIRST = "clinician_first"
    """No new exercise until a clinician has looked; days, not hours."""
    OK = "ok"
    """Go on, with a note and any limits."""
    NOT_MEDICAL = "not_medical"
    """Nothing about a person's health."""

    @property
    def gravity(self) -> int:
        """4 for an emergency, down to 0."""
        return len(_ORDER) - 1 - _ORDER.index(self)

    @property
    def stops_exercise(self) -> bool:
        """No exercise, no player and nobody's reply may stand beside this level's card."""
        return self in {Level.EMERGENCY, Level.URGENT}


_ORDER = tuple(Level)


def gravest(levels: Iterable[Level], default: Level = Level.OK) -> Level:
    """The gravest of `levels`, and `default` when there are none."""
    return max(levels, key=lambda level: level.gravity, default=default)
