"""Who gave which numbers of a dose, as a page says it."""

from django.utils.translation import gettext as _

from supple.exercise.dose import Dose, Origin
from supple.value import Value


class Told(Value, kw_only=True, omit_defaults=False):
    """Who said so ("from the source") and of which numbers ("how many, hold")."""

    said: str
    names: str
    ours: bool


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
        "therapist": _("from the therapist"),
        "person": _("your own"),
    }
