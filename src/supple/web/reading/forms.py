"""The forms of the Read page: bringing a handout, and setting one exercise right."""

import re
from typing import Any, get_args

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from supple.exercise.dose import AMOUNTS, TIMED, Amount, Dose, SideMode, Sides
from supple.exercise.dose_text import format_amount, parse_dose
from supple.read.correct import LONGEST_WORDS
from supple.read.worksheet import LONGEST_NAME, Entry
from supple.value import changed

NO_FIGURE = "none"
_SHORT = {
    "sets": "{} sets",
    "reps": "{} times",
    "hold": "hold {}",
    "work": "for {}",
    "rest": "rest {}",
    "times_a_day": "{} times a day",
    "days_a_week": "{} days a week",
}
_NUMBERS = re.compile(
    r"(?:up to |at least )?\d+(?:\.\d+)?(?:\s*(?:[–-]|to)\s*\d+(?:\.\d+)?)?"
    r"(?:\s*(?P<unit>s|secs?|seconds?|min|minutes?|breaths?|counts?))?",
    re.IGNORECASE,
)
_SIDES: dict[str, SideMode] = {mode: mode for mode in get_args(SideMode)}


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
            "sides": [("", ""), *((mode, "") for mode in _SIDES)],
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
                    given[field] = _amount(field, given[field], getattr(self.entry.dose, field))
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
            dose=Dose(**numbers, sides=_sides(given["sides"], self.entry.dose.sides)),
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


def typed(field: str, amount: Amount | None) -> str:
    """A number as a person types it; "" for one that is not stated."""
    return format_amount(amount, timed=field in TIMED) if amount else ""


def _amount(field: str, text: str, before: Amount | None) -> Amount | None:
    """What was typed, as it was where nothing was changed. Raises ValueError with a sentence."""
    text = " ".join(text.split())
    if text == typed(field, before):
        return before
    if not text:
        return None
    match = _NUMBERS.fullmatch(text)
    timed = field in TIMED
    if match is None or (match["unit"] and not timed):
        raise ValueError(_how_to_write(timed=timed))
    short = f"{text} s" if timed and not match["unit"] else text
    dose, problems = parse_dose(_SHORT[field].format(short), "person")
    if problems:
        raise ValueError(problems[0].sentence)
    amount: Amount | None = getattr(dose, field)
    return amount


def _how_to_write(*, timed: bool) -> str:
    if timed:
        return _("Write a time as 30 s, 2 min or 3 breaths, or a range as 20–30 s.")
    return _("Write a number as 3, or a range as 8–12.")


def _sides(mode: str, before: Sides | None) -> Sides | None:
    if mode not in _SIDES:
        return None
    if before is not None and before.mode == mode:
        return before
    return Sides(mode=_SIDES[mode], origin="person")
