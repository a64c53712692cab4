"""Signing up, logging in and out, passwords, addresses: the ways people walk, and wrong ones."""

import logging
import re
import smtplib
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from supple.web import folder
from supple.web.discreet import Discreet
from supple.web.models import Role, User
from tests.web.conftest import ADDRESS, ORIGIN, PASSWORD, Member

OTHER = "five more calm words"
MISMATCH = (
    "That e-mail address and password do not go together. "
    "Look at both once more, or set a new password."
)
TOO_MANY = "Too many tries in a short time. Wait five minutes, or set a new password."


@pytest.fixture
def visitor(shared: Settings, db: None) -> Member:
    """A browser of somebody who has no account yet."""
    return Member()


@pytest.fixture
def ann(visitor: Member) -> Member:
    """The browser of Ann, who signed up, confirmed her address and is logged in."""
    sign_up(visitor)
    visitor.post(link_in_mail())
    mail.outbox.clear()
    return visitor


def link_in_mail(number: int = -1) -> str:
    """The path of the link in a mail that was sent."""
    found = re.search(r"http://127\.0\.0\.1:8000(/\S+)", str(mail.outbox[number].body))
    assert found
    return found[1]


def sign_up(client: Client, email: str = "ann@example.org", **fields: str) -> None:
    given = {"email": email, "password1": PASSWORD, "name": "Ann", "agreed": "on"} | fields
    response = client.post("/sign-up/", given)
    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/sign-up/look-at-your-mail/",
    )


def log_in(client: Client, email: str = "ann@example.org", password: str = PASSWORD) -> bool:
    response = client.post("/log-in/", {"login": email, "password": password})
    return response.status_code == 302 and response.headers["Location"] == "/"


def page(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_signing_up_needs_the_mailbox(visitor: Member) -> None:
    sign_up(visitor)
    user = User.objects.get()
    assert (user.role, user.name, user.email) == (Role.PERSON, "Ann", "ann@example.org")
    assert user.consented
    assert visitor.get("/diary/").status_code == 302
    path = link_in_mail()
    assert "Is this your address?" in page(visitor, path)
    assert visitor.get("/diary/").status_code == 302
    assert visitor.post(path).headers["Location"] == "/"
    assert visitor.get("/diary/").status_code == 200


def test_a_mail_read_on_another_device_lets_in_only_with_the_password(visitor: Member) -> None:
    sign_up(visitor)
    telephone = Member()
    assert telephone.post(link_in_mail()).headers["Location"] == "/log-in/"
    assert telephone.get("/diary/").status_code == 302
    assert log_in(telephone)
    assert telephone.get("/diary/").status_code == 200


def test_without_the_mail_a_log_in_sends_a_new_one(visitor: Member, settings: Settings) -> None:
    sign_up(visitor)
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": None}
    telephone = Member()
    response = telephone.post("/log-in/", {"login": "ann@example.org", "password": PASSWORD})
    assert response.headers["Location"] == "/sign-up/look-at-your-mail/"
    assert len(mail.outbox) == 2
    assert telephone.get("/diary/").status_code == 302


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"agreed": ""}, "Please read what is kept, and tick this if you agree."),
        ({"password1": "short"}, "This password is too short."),
        ({"password1": "password123"}, "This password is too common."),
        ({"password1": "ann@example.org"}, "The password is too similar to the email."),
        ({"email": "ann"}, "Enter a valid email address."),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    visitor: Member, fields: dict[str, str], sentence: str
) -> None:
    usual = {"email": "ann@example.org", "password1": PASSWORD, "agreed": "on"}
    told = visitor.post("/sign-up/", usual | fields).content.decode()
    assert sentence in told
    assert not User.objects.exists()


def test_the_password_is_kept_as_argon2id(ann: Member) -> None:
    assert User.objects.get().password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_an_address_that_has_an_account_gets_the_same_answer(
    ann: Member, settings: Settings
) -> None:
    """Only the mailbox learns that there is one."""
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": None}
    stranger = Member()
    sign_up(stranger, "new@example.org")
    sign_up(stranger, "ann@example.org", password1=OTHER)
    assert len(mail.outbox) == 2
    assert mail.outbox[1].subject == "You have an account at Supple already"
    assert log_in(Member(), password=PASSWORD)
    assert not log_in(Member(), password=OTHER)


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(ann: Member) -> None:
    told = [
        Member().post("/log-in/", {"login": email, "password": OTHER}).content.decode()
        for email in ("ann@example.org", "eve@example.org")
    ]
    assert all(MISMATCH in one for one in told)
    bare = [re.sub(r'value="[^"]*"', "", one) for one in told]
    assert bare[0] == bare[1]


