"""What a person leaves out, and what they decided against a plan."""

# ruff: noqa: DJ008 - nobody reads a row as text, and a log must not

from django.conf import settings
from django.db import models

from supple.fit.overrule import Overrule
from supple.value import Value, from_json


class CanDo(Value, kw_only=True):
    """What is left out, the conditions that were said, and those that the page has shown."""

    constraints: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


class StoredCanDo(models.Model):
    """What one person can do; no row until they said so."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="can_do")
    at = models.DateTimeField(auto_now=True)
    document = models.TextField()

    def read(self) -> CanDo:
        """It as a value. Raises BadValue."""
        return from_json(self.document, CanDo)


class Decision(models.Model):
    """One decision about one item of a routine; a second one replaces it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="decisions")
    routine = models.CharField(max_length=80)
    item = models.CharField(max_length=80)
    at = models.DateTimeField(auto_now=True)
    document = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["owner", "routine", "item"], name="one_decision_about_an_item"
            ),
        )

    def read(self) -> Overrule:
        """It as a value. Raises BadValue."""
        return from_json(self.document, Overrule)
