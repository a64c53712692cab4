"""The figure as glTF: a skinned, quantised body, and clips that move it.

A body file holds mesh and skeleton, a clip file the same skeleton's nodes and
one animation, so that a viewer loads the body once and a small clip for each
exercise. Nodes are the bones of `supple.body.skeleton`, by name; materials are
the figure's classes (skin, shirt …), by name, so that a page can recolour them.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supple.body.appearance import colours
from supple.body.figure import Body
from supple.body.kinematics import Posed, Rig, parent_index
from supple.body.skeleton import BONE_NAMES
from supple.show.glb import INDICES, VERTICES, Glb
from supple.show.palette import palette
from supple.show.things import Things

Floats = NDArray[np.float64]
THINGS = "things"
ROUGHNESS = 0.85
# At the end of an outstretched arm this is under three millimetres.
TOLERANCE_DEGREES = 0.14
TOLERANCE_METRES = 0.0004


@dataclass(frozen=True)
class Track:
    """Posed bones over time: `posed` has one leading axis of frames, `times` seconds."""

    posed: Posed
    times: Floats
    extras: dict[str, Any] = field(default_factory=dict)
    things: Things | None = None


def body_glb(body: Body, tone: str = "medium") -> bytes:
    """Mesh, skeleton and materials of one body, in the bind pose."""
    glb = Glb()
    _add_mesh(glb, body, tone)
    return _finish(glb, body.rig)


def clip_glb(body: Body, track: Track) -> bytes:
    """The skeleton of `body`, one animation of it, and the things it rests on; no body mesh."""
    glb = Glb()
    _add_things(glb, track.things)
    _add_animation(glb, track)
    return _finish(glb, body.rig)


def whole_glb(body: Body, track: Track, tone: str = "medium") -> bytes:
    """Body and clip in one file, for other programs."""
    glb = Glb()
    _add_mesh(glb, body, tone)
    _add_things(glb, track.things)
    _add_animation(glb, track)
    return _finish(glb, body.rig)


def _finish(glb: Glb, rig: Rig) -> bytes:
    nodes = _bone_nodes(rig)
    roots = [0]
    for number, mesh in enumerate(glb.document.get("meshes", [])):
        skin = {} if mesh["name"] == THINGS else {"skin": 0}
        nodes.append({"name": mesh["name"], "mesh": number, **skin})
        roots.append(len(nodes) - 1)
    glb.document |= {"nodes": nodes, "scenes": [{"nodes": roots}], "scene": 0}
    return glb.to_bytes()


def _bone_nodes(rig: Rig) -> list[dict[str, Any]]:
    """One node a bone in the bind pose; children after parents, node numbers are bone numbers."""
    parents = parent_index()
    turns = local_turns(rig.axes[None])[0]
    nodes: list[dict[str, Any]] = []
    for number, name in enumerate(BONE_NAMES):
        shift = rig.joints[0] if number == 0 else rig.offsets[number]
        children = [c for c in range(1, len(BONE_NAMES)) if parents[c] == number]
        node: dict[str, Any] = {
            "name": name,
            "translation": _short(shift),
            "rotation": _short(quaternions(turns[number])),
        }
        nodes.append(node | ({"children": children} if children else {}))
    return nodes


def _short(values: Floats) -> list[float]:
    return [round(float(value), 6) for value in values]


def local_turns(rotation: Floats) -> Floats:
    """World orientations (…, bones, 3, 3) as turns within each bone's parent."""
    parents = parent_index()
    local: Floats = np.swapaxes(rotation[..., parents, :, :], -1, -2) @ rotation
    local[..., 0, :, :] = rotation[..., 0, :, :]
    return local


