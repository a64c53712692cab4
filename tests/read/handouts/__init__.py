"""The handouts of this folder with their labels; README.md tells the form."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent
REACH = 700  # characters an exercise spans at most, for matching


class Handout(NamedTuple):
    name: str
    text: str
    language: str
    labels: tuple[tuple[str, ...], ...]

    def gold(self) -> list[dict[str, Any]]:
        """The labels in the exchange format."""
        starts, at = [], 0
        for label in self.labels:
            starts.append(self.text.index(label[0], at))
            at = starts[-1] + len(label[0])
        ends = [*starts, len(self.text)][1:]
        return [
            {
                "name": name,
                "slug": slug,
                "posture": None if posture == "-" else posture.split(",")[0],
                "posture_alternatives": posture.split(",")[1:],
                "sets": amount(sets),
                "reps": amount(reps),
                "hold_seconds": amount(hold),
                "per_side": {"true": True, "false": False, "?": None}[sides],
                "span": [start, min(end, start + REACH)],
            }
            for (name, slug, posture, sets, reps, hold, sides), start, end in zip(
                self.labels, starts, ends, strict=True
            )
        ]


def amount(label: str) -> list[int | None] | None:
    if label == "-":
        return None
    if label.startswith(".."):
        return [None, int(label[2:])]
    low, _, high = label.partition("-")
    return [int(low), int(high or low)]


def handouts() -> Iterator[Handout]:
    for path in sorted(FOLDER.glob("*.txt")):
        text, _, labels = path.read_text(encoding="utf-8").partition("\n=== labels (")
        language, _, rows = labels.partition(")\n")
        yield Handout(
            name=path.stem,
            text=text,
            language=language,
            labels=tuple(
                tuple(cell.strip() for cell in re.split(r" \| ", row)) for row in rows.splitlines()
            ),
        )
