import zlib

import numpy as np

from supple.body.figure import body
from supple.body.state import base_state
from supple.show.camera import Camera
from tools.contact_sheet import PAPER, SIZE, picture, png


def test_a_standing_body_fits_its_picture() -> None:
    woman = body("woman")
    seen = picture(woman, base_state("standing", woman.stature), Camera(0, 0), "medium")
    assert seen.shape == (*SIZE, 3)
    paper = (seen == PAPER.astype(np.uint8)).all(axis=2)
    assert paper[0].all()
    assert 0.03 < 1 - paper.mean() < 0.4


def test_a_png_holds_its_pixels() -> None:
    pixels = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
    data = png(pixels)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    start = data.index(b"IDAT") + 4
    size = int.from_bytes(data[start - 8 : start - 4], "big")
    rows = zlib.decompress(data[start : start + size])
    assert rows == b"\x00" + pixels[0].tobytes() + b"\x00" + pixels[1].tobytes()
