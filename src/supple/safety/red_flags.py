"""The signs that come before any exercise, by their codes."""

from supple.safety.data import table
from supple.safety.level import Level
from supple.value import Value


class RedFlag(Value, kw_only=True):
    """A sign: its name, the level it carries by itself, the plain question, the source.

    What to do is the card of its level (`cards.py`).
    """

    name: str
    level: Level
    ask: str
    source: str


def red_flags() -> dict[str, RedFlag]:
    """All signs by code (RF01 to RF31)."""
    return table(__package__, "red_flags", dict[str, RedFlag])
