"""The library: each exercise with its words and facts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from supple.exercise.dose_text import format_dose
from supple.exercise.types import Exercise
from supple.safety.sources import CONVENTION, citations
from supple.web import figure, plans
from supple.web.person import PersonRequest, own_words, personal
from supple.web.views.errors import missing
from supple.words import Words


@require_safe
@personal
def library(request: PersonRequest) -> HttpResponse:
    """Every exercise by name."""
    say = own_words()
    rows = sorted(
        (say.say(exercise.name), exercise.id, say.say(exercise.aim))
        for exercise in plans.library().exercises.values()
    )
    return render(request, "supple/library.html", {"page": "library", "rows": rows})


@require_safe
@personal
def exercise(request: PersonRequest, exercise: str) -> HttpResponse:
    """One exercise: how it goes, how much, what to mind, what is easier and harder."""
    found = plans.library().exercises.get(exercise)
    if found is None:
        return missing(request)
    say = own_words()
    context = {
        "page": "library",
        "exercise": found,
        "name": say.say(found.name),
        "also": [say.say(name) for name in found.also],
        "aim": say.say(found.aim),
        "position": say.say(found.position),
        "how": [say.say(line) for line in found.how],
        "breath": say.say(found.breath),
        "form": [say.say(cue.say) for cue in found.form],
        "cautions": [(say.say(one.say), _source(one.source)) for one in found.cautions],
        "dose": format_dose(found.dose, say),
        "easier": _neighbour(found.ladder.easier, say),
        "harder": _neighbour(found.ladder.harder, say),
        "facts": _facts(found),
        "figure": figure.page_data(request.user.preferences, (found.id,)),
        "pose": figure.telling_pose(found),
        "alt": figure.alternative(found.id, request.user.preferences.figure, say.locale),
    }
    return render(request, "supple/exercise.html", context)


def _source(source: str) -> str:
    """Where a caution comes from, as a person reads it."""
    if source == CONVENTION:
        return _("common practice")
    return citations().get(source, source)


def _neighbour(name: str, say: Words) -> tuple[str, str] | None:
    other = plans.library().exercises.get(name)
    return (other.id, say.say(other.name)) if other else None


def _facts(found: Exercise) -> list[tuple[str, str]]:
    body = found.body
    floor = {
        "yes": _("On the floor"),
        "bed-will-do": _("On the floor, or on a firm bed"),
        "no": _("No floor needed"),
    }
    load = {"low": _("Light"), "medium": _("Medium"), "high": _("Strong")}
    spine = {
        "neutral": _("Stays in the middle"),
        "flexion": _("Rounds forward"),
        "extension": _("Bends backward"),
        "flexion+extension": _("Rounds and bends back"),
        "rotation": _("Turns"),
        "side-bend": _("Bends to the side"),
    }
    return [
        (_("Where"), floor[body.floor]),
        (_("Effort"), load[body.load]),
        (_("Your back"), spine[body.spine.direction]),
        (_("Deepest knee bend"), _("%(degrees)d degrees") % {"degrees": body.knee}),
    ]
