"""The owner's list of accounts: roles given and taken back, accounts removed, no health shown."""

import re

from allauth.account.models import EmailAddress

from supple.web.models import Role, Screening, Session, User
from tests.web.conftest import SESSION, Cast


def listed(cast: Cast) -> str:
    told = cast.owner.get("/people/").content.decode()
    return re.sub(r'name="csrf[^>]+>', "", told)


def test_the_list_names_accounts_and_their_roles(cast: Cast) -> None:
    told = listed(cast)
    assert "person@example.org" in told
    assert told.count(">therapist<") == 2
    assert "Nobody yet" not in told


def test_the_list_knows_nothing_of_anyones_health(cast: Cast) -> None:
    """It is the same with a diary as without one."""
    before = listed(cast)
    Session.objects.create(
        pk=SESSION, owner=cast.person.user, date="2026-11-24", pain_before=7, by_hand=True
    )
    Screening.objects.create(owner=cast.person.user, answers_document="{}", may_start=False)
    assert listed(cast) == before


def test_a_therapist_is_made_and_taken_back(cast: Cast) -> None:
    path = f"/people/{cast.person.user.pk}/role/"
    assert cast.owner.post(path, {"role": "therapist"}).headers["Location"] == "/people/"
    cast.person.user.refresh_from_db()
    assert cast.person.user.role == Role.THERAPIST
    assert "Person is a therapist here now." in cast.owner.get("/people/").content.decode()
    cast.owner.post(path, {"role": "person"})
    cast.person.user.refresh_from_db()
    assert cast.person.user.role == Role.PERSON


def test_only_these_roles_are_given(cast: Cast) -> None:
    for role in ("owner", "admin", ""):
        path = f"/people/{cast.person.user.pk}/role/"
        assert cast.owner.post(path, {"role": role}).status_code == 404
    path = f"/people/{cast.owner.user.pk}/role/"
    assert cast.owner.post(path, {"role": "person"}).status_code == 404
    assert User.objects.get(pk=cast.owner.user.pk).role == Role.OWNER


def test_nobody_unconfirmed_becomes_a_therapist(cast: Cast) -> None:
    EmailAddress.objects.filter(user=cast.reader.user).update(verified=False)
    path = f"/people/{cast.reader.user.pk}/role/"
    assert cast.owner.post(path, {"role": "therapist"}).status_code == 404
    assert "address not confirmed yet" in cast.owner.get("/people/").content.decode()


def test_an_account_is_removed_after_one_question(cast: Cast) -> None:
    path = f"/people/{cast.person.user.pk}/remove/"
    assert "Remove this account?" in cast.owner.get(path).content.decode()
    assert User.objects.filter(pk=cast.person.user.pk).exists()
    assert cast.owner.post(path).headers["Location"] == "/people/"
    assert not User.objects.filter(pk=cast.person.user.pk).exists()
    assert cast.owner.get(path).status_code == 404
    assert cast.owner.post(f"/people/{cast.owner.user.pk}/remove/").status_code == 404


def test_nobody_else_makes_therapists(cast: Cast) -> None:
    for member in (cast.therapist, cast.person, cast.reader):
        path = f"/people/{cast.reader.user.pk}/role/"
        assert member.post(path, {"role": "therapist"}).status_code == 404
    cast.reader.user.refresh_from_db()
    assert cast.reader.user.role == Role.READER


def test_many_people_are_found_by_name(cast: Cast) -> None:
    for number in range(30):
        User.objects.create(email=f"p{number}@example.org", name=f"Zoe {number:02}", role="person")
    first = listed(cast)
    assert "Page 1 of 2" in first
    assert "Zoe 29" not in first
    assert "Zoe 29" in cast.owner.get("/people/?page=2").content.decode()
    found = cast.owner.get("/people/?q=zoe+29").content.decode()
    assert re.findall(r"Zoe \d\d", found) == ["Zoe 29"]
    none = cast.owner.get("/people/?q=nobody").content.decode()
    assert "Nobody here has this name." in none
    assert cast.owner.get("/people/?page=99&q=%").status_code == 200
