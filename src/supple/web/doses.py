"""A dose as a page shows it: short, in the person's language, with what is the library's own."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supple.exercise.dose import Amount, Dose, Origin, Sides
from supple.value import Value

LONG_HOLD = 10


class Told(Value, kw_only=True, omit_defaults=False):
    """Who said so ("from the source") and of which numbers ("how many, hold")."""

    said: str
    names: str
    ours: bool


def shown(dose: Dose) -> str:
    """The whole dose on one line."""
    parts = [_volume(dose)]
    if dose.hold and not _times_hold(dose):
        parts.append(_("hold %(time)s") % {"time": _time(dose.hold)})
    if dose.work:
        parts.append(_("for %(time)s") % {"time": _time(dose.work)})
    if dose.rest:
        parts.append(_("rest %(time)s") % {"time": _time(dose.rest)})
    if dose.days_a_week:
        parts.append(_days(dose.days_a_week))
    return _(", ").join(part for part in parts if part)


def told(dose: Dose) -> tuple[Told, ...]:
    """Who gave which numbers, in the order a person would ask for them."""
    origins = dict.fromkeys(getattr(dose, field).origin for field in _stated(dose))
    return tuple(
        Told(
            said=_origins()[origin],
            names=_listed(dose, origin),
            ours=origin == "library",
        )
        for origin in origins
    )


def our_choice(dose: Dose) -> str:
    """The label of what is the library's own: all of it, or which numbers; "" for none."""
    ours = _listed(dose, "library")
    if not ours:
        return ""
    if all(getattr(dose, field).origin == "library" for field in _stated(dose)):
        return _("our choice")
    return _("our choice: %(which)s") % {"which": ours}


def _stated(dose: Dose) -> list[str]:
    return [field for field in _names() if getattr(dose, field) is not None]


def _listed(dose: Dose, origin: Origin) -> str:
    """The names of the numbers that `origin` gave."""
    fields = [field for field in _stated(dose) if getattr(dose, field).origin == origin]
    return _(", ").join(_names()[field] for field in fields)


def _names() -> dict[str, str]:
    return {
        "reps": _("how many"),
        "hold": _("hold"),
        "sets": _("sets"),
        "sides": _("sides"),
        "rest": _("rest"),
        "work": _("time"),
        "times_a_day": _("times a day"),
        "days_a_week": _("days a week"),
    }


def _origins() -> dict[Origin, str]:
    return {
        "page": _("from the source"),
        "library": _("our choice"),
        "therapist": _("from your therapist"),
        "person": _("your own"),
    }


def _volume(dose: Dose) -> str:
    if dose.sets and dose.reps:
        values = {"sets": _range(dose.sets), "reps": _range(dose.reps)}
        text = _("%(sets)s sets of %(reps)s") % values
    elif dose.reps and dose.hold and _times_hold(dose):
        text = _("%(reps)s × %(time)s") % {"reps": _range(dose.reps), "time": _time(dose.hold)}
    elif dose.reps:
        text = ngettext("%(reps)s time", "%(reps)s times", int(dose.reps.max or 2))
        text %= {"reps": _range(dose.reps)}
    else:
        text = ""
    return _with_sides(text, dose.sides) if dose.sides else text


def _with_sides(text: str, sides: Sides) -> str:
    if not text:
        return _sides(sides)
    templates = {
        "each": _("%(dose)s each side"),
        "alternate": _("%(dose)s each side, in turn"),
        "together": _("%(dose)s, both sides together"),
    }
    return templates[sides.mode] % {"dose": text}


def _sides(sides: Sides) -> str:
    words = {"each": _("each side"), "alternate": _("in turn"), "together": _("both together")}
    return words[sides.mode]


def _times_hold(dose: Dose) -> bool:
    """Whether repetitions and hold are shown as one, as long holds are: 3 × 30 s."""
    return bool(dose.reps and dose.hold and not dose.sets and dose.hold.low >= LONG_HOLD)


def _days(amount: Amount) -> str:
    if amount.min == amount.max == 7:  # noqa: PLR2004 - days
        return _("daily")
    return _("%(days)s days a week") % {"days": _range(amount)}


def _time(amount: Amount) -> str:
    values = {"n": _range(amount)}
    if amount.unit == "breaths":
        return _("%(n)s breaths") % values
    if amount.unit == "counts":
        return _("%(n)s counts") % values
    return _("%(n)s s") % values


def _range(amount: Amount) -> str:
    values = {"low": f"{amount.min or 0:g}", "high": f"{amount.max or 0:g}"}
    if amount.min is None:
        return _("up to %(high)s") % values
    if amount.max is None:
        return _("at least %(low)s") % values
    if amount.min == amount.max:
        return values["low"]
    return _("%(low)s–%(high)s") % values
