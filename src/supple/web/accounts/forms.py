"""What is asked at sign-up besides an address and a password."""

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from supple.web.models import User

LONGEST_NAME = 80


class Consent(forms.Form):
    """The part of the sign-up form that is ours: a name, and yes to what is kept."""

    name = forms.CharField(max_length=LONGEST_NAME, required=False)
    agreed = forms.BooleanField(
        error_messages={"required": _("Please read what is kept, and tick this if you agree.")}
    )

    def signup(self, request: HttpRequest, user: User) -> None:  # noqa: ARG002 - allauth's form
        """Keep the name and the time of the yes."""
        user.name = self.cleaned_data["name"]
        user.consented = timezone.now()
        user.save(update_fields=["name", "consented"])


class Name(forms.Form):
    """What others on this instance call the person."""

    name = forms.CharField(max_length=LONGEST_NAME, required=False)
