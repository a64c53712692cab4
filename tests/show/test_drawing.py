"""A finished drawing: what is in it, how large it is, and how it is changed."""

import re
import struct
import zlib
from xml.etree import ElementTree as ET

import pytest

from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.drawing import drawing
from supple.show.dress import dressed, labelled, turned
from supple.show.palette import ROLES, THEMES, TONES, palette, style_sheet
from supple.show.png import png
from supple.show.stage import Stage, set_stage
from supple.show.still import still

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "g", "path", "clipPath")}
MOST = 50_000


def staged(exercise: str) -> Stage:
    stage = set_stage(load_library().exercises[exercise], "woman")
    assert not isinstance(stage, Problem), stage
    return stage


@pytest.fixture(scope="module")
def reach() -> str:
    return drawing(staged("bird-dog"), "reach")


@pytest.fixture(scope="module")
def tilt() -> str:
    svg, problem = still("pelvic-tilt", "flat", "woman")
    assert svg is not None, problem
    return svg


def roles(svg: str) -> list[str]:
    return re.findall(r'<path class="figure-([a-z-]+)"', svg)


def test_a_drawing_is_well_formed_and_holds_only_paths(reach: str, tilt: str) -> None:
    for svg in (reach, tilt):
        tree = ET.fromstring(svg)  # noqa: S314 - our own
        assert {element.tag for element in tree.iter()} <= ELEMENTS
        attributes = {name for element in tree.iter() for name in element.attrib}
        assert not {name for name in attributes if name.startswith(("on", "style", "href"))}


def test_a_drawing_is_small(reach: str, tilt: str) -> None:
    assert len(reach.encode()) <= MOST
    assert len(tilt.encode()) <= MOST


def test_every_shape_has_a_role_and_a_colour(reach: str) -> None:
    paths = re.findall(r"<path [^>]*>", reach)
    assert len(paths) == len(roles(reach)) > 0
    assert set(roles(reach)) <= set(ROLES)
    assert all(re.search(r'(fill|stroke)="#[0-9A-F]{6}"', path) for path in paths)


def test_the_layers_lie_in_order(reach: str) -> None:
    order = list(dict.fromkeys(roles(reach)))
    kept = [role for role in order if role in ("mat", "ghost", "skin", "shade", "line", "arrow")]
    assert kept == ["mat", "ghost", "skin", "shade", "line", "arrow"]


def test_an_arm_and_a_leg_that_reach_have_an_arrow_each(reach: str) -> None:
    assert roles(reach).count("arrow") == 2


def test_a_pelvic_tilt_shows_spine_ghost_arrow_and_a_close_up(tilt: str) -> None:
    assert {"spine", "ghost", "arrow", "prop"} <= set(roles(tilt))
    assert tilt.count("<clipPath") == 1
    name = re.findall(r'clipPath id="([^"]+)"', tilt)[0]
    assert f'clip-path="url(#{name})"' in tilt


def test_the_other_side_is_the_mirror_image() -> None:
    svg = '<svg viewBox="0 0 2400 900"><path d="M1 1"/></svg>\n'
    assert turned(svg) == (
        '<svg viewBox="0 0 2400 900"><g transform="matrix(-1 0 0 1 2400 0)">'
        '<path d="M1 1"/></g></svg>\n'
    )


def test_only_a_drawing_can_be_turned() -> None:
    with pytest.raises(ValueError, match="it has no <svg> with a viewBox"):
        turned("<p>words</p>")


def test_a_label_is_escaped() -> None:
    assert labelled('<svg role="img">', 'Arm "up" & out') == (
        '<svg role="img" aria-label="Arm &quot;up&quot; &amp; out">'
    )


def test_a_drawing_is_dressed_in_one_ink(reach: str) -> None:
    colours = set(re.findall(r"#[0-9A-F]{6}", dressed(reach, palette("ink"))))
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_every_role_has_a_colour_in_every_theme_and_tone(theme: str, tone: str) -> None:
    found = palette(theme, tone)  # type: ignore[arg-type]
    assert set(found) == set(ROLES)
    assert all(re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) for colour in found.values())


def test_grey_hair_is_grey() -> None:
    assert palette(grey=True)["hair"] != palette()["hair"]
    assert palette("ink", grey=True)["hair"] != palette("ink")["hair"]


def test_the_style_sheet_fills_areas_and_strokes_lines() -> None:
    assert style_sheet({"skin": "#AABBCC", "line": "#111111"}) == (
        ".figure-skin{fill:#AABBCC}.figure-line{stroke:#111111}"
    )


def pixels(data: bytes) -> tuple[int, int, bytes]:
    """Width, height and the unfiltered-length image data of a PNG of 8-bit RGBA."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    packed, place = b"", 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[place + 8 + length :][:4])[0]
        if kind == b"IHDR":
            width, height = struct.unpack(">II", body[:8])
        packed += body if kind == b"IDAT" else b""
        place += length + 12
    return width, height, zlib.decompress(packed)


def test_a_png_has_the_width_asked_for(reach: str) -> None:
    width, height, data = pixels(png(reach, width=320))
    assert width == 320
    assert 0.4 * width < height < 0.81 * width
    assert len(data) == height * (4 * width + 1)


def test_ink_makes_another_png_than_colour(reach: str) -> None:
    assert png(reach, width=60, theme="ink") != png(reach, width=60)
