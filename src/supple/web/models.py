"""What is kept. Rows hold documents validated by the domain types, and few columns for queries.

A plan names the library it was made from, a script its plan, a session its
script: what was done stays readable when the library moves on.
"""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

import uuid

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from supple.routine.log import SessionLog
from supple.routine.plan import Plan
from supple.routine.script import Script
from supple.value import from_json
from supple.web.diary_models import DiaryAnswer, StoredReminder
from supple.web.fitting_models import Decision, StoredCanDo
from supple.web.preferences import Preferences, read_preferences
from supple.web.publishing.models import Following, Publication, PublicationVersion
from supple.web.questions.models import (
    MeToo,
    ModerationAct,
    PenName,
    Post,
    Report,
    SavedAnswer,
)
from supple.web.reading.models import BroughtRoutine
from supple.web.sharing.models import Invitation, Share, ShareView

__all__ = [
    "BroughtRoutine",
    "Decision",
    "DiaryAnswer",
    "Following",
    "Invitation",
    "MeToo",
    "ModerationAct",
    "PenName",
    "Post",
    "Publication",
    "PublicationVersion",
    "Report",
    "Role",
    "SavedAnswer",
    "Screening",
    "Session",
    "SessionEvent",
    "Share",
    "ShareView",
    "StoredCanDo",
    "StoredPlan",
    "StoredReminder",
    "StoredScript",
    "User",
]


class Role(models.TextChoices):
    """What an account may do. One person on one machine is the owner."""

    OWNER = "owner"
    THERAPIST = "therapist"
    PERSON = "person"
    READER = "reader"


class User(AbstractBaseUser):
    """An account. The owner of a single-user instance has neither e-mail nor password.

    `zone` is the time zone that the person's browser last named; `consented` when they
    said yes to what is kept; `revision` is another after each change of what is theirs.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=9, choices=Role, default=Role.READER)
    preferences_document = models.TextField(blank=True)
    zone = models.CharField(max_length=64, blank=True)
    joined = models.DateTimeField(auto_now_add=True)
    consented = models.DateTimeField(null=True)
    revision = models.UUIDField(default=uuid.uuid4)

    USERNAME_FIELD = "email"
    objects = BaseUserManager["User"]()

    def __str__(self) -> str:
        return self.email or self.role

    def has_usable_password(self) -> bool:
        """Whether a password lets this person in; an owner who came by a link has none."""
        return bool(self.password) and super().has_usable_password()

    @property
    def preferences(self) -> Preferences:
        """How Supple looks, sounds and speaks to this person."""
        return read_preferences(self.preferences_document)[0]


class Screening(models.Model):
    """One answering of the first-start questions; the latest counts.

    `answers_document` maps question ids to yes, no or not_sure. `cleared` is
    the person's word that a clinician has checked.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="screenings")
    at = models.DateTimeField(auto_now_add=True)
    answers_document = models.TextField()
    cleared = models.BooleanField(default=False)
    may_start = models.BooleanField()

    class Meta:
        indexes = (models.Index(fields=["owner", "-at"], name="screening_latest"),)


class StoredPlan(models.Model):
    """A version of a person's plan for a routine; the newest row of a routine is the one used.

    `chosen` are the ids of the items that the person set in it, with spaces between;
    what else is new in it is worked out anew from the sessions (see `replay`).
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="plans")
    plan = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    routine = models.CharField(max_length=80)
    library = models.CharField(max_length=64)
    made = models.DateTimeField(auto_now_add=True)
    document = models.TextField()
    chosen = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owner", "plan", "version"], name="plan_version"),
        )

    def read(self) -> Plan:
        """The plan as a value. Raises BadValue."""
        return from_json(self.document, Plan)


class StoredScript(models.Model):
    """A script as the player got it, named by the hash of what it says."""

    id = models.CharField(primary_key=True, max_length=64)
    plan = models.CharField(max_length=80)
    plan_version = models.PositiveIntegerField()
    routine = models.CharField(max_length=80)
    document = models.TextField()

    def read(self) -> Script:
        """The script as a value. Raises BadValue."""
        return from_json(self.document, Script)


class Session(models.Model):
    """One session of one person, led by the player or written down by hand.

    `log_document` is derived from the events and `answers_document`; `date` is
    the local date it began on; `ended` says that the player was finished or left,
    so that there is nothing to go on with. A session removed by its owner stays as an
    empty row (`removed`), so that a browser with events still to send cannot
    bring it back.
    """

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    script = models.ForeignKey(StoredScript, models.PROTECT, null=True, related_name="sessions")
    routine = models.CharField(max_length=80, blank=True)
    date = models.DateField()
    started = models.CharField(max_length=40, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    seconds = models.FloatField(default=0)
    finished = models.BooleanField(default=False)
    ended = models.BooleanField(default=False)
    by_hand = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)
    pain_before = models.PositiveSmallIntegerField(null=True)
    pain_after = models.PositiveSmallIntegerField(null=True)
    answers_document = models.TextField(blank=True)
    log_document = models.TextField(blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=["owner", "-date", "-started"],
                name="kept_sessions",
                condition=models.Q(removed=False),
            ),
        )

    @property
    def minutes(self) -> int:
        """Whole minutes that were done."""
        return round(self.seconds / 60)

    def read_log(self) -> SessionLog:
        """What was done, as a value. Raises BadValue."""
        return from_json(self.log_document, SessionLog)


class SessionEvent(models.Model):
    """An event of the player as it was sent; `seq` counts from 0 within its session."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="events")
    seq = models.PositiveIntegerField()
    document = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["session", "seq"], name="one_event_a_number"),
        )


@receiver((post_save, post_delete))
def renew(sender: type[models.Model], instance: models.Model, **_signal: object) -> None:
    """Give a person another revision when they, or something of theirs, was written or deleted."""
    whose = instance.pk if isinstance(instance, User) else getattr(instance, "owner_id", None)
    if whose is not None and sender._meta.apps is apps:  # noqa: SLF001 - not one of a migration
        User.objects.filter(pk=whose).update(revision=uuid.uuid4())
