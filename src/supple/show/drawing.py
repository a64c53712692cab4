"""One pose of an exercise as an SVG drawing.

The picture is built from back to front: mat, shadow, ghost of the pose before,
the figure's areas, its shade, its lines, then the spine and the arrows. Shapes
are painted in the order they are written and carry the class of their role
(`figure-skin`, `figure-line` …), so that a page's style sheet can dress them.
"""

from collections.abc import Iterator

import numpy as np

from supple.show.camera import Camera, Floats, Frame
from supple.show.edges import Mesh
from supple.show.fills import area_path, role_paths, shade_path
from supple.show.ground import mat_paths, shadow_path
from supple.show.lines import PEN, line_paths
from supple.show.motion import arrows, holding_hands, spine_leads
from supple.show.palette import is_stroke, palette
from supple.show.pen import arrow_path, dots_path, line_path
from supple.show.raster import Seen, rasterise
from supple.show.stage import Stage
from supple.show.subject import Subject, joined

SPINE_MARKS = ("sacrum", "back.L5", "back.L4", "back.L3", "back.L2", "back.L1", "back.mid",
               "back.upper", "nape")  # fmt: skip
_INSIDE = 0.024  # metres from the skin of the back to the drawn spine
_OPACITY = {"shade": 0.17, "shadow": 0.34}


def drawing(stage: Stage, pose: str) -> str:
    """The SVG drawing of a pose. Raises KeyError for a pose that is not on the stage."""
    frame = stage.frame
    colours = palette(grey=stage.body.grey)
    shapes = [*_ground(stage, pose), *_figure(stage, pose), *_movement(stage, pose)]
    painted = "".join(_shape(role, data, pen, colours) for role, data, pen in shapes if data)
    name = "figure-drawing figure-grey" if stage.body.grey else "figure-drawing"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" role="img" '
        f'viewBox="0 0 {frame.width} {frame.height}" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round">{painted}</svg>\n'
    )


Shape = tuple[str, str, int]


def _shape(role: str, data: str, pen: int, colours: dict[str, str]) -> str:
    if is_stroke(role):
        look = f'stroke="{colours[role]}" stroke-width="{pen}"'
    else:
        look = f'fill="{colours[role]}" fill-rule="evenodd"'
    if role in _OPACITY:
        look += f' fill-opacity="{_OPACITY[role]}"'
    return f'<path class="figure-{role}" {look} d="{data}"/>'


def _ground(stage: Stage, pose: str) -> Iterator[Shape]:
    top, edge = mat_paths(stage.mat, stage.camera, stage.frame)
    yield "mat-edge", edge, 0
    yield "mat", top, 0
    yield "shadow", shadow_path(stage.subject(pose), stage.camera, stage.frame), 0
    before = stage.before(pose)
    if before:
        outline = _silhouette(stage.subject(before), stage.camera, stage.frame)
        yield "ghost", outline, 6


def _silhouette(thing: Subject, camera: Camera, frame: Frame) -> str:
    seen, _ = _seen(thing, camera, frame)
    return area_path(seen.body, sigma=5, tolerance=1.5, least=900)


def _seen(thing: Subject, camera: Camera, frame: Frame) -> tuple[Seen, Mesh]:
    viewed = camera.view(thing.points)
    mesh = Mesh(thing, frame.place(viewed), viewed[:, 2] * frame.scale, frame.scale)
    return rasterise(mesh.sheet, mesh.depth, thing.triangles, (frame.height, frame.width)), mesh


def _figure(stage: Stage, pose: str) -> Iterator[Shape]:
    thing = stage.subject(pose)
    normals = stage.body.normals(thing.points)[thing.triangles].mean(axis=1)
    things = stage.things(pose)
    if things is not None:
        thing = joined(thing, things)
        normals = np.concatenate([normals, np.zeros((len(things.triangles), 3))])
    seen, mesh = _seen(thing, stage.camera, stage.frame)
    for role, data in role_paths(seen, mesh).items():
        yield role, data, 0
    yield "shade", shade_path(seen, mesh, stage.camera.view(normals)), 0
    for kind, data in sorted(line_paths(seen, mesh).items(), reverse=True):
        yield "line", data, PEN[kind]


def _movement(stage: Stage, pose: str) -> Iterator[Shape]:
    before = stage.before(pose)
    if not before:
        return
    frames = stage.frames(pose)
    if spine_leads(frames):
        yield from _spine(stage, before, pose)
    resting = holding_hands(stage.touches(pose))
    for arrow in arrows(stage.body, frames, stage.camera, stage.frame, resting):
        data = arrow_path(arrow.points)
        yield "halo", data, 14
        yield "arrow", data, 0


def _spine(stage: Stage, before: str, pose: str) -> Iterator[Shape]:
    now, then = (stage.frame.place(_spine_points(stage, name)) for name in (pose, before))
    yield "halo", line_path(then), 7
    yield "halo", line_path(now), 24
    yield "spine", line_path(now), 12
    yield "arrow", dots_path(now[1:-3], 12), 0


def _spine_points(stage: Stage, pose: str) -> Floats:
    """The line through the back, a little under its skin, as viewed (k, 3)."""
    skin, marks = stage.skins[pose], stage.body.figure.marks
    normals = stage.body.normals(skin)
    middle = [
        skin[marks[m]].mean(axis=0) - _INSIDE * normals[marks[m]].mean(axis=0) for m in SPINE_MARKS
    ]
    return stage.camera.view(np.array(middle))
