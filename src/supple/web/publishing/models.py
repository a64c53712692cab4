"""What is kept of a routine that a therapist writes and publishes."""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

import secrets

from django.conf import settings
from django.db import models

from supple.routine.routine import Routine
from supple.value import from_json
from supple.web.publishing.draft import Draft
from supple.web.publishing.page_texts import PageTexts

CHANCE = 24  # bytes, which make a key of 32 letters


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(CHANCE)


class State(models.TextChoices):
    """Who may see a publication: nobody yet, everybody, who has the link, nobody any more."""

    DRAFT = "draft"
    PUBLIC = "public"
    LINK = "link"
    WITHDRAWN = "withdrawn"


class Publication(models.Model):
    """A routine with a page of its own.

    Its working copy is `draft_document`, which nobody but its author sees, and
    `saved` counts how often that was kept: a form made from an older count is
    refused. What others see is the newest of its `versions`. `token` is the key
    of a page that is seen by link, and empty for one that everybody sees.
    `announced` is when something that others see of it changed last.
    """

    slug = models.CharField(primary_key=True, max_length=80)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="publications"
    )
    author_name = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=80)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    token = models.CharField(max_length=32, blank=True)
    questions_open = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    announced = models.DateTimeField(null=True, db_index=True)
    saved = models.PositiveIntegerField(default=1)
    draft_document = models.TextField()

    class Meta:
        indexes = (
            models.Index(fields=["author", "-changed"], name="publication_desk"),
            models.Index(fields=["state", "-changed"], name="publication_shelf"),
        )

    @property
    def with_key(self) -> str:
        """What the addresses of a page by link end with; nothing for a public one."""
        return f"?key={self.token}" if self.token else ""

    def read_draft(self) -> Draft:
        """The working copy. Raises BadValue."""
        return from_json(self.draft_document, Draft)


class PublicationVersion(models.Model):
    """A publication as it was published once. It never changes; the newest is the one shown."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.TextField()
    page_document = models.TextField()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["publication", "number"], name="one_version_of_a_number"
            ),
        )

    def read_routine(self) -> Routine:
        """What is done. Raises BadValue."""
        return from_json(self.document, Routine)

    def read_page(self) -> PageTexts:
        """What stands around it. Raises BadValue."""
        return from_json(self.page_document, PageTexts)


class Following(models.Model):
    """That a person follows a publication, and in which version.

    `declined` is the newest version that they chose not to change over to.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="followings")
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="followings")
    version = models.ForeignKey(PublicationVersion, models.RESTRICT, related_name="followings")
    declined = models.PositiveIntegerField(default=0)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owner", "publication"], name="one_version_followed"),
        )
