"""The baked figure: skin, colours, weights, landmarks and rig of each body.

`figure()` is what all bodies share, `body("woman")` is one of them. The files are
made by `python -m tools.bake_figure`; `data/README.md` describes their layout.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supple.body.kinematics import Posed, Rig, forward, skin_matrices, skinned
from supple.problem import Place, Problem

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DATA = Path(__file__).parent / "data"
# What numpy raises for a file that is missing, cut short or not its own.
DAMAGE = (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile, zlib.error)
BODY_NAMES = ("woman", "man", "older-woman", "large-woman", "large-man")


@dataclass(frozen=True)
class Figure:
    """What all bodies share; n vertices, m triangles.

    `triangles` (m, 3) run anticlockwise seen from outside. `classes` (n,) index
    `class_names`; a triangle's corners are all of one class. `weld` (n,) is equal
    for vertices that lie on one point of one surface (doubled where colours meet).
    `bones` and `weights` (n, 4) are skin weights summing to 1. `marks` maps a
    landmark to its patch of vertices, the middle first and facing outwards over
    the first three. `probes` are vertices
    spread evenly over the outside, enough to see whether the body goes through
    a surface. `stamp` is the hash of what the data was baked from.
    """

    triangles: Ints
    classes: Ints
    class_names: tuple[str, ...]
    weld: Ints
    bones: Ints
    weights: Floats
    probes: Ints
    marks: Mapping[str, Ints]
    stamp: str


@dataclass(frozen=True)
class Body:
    """One body: `points` (n, 3) in the bind pose, metres, standing on y = 0, and its rig."""

    name: str
    figure: Figure
    points: Floats
    rig: Rig
    stature: float
    grey: bool
    stamp: str

    def pose(self, angles: Floats, position: Floats, orientation: Floats) -> Posed:
        """Bones in the world; see `kinematics.forward` for the shapes."""
        return forward(self.rig, angles, position, orientation)

    def skin(self, posed: Posed, vertices: Ints | None = None) -> Floats:
        """Skinned vertices in the world, (…, n, 3) metres; all of them, or those named."""
        chosen = slice(None) if vertices is None else vertices
        matrices = skin_matrices(self.rig, posed)
        return skinned(
            matrices, self.points[chosen], self.figure.bones[chosen], self.figure.weights[chosen]
        )

    def normals(self, points: Floats) -> Floats:
        """Unit normals of posed vertices (n, 3), smooth over the lines where colours meet."""
        figure = self.figure
        total = np.zeros((figure.weld.max() + 1, 3))
        a, b, c = points[figure.triangles.T]
        face = np.cross(b - a, c - a)
        for corner in figure.triangles.T:
            np.add.at(total, figure.weld[corner], face)
        length = np.linalg.norm(total, axis=1, keepdims=True)
        unit: Floats = (total / np.where(length > 0, length, 1))[figure.weld]
        return unit


@cache
def figure() -> Figure:
    """What all bodies share. Raises one of DAMAGE if not whole."""
    with arrays(DATA / "figure.npz") as data:
        names = _text(data["names"])
        ends = np.cumsum(data["mark_sizes"].astype(int))
        patches = np.split(data["marks"].astype(int), ends[:-1])
        return Figure(
            triangles=data["triangles"].astype(int),
            classes=data["classes"].astype(int),
            class_names=tuple(names["classes"]),
            weld=data["weld"].astype(int),
            bones=data["bones"].astype(int),
            weights=data["weights"] / 255.0,
            probes=data["probes"].astype(int),
            marks=dict(zip(names["marks"], patches, strict=True)),
            stamp=_text(data["stamp"]),
        )


@cache
def body(name: str) -> Body:
    """One of `BODY_NAMES`. Raises one of DAMAGE if a file is not whole."""
    with arrays(DATA / f"{name}.npz") as data:
        about = _text(data["about"])
        return Body(
            name=name,
            figure=figure(),
            points=data["low"].astype(float) + data["points"] * float(data["step"]),
            rig=Rig(data["joints"].astype(float), data["axes"].astype(float)),
            stature=about["stature"],
            grey=about["grey"],
            stamp=_text(data["stamp"]),
        )


def arrays(path: Path) -> Any:  # noqa: ANN401 - numpy's own type for it is private
    """The arrays of a file, by name; nothing stays open where the file is damaged."""
    return np.load(io.BytesIO(path.read_bytes()))


def open_body(name: str) -> Body | Problem:
    """`body(name)`, or a Problem that names the file which is missing or damaged."""
    try:
        return body(name)
    except DAMAGE as error:
        sentence = (
            f"The figure {name} cannot be read ({error}); "
            "bake it again with: python -m tools.bake_figure WHEEL"
        )
        return Problem(place=Place(file=str(DATA / f"{name}.npz")), sentence=sentence)


def _text(data: NDArray[np.uint8]) -> Any:  # noqa: ANN401 - JSON is untyped by nature
    return json.loads(bytes(data))
