"""A published routine in the words of schema.org, for search engines and other readers.

A block of data is not run by browsers, so that the policy against scripts in a
page does not concern it.
"""

import json
from datetime import datetime

from django.utils.safestring import SafeString, mark_safe

from supple.exercise.load import load_library
from supple.routine.routine import Routine
from supple.value import Value
from supple.web.publishing.changes import Edition
from supple.web.rows import Row, routine_rows
from supple.words import Words, words

_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


class About(Value, kw_only=True):
    """What is said of a page beside its steps. Addresses are whole, times as ISO 8601."""

    address: str
    picture: str
    author: str
    version: int
    published: datetime
    minutes: int
    language: str


def block(edition: Edition, about: About) -> SafeString:
    """The element to stand in the page's head. Nothing in it can end it."""
    told = plan(edition.routine, about, words(about.language))
    text = json.dumps(told, ensure_ascii=False).translate(_UNSAFE)
    html = f'<script type="application/ld+json">{text}</script>'
    return mark_safe(html)  # noqa: S308 - JSON with every sign that means something in HTML escaped


def plan(routine: Routine, about: About, say: Words) -> dict[str, object]:
    """The routine as an ExercisePlan that is a HowTo: its steps in order, with their doses."""
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": ["ExercisePlan", "HowTo"],
        "name": routine.name,
        "description": routine.purpose,
        "url": about.address,
        "image": about.picture,
        "inLanguage": about.language,
        "version": str(about.version),
        "dateModified": about.published.isoformat(),
        "totalTime": f"PT{about.minutes}M",
        "activityDuration": f"PT{about.minutes}M",
        "author": {"@type": "Person", "name": about.author} if about.author else "",
        "step": [
            _step(row, place, about, say)
            for place, row in enumerate(routine_rows(routine, say.locale), start=1)
        ],
    }
    return {key: value for key, value in told.items() if value}


def _step(row: Row, place: int, about: About, say: Words) -> dict[str, object]:
    now = row.now
    exercise = load_library().exercises.get(now.exercise)
    how = " ".join(say.say(line) for line in exercise.how) if exercise else row.text
    return {
        "@type": "HowToStep",
        "position": place,
        "name": now.name,
        "text": " ".join(part for part in (f"{now.dose}." if now.dose else "", how) if part),
        "url": f"{about.address}#{row.item}",
    }
