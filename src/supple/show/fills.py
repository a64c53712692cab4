"""Closed areas of one colour, and the one tone of shade that gives the body its roundness."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from supple.show import curves
from supple.show.edges import Mesh, mask_sides
from supple.show.raster import Flags, Floats, Ints, Seen
from supple.show.strokes import Chain, rings, smooth
from supple.show.subject import PART, PARTS

Values = TypeVar("Values", Floats, Ints, NDArray[np.int8])

# Painted one over the other: each covers the seam it shares with the one before.
PAINT_ORDER = (
    "prop",
    "prop-side",
    "skin",
    "trousers",
    "shirt",
    "hair",
    "lips",
    "brows",
    "eye",
    "iris",
)
# The least ring of each small part, in pixels: an eye seen edge-on would be a speck.
_SMALL = {"lips": 12, "brows": 12, "eye": 220, "iris": 14}
_LIGHT = np.array([-0.38, 0.82, 0.42])
_DARK = -0.05
_SOFT = 6
_FAR = 0.06


def area_path(mask: Flags, *, sigma: float, tolerance: float, least: float) -> str:
    """SVG path data around a mask (height, width); rings under `least` pixels are left out."""
    kept = [c for c in _rings(mask) if enclosed(c) >= least]
    fitted = [curves.fit(smooth(c, sigma).points, tolerance, closed=True) for c in kept]
    return "".join(curves.path(curve, closed=True) for curve in fitted)


def _rings(mask: Flags) -> list[Chain]:
    """The rings around a mask, looked for in no more of the sheet than it covers."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return []
    inner = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    found = rings(mask_sides(inner), inner.shape[1])
    corner = np.array([columns[0], rows[0]], dtype=float)
    return [chain._replace(points=chain.points + corner) for chain in found]


def enclosed(chain: Chain) -> float:
    """Pixels inside a ring."""
    x, y = chain.points.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def role_masks(seen: Seen, mesh: Mesh) -> dict[str, Flags]:
    """What to paint for each role of the figure, in painting order."""
    order = np.array([PAINT_ORDER.index(role) for role in mesh.subject.role])
    shown = _looked_up(order[mesh.subject.colour].astype(np.int8), seen, -1)
    masks = {name: shown == number for number, name in enumerate(PAINT_ORDER)}
    masks["trousers"] |= masks["shirt"]
    masks["skin"] = (shown >= 0) & ~masks["prop"] & ~masks["prop-side"]
    masks["prop"] |= masks["prop-side"]
    masks["eye"] |= masks["iris"]
    return {name: mask for name, mask in masks.items() if mask.any()}


def role_paths(seen: Seen, mesh: Mesh) -> dict[str, str]:
    """SVG path data of each role of the figure, in painting order."""
    paths = {}
    for name, mask in role_masks(seen, mesh).items():
        sigma = 2 if name in _SMALL else 4
        paths[name] = area_path(mask, sigma=sigma, tolerance=1.0, least=_SMALL.get(name, 150))
    return paths


def shade_path(seen: Seen, mesh: Mesh, normals: Floats) -> str:
    """SVG path data of all that lies in shade; `normals` (m, 3) of triangles, as viewed."""
    coarse = Seen(seen.triangle[::2, ::2], seen.depth[::2, ::2])
    lit = _looked_up(normals @ (_LIGHT / np.linalg.norm(_LIGHT)), coarse, 0.0)
    soft = _blurred(lit, _SOFT) / np.maximum(_blurred(coarse.body.astype(float), _SOFT), 1e-6)
    part = _looked_up(mesh.subject.part, seen, PART["prop"])
    height, width = seen.triangle.shape
    dark = (soft < _DARK).repeat(2, 0).repeat(2, 1)[:height, :width]
    dark |= np.isin(part, far_parts(mesh))
    dark &= part != PART["prop"]
    return area_path(dark, sigma=7, tolerance=1.6, least=900)


def far_parts(mesh: Mesh) -> Ints:
    """Arms and legs that lie behind their fellows by more than a hand's breadth: drawn in shade."""
    middle = mesh.depth[mesh.subject.triangles].mean(axis=1)
    mean = {p: middle[mesh.subject.part == PART[p]].mean() for p in PARTS if p != "prop"}
    far = []
    for limb, tip in (("arm", "hand"), ("leg", "foot")):
        gap = mean[f"left.{limb}"] - mean[f"right.{limb}"]
        if abs(gap) > _FAR * mesh.scale:
            side = "left" if gap < 0 else "right"
            far += [PART[f"{side}.{limb}"], PART[f"{side}.{tip}"]]
    return np.array(far, dtype=np.int64)


def _looked_up(values: Values, seen: Seen, nothing: float) -> Values:
    """A value of each triangle, spread over the pixels that show it."""
    spread = np.append(values, nothing).astype(values.dtype)
    shown: Values = spread[seen.triangle]  # NOTHING is the last of them
    return shown


def _blurred(image: Floats, reach: int) -> Floats:
    """Two box means of 2·reach + 1 pixels, each way."""
    for _ in range(2):
        for axis in (0, 1):
            image = _box(image, reach, axis)
    return image


def _box(image: Floats, reach: int, axis: int) -> Floats:
    pad = [(reach + 1, reach) if k == axis else (0, 0) for k in (0, 1)]
    total = np.cumsum(np.pad(image, pad), axis=axis)
    high = np.take(total, range(2 * reach + 1, total.shape[axis]), axis)
    low = np.take(total, range(total.shape[axis] - 2 * reach - 1), axis)
    mean: Floats = (high - low) / (2 * reach + 1)
    return mean
