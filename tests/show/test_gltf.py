"""The figure's glTF files, read back by hand."""

import gzip
import json
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from supple.body.figure import BODY_NAMES, body
from supple.body.kinematics import Posed, rotvec
from supple.body.skeleton import ANGLE_INDEX, BONE_NAMES, REST
from supple.show.gltf import (
    Track,
    body_glb,
    clip_glb,
    continuous,
    kept,
    quaternions,
    whole_glb,
)

COMPONENTS = {5120: "i1", 5121: "u1", 5122: "i2", 5123: "u2", 5125: "u4", 5126: "f4"}
WIDTHS = {"SCALAR": 1, "VEC3": 3, "VEC4": 4, "MAT4": 16}


def opened(glb: bytes) -> tuple[dict, bytes]:
    magic, version, length = struct.unpack_from("<4sII", glb)
    assert (magic, version, length) == (b"glTF", 2, len(glb))
    size, kind = struct.unpack_from("<I4s", glb, 12)
    assert kind == b"JSON"
    document = json.loads(glb[20 : 20 + size])
    return document, glb[20 + size + 8 :]


def array(document: dict, binary: bytes, number: int) -> np.ndarray:
    accessor = document["accessors"][number]
    view = document["bufferViews"][accessor["bufferView"]]
    kind, width = np.dtype(COMPONENTS[accessor["componentType"]]), WIDTHS[accessor["type"]]
    stride = view.get("byteStride", kind.itemsize * width)
    rows = np.frombuffer(binary, np.uint8, accessor["count"] * stride, view["byteOffset"])
    packed = rows.reshape(-1, stride)[:, : kind.itemsize * width]
    values = np.ascontiguousarray(packed).view(kind).astype(float)
    if accessor.get("normalized"):
        values /= {"i1": 127, "u1": 255, "i2": 32767, "u2": 65535}[kind.str[1:]]
    return values


def raised_knee(name: str = "woman", frames: int = 41) -> Track:
    angles = np.tile(REST, (frames, 1))
    angles[:, ANGLE_INDEX["right.hip.flexion"]] = 90 * np.sin(np.linspace(0, np.pi, frames))
    place = np.tile([0.0, 0.95, 0.0], (frames, 1))
    posed = body(name).pose(angles, place, np.tile(np.eye(3), (frames, 1, 1)))
    return Track(posed, np.arange(frames) / 10, {"exercise": "test"})


@pytest.mark.parametrize("name", BODY_NAMES)
def test_a_body_is_at_most_300_kilobytes_compressed(name: str) -> None:
    assert len(gzip.compress(body_glb(body(name)), mtime=0)) <= 300_000


def test_the_bind_pose_comes_back_from_quantised_positions() -> None:
    woman = body("woman")
    document, binary = opened(body_glb(woman))
    primitive = document["meshes"][0]["primitives"][0]
    stored = array(document, binary, primitive["attributes"]["POSITION"])
    inverse = array(document, binary, document["skins"][0]["inverseBindMatrices"])
    pelvis = inverse[0].reshape(4, 4).T
    bind = np.eye(4)
    bind[:3, :3], bind[:3, 3] = woman.rig.axes[0], woman.rig.joints[0]
    back = (bind @ pelvis @ np.c_[stored, np.ones(len(stored))].T).T[:, :3]
    assert np.abs(back - woman.points).max() < 0.0001


def test_weights_sum_to_one_and_name_no_bone_they_do_not_use() -> None:
    document, binary = opened(body_glb(body("man")))
    attributes = document["meshes"][0]["primitives"][0]["attributes"]
    weights = array(document, binary, attributes["WEIGHTS_0"])
    joints = array(document, binary, attributes["JOINTS_0"])
    assert np.allclose(weights.sum(axis=1), 1)
    assert not joints[weights == 0].any()


def test_every_class_is_a_material_and_every_triangle_is_in_one() -> None:
    woman = body("woman")
    document, _ = opened(body_glb(woman))
    assert tuple(m["name"] for m in document["materials"]) == woman.figure.class_names
    corners = sum(
        document["accessors"][p["indices"]]["count"] for p in document["meshes"][0]["primitives"]
    )
    assert corners == woman.figure.triangles.size


