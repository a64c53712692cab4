"""The lines of a drawing, found between pixels of the z-buffer.

Because they are read off what is seen, a line that the body hides is never there
to be removed. A line runs along the sides of pixels; `strokes` makes it smooth.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from supple.show.raster import NOTHING, Flags, Floats, Ints, Seen, slopes
from supple.show.subject import PARTS, Subject


class Kind(IntEnum):
    """What a line parts, boldest first.

    OUTLINE body from background; FOLD near from far; DETAIL the same on head, hands
    and feet; SEAM one colour from another.
    """

    OUTLINE = 1
    FOLD = 2
    DETAIL = 3
    SEAM = 4


class Sides(NamedTuple):
    """Pixel sides that carry a line: corner numbers (k,), (k,) and their kind (k,)."""

    start: Ints
    end: Ints
    kind: Ints


# How far, in metres, the nearer surface stands off the farther one where a fold is
# drawn: the groove of the spine and a wrinkle at the hip are no folds, a finger is.
_STANDOFF = {"trunk": 0.09, "head": 0.004, "arm": 0.012, "hand": 0.003, "leg": 0.014,
             "foot": 0.003, "prop": 0.004}  # fmt: skip
_BETWEEN = 0.009
_FINE = ("head", "hand", "foot")


class Mesh(NamedTuple):
    """A subject on the sheet: points `sheet` (n, 2) and `depth` (n,) in pixels, `scale` a metre."""

    subject: Subject
    sheet: Floats
    depth: Floats
    scale: float

    @property
    def slopes(self) -> Floats:
        """Depth for a pixel to the right and a pixel down, of each triangle (m, 2)."""
        corners = np.concatenate([self.sheet, self.depth[:, None]], axis=1)
        return slopes(corners[self.subject.triangles])


def find_sides(seen: Seen, mesh: Mesh) -> Sides:
    """All pixel sides where a line runs."""
    height, width = seen.triangle.shape
    corner = np.arange((height + 1) * (width + 1)).reshape(height + 1, width + 1)
    slope = mesh.slopes
    across = _kinds(seen, mesh, slope[:, 0], axis=1)
    along = _kinds(seen, mesh, slope[:, 1], axis=0)
    row, column = np.nonzero(across)
    low, left = np.nonzero(along)
    return Sides(
        np.concatenate([corner[row, column + 1], corner[low + 1, left]]),
        np.concatenate([corner[row + 1, column + 1], corner[low + 1, left + 1]]),
        np.concatenate([across[row, column], along[low, left]]),
    )


def mask_sides(mask: Flags) -> Sides:
    """The pixel sides around a mask (height, width), as outlines."""
    padded = np.pad(mask, 1)
    height, width = mask.shape
    corner = np.arange((height + 1) * (width + 1)).reshape(height + 1, width + 1)
    row, column = np.nonzero(padded[1:-1, 1:] != padded[1:-1, :-1])
    low, left = np.nonzero(padded[1:, 1:-1] != padded[:-1, 1:-1])
    start = np.concatenate([corner[row, column], corner[low, left]])
    end = np.concatenate([corner[row + 1, column], corner[low, left + 1]])
    return Sides(start, end, np.full(len(start), Kind.OUTLINE))


def _kinds(seen: Seen, mesh: Mesh, slope: Floats, axis: int) -> Ints:
    """The kind of line between each pixel and the next along `axis`, 0 for none."""
    cut = (slice(None),) * axis
    before, after = (*cut, slice(None, -1)), (*cut, slice(1, None))
    first, second = seen.triangle[before], seen.triangle[after]
    kinds = np.zeros(first.shape, dtype=np.int64)
    kinds[(first == NOTHING) != (second == NOTHING)] = Kind.OUTLINE
    both = np.nonzero((first != NOTHING) & (second != NOTHING) & (first != second))
    a, b = first[both], second[both]
    rise = seen.depth[after][both] - seen.depth[before][both]
    colour, part = mesh.subject.colour, mesh.subject.part
    kind = np.where(colour[a] != colour[b], Kind.SEAM, 0)
    fold = _folds(mesh, slope, a, b, rise)
    kind[fold] = np.where(_fine()[part[a]] & _fine()[part[b]], Kind.DETAIL, Kind.FOLD)[fold]
    kinds[both] = kind
    return kinds


def _folds(mesh: Mesh, slope: Floats, a: Ints, b: Ints, rise: Floats) -> Flags:
    """Where the nearer surface stands off what the farther one's own slope explains."""
    explained = np.where(rise > 0, slope[a], slope[b])
    away = np.abs(rise) - np.maximum(np.sign(rise) * explained, 0)
    part = mesh.subject.part
    found = away > _standoff()[part[a], part[b]] * mesh.scale
    found[found] = ~_touching(mesh.subject, a[found], b[found])
    return np.asarray(found)


def _touching(subject: Subject, a: Ints, b: Ints) -> Flags:
    corners = subject.weld[subject.triangles]
    shared: Flags = (corners[a][:, :, None] == corners[b][:, None, :]).any(axis=(1, 2))
    return shared


def _standoff() -> Floats:
    """The stand-off of a fold between each two parts, metres (parts, parts)."""
    own = np.array([_STANDOFF[name.rpartition(".")[2]] for name in PARTS])
    between = np.where(_fine()[:, None] | _fine(), np.minimum(own[:, None], own), _BETWEEN)
    return np.where(np.eye(len(PARTS), dtype=bool), own[:, None], between)


def _fine() -> Flags:
    return np.array([name.rpartition(".")[2] in _FINE for name in PARTS])
