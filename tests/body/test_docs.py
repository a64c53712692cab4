from pathlib import Path

import pytest

from supple.body.figure import BODY_NAMES, figure
from supple.body.skeleton import ANGLES, Angle

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "figure.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("angle", [angle for angle in ANGLES if not angle.name.startswith("left.")])
def test_every_angle_is_documented_with_its_range(angle: Angle) -> None:
    name = angle.name.removeprefix("right.")
    assert f"| `{name}` | {angle.low:g}° to {angle.high:g}° |" in PAGE


def test_every_place_of_the_skin_is_documented() -> None:
    names = {mark.removeprefix("left.").removeprefix("right.") for mark in figure().marks}
    assert [name for name in sorted(names) if f"| `{name}` |" not in PAGE] == []


def test_every_body_is_named() -> None:
    assert [name for name in BODY_NAMES if f"`{name}`" not in PAGE] == []
