"""What accounts and sharing cost: `python -m benchmarks.accounts`.

A shared instance of its own in a temporary folder: five hundred people who all
share their diary with one therapist, one of them with twelve weeks of daily
sessions. Processor time of this process, by Django's own test client.
"""

# ruff: noqa: PLC0415 - models can be imported only once Django is set up

import sys
import uuid
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from benchmarks.figures import browser, cpu, in_instance, report

PEOPLE = 500
DAYS = 84
PASSWORD = "four calm words here"  # noqa: S105
LIMITS = {
    "the account, ms": 10.0,
    "the page for logging in, its session begun, ms": 15.0,
    "logging in, Argon2 and all, ms": 80.0,
    "a page of 500 accounts, ms": 15.0,
    "a page of 500 people who share, ms": 15.0,
    "a shared diary of 84 sessions, its look written down, ms": 20.0,
    "everything of a person as one file, ms": 60.0,
}


def measure() -> dict[str, float]:
    """Every figure, by the names of `LIMITS`."""
    from supple.web.models import Share, ShareView
    from supple.web.person import owner

    therapist, person = _people()
    own, doctor, boss = browser(person), browser(therapist), browser(owner())
    shared = f"/desk/people/{Share.objects.get(person=person).pk}/"
    found = {
        "the account, ms": cpu(lambda _: own.get("/account/")),
        "the page for logging in, its session begun, ms": cpu(lambda _: browser().get("/log-in/")),
        "logging in, Argon2 and all, ms": cpu(lambda _: _log_in()),
        "a page of 500 accounts, ms": cpu(lambda _: boss.get("/people/")),
        "a page of 500 people who share, ms": cpu(lambda _: doctor.get("/desk/people/")),
        "a shared diary of 84 sessions, its look written down, ms": cpu(
            lambda _: doctor.get(shared)
        ),
        "everything of a person as one file, ms": cpu(
            lambda _: own.get("/account/everything.zip").close()
        ),
    }
    if not ShareView.objects.filter(person=person, therapist=therapist).exists():
        raise RuntimeError("The looks were not written down.")
    return found


def _log_in() -> None:
    """As the second browser of a person: who has dozens waits longer."""
    from allauth.usersessions.models import UserSession

    UserSession.objects.filter(user__email="p0@example.org").delete()
    given = {"login": "p0@example.org", "password": PASSWORD}
    answer = browser().post("/log-in/", given)
    if answer.status_code != HTTPStatus.FOUND:
        raise RuntimeError(f"Logging in was answered with {answer.status_code}.")


def _people() -> tuple[Any, Any]:
    """The therapist, and the person with a diary."""
    from allauth.account.models import EmailAddress
    from django.conf import settings

    from supple.web.models import Role, User
    from supple.web.sharing.shares import PARTS, share

    settings.ACCOUNT_RATE_LIMITS = {"login": None}
    therapist = User.objects.create(email="t@example.org", name="Anna", role=Role.THERAPIST)
    people = [
        User.objects.create(email=f"p{n}@example.org", name=f"Person {n}", role=Role.PERSON)
        for n in range(PEOPLE)
    ]
    EmailAddress.objects.bulk_create(
        EmailAddress(user=one, email=str(one.email), verified=True, primary=True) for one in people
    )
    for one in people:
        share(one, therapist, PARTS, one.name)
    people[0].set_password(PASSWORD)
    people[0].save()
    _fill(people[0])
    return therapist, people[0]


def _fill(person: Any) -> None:  # noqa: ANN401 - a model, imported late
    """A session a day, each with a note."""
    from supple.web.models import Session
    from supple.web.person import today_of

    Session.objects.bulk_create(
        Session(
            pk=uuid.uuid4(),
            owner=person,
            date=today_of(person) - timedelta(days=n),
            seconds=900,
            finished=True,
            pain_before=5,
            pain_after=4,
            answers_document='{"note":"A little stiff."}',
        )
        for n in range(DAYS)
    )


def main() -> int:
    """Print the figures beside their limits; the exit code is 1 if one is over."""
    return report(in_instance(measure), LIMITS)


if __name__ == "__main__":
    sys.exit(main())
