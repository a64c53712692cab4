"""The accounts of an instance, as its owner sees them: who they are and their role, no more."""

import uuid
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from supple.web.models import Role, User
from supple.web.sharing.shares import end_all_with

GIVEN = frozenset({Role.THERAPIST, Role.PERSON})  # roles that an owner gives and takes back
PAGE = 25  # people on a page of a list
CONFIRM_WITHIN = timedelta(days=7)


def accounts(sought: str = "") -> QuerySet[User]:
    """Every account but the owner's: therapists first, then by name; `verified` says if it is.

    `sought` is a part of the name or the address.
    """
    confirmed = EmailAddress.objects.filter(user_id=OuterRef("pk"), verified=True)
    return (
        User.objects.exclude(role=Role.OWNER)
        .filter(Q(name__icontains=sought) | Q(email__icontains=sought))
        .annotate(verified=Exists(confirmed))
        .order_by("-role", "name", "email")
    )


def forget_unconfirmed() -> None:
    """Remove what was begun over a week ago with an address that nobody confirmed."""
    begun = User.objects.filter(role=Role.PERSON, joined__lt=timezone.now() - CONFIRM_WITHIN)
    waiting = EmailAddress.objects.filter(user_id=OuterRef("pk"), verified=False)
    confirmed = EmailAddress.objects.filter(user_id=OuterRef("pk"), verified=True)
    begun.filter(Exists(waiting), ~Exists(confirmed)).delete()


def give_role(key: uuid.UUID, role: str) -> User | None:
    """Make somebody a therapist, or take it back; None where that cannot be."""
    user = accounts().filter(pk=key).first()
    if user is None or role not in GIVEN:
        return None
    if role == Role.THERAPIST and not EmailAddress.objects.get_verified(user):
        return None
    if role != Role.THERAPIST:
        end_all_with(user)
    user.role = role
    user.save(update_fields=["role"])
    return user
