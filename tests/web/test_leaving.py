"""Taking everything along, and leaving: complete, and of nobody else."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from supple.web.accounts import export
from supple.web.accounts.leaving import leave
from supple.web.models import (
    ModerationAct,
    Post,
    Publication,
    PublicationVersion,
    Screening,
    Session,
    User,
)
from tests.web.conftest import PASSWORD, SESSION, Cast

KEPT_OF_PEOPLE = ("web", "account", "usersessions")


def models_of_people() -> dict[str, type[Model]]:
    """Every model that may hold something of a person."""
    return {
        model._meta.label: model
        for app in KEPT_OF_PEOPLE
        for model in apps.get_app_config(app).get_models()
    }


def test_every_model_is_taken_along_or_said_to_be_nobodys() -> None:
    """A new model needs a row in one of the tables of accounts/export.py."""
    assert set(models_of_people()) == set(export.MINE) | set(export.NOBODYS)
    assert not set(export.MINE) & set(export.NOBODYS)


@pytest.mark.parametrize("label", sorted(export.MINE))
def test_every_row_is_found_by_a_way_to_the_account(cast: Cast, label: str) -> None:
    assert isinstance(export.everything(cast.reader.user)[label], list)


def write(user: User) -> None:
    """Something of the person in tables of several kinds."""
    Screening.objects.create(owner=user, answers_document='{"today": "no"}', may_start=True)
    Session.objects.create(
        pk=SESSION, owner=user, date="2026-11-24", by_hand=True, log_document='{"note": "sore"}'
    )


def taken(user: User) -> dict[str, Any]:
    with export.archive(user) as file, zipfile.ZipFile(io.BytesIO(file.read())) as zipped:
        assert set(zipped.namelist()) == {
            "read-me.txt",
            "everything.json",
            "sessions.csv",
            "exercises.csv",
            "answers.csv",
        }
        found: dict[str, Any] = json.loads(zipped.read("everything.json"))
        return found


def test_documents_are_taken_along_as_what_they_hold(cast: Cast) -> None:
    write(cast.person.user)
    Session.objects.update(log_document="")
    found = taken(cast.person.user)
    assert found["web.Screening"][0]["answers_document"] == {"today": "no"}
    assert found["web.Session"][0]["id"] == SESSION
    assert found["account.EmailAddress"][0]["email"] == "person@example.org"


def test_nothing_that_lets_somebody_in_is_taken_along(cast: Cast) -> None:
    text = json.dumps(taken(cast.person.user))
    assert "argon2" not in text
    assert cast.person.session.session_key not in text


def test_nothing_of_anyone_else_is_taken_along(cast: Cast) -> None:
    write(cast.other_person.user)
    found = taken(cast.person.user)
    assert [row["id"] for row in found["web.User"]] == [str(cast.person.user.pk)]
    assert found["web.Session"] == found["web.Screening"] == []


def test_the_file_comes_from_the_account_page(cast: Cast) -> None:
    response = cast.person.get("/account/everything.zip")
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="supple-everything.zip"'
    )
    assert b"".join(response).startswith(b"PK")


def test_leaving_takes_everything(cast: Cast) -> None:
    user, key = cast.person.user, cast.person.user.pk
    write(user)
    cast.person.get("/diary/")
    leave(user)
    user.pk = key
    found = export.everything(user)
    assert {label: rows for label, rows in found.items() if rows} == {}
    assert cast.person.get("/diary/").status_code == 302


def test_what_was_written_in_public_loses_its_words_and_its_author(cast: Cast) -> None:
    question = Post.objects.create(
        author=cast.person.user,
        kind=Post.Kind.QUESTION,
        name="Heron",
        text="My knee clicks.",
        state=Post.State.SHOWN,
        heard_document="{}",
    )
    reply = Post.objects.create(
        author=cast.other_person.user,
        kind=Post.Kind.REPLY,
        thread=question,
        name="Wren",
        text="Mine too.",
        state=Post.State.SHOWN,
        heard_document="{}",
    )
    leave(cast.person.user)
    question.refresh_from_db()
    reply.refresh_from_db()
    assert (question.author, question.name, question.text) == (None, "", "")
    assert (reply.author, reply.text) == (cast.other_person.user, "Mine too.")


def test_trails_stay_without_a_name(cast: Cast) -> None:
    post = Post.objects.create(
        author=cast.person.user, kind=Post.Kind.QUESTION, state="shown", heard_document="{}"
    )
    ModerationAct.objects.create(post=post, by=cast.therapist.user, name="Thera", act="hide")
    leave(cast.therapist.user)
    act = ModerationAct.objects.get()
    assert (act.by, act.name, act.act) == (None, "", "hide")


def test_pages_that_others_may_follow_stay_without_a_name(cast: Cast) -> None:
    page = Publication.objects.create(
        slug="calm", author=cast.therapist.user, author_name="Thera", title="Calm", state="public"
    )
    PublicationVersion.objects.create(publication=page, number=1, document="{}", page_document="{}")
    leave(cast.therapist.user)
    page.refresh_from_db()
    assert (page.author, page.author_name) == (None, "")


def test_leaving_asks_once_and_for_the_password(cast: Cast) -> None:
    user = cast.person.user
    assert "Delete your account?" in cast.person.get("/account/delete/").content.decode()
    asked = cast.person.post("/account/delete/")
    assert asked.headers["Location"] == "/account/is-it-you/?next=%2Faccount%2Fdelete%2F"
    wrong = cast.person.post(asked.headers["Location"], {"password": "not the one"})
    assert "That is not your password. Try once more." in wrong.content.decode()
    assert User.objects.filter(pk=user.pk).exists()
    done = cast.person.post(asked.headers["Location"], {"password": PASSWORD})
    assert done.headers["Location"] == "/log-in/"
    assert not User.objects.filter(pk=user.pk).exists()
    told = cast.person.get("/log-in/").content.decode()
    assert "Your account and everything of yours are deleted." in told


def test_the_owner_cannot_leave_by_a_click(cast: Cast) -> None:
    assert cast.owner.post("/account/delete/").status_code == 404
    assert "Delete my account" not in cast.owner.get("/account/").content.decode()
