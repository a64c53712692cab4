"""Setting a page: the one door to Typst, and to the QR codes on it.

Templates lie beside this file; their data is a value, handed over as JSON. The
fonts are the ones shipped here, so that a sheet looks the same on every machine.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

import segno
import typst

from supple.value import Value, to_json

HERE = Path(__file__).parent
FONTS = HERE / "fonts"


def typeset(template: str, data: Value, *, title: str) -> bytes:
    """`template` filled with `data`, as PDF bytes. Raises TypstError for a broken template."""
    inputs = {"data": to_json(data), "title": title}
    done: bytes = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=_fonts(),
        sys_inputs=inputs,
        format="pdf",
    )
    return done


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def qr_svg(address: str) -> str:
    """A QR code for `address` as SVG, readable where a fold or a stain takes up to 15 % of it."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode()
