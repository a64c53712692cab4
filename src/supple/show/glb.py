"""Writing a binary glTF 2.0 file: buffers packed into one, views and accessors numbered.

Only what the figure needs. Shapes and component types follow the specification
(Khronos, glTF 2.0, sections 3.6 and 5.1); integers may be normalised, as
KHR_mesh_quantization allows for positions and normals.
"""

import json
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supple import __version__

Array = NDArray[Any]
_MAGIC, _VERSION, _JSON, _BIN = 0x46546C67, 2, 0x4E4F534A, 0x004E4942
_COMPONENTS = {
    np.dtype("i1"): 5120,
    np.dtype("u1"): 5121,
    np.dtype("i2"): 5122,
    np.dtype("u2"): 5123,
    np.dtype("u4"): 5125,
    np.dtype("f4"): 5126,
}
_TYPES = {(): "SCALAR", (2,): "VEC2", (3,): "VEC3", (4,): "VEC4", (16,): "MAT4"}
VERTICES, INDICES = 34962, 34963


class Glb:
    """A file under construction: `document` is its JSON, `array` adds an accessor."""

    def __init__(self) -> None:
        self.document: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": f"Supple {__version__}"},
            "accessors": [],
            "bufferViews": [],
        }
        self._binary = bytearray()

    def array(self, values: Array, *, target: int = 0, normalized: bool = False) -> int:
        """Add `values` (n, …) as they are typed; the accessor's number.

        Elements are padded to four bytes in a vertex buffer, as the
        specification asks; minimum and maximum are given for all.
        """
        values = np.ascontiguousarray(values)
        padded, stride = _aligned(values) if target == VERTICES else (values, 0)
        view: dict[str, Any] = {
            "buffer": 0,
            "byteOffset": len(self._binary),
            "byteLength": padded.nbytes,
        }
        view |= {"target": target} if target else {}
        view |= {"byteStride": stride} if stride else {}
        self._binary += padded.tobytes()
        self._binary += b"\0" * (-len(self._binary) % 4)
        self.document["bufferViews"].append(view)
        accessor: dict[str, Any] = {
            "bufferView": len(self.document["bufferViews"]) - 1,
            "componentType": _COMPONENTS[values.dtype],
            "count": len(values),
            "type": _TYPES[values.shape[1:]],
            "min": np.atleast_1d(values.min(axis=0)).tolist(),
            "max": np.atleast_1d(values.max(axis=0)).tolist(),
        }
        accessor |= {"normalized": True} if normalized else {}
        self.document["accessors"].append(accessor)
        return len(self.document["accessors"]) - 1

    def to_bytes(self) -> bytes:
        """The finished file."""
        document = {**self.document, "buffers": [{"byteLength": len(self._binary)}]}
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        total = 12 + 8 + len(text) + 8 + len(self._binary)
        return b"".join(
            (
                struct.pack("<III", _MAGIC, _VERSION, total),
                struct.pack("<II", len(text), _JSON),
                text,
                struct.pack("<II", len(self._binary), _BIN),
                bytes(self._binary),
            )
        )


def _aligned(values: Array) -> tuple[Array, int]:
    """`values` with each element padded to a multiple of four bytes, and that size."""
    width = values.dtype.itemsize * int(np.prod(values.shape[1:]))
    size = width + -width % 4
    if size == width:
        return values, size
    raw = np.zeros((len(values), size), np.uint8)
    raw[:, :width] = values.view(np.uint8).reshape(len(values), width)
    return raw, size
