"""Who gets what: every address of a shared instance asked by everyone who may ask for it.

A row is: name, method, address, who is answered, with which status. Everyone
else finds nothing (404), and a stranger is led to log in. Who is answered:

- all: anyone
- members: everyone with an account
- strangers: who is not logged in; the others are sent on (302)
- mine: the person whose thing it is; others: the other members
- leavers: members, but the owner, who cannot leave by a click
- author: the therapist who published the page; editors: the owner too
- sharers: members, but the therapist whose code it is
- nobody: it is answered only at times that the table does not know
- desk: the owner and the therapists
- owner: the owner

Things with an id in the address are the person's; a page is the therapist's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from supple.routine.script import Script
from supple.web.models import (
    BroughtRoutine,
    DiaryAnswer,
    Post,
    SavedAnswer,
    Session,
    StoredReminder,
)
from supple.web.questions import desk
from supple.web.questions.posting import Place
from supple.web.sharing import shares
from tests.web.conftest import SCRIPT, SESSION, Cast, Member, led
from tests.web.posts import named, post, published
from tests.web.test_read import PAGE

LOG_IN = "log in"
CAST = Cast._fields
ANSWERED = {
    "all": CAST,
    "members": CAST[:-1],
    "strangers": ("stranger",),
    "mine": ("person",),
    "others": tuple(name for name in CAST[:-1] if name != "person"),
    "leavers": CAST[1:-1],
    "nobody": (),
    "author": ("therapist",),
    "sharers": tuple(name for name in CAST[:-1] if name != "therapist"),
    "editors": ("owner", "therapist"),
    "desk": ("owner", "therapist", "other_therapist"),
    "owner": ("owner",),
}
ACCOUNTS = (
    "/log-",
    "/sign-up/",
    "/password/",
    "/account/",
    "/people/",
    "/sharing/",
    "/desk/people/",
)
TABLE = """
today                 GET  /                                                     members    200
rung                  POST /plan/facet-joint/rung/?item=hands-and-knees&exercise=quadruped-leg-lift members    302
offer                 POST /plan/facet-joint/offer/?item=x&answer=later        nobody     404
start                 GET  /start/                                               members    200
start-limits          GET  /start/limits/                                        members    200
start-number          GET  /start/number/                                        members    200
reopen                POST /start/reopen/                                        members    302
signs                 GET  /today/signs/                                         members    200
choose                GET  /today/choose/                                        members    200
play                  GET  /play/facet-joint/                                    members    200
session               POST /api/sessions/{session}/?script={script}&started=2026-11-24T07:12:03Z            mine       200
events                GET  /api/sessions/{session}/events                        mine       200
after                 GET  /after/{session}/                                     mine       200
note                  GET  /after/{session}/note/                                mine       200
changes               GET  /after/{session}/next/                                mine       200
morning               POST /after/{past}/morning/?morning=usual                 mine       302
diary                 GET  /diary/                                               members    200
diary-add             GET  /diary/add/                                           members    200
diary-answers         GET  /diary/answers/                                       members    200
diary-print           GET  /diary/print/                                         members    200
diary-table           GET  /diary/sessions.csv                                   members    200
diary-course          POST /diary/course/?since=better                           members    302
diary-milestone       POST /diary/milestones/day-14/?answer=right              members    302
diary-question        GET  /diary/questions/activity/                            members    200
diary-correct         GET  /diary/questions/activity/{day}/                      mine       200
diary-withdraw        POST /diary/questions/activity/{day}/delete/               mine       302
diary-edit            GET  /diary/{session}/edit/                                mine       200
diary-delete          POST /diary/{session}/delete/                              mine       302
reminders             GET  /reminders/                                           members    200
reminder-keep         POST /reminders/keep/?at=09:00&days=MO                        members    302
reminder-due          GET  /reminders/due.json                                   members    200
reminder-file         GET  /reminders/reminders.ics                              members    200
reminder-feed         GET  /reminders/feed/{feed}.ics                            all        200
reminder-change       POST /reminders/off/                                       members    302
routines              GET  /routines/                                            members    200
routine               GET  /routines/{sheet}/                                    mine       200
handout               GET  /routines/{sheet}/handout.pdf                         mine       200
follow                POST /routines/{sheet}/follow/                             mine       302
decide                POST /routines/facet-joint/decide/pelvic-tilt/?choice=keep members    302
read                  GET  /read/                                                members    200
read-sheet            GET  /read/{sheet}/                                        mine       200
read-add              POST /read/{sheet}/add/?words=Roll+a+towel               mine       302
read-remove           GET  /read/{sheet}/remove/                                 mine       200
read-entry            GET  /read/{sheet}/1/                                      mine       200
read-drop             POST /read/{sheet}/1/drop/                                 mine       302
library               GET  /library/                                             members    200
exercise              GET  /library/cat-stretch/                                 all        200
figure-body           GET  /figure/woman.glb                                     all        200
figure-clip           GET  /figure/woman/bird-dog.glb                            all        200
figure-still          GET  /figure/woman/bird-dog/reach.svg                      all        200
about                 GET  /about-you/                                           members    200
can-do                GET  /about-you/what-i-can-do/                             members    200
account_login         GET  /log-in/                                              strangers  200
account_logout        GET  /log-out/                                             members    200
account_signup        GET  /sign-up/                                             strangers  200
account_email_verification_sent GET /sign-up/look-at-your-mail/                  all        200
account_confirm_email GET  /sign-up/confirm/nonsense/                            all        200
account_reset_password GET /password/forgotten/                                  all        200
account_reset_password_done GET /password/forgotten/look-at-your-mail/           all        200
account_reset_password_from_key GET /password/new/1-2-3/                         all        200
account_reset_password_from_key_done GET /password/new/done/                     all        200
account               GET  /account/                                             members    200
account-name          POST /account/name/?name=Ann                               members    302
account_email         GET  /account/email/                                       members    200
account_change_password GET /account/password/                                   members    200
account_set_password  GET  /account/password/first/                              members    302
account_reauthenticate GET /account/is-it-you/                                   members    200
account-end-session   POST /account/sessions/{login}/end/                        mine       302
account-everything    GET  /account/everything.zip                               members    200
account-delete        GET  /account/delete/                                    leavers    200
people                GET  /people/                                              owner      200
people-role           POST /people/{person}/role/?role=therapist                 owner      302
people-remove         POST /people/{person}/remove/                              owner      302
sharing               GET  /sharing/                                           members    200
sharing-with          GET  /sharing/with/{code}/                               sharers    200
sharing-author        GET  /sharing/with-author-of/backs/                      mine       200
sharing-change        GET  /sharing/{share}/                                   mine       200
sharing-end           POST /sharing/{share}/end/                               mine       302
desk-people           GET  /desk/people/                                       desk       200
desk-new-code         POST /desk/people/new-code/                              desk       302
desk-diary            GET  /desk/people/{share}/                               author     200
desk-end              POST /desk/people/{share}/end/                           author     302
publications          GET  /r/                                                   all        200
publications-feed     GET  /r/feed/                                              all        200
publication           GET  /r/backs/                                             all        200
publication-version   GET  /r/backs/1/                                           all        200
publication-history   GET  /r/backs/history/                                     all        200
publication-follow    POST /r/backs/follow/                                      members    302
publication-handout   GET  /r/backs/handout.pdf                                  all        200
publication-picture   GET  /r/backs/card.png                                     all        200
publication-feed      GET  /r/backs/feed/                                        all        200
answers-feed          GET  /r/backs/answers/feed/                                all        200
renew                 POST /routines/backs/renew/?choice=stay                  mine       302
desk                  GET  /desk/                                                desk       200
desk-new              POST /desk/routines/new/?title=Calm                        desk       302
desk-routine          GET  /desk/routines/backs/                               editors    200
desk-preview          POST /desk/routines/backs/preview/                       editors    200
desk-publish          GET  /desk/routines/backs/publish/                       editors    200
desk-withdraw         GET  /desk/routines/backs/withdraw/                      editors    200
ask                   GET  /ask/                                                 members    200
ask-name              GET  /ask/name/                                            members    200
ask-new               GET  /ask/new/?routine=backs                             members    200
thread                GET  /ask/{post}/                                          all        200
ask-reply             GET  /ask/{post}/reply/                                    members    200
ask-edit              GET  /ask/{post}/edit/                                     mine       200
ask-remove            POST /ask/{post}/remove/                                   mine       302
ask-leave-out         POST /ask/{post}/leave-out/                                mine       302
me-too                POST /ask/{post}/me-too/                                   members    302
report                GET  /ask/{post}/report/                                 others     200
desk-questions        GET  /desk/questions/                                      desk       200
desk-answer           GET  /desk/questions/{post}/                             editors    200
saved-answers         GET  /desk/answers/                                        desk       200
unsave                POST /desk/answers/{saved}/remove/                         author     302
own-answer            GET  /desk/answers/{answer}/                               author     200
moderation            GET  /desk/posts/                                          desk       200
moderation-trail      GET  /desk/posts/trail/                                    desk       200
moderate              POST /desk/posts/{post}/?act=hide                        editors    302
questions-open        POST /desk/routines/backs/questions/?open=no             editors    302
safety                GET  /safety/                                              all        200
enter                 GET  /enter/nonsense/                                    all        403
offline               GET  /offline/                                             all        200
manifest              GET  /manifest.webmanifest                                 all        200
service-worker        GET  /sw.js                                                all        200
healthz               GET  /healthz                                              all        200
"""  # noqa: E501


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    method: str
    address: str
    who: str
    status: int

    def expected(self, member: str) -> int | str:
        """What a member of the cast gets."""
        if member in ANSWERED[self.who]:
            return self.status
        if self.who == "strangers":
            return 302
        if member != "stranger":
            return 404
        return 403 if self.address.startswith("/api/") else LOG_IN


def rows() -> list[Row]:
    cells = [line.split() for line in TABLE.strip().splitlines()]
    return [
        Row(name, method, address, who, int(code)) for name, method, address, who, code in cells
    ]


def patterns(found: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one


@pytest.fixture
def world(cast: Cast, script: Script) -> dict[str, str]:
    """What the addresses name: things of the person, a page and an answer of the therapist."""
    for member in cast[:-1]:
        member.post("/start/", dict.fromkeys(("emergency", "today", "before"), "no"))
        member.post("/routines/facet-joint/follow/")
        member.post("/reminders/keep/", {"at": "09:00", "days": ["MO"], "zone": "UTC"})
        named(member, f"Heron of {member.user}")
    page = published(cast.therapist.user, "backs")
    cast.person.post("/r/backs/follow/")
    question = post(cast.person.user, Place(page))
    desk.answer(cast.therapist.user, question, "Between the sides.", 0)
    shares.renew_code(cast.therapist.user)
    shared = shares.share(cast.person.user, cast.therapist.user, ("pain",), "Ann")
    return things(cast.person) | {
        "code": shares.code_of(cast.therapist.user),
        "share": str(shared.pk),
        "post": str(question.pk),
        "answer": str(Post.objects.get(kind=Post.Kind.ANSWER).pk),
        "saved": str(
            SavedAnswer.objects.create(owner=cast.therapist.user, title="Twice", text="Twice.").pk
        ),
    }


def things(person: Member) -> dict[str, str]:
    """What a person has: a session, an answer, a page brought along, a calendar, a log-in."""
    sent = {"content_type": "application/json"}
    person.post(f"/api/sessions/{SESSION}/", {"script": SCRIPT.id, "pain_before": 4}, **sent)
    person.post(f"/api/sessions/{SESSION}/events", {"events": led()}, **sent)
    person.post("/diary/questions/activity/", {"about": "Sit through a meal", "activity": "4"})
    person.post("/read/", {"text": PAGE})
    person.post("/reminders/new-address/")
    person.post("/diary/add/", {"date": "2020-01-02", "minutes": "5"})
    Member(person.user, HTTP_USER_AGENT="Firefox").get("/diary/")
    sheet = BroughtRoutine.objects.get().pk
    person.post(f"/read/{sheet}/", {"act": "keep", "name": "Mine"})
    return {
        "session": SESSION,
        "past": str(Session.objects.get(by_hand=True).pk),
        "script": SCRIPT.id,
        "sheet": sheet,
        "day": DiaryAnswer.objects.get().date.isoformat(),
        "feed": str(StoredReminder.objects.get(owner=person.user).token),
        "login": str(UserSession.objects.get(user_agent="Firefox").pk),
        "person": str(person.user.pk),
    }


def outcome(response: HttpResponseBase) -> int | str:
    response.close()
    if response.headers.get("Location", "").startswith("/log-in/"):
        return LOG_IN
    return response.status_code


def ask(member: Member, row: Row, address: str) -> int | str:
    """What the member gets; whatever it changed is as before. A query is posted as a form."""
    path, _, query = address.partition("?")
    with transaction.atomic():
        if row.method == "GET":
            found = outcome(member.get(address))
        elif path.startswith("/api/"):
            form = dict(parse_qsl(query))
            found = outcome(member.post(path, form, content_type="application/json"))
        else:
            found = outcome(member.post(path, dict(parse_qsl(query))))
        transaction.set_rollback(True)
    cache.clear()
    return found


def test_every_address_has_a_row() -> None:
    """An address that is added needs a line in the table: who is answered there?"""
    names = [str(one.name) for one in patterns(get_resolver().url_patterns)]
    assert sorted(row.name for row in rows()) == sorted(names)


def test_everyone_gets_what_the_table_says(cast: Cast, world: dict[str, str]) -> None:
    wrong = []
    for row in rows():
        address = row.address.format(**world)
        assert resolve(address.partition("?")[0]).url_name == row.name
        for name in CAST:
            found, expected = ask(getattr(cast, name), row, address), row.expected(name)
            if found != expected:
                wrong.append(f"{row.name}: {name} gets {found}, not {expected}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("row", [row for row in rows() if row.address.startswith(ACCOUNTS)])
def test_ones_own_instance_has_no_accounts(browser: Client, stranger: Client, row: Row) -> None:
    """What is only on a shared instance is nowhere else, not even for who was let in."""
    nothing = dict.fromkeys(("session", "login", "person", "share"), SESSION) | {"code": "X"}
    address = row.address.format(**nothing).replace(f"sessions/{SESSION}", "sessions/1")
    for client in (browser, stranger):
        response = client.get(address) if row.method == "GET" else client.post(address)
        assert response.status_code == 404
