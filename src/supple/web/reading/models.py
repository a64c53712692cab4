"""What is kept of a handout that a person brought."""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

import secrets

from django.conf import settings
from django.db import models

from supple.read.worksheet import Worksheet
from supple.routine.routine import Routine
from supple.value import from_json

LENGTH = 6  # bytes of chance in a key


def new_key() -> str:
    """A name for a routine that no ready one has."""
    return f"own-{secrets.token_hex(LENGTH)}"


class BroughtRoutine(models.Model):
    """A page with a person's corrections, and the routine that was made of it.

    `routine_document` is empty until the person keeps it as a routine; the
    routine's id is `key`. `name` stands apart for lists.
    """

    key = models.CharField(primary_key=True, max_length=80, default=new_key)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="brought")
    name = models.CharField(max_length=80, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    worksheet_document = models.TextField()
    routine_document = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["owner", "-made"], name="brought_order"),)

    def read_worksheet(self) -> Worksheet:
        """The page as it is corrected so far. Raises BadValue."""
        return from_json(self.worksheet_document, Worksheet)

    def read_routine(self) -> Routine | None:
        """The routine as it was last kept; None before that. Raises BadValue."""
        return from_json(self.routine_document, Routine) if self.routine_document else None
