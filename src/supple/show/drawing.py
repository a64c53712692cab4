"""One pose of an exercise as an SVG drawing.

Shapes are painted in the order they are written. Each carries the class of its
role (`figure-skin`, `figure-line` …) beside its plain colour, so that a page's
style sheet can dress it for any theme and skin tone; only `svg`, `g`, `path` and
`clipPath` are used.
"""

from collections.abc import Iterator

from supple.show.layers import Shape, figure, ghost, ground, movement, spine
from supple.show.lens import lens
from supple.show.motion import holding_hands, movers, spine_leads
from supple.show.palette import palette
from supple.show.stage import Stage


def drawing(stage: Stage, pose: str) -> str:
    """The SVG drawing of a pose. Raises KeyError for a pose that is not on the stage."""
    frame = stage.frame
    colours = palette(grey=stage.body.grey)
    name = "figure-drawing figure-grey" if stage.body.grey else "figure-drawing"
    painted = "".join(shape.svg(colours) for shape in _shapes(stage, pose) if shape.data)
    if _needs_lens(stage, pose):
        painted += lens(stage, stage.before(pose), pose, colours)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" role="img" '
        f'viewBox="0 0 {frame.width} {frame.height}" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round">{painted}</svg>\n'
    )


def _shapes(stage: Stage, pose: str) -> Iterator[Shape]:
    frame, before = stage.frame, stage.before(pose)
    yield from ground(stage, pose, frame)
    if before:
        yield from ghost(stage, before, frame)
    yield from figure(stage, pose, frame)
    if before and spine_leads(stage.frames(pose)):
        yield from spine(stage, before, pose, frame)
    if before:
        yield from movement(stage, pose, frame)


def _needs_lens(stage: Stage, pose: str) -> bool:
    """Whether the spine moves and nothing else does, so that the movement is too small to see."""
    if not stage.before(pose):
        return False
    frames = stage.frames(pose)
    resting = holding_hands(stage.touches(pose))
    return spine_leads(frames) and not movers(stage.body, frames, resting)
