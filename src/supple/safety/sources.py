"""Where a sentence comes from."""

from supple.safety.data import table

CONVENTION = "convention"


def citation(source: str) -> str:
    """The citation behind an id of sources.toml; "convention" stands for itself.

    Raises KeyError for an id that is not there.
    """
    return CONVENTION if source == CONVENTION else citations()[source]


def citations() -> dict[str, str]:
    """All citations by id."""
    return table(__package__, "sources", dict[str, str])
