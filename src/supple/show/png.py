"""SVG drawings as PNG: the one door to resvg."""

from pathlib import Path

import resvg_py

from supple.show.palette import PLAIN_TONE, Theme, palette, style_sheet

PAPER: dict[Theme, str] = {"light": "#FFFFFF", "dark": "#14231F", "ink": "#FFFFFF"}


def png(
    svg: str,
    *,
    width: int = 1200,
    theme: Theme = "light",
    tone: str = PLAIN_TONE,
    fonts: Path | None = None,
) -> bytes:
    """A drawing `width` pixels wide on its theme's paper; `fonts` is a folder for its words."""
    grey = 'class="figure-drawing figure-grey"' in svg
    rules = style_sheet(palette(theme, tone, grey=grey))
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        background=PAPER[theme],
        style_sheet=rules,
        skip_system_fonts=True,
        font_dirs=[str(fonts)] if fonts else None,
    )
