"""Changing a finished drawing: other colours, the other side, a text alternative."""

import re
from collections.abc import Mapping
from html import escape

_COLOURED = re.compile(r'(class="figure-([a-z-]+)" (?:fill|stroke)=")#[0-9A-Fa-f]{6}')
_OPENING = re.compile(r"<svg\b[^>]*>")
_WIDTH = re.compile(r'viewBox="0 0 (\d+) \d+"')


def dressed(svg: str, colours: Mapping[str, str]) -> str:
    """The drawing in the colours of a palette, for viewers without a style sheet."""
    return _COLOURED.sub(lambda found: found[1] + colours[found[2]], svg)


def turned(svg: str) -> str:
    """The drawing of the other side: its mirror image."""
    opening, width = _OPENING.search(svg), _WIDTH.search(svg)
    if opening is None or width is None:
        raise ValueError("this is not a drawing: it has no <svg> with a viewBox")
    inside = svg[opening.end() : svg.rindex("</svg>")]
    mirror = f'<g transform="matrix(-1 0 0 1 {width[1]} 0)">{inside}</g>'
    return f"{svg[: opening.end()]}{mirror}</svg>\n"


def labelled(svg: str, text: str) -> str:
    """The drawing with a text alternative for those who do not see it."""
    return svg.replace(' role="img"', f' role="img" aria-label="{escape(text)}"', 1)
