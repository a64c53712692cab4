"""What is kept of questions, replies and answers, and of what was done about them."""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from supple.value import from_json
from supple.web.questions.heard import Heard

LONGEST = 4_000  # characters of a post
LONGEST_NAME = 40  # characters of a pen name


class PenName(models.Model):
    """The name that a person writes under, and when they said yes to writing in public."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pen")
    name = models.CharField(max_length=LONGEST_NAME)
    folded = models.CharField(max_length=LONGEST_NAME * 3, unique=True)
    agreed = models.DateTimeField(default=timezone.now)


class Post(models.Model):
    """A question, a reply under one, or a therapist's answer.

    A question stands under a publication, or at an exercise of the library, or
    at one exercise of a publication. `thread` is the question that a reply or
    an answer belongs to. `gravity` is that of its safety level, for the order
    of the desk; `version` counts what was done to the row, so that of two people
    acting on the same state of it one is told. An author who leaves takes the
    words along; the row stays so that a thread is not torn.
    """

    class Kind(models.TextChoices):
        """What a post is."""

        QUESTION = "question"
        REPLY = "reply"
        ANSWER = "answer"

    class State(models.TextChoices):
        """Who sees it: everyone; its author and the desk (held, hidden); nobody (removed)."""

        SHOWN = "shown"
        HELD = "held"
        HIDDEN = "hidden"
        REMOVED = "removed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.ForeignKey(
        "web.Publication", models.CASCADE, null=True, related_name="posts"
    )
    exercise = models.CharField(max_length=80, blank=True)
    thread = models.ForeignKey("self", models.CASCADE, null=True, related_name="below")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="posts"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=80, blank=True)
    text = models.TextField(blank=True)
    made = models.DateTimeField(default=timezone.now)
    edited = models.DateTimeField(null=True)
    state = models.CharField(max_length=7, choices=State)
    because = models.TextField(blank=True)
    gravity = models.PositiveSmallIntegerField(default=0)
    topic = models.CharField(max_length=40, blank=True)
    heard_document = models.TextField()
    answered = models.BooleanField(default=False)
    closed = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=["publication", "kind", "state", "-made"], name="post_thread"),
            models.Index(fields=["exercise", "kind", "state", "-made"], name="post_exercise"),
            models.Index(fields=["thread", "made"], name="post_below"),
            models.Index(fields=["author", "-made"], name="post_author"),
            models.Index(fields=["kind", "answered", "-gravity", "made"], name="post_waiting"),
            models.Index(fields=["state", "-gravity", "made"], name="post_queue"),
        )

    def read_heard(self) -> Heard:
        """What was heard in its text. Raises BadValue."""
        return from_json(self.heard_document, Heard)


class MeToo(models.Model):
    """Somebody has this question too."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="me_too")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="me_too")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["post", "owner"], name="one_me_too"),)


class Report(models.Model):
    """Somebody asked that a post be looked at; kept until somebody did."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=20)
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["post", "owner"], name="one_report"),)


class ModerationAct(models.Model):
    """What somebody did about a post, and why: the trail. It outlives the accounts in it."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="acts")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="acts"
    )
    name = models.CharField(max_length=80, blank=True)
    act = models.CharField(max_length=20)
    because = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=["-at"], name="trail"),)


class SavedAnswer(models.Model):
    """An answer that a therapist keeps for the next time; it opens for review before it is sent."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved")
    title = models.CharField(max_length=80)
    topic = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=["owner", "title"], name="saved_order"),)
