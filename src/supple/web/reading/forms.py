"""The forms of the Read page: bringing a handout, and setting one exercise right."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from supple.exercise.dose import AMOUNTS, Dose
from supple.read.correct import LONGEST_WORDS
from supple.read.worksheet import LONGEST_NAME, Entry
from supple.value import changed
from supple.web.dose_fields import SIDES, read_amount, read_sides, typed

NO_FIGURE = "none"


class Brought(forms.Form):
    """A handout: pasted, as a file, or the address of a page."""

    text = forms.CharField(required=False, strip=False)
    file = forms.FileField(
        required=False,
        error_messages={"empty": gettext_lazy("This file is empty. Choose another.")},
    )
    address = forms.CharField(required=False, max_length=2000)

    def clean(self) -> dict[str, Any]:
        """One of the three has to be there."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not (
            given.get("text", "").strip() or given.get("file") or given.get("address")
        ):
            raise forms.ValidationError(
                _("Paste the exercises, choose a file, or write the address of a page.")
            )
        return given


class Missed(forms.Form):
    """The words of an exercise that was missed."""

    words = forms.CharField(max_length=LONGEST_WORDS)


class Correction(forms.Form):
    """All fields of one exercise. A number that is left as it was keeps where it came from."""

    name = forms.CharField(
        max_length=LONGEST_NAME, error_messages={"required": gettext_lazy("Give it a name.")}
    )
    exercise = forms.ChoiceField(choices=())
    other = forms.ChoiceField(choices=(), required=False)
    sets = forms.CharField(required=False, max_length=40)
    reps = forms.CharField(required=False, max_length=40)
    hold = forms.CharField(required=False, max_length=40)
    work = forms.CharField(required=False, max_length=40)
    rest = forms.CharField(required=False, max_length=40)
    sides = forms.ChoiceField(choices=(), required=False)
    times_a_day = forms.CharField(required=False, max_length=40)
    days_a_week = forms.CharField(required=False, max_length=40)
    cautions = forms.CharField(required=False, max_length=2000)
    harder = forms.BooleanField(required=False)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        entry: Entry,
        before: int,
        suggested: list[tuple[str, str]],
        library: list[tuple[str, str]],
    ) -> None:
        super().__init__(data, initial=as_typed(entry))
        self.entry = entry
        self.before = before
        self.suggested = suggested
        choices = {
            "exercise": [*suggested, (NO_FIGURE, ""), ("other", "")],
            "other": [("", _("Choose from the library")), *library],
            "sides": [("", ""), *((mode, "") for mode in SIDES)],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = offered

    def clean(self) -> dict[str, Any]:
        """Read each number; a sentence beside the one that cannot be meant."""
        given: dict[str, Any] = super().clean() or {}
        for field in AMOUNTS:
            if field in given:
                try:
                    given[field] = read_amount(field, given[field], getattr(self.entry.dose, field))
                except ValueError as why:
                    self.add_error(field, str(why))
        if given.get("exercise") == "other" and not given.get("other"):
            self.add_error("other", _("Choose an exercise of the library."))
        return given

    def corrected(self) -> Entry:
        """The entry as it was set right; only of a valid form."""
        given = self.cleaned_data
        chosen = given["other"] if given["exercise"] == "other" else given["exercise"]
        numbers = {field: given[field] for field in AMOUNTS}
        return changed(
            self.entry,
            name=given["name"],
            exercise="" if chosen == NO_FIGURE else chosen,
            dose=Dose(**numbers, sides=read_sides(given["sides"], self.entry.dose.sides)),
            cautions=tuple(filter(None, map(str.strip, given["cautions"].splitlines()))),
            harder_than=self.before if given["harder"] else 0,
        )


def as_typed(entry: Entry) -> dict[str, object]:
    """An entry as the form shows it."""
    dose = entry.dose
    return {
        **{field: typed(field, getattr(dose, field)) for field in AMOUNTS},
        "name": entry.name,
        "exercise": entry.exercise or NO_FIGURE,
        "sides": dose.sides.mode if dose.sides else "",
        "cautions": "\n".join(entry.cautions),
        "harder": bool(entry.harder_than),
    }
