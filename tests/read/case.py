"""Run the steps of reading up to one of them."""

from typing import Any

from supple.read.draft import Draft
from supple.read.exchange import exchange
from supple.read.judge import forget
from supple.read.pipeline import STEPS, read_text


def drafted(text: str, until: str) -> Draft:
    """The draft that step `until` leaves."""
    draft = Draft(text=text)
    for step in STEPS:
        draft = step(draft)
        if step.__name__ == until:
            break
    forget()
    return draft


def exercises(text: str) -> list[dict[str, Any]]:
    """The page in the exchange format, exercises only."""
    found: list[dict[str, Any]] = exchange(read_text(text)[0])["exercises"]
    return found


def doses(text: str) -> list[tuple[Any, Any, Any]]:
    """Sets, repetitions and hold of each exercise."""
    return [(e["sets"], e["reps"], e["hold_seconds"]) for e in exercises(text)]


def named(text: str) -> list[str]:
    """The name of each exercise, as the page has it."""
    return [e["name"] for e in exercises(text)]
