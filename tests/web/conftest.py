"""The cast: a person who was let in, and a stranger with no cookie; and a script to be led by.

On a shared instance it is larger: an owner, two therapists, two persons, a reader, a stranger.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from supple.routine.script import Line, PlanRef, Script, ScriptItem, Step
from supple.value import to_json
from supple.web.models import Role, StoredScript, User
from supple.web.person import owner

ADDRESS = {"HTTP_HOST": "127.0.0.1:8000", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"}
ORIGIN = {"HTTP_ORIGIN": "http://127.0.0.1:8000"}
Send = Callable[..., tuple[int, dict[str, Any]]]
Queries = Callable[[int], AbstractContextManager[object]]
SESSION = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
OTHER_SESSION = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


@pytest.fixture
def person(db: None) -> User:
    """The owner of this instance."""
    return owner()


@pytest.fixture
def browser(person: User) -> Client:
    """A browser that the owner was let in with."""
    client = Client(**ADDRESS, **ORIGIN)
    client.force_login(person)
    return client


@pytest.fixture
def stranger(db: None) -> Client:
    """A browser on the same machine that opened no link."""
    return Client(**ADDRESS, **ORIGIN)


PASSWORD = "four calm words here"  # noqa: S105
# What is kept of it; to work it out takes longer than most tests.
KEPT = (
    "argon2$argon2id$v=19$m=19456,t=2,p=1$ZDllV0lFNFF4MjB4SVVIWld3T2dDQw"
    "$CqTYJef7ApQLB2VtY7duTI+sg1NuGA0k0bRLQgIbI+E"
)


class Member(Client):
    """A browser of someone on a shared instance; `user` is None for a stranger."""

    def __init__(self, user: User | None = None, **defaults: Any) -> None:
        super().__init__(**(ADDRESS | ORIGIN | defaults))
        self.user = user
        if user:
            self.force_login(user)


class Cast(NamedTuple):
    """Everyone who may ask a shared instance for a page."""

    owner: Member
    therapist: Member
    other_therapist: Member
    person: Member
    other_person: Member
    reader: Member
    stranger: Member


@pytest.fixture
def shared(settings: Settings) -> Settings:
    """An instance that more than one person uses, at the address of the test clients."""
    settings.SHARED = True
    settings.ORIGIN = ORIGIN["HTTP_ORIGIN"]
    settings.SESSION_COOKIE_SAMESITE = "Lax"
    settings.AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
    cache.clear()  # what one test did counts against no other
    return settings


def account(name: str, role: Role) -> User:
    """A verified account, `name`@example.org with PASSWORD, that nothing is known of yet."""
    email = f"{name}@example.org"
    user = User.objects.create(email=email, name=name.capitalize(), role=role, password=KEPT)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def own() -> User:
    """The owner, who gave herself an address and a password."""
    user = owner()
    user.email, user.password = "owner@example.org", KEPT
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def cast(shared: Settings, db: None) -> Cast:
    """The whole cast, each with a browser; names are those of the fields."""
    return Cast(
        owner=Member(own()),
        therapist=Member(account("therapist", Role.THERAPIST)),
        other_therapist=Member(account("other_therapist", Role.THERAPIST)),
        person=Member(account("person", Role.PERSON)),
        other_person=Member(account("other_person", Role.PERSON)),
        reader=Member(account("reader", Role.READER)),
        stranger=Member(),
    )


@pytest.fixture
def ready(browser: Client) -> Client:
    """A browser whose person has answered the first-start questions with no."""
    answers = dict.fromkeys(("emergency", "today", "before"), "no")
    browser.post("/start/", answers)
    return browser


def step(number: int, kind: str, **fields: Any) -> Step:
    """A step of two seconds of the one exercise, unless `fields` say otherwise."""
    usual = {"seconds": 2.0, "text": kind, "item": "tilt", "exercise": "pelvic-tilt"}
    return Step(id=f"s{number:03d}", kind=kind, **(usual | fields))  # type: ignore[arg-type]


SCRIPT = Script(
    id="a1b2c3d4e5f60718",
    routine="facet-joint",
    plan=PlanRef(id="facet-joint", version=1),
    library="0123456789ab",
    locale="en",
    seconds=8.0,
    items=(
        ScriptItem(
            id="tilt", exercise="pelvic-tilt", name="Pelvic tilt", dose="2 times", first=1, last=4
        ),
    ),
    steps=(
        step(0, "travel", item="", exercise="", say=(Line(at=0, text="Lie down."),)),
        step(1, "move", repetition=1, of=2),
        step(2, "hold", repetition=1, of=2),
        step(3, "move", repetition=2, of=2),
        step(4, "hold", repetition=2, of=2),
    ),
)


@pytest.fixture
def script(db: None) -> Script:
    """A kept script of one exercise, twice."""
    StoredScript.objects.create(
        pk=SCRIPT.id,
        plan="facet-joint",
        plan_version=1,
        routine="facet-joint",
        document=to_json(SCRIPT),
    )
    return SCRIPT


def event(seq: int, kind: str = "tick", **fields: Any) -> dict[str, Any]:
    """An event as the player sends it, two seconds after the one before."""
    usual = {
        "session": SESSION,
        "seq": seq,
        "type": kind,
        "at": seq * 2000,
        "wall": "2026-11-24T07:12:03.120+01:00",
        "zone": "Europe/Berlin",
        "step": f"s{seq:03d}",
        "elapsed": 0,
        "data": {},
    }
    return usual | fields


def led(script: Script = SCRIPT) -> list[dict[str, Any]]:
    """All events of a session that went through every step."""
    first = event(0, "start", data={"script": script.id, "pain_before": 4})
    ticks = [
        event(n, data={"from": f"s{n - 1:03d}", "how": "done", "spent": 2000}) for n in range(1, 5)
    ]
    last = event(5, "finish", step="", data={"from": "s004", "how": "done", "spent": 2000})
    return [first, *ticks, last]


@pytest.fixture
def send(browser: Client) -> Send:
    """Post JSON to the session's address or below it; the status and what came back."""

    def sending(
        body: object, path: str = "events", session: str = SESSION, client: Client = browser
    ) -> tuple[int, dict[str, Any]]:
        response = client.post(
            f"/api/sessions/{session}/{path}", body, content_type="application/json"
        )
        return response.status_code, response.json()

    return sending
