"""Who is let in where: the guards of views, on one's own instance and on a shared one."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from supple.web.models import Role, User
from supple.web.person import member, owner_only, personal, public, readable, therapist

Guard = Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]
LET_IN = ("owner", "therapist", "person", "reader")
SHARED_ANSWERS: dict[Guard, dict[str, int]] = {
    personal: dict.fromkeys(LET_IN, 200) | {"": 302},
    public: dict.fromkeys(LET_IN, 200) | {"": 200},
    member: dict.fromkeys(LET_IN, 200) | {"": 302},
    therapist: {"owner": 200, "therapist": 200, "person": 404, "reader": 404, "": 302},
    owner_only: {"owner": 200, "therapist": 404, "person": 404, "reader": 404, "": 302},
}
OWN_ANSWERS: dict[Guard, dict[str, int]] = {
    personal: {"owner": 200, "": 403},
    public: {"owner": 200, "": 403},
    member: {"owner": 404, "": 404},
    therapist: {"owner": 404, "": 404},
    owner_only: {"owner": 404, "": 404},
}


def asked(role: str, path: str = "/page/?part=2", method: str = "GET") -> HttpRequest:
    request = RequestFactory().generic(method, path, HTTP_HOST="127.0.0.1:8000")
    request.user = User(role=Role(role)) if role else AnonymousUser()
    return request


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


def status(guard: Guard, role: str) -> int:
    return guard(page)(asked(role)).status_code


@pytest.mark.parametrize("guard", SHARED_ANSWERS)
def test_who_sees_a_page_of_a_shared_instance(shared: Settings, guard: Guard) -> None:
    expected = SHARED_ANSWERS[guard]
    assert {role: status(guard, role) for role in expected} == expected


@pytest.mark.parametrize("guard", OWN_ANSWERS)
def test_who_sees_a_page_of_ones_own_instance(guard: Guard) -> None:
    expected = OWN_ANSWERS[guard]
    assert {role: status(guard, role) for role in expected} == expected


def test_logging_in_leads_back(shared: Settings) -> None:
    response = personal(page)(asked(""))
    assert response.headers["Location"] == "/log-in/?next=/page/%3Fpart%3D2"


def test_what_was_posted_is_not_asked_for_again(shared: Settings) -> None:
    response = personal(page)(asked("", method="POST"))
    assert response.headers["Location"] == "/log-in/?next=/"


def test_the_players_requests_get_a_sentence(shared: Settings) -> None:
    response = personal(page)(asked("", "/api/sessions/1/events"))
    assert (response.status_code, response.headers["Content-Type"]) == (403, "application/json")


def test_a_stranger_is_nobody() -> None:
    assert readable(asked("")) is None
    request = asked("reader")
    assert readable(request) is request.user
