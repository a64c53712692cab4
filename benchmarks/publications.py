"""What published routines cost: `python -m benchmarks.publications`.

A shared instance of its own in a temporary folder: a thousand public routines,
and five hundred questions with answers and replies under one of them.
Processor time of this process, by Django's own test client with compression
on, so that a busy machine changes it little.
"""

# ruff: noqa: PLC0415 - models can be imported only once Django is set up

import re
import sys
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import browser, cpu, in_instance, report

if TYPE_CHECKING:
    from django.test import Client

    from supple.web.models import Publication, User

ROUTINES = 1000
QUESTIONS = 500
LIMITS = {
    "routine with 500 questions, a stranger, ms": 8.0,
    "routine with 500 questions, a person, ms": 8.0,
    "the same, not changed since, ms": 8.0,
    "first view compressed, KB": 150.0,
    "list of 1,000 routines, ms": 8.0,
    "feed of routines, ms": 8.0,
    "feed of answers, ms": 8.0,
    "desk of 1,000 routines, ms": 20.0,
    "form of a routine, ms": 20.0,
}


def measure() -> dict[str, float]:
    """Every figure, by the names of `LIMITS`."""
    therapist, writer, person = _people()
    page = _publish(therapist)
    _ask(page, therapist, writer)
    stranger, reader, author = browser(), browser(person), browser(therapist)
    path = f"/r/{page.slug}/"
    tag = stranger.get(path, HTTP_ACCEPT_ENCODING="gzip")["ETag"]

    def get(client: "Client", address: str, **headers: str) -> float:
        return cpu(lambda _: client.get(address, HTTP_ACCEPT_ENCODING="gzip", **headers))

    return {
        "routine with 500 questions, a stranger, ms": get(stranger, path),
        "routine with 500 questions, a person, ms": get(reader, path),
        "the same, not changed since, ms": get(stranger, path, HTTP_IF_NONE_MATCH=tag),
        "first view compressed, KB": first_view(stranger, path) / 1000,
        "list of 1,000 routines, ms": get(stranger, "/r/"),
        "feed of routines, ms": get(stranger, "/r/feed/"),
        "feed of answers, ms": get(stranger, f"{path}answers/feed/"),
        "desk of 1,000 routines, ms": get(author, "/desk/"),
        "form of a routine, ms": get(author, f"/desk/routines/{page.slug}/"),
    }


def first_view(client: "Client", path: str) -> int:
    """Bytes over the wire for the page, what it names, and the drawings of its first screen."""
    import gzip

    from django.conf import settings

    page = client.get(path, HTTP_ACCEPT_ENCODING="gzip")
    html = gzip.decompress(page.content).decode().replace("&amp;", "&")
    weight = len(page.content)
    for name in set(re.findall(r'(?:href|src)="/static/([^"]+)"', html)):
        content = (Path(settings.STATIC_ROOT) / name).read_bytes()
        weight += len(content if name.endswith(".woff2") else gzip.compress(content))
    for address in list(dict.fromkeys(re.findall(r'<img[^>]* src="([^"]+)"', html)))[:4]:
        weight += len(client.get(address, HTTP_ACCEPT_ENCODING="gzip").content)
    return weight


def _people() -> "tuple[User, User, User]":
    from supple.web.models import Role, User

    therapist = User.objects.create(email="t@example.org", name="Anna", role=Role.THERAPIST)
    writer = User.objects.create(email="w@example.org", role=Role.PERSON)
    return therapist, writer, User.objects.create(email="p@example.org", role=Role.PERSON)


def _publish(therapist: "User") -> "Publication":
    """A thousand versions of the ready routine; the one that is measured is the first."""
    from supple.value import changed, to_json
    from supple.web import plans
    from supple.web.models import Publication, PublicationVersion
    from supple.web.publishing.draft import draft_of, routine_of
    from supple.web.publishing.models import State

    routine = plans.routines()["facet-joint"]
    draft = draft_of(routine)
    rows = [
        Publication(
            slug=f"routine-{n}",
            author=therapist,
            author_name="Anna",
            title=f"Routine {n}",
            state=State.PUBLIC,
            draft_document=to_json(changed(draft, title=f"Routine {n}")),
        )
        for n in range(ROUTINES)
    ]
    Publication.objects.bulk_create(rows)
    PublicationVersion.objects.bulk_create(
        PublicationVersion(
            publication=row,
            number=1,
            document=to_json(routine_of(changed(draft, title=row.title), row.slug)),
            page_document=to_json(draft.page),
        )
        for row in rows
    )
    return rows[0]


def _ask(page: "Publication", therapist: "User", writer: "User") -> None:
    """Questions under one routine, each with an answer and a reply."""
    from supple.web.models import Post

    begun = datetime.now(UTC) - timedelta(days=30)
    usual = {"publication": page, "state": "shown", "heard_document": '{"level":"ok"}'}
    asked = [
        Post(
            id=uuid.uuid4(),
            kind="question",
            author=writer,
            name="Quiet Heron 12",
            text=f"Question {n}: how low may the pillow be, and for how long do I stay there?",
            made=begun + timedelta(minutes=n),
            answered=True,
            **usual,
        )
        for n in range(QUESTIONS)
    ]
    Post.objects.bulk_create(asked)
    Post.objects.bulk_create(
        Post(
            id=uuid.uuid4(),
            kind=kind,
            thread=question,
            author=therapist if kind == "answer" else writer,
            name="Anna" if kind == "answer" else "Quiet Heron 12",
            text=f"As low as it is comfortable, and a breath at a time. See 3:00. {kind}",
            made=question.made + timedelta(minutes=1),
            **usual,
        )
        for question in asked
        for kind in ("answer", "reply")
    )


def main() -> int:
    """Print the figures beside their limits; the exit code is 1 if one is over."""
    return report(in_instance(measure), LIMITS)


if __name__ == "__main__":
    sys.exit(main())
