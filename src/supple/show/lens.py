"""A round close-up of the low back, where nothing travels and the spine is the point."""

import hashlib

import numpy as np

from supple.show.camera import Floats, Frame
from supple.show.layers import Shape, figure, ground, spine, spine_points
from supple.show.pen import circle_path
from supple.show.stage import Stage

_SIZE = 460  # units across
_NEARER = 2.3
_EDGE = 26  # units to the border of the sheet
_LUMBAR_MIDDLE = 3  # of the marks along the spine


def lens(stage: Stage, before: str, pose: str, colours: dict[str, str]) -> str:
    """An SVG group: the close-up in the emptiest upper corner, tied to the place it shows."""
    focus = spine_points(stage, pose)[_LUMBAR_MIDDLE, :2]
    place = stage.frame.place(focus)
    x = _corner(stage, pose, place)
    half = _SIZE / 2
    scale = stage.frame.scale * _NEARER
    frame = Frame(focus[0] - half / scale, focus[1] + half / scale, scale, _SIZE, _SIZE)
    shapes = [
        *ground(stage, pose, frame),
        *figure(stage, pose, frame),
        *spine(stage, before, pose, frame),
    ]
    inside = "".join(shape.svg(colours) for shape in shapes if shape.data)
    rim = circle_path(np.array([half, half]), half)
    name = f"lens-{hashlib.sha256(inside.encode()).hexdigest()[:8]}"
    clipped = (
        f'<clipPath id="{name}"><path d="{rim}"/></clipPath>'
        f'{Shape("paper", rim).svg(colours)}<g clip-path="url(#{name})">{inside}</g>'
    )
    return (
        _tie(np.array([x + half, _EDGE + half]), place, colours)
        + f'<g transform="translate({x} {_EDGE})">{clipped}{Shape("line", rim, 6).svg(colours)}</g>'
    )


def _corner(stage: Stage, pose: str, place: Floats) -> int:
    """The left side of the close-up: in the upper corner with less of the body, or the nearer."""
    at = stage.frame.place(stage.camera.view(stage.skins[pose]))
    half = _SIZE / 2
    lefts = (_EDGE, stage.frame.width - _EDGE - _SIZE)
    middles = [np.array([left + half, _EDGE + half]) for left in lefts]
    return min(
        zip(lefts, middles, strict=True),
        key=lambda corner: (
            int((np.linalg.norm(at - corner[1], axis=1) < half + _EDGE / 2).sum()),
            float(np.linalg.norm(place - corner[1])),
        ),
    )[0]


def _tie(middle: Floats, place: Floats, colours: dict[str, str]) -> str:
    """A ring around the place that is shown, and a line from there to the close-up."""
    radius = _SIZE / 2 / _NEARER
    way = (place - middle) / np.linalg.norm(place - middle)
    start, end = (np.rint(p).astype(int) for p in (middle, place - way * radius))
    line = f"M{start[0]} {start[1]}L{end[0]} {end[1]}"
    return Shape("line", line + circle_path(place, radius), 5).svg(colours)
