"""Leaving: everything of one person goes, and what others need stays without their name."""

from django.db import transaction

from supple.web.accounts import sessions
from supple.web.models import ModerationAct, User
from supple.web.publishing import shelf
from supple.web.questions import posting


@transaction.atomic
def leave(user: User) -> None:
    """Remove an account with all that is the person's own.

    Posts lose their words and their author, so that no thread is torn; pages
    that others follow lose their author's name; trails keep what was done.
    """
    sessions.end_all(user)
    posting.forget(user)
    shelf.forget(user)
    ModerationAct.objects.filter(by=user).update(name="")
    user.delete()