def test_a_clip_plays_back_to_the_posed_bones_within_three_millimetres() -> None:
    woman, track = body("woman"), raised_knee()
    document, binary = opened(clip_glb(woman, track))
    played = play(document, binary, track.times)
    assert np.abs(played - track.posed.position).max() < 0.003


def play(document: dict, binary: bytes, times: np.ndarray) -> np.ndarray:
    """Joint positions (frames, bones, 3) by walking the nodes, as a viewer does."""
    nodes = document["nodes"]
    turns = {n: np.tile(node["rotation"], (len(times), 1)) for n, node in enumerate(nodes)}
    shifts = {n: np.tile(node["translation"], (len(times), 1)) for n, node in enumerate(nodes)}
    animation = document["animations"][0]
    for channel in animation["channels"]:
        sampler = animation["samplers"][channel["sampler"]]
        keys = array(document, binary, sampler["input"])[:, 0]
        values = array(document, binary, sampler["output"])
        drawn = np.stack([np.interp(times, keys, column) for column in values.T], axis=-1)
        chosen = turns if channel["target"]["path"] == "rotation" else shifts
        chosen[channel["target"]["node"]] = drawn
    parents = {c: n for n, node in enumerate(nodes) for c in node.get("children", [])}
    rotation, position = {}, {}
    for n in range(len(nodes)):
        local = matrices(turns[n])
        if n not in parents:
            rotation[n], position[n] = local, shifts[n]
            continue
        above = rotation[parents[n]]
        rotation[n] = above @ local
        position[n] = position[parents[n]] + (above @ shifts[n][..., None])[..., 0]
    return np.stack([position[n] for n in range(len(BONE_NAMES))], axis=1)


def matrices(quaternion: np.ndarray) -> np.ndarray:
    x, y, z, w = (quaternion / np.linalg.norm(quaternion, axis=-1, keepdims=True)).T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), -1, 0)


def test_a_clip_has_no_mesh_and_carries_what_it_is_about() -> None:
    document, _ = opened(clip_glb(body("woman"), raised_knee()))
    assert "meshes" not in document
    assert document["extras"] == {"exercise": "test"}


def test_bones_that_stand_still_cost_one_key() -> None:
    document, _ = opened(clip_glb(body("woman"), raised_knee()))
    animation = document["animations"][0]
    moving = {
        BONE_NAMES[c["target"]["node"]]
        for c in animation["channels"]
        if document["accessors"][animation["samplers"][c["sampler"]]["output"]]["count"] > 1
    }
    assert moving == {"thigh.right", "hip.half.right"}


def test_a_whole_file_has_both() -> None:
    document, _ = opened(whole_glb(body("woman"), raised_knee()))
    assert {"meshes", "animations", "skins"} <= document.keys()


def test_quaternions_turn_as_their_matrices_do() -> None:
    vectors = np.random.default_rng(7).uniform(-3, 3, (200, 3))
    turns = rotvec(vectors)
    assert np.abs(matrices(quaternions(turns)) - turns).max() < 1e-12


def test_a_sign_flip_is_undone() -> None:
    turn = np.array([[[0.0, 0, 0, 1]], [[0.0, 0, 0, -1]], [[0.0, 0, 0, 1]]])
    assert (continuous(turn) == [[[0, 0, 0, 1]]] * 3).all()


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        ([3.0] * 33, [0]),
        ([float(k) for k in range(33)], [0, 32]),
        ([0, 0, 0, 1, 2, 3, 3, 3, 3], [0, 2, 5, 8]),
        ([0, 1, 0, 1, 0], [0, 1, 2, 3, 4]),
    ],
    ids=["still", "straight", "a step up", "zigzag"],
)
def test_keys_are_only_where_a_line_does_not_reach(values: list[float], keys: list[int]) -> None:
    assert kept(np.array(values, float)[:, None], 0.01) == keys


@given(arrays(float, (40, 3), elements=st.floats(-1, 1)), st.floats(0.001, 0.5))
def test_lines_between_keys_stay_near_every_frame(values: np.ndarray, tolerance: float) -> None:
    keys = kept(values, tolerance)
    drawn = [np.interp(np.arange(40), keys, values[keys, column]) for column in range(3)]
    assert np.abs(np.stack(drawn, axis=-1) - values).max() <= tolerance + 1e-9


def test_posed_is_what_the_exporter_asks_for() -> None:
    assert Posed._fields == ("rotation", "position")
