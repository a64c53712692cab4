"""Signing up, logging in and out, passwords, addresses: the ways people walk, and wrong ones."""

import re

import pytest
from django.core import mail
from django.test import Client

from supple.web.models import Role, User
from tests.web.conftest import Member

PASSWORD = "four calm words here"  # noqa: S105


@pytest.fixture
def visitor(shared: object, db: None) -> Member:
    return Member()


def link_in_mail(number: int = -1) -> str:
    """The path of the link in a mail that was sent."""
    found = re.search(r"http://127\.0\.0\.1:8000(/\S+)", str(mail.outbox[number].body))
    assert found
    return found[1]


def sign_up(visitor: Client, email: str = "ann@example.org", **fields: str) -> None:
    given = {"email": email, "password1": PASSWORD, "name": "Ann", "agreed": "on"} | fields
    response = visitor.post("/sign-up/", given)
    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/sign-up/look-at-your-mail/",
    )


def test_signing_up_needs_the_mailbox(visitor: Member) -> None:
    sign_up(visitor)
    user = User.objects.get()
    assert (user.role, user.name, user.email) == (Role.PERSON, "Ann", "ann@example.org")
    assert user.consented
    assert visitor.get("/").status_code == 302
    path = link_in_mail()
    assert "Is this your address?" in visitor.get(path).content.decode()
    assert visitor.post(path).headers["Location"] == "/"
    assert visitor.get("/").status_code == 200