def quaternions(turns: Floats) -> Floats:
    """Unit quaternions (…, 4) as x, y, z, w of rotation matrices (…, 3, 3).

    The largest component is computed first, which keeps all four exact
    (Shepperd 1978).
    """
    m = turns
    trace = np.trace(m, axis1=-2, axis2=-1)
    diagonal = np.stack([m[..., 0, 0], m[..., 1, 1], m[..., 2, 2], trace], axis=-1)
    first = diagonal.argmax(axis=-1)
    xx, yy, zz = m[..., 0, 0], m[..., 1, 1], m[..., 2, 2]
    xy, xz, yz = (
        m[..., 0, 1] + m[..., 1, 0],
        m[..., 0, 2] + m[..., 2, 0],
        m[..., 1, 2] + m[..., 2, 1],
    )
    wx, wy, wz = (
        m[..., 2, 1] - m[..., 1, 2],
        m[..., 0, 2] - m[..., 2, 0],
        m[..., 1, 0] - m[..., 0, 1],
    )
    rows = np.stack(
        [
            np.stack([1 + xx - yy - zz, xy, xz, wx], axis=-1),
            np.stack([xy, 1 - xx + yy - zz, yz, wy], axis=-1),
            np.stack([xz, yz, 1 - xx - yy + zz, wz], axis=-1),
            np.stack([wx, wy, wz, 1 + trace], axis=-1),
        ],
        axis=-2,
    )
    chosen = np.take_along_axis(rows, first[..., None, None], axis=-2)[..., 0, :]
    unit: Floats = chosen / np.linalg.norm(chosen, axis=-1, keepdims=True)
    return unit


def _add_mesh(glb: Glb, body: Body, tone: str) -> None:
    low = body.points.min(axis=0)
    reach = float((body.points - low).max())
    weights = _weights(body.figure.weights)
    attributes = {
        "POSITION": glb.array(
            _unsigned((body.points - low) / reach), target=VERTICES, normalized=True
        ),
        "NORMAL": glb.array(_signed(body.normals(body.points)), target=VERTICES, normalized=True),
        "JOINTS_0": glb.array(
            np.where(weights, body.figure.bones, 0).astype(np.uint8), target=VERTICES
        ),
        "WEIGHTS_0": glb.array(weights, target=VERTICES, normalized=True),
    }
    paint = colours(tone, grey=body.grey)
    names = body.figure.class_names
    glb.document["materials"] = [_material(name, paint[name]) for name in names]
    corners = body.figure.classes[body.figure.triangles[:, 0]]
    primitives = []
    for number in range(len(names)):
        chosen = body.figure.triangles[corners == number].astype(np.uint16).ravel()
        indices = glb.array(chosen, target=INDICES)
        primitives.append({"attributes": attributes, "indices": indices, "material": number})
    glb.document["meshes"] = [{"name": "figure", "primitives": primitives}]
    glb.document["skins"] = [_skin(glb, body.rig, low, reach)]
    _quantised(glb)


def _quantised(glb: Glb) -> None:
    glb.document["extensionsUsed"] = ["KHR_mesh_quantization"]
    glb.document["extensionsRequired"] = ["KHR_mesh_quantization"]


def _add_things(glb: Glb, things: Things | None) -> None:
    if things is None:
        return
    paint = palette()
    materials = glb.document.setdefault("materials", [])
    attributes = {
        "POSITION": glb.array(things.points.astype(np.float32), target=VERTICES),
        "NORMAL": glb.array(_signed(things.normals), target=VERTICES, normalized=True),
    }
    primitives = []
    for role, triangles in things.triangles.items():
        indices = glb.array(triangles.astype(np.uint16).ravel(), target=INDICES)
        primitives.append(
            {"attributes": attributes, "indices": indices, "material": len(materials)}
        )
        materials.append(_material(role, paint[role]))
    mesh = {"name": THINGS, "primitives": primitives}
    _quantised(glb)
    glb.document.setdefault("meshes", []).append(mesh)


def _skin(glb: Glb, rig: Rig, low: Floats, reach: float) -> dict[str, Any]:
    """The inverse bind matrices also undo the quantisation of the positions."""
    bind = np.tile(np.eye(4), (len(BONE_NAMES), 1, 1))
    bind[:, :3, :3], bind[:, :3, 3] = rig.axes, rig.joints
    restore = np.diag([reach, reach, reach, 1.0])
    restore[:3, 3] = low
    inverse = np.linalg.inv(bind) @ restore
    inverse[:, 3] = (0, 0, 0, 1)
    columns = np.swapaxes(inverse, -1, -2).reshape(-1, 16).astype(np.float32)
    return {"inverseBindMatrices": glb.array(columns), "joints": list(range(len(BONE_NAMES)))}


