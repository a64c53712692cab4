"""Roles that parts of a drawing play, and their colours in each theme.

A drawing names roles, never colours alone: every shape carries the class
`figure-ROLE` and, for viewers without a style sheet, the colour of the plain
theme. `style_sheet` gives the rules that dress one drawing for any theme and
skin tone, and `variables` the same as CSS custom properties.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from supple.body.appearance import SKIN_TONES, colours

Role = Literal[
    "skin", "shirt", "trousers", "hair", "lips", "brows", "eye", "iris",
    "shade", "line", "mat", "mat-edge", "shadow", "prop", "prop-side", "ghost",
    "spine", "spine-before", "arrow", "halo", "paper",
]  # fmt: skip
Theme = Literal["light", "dark", "ink"]

ROLES: tuple[Role, ...] = get_args(Role)
THEMES: tuple[Theme, ...] = get_args(Theme)
TONES = tuple(SKIN_TONES)
PLAIN_TONE = "medium"

_LIGHT = {
    "shade": "#16302B", "line": "#16302B", "mat": "#C9DACF", "mat-edge": "#A8C3B0",
    "shadow": "#7F9A8A", "prop": "#EADFCB", "prop-side": "#D5C5A8", "ghost": "#7FA08E",
    "spine": "#D9573C", "arrow": "#D9573C", "halo": "#FFFFFF", "paper": "#FFFFFF",
    "spine-before": "#FFFFFF",
}  # fmt: skip
_DARK = {
    "shade": "#0A1513", "line": "#0C1B18", "mat": "#3E5A4E", "mat-edge": "#31493F",
    "shadow": "#263A32", "prop": "#8C7F68", "prop-side": "#6E6350", "ghost": "#9CBBAA",
    "spine": "#FF8A6B", "arrow": "#FF8A6B", "halo": "#14231F", "paper": "#14231F",
    "spine-before": "#EAF2EE", "trousers": "#62738D", "shirt": "#5B9CC2",
}  # fmt: skip
_INK = {
    "skin": "#FFFFFF", "shirt": "#E4E4E4", "trousers": "#A9A9A9", "hair": "#565656",
    "lips": "#D0D0D0", "brows": "#333333", "eye": "#FFFFFF", "iris": "#222222",
    "shade": "#000000", "line": "#111111", "mat": "#F4F4F4", "mat-edge": "#DDDDDD",
    "shadow": "#CFCFCF", "prop": "#F4F4F4", "prop-side": "#DADADA", "ghost": "#8A8A8A",
    "spine": "#111111", "arrow": "#111111", "halo": "#FFFFFF", "paper": "#FFFFFF",
    "spine-before": "#6E6E6E",
}  # fmt: skip


def palette(
    theme: Theme = "light", tone: str = PLAIN_TONE, *, grey: bool = False
) -> dict[str, str]:
    """The colour of each role, #RRGGBB; `grey` for grey hair, which ink lightens."""
    worn = colours(tone, grey=grey)
    if theme == "ink":
        return {**_INK, **({"hair": "#C4C4C4"} if grey else {})}
    return {**worn, **_LIGHT, **(_DARK if theme == "dark" else {})}


def style_sheet(chosen: Mapping[str, str]) -> str:
    """CSS rules that give every shape the colour of its role."""
    return "".join(
        f".figure-{role}{{{'stroke' if is_stroke(role) else 'fill'}:{colour}}}"
        for role, colour in chosen.items()
    )


def is_stroke(role: str) -> bool:
    """Whether a role is drawn as a line rather than filled."""
    return role in {"line", "ghost", "spine", "spine-before", "halo"}
