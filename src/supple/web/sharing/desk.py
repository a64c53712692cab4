"""The part of the therapist's desk about people."""

from supple.web.models import User
from supple.web.sharing import shares


def people(user: User) -> int:
    """How many people share their diary with the therapist."""
    return shares.shown_to(user).count()