def _material(name: str, colour: str) -> dict[str, Any]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [round(((c + 0.055) / 1.055) ** 2.4 if c > 0.04045 else c / 12.92, 5) for c in parts]  # noqa: PLR2004 - the sRGB curve
    surface = {
        "baseColorFactor": [*linear, 1.0],
        "metallicFactor": 0.0,
        "roughnessFactor": ROUGHNESS,
    }
    return {"name": name, "pbrMetallicRoughness": surface}


def _unsigned(values: Floats) -> NDArray[np.uint16]:
    return np.rint(values * 65535).astype(np.uint16)


def _signed(values: Floats) -> NDArray[np.int8]:
    return np.rint(values * 127).astype(np.int8)


def _weights(weights: Floats) -> NDArray[np.uint8]:
    """Weights in 255ths that still sum to 255: the largest takes what rounding left over."""
    rounded = np.rint(weights * 255).astype(int)
    rows = np.arange(len(rounded))
    rounded[rows, rounded.argmax(axis=1)] += 255 - rounded.sum(axis=1)
    return rounded.astype(np.uint8)


def _add_animation(glb: Glb, track: Track) -> None:
    turns = continuous(quaternions(local_turns(track.posed.rotation)))
    animation = _Animation(glb, track.times)
    for bone in range(len(BONE_NAMES)):
        keys = kept(turns[:, bone], np.radians(TOLERANCE_DEGREES) / 2, unit=True)
        animation.add(bone, "rotation", np.rint(turns[keys, bone] * 32767).astype(np.int16), keys)
    path = track.posed.position[:, 0]
    keys = kept(path, TOLERANCE_METRES)
    animation.add(0, "translation", path[keys].astype(np.float32), keys)
    glb.document["animations"] = [animation.document]
    glb.document["extras"] = track.extras


class _Animation:
    """One animation under construction; tracks with the same keys share their times."""

    def __init__(self, glb: Glb, times: Floats) -> None:
        self.document: dict[str, Any] = {"name": "move", "samplers": [], "channels": []}
        self._glb = glb
        self._times = times
        self._inputs: dict[tuple[int, ...], int] = {}

    def add(self, bone: int, path: str, values: NDArray[Any], keys: list[int]) -> None:
        """Move one bone's `path` through `values` at the frames `keys`; integers are normalised."""
        shared = tuple(keys)
        if shared not in self._inputs:
            self._inputs[shared] = self._glb.array(self._times[keys].astype(np.float32))
        output = self._glb.array(values, normalized=values.dtype == np.int16)
        sampler = len(self.document["samplers"])
        self.document["samplers"].append({"input": self._inputs[shared], "output": output})
        target = {"node": bone, "path": path}
        self.document["channels"].append({"sampler": sampler, "target": target})


def continuous(turns: Floats) -> Floats:
    """The same turns with signs chosen so that each quaternion is near the one before."""
    flip = np.sign((turns[1:] * turns[:-1]).sum(axis=-1, keepdims=True))
    flip = np.where(flip == 0, 1, flip)
    signs = np.concatenate([np.ones((1, *flip.shape[1:])), np.cumprod(flip, axis=0)])
    same: Floats = turns * signs
    return same


def kept(values: Floats, tolerance: float, *, unit: bool = False) -> list[int]:
    """The fewest frames whose straight lines stay within `tolerance` of `values` (frames, n).

    Each line reaches as far as it can; only the first frame where the track stands
    still. `unit` puts what lies between back to length 1, as a viewer does with turns.
    """
    if float(np.abs(values - values[0]).max()) <= tolerance:
        return [0]
    keys, last = [0], len(values) - 1
    while keys[-1] < last:
        keys.append(_reach(values, keys[-1], tolerance, unit=unit))
    return keys


def _reach(values: Floats, start: int, tolerance: float, *, unit: bool) -> int:
    """The last frame that one line from frame `start` can go to."""
    end, last = start + 1, len(values) - 1
    while end < last and _off(values[start : end + 2], unit=unit) <= tolerance:
        end += 1
    return end


def _off(values: Floats, *, unit: bool) -> float:
    """How far `values` are, at most, from the line between the first and the last of them."""
    share = np.linspace(0, 1, len(values))[:, None]
    line = values[0] * (1 - share) + values[-1] * share
    if unit:
        line /= np.linalg.norm(line, axis=1, keepdims=True)
    return float(np.abs(line - values).max())
