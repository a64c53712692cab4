"""Where a picture is taken from: a parallel view, so that lengths can be compared."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Camera(NamedTuple):
    """A parallel view, in degrees.

    `yaw` 0 looks at the body's right side (X runs to the right of the picture), 90 at
    its front; `pitch` is how far the view looks down.
    """

    yaw: float = 0.0
    pitch: float = 9.0

    @property
    def axes(self) -> Floats:
        """The picture's right, up and towards-the-viewer directions in the world, as rows."""
        yaw, pitch = np.radians([self.yaw, self.pitch])
        toward = np.array([np.sin(yaw), 0, np.cos(yaw)]) * np.cos(pitch)
        toward[1] = np.sin(pitch)
        right = np.array([np.cos(yaw), 0, -np.sin(yaw)])
        return np.stack([right, np.cross(toward, right), toward])

    def view(self, points: Floats) -> Floats:
        """World points (…, 3) as right, up, towards the viewer; metres."""
        seen: Floats = points @ self.axes.T
        return seen


class Frame(NamedTuple):
    """How viewed metres lie on the sheet: `left` and `top` in metres, `scale` units a metre."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    def place(self, seen: Floats) -> Floats:
        """Viewed points (…, 2 or 3) as x to the right and y down on the sheet."""
        x = (seen[..., 0] - self.left) * self.scale
        y = (self.top - seen[..., 1]) * self.scale
        return np.stack([x, y], axis=-1)


LOWEST, TALLEST = 0.42, 0.8  # height of a sheet as a share of its width


def frame_around(seen: Floats, *, width: int, margin: float) -> Frame:
    """The frame of `width` units around viewed points (…, 2 or 3), with a margin in metres."""
    flat = seen[..., :2].reshape(-1, 2)
    low, high = flat.min(axis=0) - margin, flat.max(axis=0) + margin
    wide, tall = high - low
    scale = min(width / wide, TALLEST * width / tall)
    height = int(np.ceil(max(tall * scale, LOWEST * width)))
    spare = np.array([width, height]) / scale - (wide, tall)
    return Frame(low[0] - spare[0] / 2, high[1] + spare[1], scale, width, height)
