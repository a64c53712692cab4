"""The things of a scene as simple shapes: pillow, chair, wall, counter, table, bed, towel, step.

They stand where the body meets them: a seat under the seat bones, a pillow under
the head. Each is put into the same z-buffer as the body, so that the body hides
what it hides of it.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from supple.exercise.types import Surface
from supple.exercise.walls import BESIDE, WALLS
from supple.show.camera import Floats
from supple.show.raster import Ints
from supple.show.subject import PART, Subject, joined

PADS = ("pillow", "cushion", "towel")
_LEG = 0.035
_WALL = 0.06  # metres a wall is thick
_AHEAD = 0.1  # metres a seat is ahead of the body's middle where it is only leant on
_TURNED = np.array([-1.0, 1.0, 1.0])


def props(
    scene: Mapping[str, Surface], resting: Mapping[str, Floats], reach: Floats
) -> Subject | None:
    """All things of a scene as one mesh, or None for an empty scene.

    `resting` gives, by surface, the places (k, 3) of the skin that meets it, and
    `reach` (2, 3) the lowest and highest corner of the body in all its poses.
    """
    made: Subject | None = None
    for name, surface in scene.items():
        places = resting.get(name, np.empty((0, 3)))
        if len(places) or name in WALLS:
            kind = name if name in WALLS else surface.prop or name
            one = _MAKERS.get(kind, _table)(surface, places, reach)
            made = one if made is None else joined(made, one)
    return made


def is_pad(name: str, scene: Mapping[str, Surface]) -> bool:
    """Whether a surface is a soft thing that is only there where it is lain on."""
    return name in scene and (scene[name].prop or name) in PADS


def box(low: Iterable[float], high: Iterable[float]) -> Subject:
    """A box between two corners; every face is a surface of its own, lit as it lies."""
    (ax, ay, az), (bx, by, bz) = low, high
    points = np.array(
        [(ax, ay, az), (bx, ay, az), (bx, ay, bz), (ax, ay, bz),
         (ax, by, az), (bx, by, az), (bx, by, bz), (ax, by, bz)]
    )  # fmt: skip
    quads = np.array(
        [[0, 1, 2, 3], [4, 7, 6, 5], [0, 4, 5, 1], [2, 6, 7, 3], [1, 5, 6, 2], [3, 7, 4, 0]]
    )
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    face = np.tile(np.arange(6), 2)
    roles = tuple("prop" if k == 1 else "prop-side" for k in range(6))
    return subject_of(points, triangles, face, roles)


def cushion(middle: Floats, half: Floats) -> Subject:
    """A soft pad: a rounded box (superellipsoid) around a middle (3,) with half sizes (3,)."""
    rows, columns = 13, 32
    up, round_ = np.meshgrid(
        np.linspace(-np.pi / 2, np.pi / 2, rows), np.linspace(0, 2 * np.pi, columns + 1)[:-1],
        indexing="ij",
    )  # fmt: skip
    ball = np.stack(
        [
            _power(np.cos(up), 0.5) * _power(np.cos(round_), 0.4),
            _power(np.sin(up), 0.9),
            _power(np.cos(up), 0.5) * _power(np.sin(round_), 0.4),
        ],
        axis=-1,
    ).reshape(-1, 3)
    row, column = np.divmod(np.arange((rows - 1) * columns), columns)
    a, b = row * columns + column, row * columns + (column + 1) % columns
    quads = np.stack([a, a + columns, b + columns, b], axis=1)
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return subject_of(middle + ball * half, triangles, np.zeros(len(triangles), int), ("prop",))


def _power(value: Floats, exponent: float) -> Floats:
    signed: Floats = np.sign(value) * np.abs(value) ** exponent
    return signed


def subject_of(points: Floats, triangles: Ints, colour: Ints, roles: tuple[str, ...]) -> Subject:
    """A thing from its points, triangles (m, 3), the colour of each and their roles."""
    part = np.full(len(triangles), PART["prop"])
    return Subject(points, triangles, np.arange(len(points)), colour, roles, part)


def _all(parts: Iterable[Subject]) -> Subject:
    first, *others = parts
    for other in others:
        first = joined(first, other)
    return first


def _pillow(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    x, _, z = places.mean(axis=0)
    half = np.array([0.17, surface.height / 2 + 0.008, 0.26])
    return cushion(np.array([x - 0.02, surface.height / 2 + 0.004, z]), half)


def _towel(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    x, _, z = places.mean(axis=0)
    half = np.array([0.07, max(surface.height / 2, 0.008), 0.2])
    return cushion(np.array([x, max(surface.height / 2, 0.008), z]), half)


def _chair(surface: Surface, places: Floats, reach: Floats) -> Subject:
    """A seat that begins behind the seat bones and ends before the knees; the back is behind.

    Before a body that only leans on it, the chair faces the body.
    """
    x, _, z = places.mean(axis=0)
    if x > reach[:, 0].mean() + _AHEAD:
        facing = _chair(surface, places * _TURNED, np.sort(reach * _TURNED, axis=0))
        return facing._replace(points=facing.points * _TURNED, triangles=facing.triangles[:, ::-1])
    back, front, half, top = x - 0.18, x + 0.26, 0.22, surface.height
    legs = [
        box((lx, 0, lz), (lx + _LEG, top - 0.03, lz + _LEG))
        for lx in (back, front - _LEG)
        for lz in (z - half, z + half - _LEG)
    ]
    seat = box((back, top - 0.035, z - half), (front, top, z + half))
    posts = [
        box((back - 0.01, top, lz), (back + 0.02, top + 0.45, lz + _LEG))
        for lz in (z - half, z + half - _LEG)
    ]
    rail = box((back - 0.01, top + 0.28, z - half), (back + 0.02, top + 0.45, z + half))
    return _all([*legs, *posts, rail, seat])


def _table(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    (ax, _, az), (bx, _, bz) = places.min(axis=0) - 0.12, places.max(axis=0) + 0.12
    top = surface.height
    legs = [
        box((x, 0, z), (x + _LEG, top - 0.03, z + _LEG))
        for x in (ax, bx - _LEG)
        for z in (az, bz - _LEG)
    ]
    return _all([*legs, box((ax, top - 0.035, az), (bx, top, bz))])


def _counter(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    (ax, _, az), (bx, _, bz) = places.min(axis=0) - 0.08, places.max(axis=0) + 0.2
    wide = max(0.45 - (bz - az) / 2, 0.1)
    low, high = (ax, 0.0, az - wide), (bx + 0.2, surface.height, bz + wide)
    return box(low, high)


def _bed(surface: Surface, places: Floats, reach: Floats) -> Subject:
    (ax, _, _), (bx, _, _) = reach[0] - 0.1, reach[1] + 0.1
    z = places[:, 2].mean()
    top = surface.height
    frame = box((ax, 0.08, z - 0.42), (bx, top - 0.14, z + 0.42))
    middle = np.array([(ax + bx) / 2, top - 0.08, z])
    return _all([frame, cushion(middle, np.array([(bx - ax) / 2 + 0.02, 0.085, 0.45]))])


def _bed_edge(surface: Surface, places: Floats, reach: Floats) -> Subject:
    """A bed that ends where the seat does, so that a leg hangs over its edge."""
    end = float(places[:, 0].max()) + 0.04
    ended = np.array([reach[0], [end - 0.1, *reach[1, 1:]]])
    return _bed(surface, places, ended)


def _wall(surface: Surface, _places: Floats, reach: Floats) -> Subject:
    near, tall = surface.distance, max(float(reach[1, 1]) + 0.12, 1.2)
    wide = max(0.55, float(reach[1, 2] - reach[0, 2]) / 2 + 0.1)
    low, high = sorted((near, near + np.copysign(_WALL, near)))
    return box((low, 0.0, -wide), (high, tall, wide))


def _wall_beside(surface: Surface, places: Floats, reach: Floats) -> Subject:
    """A wall that ends just ahead of what leans on it: seen from the front it hides nothing."""
    near, tall = surface.distance, max(float(reach[1, 1]) + 0.12, 1.2)
    low, high = sorted((near, near + np.copysign(_WALL, near)))
    front = float(places[:, 0].max(initial=reach[0, 0])) + 0.05
    return box((reach[0, 0] - 0.3, 0.0, low), (front, tall, high))


def _pedal(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    x, _, z = places.mean(axis=0)
    return box((x - 0.06, surface.height - 0.025, z - 0.05), (x + 0.06, surface.height, z + 0.05))


def _handlebar(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    x, _, z = places.mean(axis=0)
    top = surface.height
    post = box((x - 0.02, 0.05, z - 0.02), (x + 0.02, top - 0.04, z + 0.02))
    return _all([post, box((x - 0.025, top - 0.04, z - 0.27), (x + 0.025, top, z + 0.27))])


def _cycle(surface: Surface, places: Floats, reach: Floats) -> Subject:
    """The saddle, base and wheel of a stationary cycle."""
    (x, _, z), top, front = places.mean(axis=0), surface.height, float(reach[1, 0])
    saddle = cushion(np.array([x + 0.04, top - 0.03, z]), np.array([0.15, 0.035, 0.1]))
    post = box((x - 0.02, 0.05, z - 0.02), (x + 0.02, top - 0.05, z + 0.02))
    base = box((x - 0.15, 0.0, z - 0.04), (front + 0.1, 0.05, z + 0.04))
    wheel = box((front - 0.12, 0.05, z - 0.04), (front + 0.1, top * 0.6, z + 0.04))
    return _all([post, base, wheel, saddle])


def _step(surface: Surface, places: Floats, _reach: Floats) -> Subject:
    (ax, _, az), (bx, _, bz) = places.min(axis=0) - 0.1, places.max(axis=0) + 0.1
    return box((ax, 0.0, az - 0.1), (bx, surface.height, bz + 0.1))


_MAKERS: dict[str, Callable[[Surface, Floats, Floats], Subject]] = {
    "pillow": _pillow,
    "cushion": _pillow,
    "towel": _towel,
    "chair": _chair,
    "seat": _chair,
    "table": _table,
    "counter": _counter,
    "bed": _bed,
    "bed-edge": _bed_edge,
    "wall": _wall,
    BESIDE: _wall_beside,
    "cycle": _cycle,
    "handlebar": _handlebar,
    "pedal": _pedal,
    "step": _step,
}
