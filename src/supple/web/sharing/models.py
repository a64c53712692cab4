"""What is kept of sharing: invitations, who shares what with whom, and every look."""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0 and O, no 1 and I
CODE_LENGTH = 10  # 50 bits: read out at a desk, and nobody guesses one


def new_code() -> str:
    """A code that can be read out and typed."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


class Invitation(models.Model):
    """The code by which people find a therapist to share with. It opens nothing by itself."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="invite")
    code = models.CharField(max_length=16, unique=True, default=new_code)
    made = models.DateTimeField(default=timezone.now)


class Share(models.Model):
    """A person shows parts of their diary to a therapist, until one of them ends it.

    `what` are names of parts with spaces between; `name` is what the person
    wants to be called there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="shares")
    therapist = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="shown")
    name = models.CharField(max_length=80)
    what = models.CharField(max_length=40)
    made = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["therapist", "ended", "name"], name="share_desk"),)
        constraints = (
            models.UniqueConstraint(
                fields=["person", "therapist"],
                condition=models.Q(ended=None),
                name="one_open_share",
            ),
        )


class ShareView(models.Model):
    """One look at a shared diary: who, when, and at which parts. The trail is never changed.

    It outlives the accounts in it: who leaves takes the name along.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="looked_at"
    )
    therapist = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="looks"
    )
    what = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=["person", "-at"], name="share_view_trail"),)
