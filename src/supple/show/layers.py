"""The layers of a drawing, back to front: ground, ghost, figure, spine, arrows.

Each is a stream of shapes: a role, SVG path data, and the width of the pen for
roles that are lines.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from supple.show.camera import Camera, Floats, Frame
from supple.show.edges import Mesh
from supple.show.fills import area_path, role_paths, shade_path
from supple.show.ground import mat_paths, shadow_path
from supple.show.lines import PEN, line_paths
from supple.show.motion import arrows, holding_hands
from supple.show.palette import is_stroke
from supple.show.pen import arrow_path, dots_path, line_path
from supple.show.raster import Seen, rasterise
from supple.show.stage import Stage
from supple.show.subject import Subject, joined

SPINE_MARKS = ("sacrum", "back.L5", "back.L4", "back.L3", "back.L2", "back.L1", "back.mid",
               "back.upper", "nape")  # fmt: skip
_LUMBAR = slice(1, 6)
_INSIDE = 0.024  # metres from the skin of the back to the drawn spine
_OPACITY = {"shade": 0.17, "shadow": 0.34}
_DASHES = "26 22"
_EVEN_ODD = ("skin", "shirt", "trousers", "hair", "shade", "shadow", "prop", "prop-side")


class Shape(NamedTuple):
    """One path of a drawing; `pen` is the width of its line in units."""

    role: str
    data: str
    pen: int = 0
    dashed: bool = False

    def svg(self, colours: dict[str, str]) -> str:
        """The path element, with the colour of its role for viewers without a style sheet."""
        if is_stroke(self.role):
            look = f'stroke="{colours[self.role]}" stroke-width="{self.pen}"'
        else:
            look = f'fill="{colours[self.role]}"'
        if self.role in _EVEN_ODD:
            look += ' fill-rule="evenodd"'
        if self.role in _OPACITY:
            look += f' fill-opacity="{_OPACITY[self.role]}"'
        if self.dashed:
            look += f' stroke-dasharray="{_DASHES}"'
        return f'<path class="figure-{self.role}" {look} d="{self.data}"/>'


def ground(stage: Stage, pose: str, frame: Frame) -> Iterator[Shape]:
    """The mat and the shadow on it."""
    top, edge = mat_paths(stage.mat, stage.camera, frame)
    yield Shape("mat-edge", edge)
    yield Shape("mat", top)
    yield Shape("shadow", shadow_path(stage.subject(pose), stage.camera, frame))


def ghost(stage: Stage, pose: str, frame: Frame) -> Iterator[Shape]:
    """The outline of the body in the pose that it comes from."""
    seen, _ = _seen(stage.subject(pose), stage.camera, frame)
    yield Shape("ghost", area_path(seen.body, sigma=5, tolerance=1.5, least=900), 6)


def figure(stage: Stage, pose: str, frame: Frame) -> Iterator[Shape]:
    """The body and what it rests on: areas, shade, lines."""
    thing = stage.subject(pose)
    normals = stage.body.normals(thing.points)[thing.triangles].mean(axis=1)
    things = stage.things(pose)
    if things is not None:
        thing = joined(thing, things)
        normals = np.concatenate([normals, np.zeros((len(things.triangles), 3))])
    seen, mesh = _seen(thing, stage.camera, frame)
    for role, data in role_paths(seen, mesh).items():
        yield Shape(role, data)
    yield Shape("shade", shade_path(seen, mesh, stage.camera.view(normals)))
    for kind, data in sorted(line_paths(seen, mesh).items(), reverse=True):
        yield Shape("line", data, PEN[kind])


def _seen(thing: Subject, camera: Camera, frame: Frame) -> tuple[Seen, Mesh]:
    viewed = camera.view(thing.points)
    mesh = Mesh(thing, frame.place(viewed), viewed[:, 2] * frame.scale, frame.scale)
    return rasterise(mesh.sheet, mesh.depth, thing.triangles, (frame.height, frame.width)), mesh


def spine(stage: Stage, before: str, pose: str, frame: Frame) -> Iterator[Shape]:
    """The line of the spine now, over a dashed one of where it was."""
    now, then = (frame.place(spine_points(stage, name)) for name in (pose, before))
    yield Shape("halo", line_path(now), 24)
    yield Shape("spine-before", line_path(then), 9, dashed=True)
    yield Shape("spine", line_path(now), 12)
    yield Shape("arrow", dots_path(now[_LUMBAR], 13))


def spine_points(stage: Stage, pose: str) -> Floats:
    """The line through the back, a little under its skin, as viewed (k, 3)."""
    skin, marks = stage.skins[pose], stage.body.figure.marks
    normals = stage.body.normals(skin)
    under = [
        skin[marks[mark]].mean(axis=0) - _INSIDE * normals[marks[mark]].mean(axis=0)
        for mark in SPINE_MARKS
    ]
    return stage.camera.view(np.array(under))


def movement(stage: Stage, pose: str, frame: Frame) -> Iterator[Shape]:
    """An arrow for each part that moves on the way to this pose."""
    resting = holding_hands(stage.touches(pose))
    for arrow in arrows(stage.body, stage.frames(pose), stage.camera, frame, resting):
        data = arrow_path(arrow.points)
        yield Shape("halo", data, 14)
        yield Shape("arrow", data)
