"""The addresses of accounts. Names that begin with `account_` are those that allauth asks for."""

from collections.abc import Callable

from allauth.account import views as allauth
from django.http.response import HttpResponseBase
from django.urls import path, re_path
from django.views.generic import View

from supple.web.person import shared_only
from supple.web.views import accounts, people

PAGES = "supple/accounts/"
OF_THE_PERSON = frozenset({"email", "password", "first_password", "is_it_you", "log_out"})


def of_allauth(view: type[View], template: str) -> Callable[..., HttpResponseBase]:
    """A view of allauth on our page; on an instance of one person it does not exist."""
    page = "about" if template in OF_THE_PERSON else "log-in"
    shown = view.as_view(template_name=f"{PAGES}{template}.html", extra_context={"page": page})
    return shared_only(shown)


urlpatterns = [
    path("log-in/", of_allauth(allauth.LoginView, "log_in"), name="account_login"),
    path("log-out/", of_allauth(allauth.LogoutView, "log_out"), name="account_logout"),
    path("sign-up/", of_allauth(accounts.SignUp, "sign_up"), name="account_signup"),
    path(
        "sign-up/look-at-your-mail/",
        of_allauth(allauth.EmailVerificationSentView, "mail_sent"),
        name="account_email_verification_sent",
    ),
    path(
        "sign-up/confirm/<str:key>/",
        of_allauth(allauth.ConfirmEmailView, "confirm"),
        name="account_confirm_email",
    ),
    path(
        "password/forgotten/",
        of_allauth(allauth.PasswordResetView, "forgotten"),
        name="account_reset_password",
    ),
    path(
        "password/forgotten/look-at-your-mail/",
        of_allauth(allauth.PasswordResetDoneView, "forgotten_sent"),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        of_allauth(allauth.PasswordResetFromKeyView, "new_password"),
        name="account_reset_password_from_key",
    ),
    path(
        "password/new/done/",
        of_allauth(allauth.PasswordResetFromKeyDoneView, "new_password_done"),
        name="account_reset_password_from_key_done",
    ),
    path("account/", accounts.account, name="account"),
    path("account/name/", accounts.name, name="account-name"),
    path("account/email/", of_allauth(allauth.EmailView, "email"), name="account_email"),
    path(
        "account/password/",
        of_allauth(allauth.PasswordChangeView, "password"),
        name="account_change_password",
    ),
    path(
        "account/password/first/",
        of_allauth(allauth.PasswordSetView, "first_password"),
        name="account_set_password",
    ),
    path(
        "account/is-it-you/",
        of_allauth(allauth.ReauthenticateView, "is_it_you"),
        name="account_reauthenticate",
    ),
    path("account/sessions/<int:key>/end/", accounts.end_session, name="account-end-session"),
    path("account/everything.zip", accounts.everything, name="account-everything"),
    path("account/delete/", accounts.delete, name="account-delete"),
    path("people/", people.people, name="people"),
    path("people/<uuid:key>/role/", people.role, name="people-role"),
    path("people/<uuid:key>/remove/", people.remove, name="people-remove"),
]
