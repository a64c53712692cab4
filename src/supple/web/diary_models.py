"""What a diary keeps besides sessions: answers to its questions, and the reminder."""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

from django.db import models

from supple.track.measures.questionnaire import Answered
from supple.value import from_json


class DiaryAnswer(models.Model):
    """One answering of one question on one local date; a second one that day replaces it.

    `question` is the id of a measure, of a milestone, or of a choice of the diary's own.
    """

    owner = models.ForeignKey("web.User", models.CASCADE, related_name="diary_answers")
    question = models.CharField(max_length=80)
    date = models.DateField()
    at = models.DateTimeField(auto_now=True)
    document = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["owner", "question", "date"], name="one_answer_to_a_question_a_day"
            ),
        )

    def read(self) -> Answered:
        """The raw answers as a value. Raises BadValue."""
        return from_json(self.document, Answered)


class StoredReminder(models.Model):
    """When a person wants to be reminded; no row until they choose so.

    `token` is the unguessable part of the feed's address, None while there is none.
    """

    owner = models.OneToOneField("web.User", models.CASCADE, related_name="reminder")
    token = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - none is not ""
    changed = models.DateTimeField(auto_now=True)
    document = models.TextField()
