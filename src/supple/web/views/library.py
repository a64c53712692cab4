"""The library: every exercise by name, position and need; each with its words and facts."""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from supple.exercise.dose_text import format_dose
from supple.exercise.types import Exercise
from supple.safety.sources import CONVENTION, citations
from supple.web import figure, plans, shelf
from supple.web.exercise_facts import facts_page
from supple.web.person import (
    PersonRequest,
    own_words,
    personal,
    preferences_of,
    public,
    readable,
)
from supple.web.preferences import Preferences
from supple.web.questions import threads
from supple.web.views.errors import missing
from supple.words import Words


@require_safe
@personal
def library(request: PersonRequest) -> HttpResponse:
    """What the person looks for, or all there is."""
    what, locale = shelf.asked(request.GET), own_words().locale
    found = shelf.shelves(what, locale)
    context = {
        "page": "library",
        "what": what,
        "shelves": found,
        "rows": rows(what, locale, request.user.preferences),
        "n": sum(len(one.rows) for one in found),
        "choices": shelf.choices(),
        "narrowed": bool(what.position or what.needs or what.back or what.spares),
    }
    return render(request, "supple/library.html", context)


@lru_cache(maxsize=64)
def rows(what: shelf.Asked, locale: str, preferences: Preferences) -> SafeString:
    """The list as HTML, made once: filling in seventy rows takes longer than all the rest."""
    context = {"shelves": shelf.shelves(what, locale), "preferences": preferences}
    return render_to_string("supple/library_list.html", context)


@require_safe
@public
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """One exercise: how it goes, how much, what to mind, what is easier and harder."""
    found = shelf.exercise(exercise)
    if found is None:
        return missing(request)
    say, preferences = own_words(), preferences_of(request)
    context = {
        "page": "library",
        "exercise": found,
        **_texts(found, say),
        "dose": format_dose(found.dose, say),
        "easier": _neighbours((found.ladder.easier,), say),
        "harder": _neighbours((found.ladder.harder,), say),
        "instead": _neighbours((use for one in found.instead for use in one.use), say),
        "stands_in_for": _neighbours(shelf.stands_in_for(found.id), say),
        "facts": facts_page(found),
        "sources": dict.fromkeys(_source(source) for source in found.sources),
        "figure": figure.page_data(preferences, (found.id,)),
        "pose": figure.telling_pose(found),
        "alt": figure.alternative(found.id, preferences.figure, say.locale) if found.poses else "",
        "asked": _asked(request, found.id) if settings.SHARED else {},
    }
    return render(request, "supple/exercise.html", context)


def _asked(request: HttpRequest, exercise: str) -> dict[str, object]:
    """The questions at an exercise, on an instance that more than one person uses."""
    return threads.under(readable(request), None, exercise, request.GET)


def _texts(found: Exercise, say: Words) -> dict[str, object]:
    return {
        "name": say.say(found.name),
        "also": [say.say(name) for name in found.also],
        "aim": say.say(found.aim),
        "position": say.say(found.position),
        "how": [say.say(line) for line in found.how],
        "breath": say.say(found.breath),
        "form": [say.say(cue.say) for cue in found.form],
        "cautions": [(say.say(one.say), _source(one.source)) for one in found.cautions],
    }


def _neighbours(names: Iterable[str], say: Words) -> list[tuple[str, str]]:
    """Exercises to go on to, as (id, name), each once."""
    library = plans.library().exercises
    known = dict.fromkeys(name for name in names if name in library)
    return [(name, say.say(library[name].name)) for name in known]


def _source(source: str) -> str:
    """Where something comes from, as a person reads it."""
    kind, _colon, name = source.partition(":")
    routine = plans.routines().get(name)
    if kind == "page" and routine:
        title, author = routine.source.title or routine.name, routine.source.author
        return f"{author}, {title}" if author else title
    if source == CONVENTION or kind == "substitutions":
        return _("common practice")
    return citations().get(source, source)
