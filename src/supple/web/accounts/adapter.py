"""What allauth asks of us: our words, our mails, our roles."""

import logging
import smtplib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from supple.web.accounts.people import forget_unconfirmed
from supple.web.models import Role, User

LOG = logging.getLogger("supple.mail")
MAILS = "supple/accounts/mail/"
SAID = {
    "email_confirmed": gettext_lazy("Thank you: your e-mail address is confirmed."),
    "email_confirmation_failed": gettext_lazy("That address belongs to another account by now."),
    "password_changed": gettext_lazy("Your new password is kept."),
    "password_set": gettext_lazy("Your password is kept."),
    "logged_out": gettext_lazy("You are logged out."),
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """How allauth speaks and what it makes here."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "That e-mail address and password do not go together. "
            "Look at both once more, or set a new password."
        ),
        "too_many_login_attempts": gettext_lazy(
            "Too many tries in a short time. Wait five minutes, or set a new password."
        ),
        "incorrect_password": gettext_lazy("That is not your password. Try once more."),
        "enter_current_password": gettext_lazy("That is not your present password. Try once more."),
        "duplicate_email": gettext_lazy("That is your address already."),
        "invalid_password_reset": gettext_lazy("This link was used already, or is too old."),
    }

    def save_user(
        self,
        request: HttpRequest,
        user: User,
        form: Any,  # noqa: ANN401 - allauth's form
        commit: bool = True,  # noqa: FBT001, FBT002 - allauth's form
    ) -> User:
        """A new account is a person's; only the owner makes therapists."""
        forget_unconfirmed()
        user.role = Role.PERSON
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ANN401
        """The owner, let in by a link, has no address yet that a password could go with."""
        confirmed = EmailAddress.objects.get_verified(self.request.user)
        return confirmed is not None and bool(
            super().is_reauthentication_required(app=app, **kwargs)
        )

    def add_message(  # noqa: PLR0913, PLR0917 - allauth's form
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what happened in our words; what we have no words for needs none."""
        name = (message_template or "").rpartition("/")[2].removesuffix(".txt")
        if not message and name in SAID:
            message = str(SAID[name]) % (message_context or {})
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of our mails; where that cannot be done just now, say so and go on."""
        try:
            super().send_mail(MAILS + template_prefix.rpartition("/")[2], email, context)
        except (OSError, smtplib.SMTPException) as error:
            LOG.error("A mail could not be sent: %s", type(error).__name__)  # noqa: TRY400
            messages.error(
                self.request,
                _("The mail could not be sent just now. Please try again in a while."),
            )
