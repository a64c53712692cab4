"""A day in an address: 2026-11-24."""

from datetime import date


class DayConverter:
    """An ISO date; an address with anything else is not there."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day. Raises ValueError, which Django takes as no match."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """The day as it stands in an address."""
        return value.isoformat()
