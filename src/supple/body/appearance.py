"""Colours of the figure: skin tones a person can choose, and the classes' own colours."""

from collections.abc import Mapping

SKIN_TONES: Mapping[str, str] = {
    "light": "#F0C8A8",
    "medium": "#D9A47E",
    "brown": "#A9714B",
    "dark": "#6B4530",
}
_LIPS: Mapping[str, str] = {
    "light": "#CF8A7C",
    "medium": "#B9705F",
    "brown": "#8A4F41",
    "dark": "#57332B",
}
_HAIR: Mapping[str, str] = {
    "light": "#5B4032",
    "medium": "#3E2C24",
    "brown": "#2B211D",
    "dark": "#211A18",
}
GREY_HAIR = "#B9B6B2"
GREY_BROWS = "#8E8883"
CLOTHES: Mapping[str, str] = {"shirt": "#3F7FA6", "trousers": "#39465A"}
EYES: Mapping[str, str] = {"eye": "#F4F1EC", "iris": "#3B2A20"}


def colours(tone: str, *, grey: bool = False) -> dict[str, str]:
    """Colour of each class of the figure for a skin tone, as #RRGGBB; `grey` for grey hair."""
    hair = GREY_HAIR if grey else _HAIR[tone]
    brows = GREY_BROWS if grey else _HAIR[tone]
    own = {"skin": SKIN_TONES[tone], "lips": _LIPS[tone], "hair": hair, "brows": brows}
    return {**own, **CLOTHES, **EYES}
