"""What a pose asks for: contacts, pins, touches, heights and the angles to stay near."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Plane:
    """A named surface: all points `p` with `normal · p` = `level` (metres); bodies stay above.

    `solid` surfaces may not be passed anywhere; others (a seat, a pillow) are only
    met where a contact says so.
    """

    normal: tuple[float, float, float] = (0.0, 1.0, 0.0)
    level: float = 0.0
    solid: bool = False


FLOOR = Plane(solid=True)


@dataclass(frozen=True)
class Touch:
    """Two landmarks that meet, `gap` metres apart at most, skin facing skin."""

    first: str
    second: str
    gap: float


@dataclass(frozen=True)
class Goal:
    """One pose as asked for.

    `angles` and `slack` (angles,) are what to stay near and how loosely, in degrees.
    `contacts` maps a landmark to the name of its surface in `surfaces`; `pins` maps
    a landmark to the place (3,) of its patch's middle, kept along its surface, or in
    all directions if it touches none; `heights` are metres of the patch's lowest
    point above the floor. `near` holds landmarks at a height more softly.
    """

    angles: Floats
    slack: Floats
    contacts: Mapping[str, str] = field(default_factory=dict)
    pins: Mapping[str, Floats] = field(default_factory=dict)
    touches: tuple[Touch, ...] = ()
    heights: Mapping[str, float] = field(default_factory=dict)
    near: Mapping[str, float] = field(default_factory=dict)
    surfaces: Mapping[str, Plane] = field(default_factory=lambda: {"floor": FLOOR})