def test_a_log_in_storm_on_one_account(ann: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the right password waits, and then it lets in again."""
    attacker = Member(REMOTE_ADDR="192.0.2.7")
    for _ in range(5):
        assert not log_in(attacker, password=OTHER)
    response = attacker.post("/log-in/", {"login": "ann@example.org", "password": PASSWORD})
    assert TOO_MANY in response.content.decode()
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert log_in(Member())


def test_a_log_in_storm_from_one_address(ann: Member) -> None:
    """It is slowed down whomever it tries; others are not."""
    attacker = Member(REMOTE_ADDR="192.0.2.7")
    for number in range(10):
        assert not log_in(attacker, f"{number}@example.org")
    assert not log_in(attacker)
    assert log_in(Member(REMOTE_ADDR="192.0.2.8"))


def test_a_sign_up_storm(visitor: Member) -> None:
    for number in range(10):
        sign_up(Member(), f"{number}@example.org")
    response = Member().post("/sign-up/", {"email": "11@example.org", "password1": PASSWORD})
    assert response.status_code == 429
    assert "Wait a few minutes, then try once more." in response.content.decode()
    assert User.objects.count() == 10


def test_a_storm_is_counted_for_all_processes_together(ann: Member, settings: Settings) -> None:
    place = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    settings.CACHES = {"default": place}
    call_command("createcachetable", verbosity=0)
    for _ in range(5):
        assert not log_in(Member(), password=OTHER)
    response = Member().post("/log-in/", {"login": "ann@example.org", "password": PASSWORD})
    assert TOO_MANY in response.content.decode()


def test_a_new_password_by_mail(ann: Member) -> None:
    telephone = Member()
    telephone.post("/password/forgotten/", {"email": "ann@example.org"})
    link = link_in_mail()
    shown = telephone.get(link)
    assert shown.headers["Location"].endswith("-set-password/")  # no key in an address that stays
    chosen = {"password1": OTHER, "password2": OTHER}
    response = telephone.post(shown.headers["Location"], chosen)
    assert response.headers["Location"] == "/password/new/done/"
    assert "Every browser was logged out." in page(telephone, "/password/new/done/")
    assert ann.get("/diary/").status_code == 302
    assert not log_in(Member())
    assert log_in(Member(), password=OTHER)
    assert "This link was used already, or is too old" in page(Member(), link)


def test_an_unknown_address_is_not_given_away_by_asking_for_a_password(ann: Member) -> None:
    answers = [
        Member().post("/password/forgotten/", {"email": email}).headers["Location"]
        for email in ("ann@example.org", "eve@example.org")
    ]
    assert answers == ["/password/forgotten/look-at-your-mail/"] * 2
    assert [one.subject for one in mail.outbox] == [
        "Set a new password for Supple",
        "No account at Supple with this address",
    ]


def test_a_changed_link_sets_no_password(ann: Member) -> None:
    Member().post("/password/forgotten/", {"email": "ann@example.org"})
    link = link_in_mail()
    other = User.objects.create(email="eve@example.org", role=Role.PERSON)
    forged = link.replace(User.objects.get(email="ann@example.org").pk.hex, other.pk.hex)
    assert forged != link
    assert "This link was used already, or is too old" in page(Member(), forged)


@pytest.mark.parametrize("after", ["//evil.example/", "https://evil.example/", "javascript:0"])
def test_logging_in_leads_nowhere_else(ann: Member, after: str) -> None:
    given = {"login": "ann@example.org", "password": PASSWORD, "next": after}
    assert Member().post("/log-in/", given).headers["Location"] == "/"


def test_logging_in_leads_back(ann: Member) -> None:
    browser = Member()
    path = browser.get("/diary/add/").headers["Location"]
    assert path == "/log-in/?next=/diary/add/"
    assert 'name="next" value="/diary/add/"' in page(browser, path)
    given = {"login": "ann@example.org", "password": PASSWORD, "next": "/diary/add/"}
    assert browser.post(path, given).headers["Location"] == "/diary/add/"


@pytest.mark.parametrize(("given", "kept"), [({}, False), ({"remember": "on"}, True)])
def test_a_browser_stays_logged_in_only_if_asked_to(
    ann: Member, given: dict[str, str], kept: bool
) -> None:
    given = {"login": "ann@example.org", "password": PASSWORD} | given
    cookie = Member().post("/log-in/", given).cookies["supple"]
    assert bool(cookie["max-age"]) == kept
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_logging_out(ann: Member) -> None:
    assert "Log out of this browser?" in page(ann, "/log-out/")
    assert ann.get("/diary/").status_code == 200
    assert ann.post("/log-out/").headers["Location"] == "/log-in/"
    assert ann.get("/diary/").status_code == 302


def test_sessions_are_seen_and_ended(ann: Member) -> None:
    telephone = Member(HTTP_USER_AGENT="Mozilla/5.0 (Android 15; Mobile) Firefox/140.0")
    assert log_in(telephone)
    told = page(ann, "/account/")
    assert "Firefox on Android" in told
    assert told.count("this browser") == 1
    path = re.search(r'action="(/account/sessions/\d+/end/)"', told)
    assert path
    assert ann.post(path[1]).headers["Location"] == "/account/"
    assert telephone.get("/diary/").status_code == 302
    assert ann.get("/diary/").status_code == 200
    assert "Firefox on Android" not in page(ann, "/account/")


def test_a_session_of_somebody_else_is_not_ended(ann: Member) -> None:
    eve = Member(User.objects.create(email="eve@example.org", role=Role.PERSON))
    eve.get("/diary/")
    row = UserSession.objects.get(user=User.objects.get(email="ann@example.org"))
    assert eve.post(f"/account/sessions/{row.pk}/end/").status_code == 404
    assert ann.get("/diary/").status_code == 200


def test_a_changed_password_logs_out_every_other_browser(ann: Member) -> None:
    telephone = Member()
    assert log_in(telephone)
    given = {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}
    assert ann.post("/account/password/", given).status_code == 302
    assert ann.get("/diary/").status_code == 200
    assert telephone.get("/diary/").status_code == 302
    assert mail.outbox[-1].subject == "Your password for Supple was changed"
    assert "from the network address 127.0.0.1" in mail.outbox[-1].body


def test_an_address_changes_only_from_its_own_mailbox(ann: Member) -> None:
    given = {"email": "anna@example.org", "action_add": ""}
    asked = ann.post("/account/email/", given)
    assert asked.headers["Location"].startswith("/account/is-it-you/")
    ann.post(asked.headers["Location"], {"password": PASSWORD})
    assert mail.outbox[-1].to == ["anna@example.org"]
    assert "A mail with a link went to <strong>anna@example.org</strong>" in page(
        ann, "/account/email/"
    )
    assert log_in(Member())
    ann.post(link_in_mail())
    assert mail.outbox[-1].to == ["ann@example.org"]
    assert not log_in(Member())
    assert log_in(Member(), "anna@example.org")


def test_a_name_is_kept(ann: Member) -> None:
    ann.post("/account/name/", {"name": "  Anna  "})
    assert User.objects.get().name == "Anna"
    ann.post("/account/name/", {"name": "x" * 81})
    assert User.objects.get().name == "Anna"
    assert "A name has 80 letters at most." in page(ann, "/account/")


def test_the_owner_gives_herself_an_address_and_a_password(
    visitor: Member, own_folder: Path
) -> None:
    folder.prepare(own_folder)
    browser = Member()
    browser.get(f"/enter/{folder.make_link(own_folder)}/")
    assert "You came in by a one-time link." in page(browser, "/account/")
    browser.post("/account/password/first/", {"password1": PASSWORD, "password2": PASSWORD})
    browser.post("/account/email/", {"email": "olga@example.org", "action_add": ""})
    browser.post(link_in_mail())
    telephone = Member()
    assert log_in(telephone, "olga@example.org")
    assert telephone.get("/people/").status_code == 200


def test_a_mail_server_that_is_down_loses_nothing(
    visitor: Member, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def down(*_args: object, **_fields: object) -> None:
        raise smtplib.SMTPServerDisconnected("ann@example.org was refused")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", down)
        sign_up(visitor)
    told = page(visitor, "/sign-up/look-at-your-mail/")
    assert "The mail could not be sent just now. Please try again in a while." in told
    assert caplog.messages == ["A mail could not be sent: SMTPServerDisconnected"]
    assert User.objects.count() == 1


def test_a_post_from_another_site_is_refused(ann: Member) -> None:
    for path in ("/log-in/", "/sign-up/", "/log-out/", "/account/delete/", "/account/email/"):
        response = ann.post(path, {}, HTTP_ORIGIN="https://evil.example")
        assert response.status_code == 403
    assert ann.get("/diary/").status_code == 200


def test_an_old_tab_is_told_to_load_the_page_again(ann: Member) -> None:
    """A form from before the log-in carries a token that counts no more."""
    tab = Client(**ADDRESS, **ORIGIN, enforce_csrf_checks=True)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page(tab, "/log-in/"))
    assert token
    given = {"login": "ann@example.org", "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
    assert tab.post("/log-in/", given).status_code == 302
    response = tab.post("/account/name/", {"name": "Eve", "csrfmiddlewaretoken": token[1]})
    assert response.status_code == 403
    told = response.content.decode()
    assert "Nothing was changed. Go back, load the page again, and try once more." in told
    assert User.objects.get().name == "Ann"


def test_nothing_private_is_logged(ann: Member, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    log_in(Member(), password="a wrong secret")  # noqa: S106
    Member().post("/password/forgotten/", {"email": "ann@example.org"})
    Member().get(link_in_mail())
    ann.post("/account/name/", {"name": "Private"}, HTTP_ORIGIN="https://evil.example")
    ann.get("/sign-up/confirm/secret-key/")
    told = "\n".join(caplog.messages)
    for private in ("ann@", "secret", "Private", "/password/new/", User.objects.get().pk.hex):
        assert private not in told


def test_nobody_keeps_what_is_personal(ann: Member) -> None:
    for path in ("/account/", "/account/email/", "/account/everything.zip", "/log-in/", "/"):
        response = ann.get(path)
        response.close()
        assert "no-store" in response.headers["Cache-Control"]


def test_the_mail_says_what_to_do_and_no_more(visitor: Member) -> None:
    sign_up(visitor)
    assert mail.outbox[0].subject == "Confirm your address for Supple"
    link = f"http://127.0.0.1:8000{link_in_mail()}"
    assert mail.outbox[0].body == (
        "Hello,\n\nsomebody made an account at Supple with this address. If it was you, open "
        f"this link within three days:\n\n{link}\n\nIf it was not you, do nothing.\n\n"
        "This mail comes from Supple at 127.0.0.1:8000."
    )


def test_an_address_taken_meanwhile_is_not_taken_twice(visitor: Member) -> None:
    """Two accounts wait for one mailbox; it confirms one of them."""
    first = User.objects.create(role=Role.PERSON)
    second = User.objects.create(role=Role.PERSON)
    EmailAddress.objects.create(user=first, email="ann@example.org", verified=True)
    waiting = EmailAddress.objects.create(user=second, email="ann@example.org")
    path = f"/sign-up/confirm/{EmailConfirmationHMAC(waiting).key}/"
    assert "This address has an account already" in page(visitor, path)
    visitor.post(path)
    waiting.refresh_from_db()
    assert not waiting.verified


def test_a_form_that_is_sent_twice_at_once_makes_one_account(
    visitor: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second request looked before the first had written."""
    sign_up(visitor)
    monkeypatch.setattr(
        "allauth.account.internal.flows.manage_email.email_already_exists",
        lambda email, **_fields: (email, False),
    )
    sign_up(Member())
    assert User.objects.count() == 1
    assert len(mail.outbox) == 1


def test_an_account_that_nobody_confirms_goes_after_a_week(visitor: Member) -> None:
    sign_up(visitor, "old@example.org")
    sign_up(Member(), "fresh@example.org")
    sign_up(Member(), "used@example.org")
    Member().post(link_in_mail())
    long_ago = timezone.now() - timedelta(days=8)
    User.objects.exclude(email="fresh@example.org").update(joined=long_ago)
    sign_up(Member(), "new@example.org")
    kept = set(User.objects.values_list("email", flat=True))
    assert kept == {"fresh@example.org", "used@example.org", "new@example.org"}


def test_signing_up_leads_to_where_one_was_going(visitor: Member) -> None:
    path = visitor.get("/sharing/with/ABCDEFGHJK/").headers["Location"]
    told = page(visitor, path)
    assert 'href="/sign-up/?next=%2Fsharing%2Fwith%2FABCDEFGHJK%2F"' in told
    sign_up(visitor, next="/sharing/with/ABCDEFGHJK/")
    assert visitor.post(link_in_mail()).headers["Location"] == "/sharing/with/ABCDEFGHJK/"


def test_a_fault_tells_nobody_anything(ann: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the page nor the log: the text of an error may name the row that it is about."""

    def broken(user: User) -> None:
        raise ValueError(user.email)

    monkeypatch.setattr("supple.web.views.accounts.export.archive", broken)
    said = StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(Discreet())
    logging.getLogger("django.request").addHandler(handler)
    try:
        ann.raise_request_exception = False
        told = page(ann, "/account/everything.zip", 500)
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert "Something went wrong here" in told
    assert said.getvalue().startswith("ERROR django.request: ValueError\n")
    assert "in broken" in said.getvalue()
    for private in ("ann@", "everything.zip"):
        assert private not in told + said.getvalue()
