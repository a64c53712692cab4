"""Forms that a person fills in: what was typed becomes a value, or a sentence beside its field."""

import datetime as dt
from typing import Any, get_args

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from supple.routine.log import Pain
from supple.value import from_plain
from supple.web.preferences import Preferences

MOST_MINUTES = 600
FIRST_YEAR = 1900
LONGEST_NOTE = 2000  # characters
PAINS: dict[str, Pain] = {str(pain): pain for pain in get_args(Pain)}


def whole(text: str, digits: int = 8) -> int | None:
    """The whole number that a form or an address carries; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None


def pain_of(text: str) -> Pain | None:
    """A pain of 0 to 10, or None for anything else."""
    return PAINS.get(text)


class PastSession(forms.Form):
    """A session written down by hand, or one that was led, whose minutes are as counted.

    `today` is the person's own date.
    """

    date = forms.DateField(error_messages={"invalid": gettext_lazy("Write the day as 2026-11-24.")})
    minutes = forms.IntegerField(
        min_value=1,
        max_value=MOST_MINUTES,
        error_messages={
            "min_value": gettext_lazy("Write at least 1 minute."),
            "max_value": gettext_lazy("Write at most 600 minutes."),
            "invalid": gettext_lazy("Write the minutes as a whole number."),
        },
    )
    pain_before = forms.TypedChoiceField(
        choices=[("", "")] + [(str(n), str(n)) for n in range(11)],
        coerce=pain_of,
        required=False,
        empty_value=None,
    )
    pain_after = forms.TypedChoiceField(
        choices=[("", "")] + [(str(n), str(n)) for n in range(11)],
        coerce=pain_of,
        required=False,
        empty_value=None,
    )
    note = forms.CharField(max_length=LONGEST_NOTE, required=False)

    def __init__(self, *args: Any, today: dt.date, led: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.today = today
        if led:
            del self.fields["minutes"]
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")

    def clean_date(self) -> dt.date:
        """A day that has begun, in this or the last century."""
        day: dt.date = self.cleaned_data["date"]
        if day > self.today:
            raise forms.ValidationError(
                _("That day is still to come: write today or a day before.")
            )
        if day.year < FIRST_YEAR:
            raise forms.ValidationError(_("Write a day after 1900."))
        return day


def emergency_number(*, required: bool = False) -> forms.RegexField:
    """The field for the number that a card calls."""
    return forms.RegexField(
        r"^[0-9+ ()-]{2,20}$",
        required=required,
        error_messages={
            "invalid": gettext_lazy("Write a telephone number, such as 112 or 911."),
            "required": gettext_lazy("Write the number, or skip this."),
        },
    )


class EmergencyNumber(forms.Form):
    """The one thing that is asked after the first-start questions."""

    emergency_number = emergency_number(required=True)


class AboutYou(forms.Form):
    """How Supple looks, sounds and speaks."""

    speech = forms.BooleanField(required=False)
    voice = forms.CharField(max_length=200, required=False)
    rate = forms.FloatField(min_value=0.5, max_value=2)
    volume = forms.FloatField(min_value=0, max_value=1)
    tones = forms.BooleanField(required=False)
    flash = forms.BooleanField(required=False)
    vibrate = forms.BooleanField(required=False)
    wait_for_tap = forms.BooleanField(required=False)
    theme = forms.ChoiceField(choices=(), required=False)
    text_size = forms.ChoiceField(choices=())
    locale = forms.ChoiceField(choices=(), required=False)
    figure = forms.ChoiceField(choices=())
    tone = forms.ChoiceField(choices=())
    emergency_number = emergency_number()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for name, choices in choices_of().items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = choices

    def preferences(self) -> Preferences:
        """What was chosen, as a value; only of a valid form."""
        return from_plain(self.cleaned_data, Preferences)


def choices_of() -> dict[str, list[tuple[str, str]]]:
    """What can be chosen on About you, in words."""
    return {
        "theme": [("", _("Same as this device")), ("light", _("Light")), ("dark", _("Dark"))],
        "text_size": [
            ("100", _("As on this device")),
            ("125", _("Larger")),
            ("150", _("Much larger")),
            ("200", _("Twice as large")),
        ],
        "locale": [("", _("Same as this device")), *settings.LANGUAGES],
        "figure": [
            ("woman", _("A woman")),
            ("man", _("A man")),
            ("older-woman", _("An older woman")),
            ("large-woman", _("A large woman")),
            ("large-man", _("A large man")),
        ],
        "tone": [
            ("light", _("Light skin")),
            ("medium", _("Medium skin")),
            ("brown", _("Brown skin")),
            ("dark", _("Dark skin")),
        ],
    }
