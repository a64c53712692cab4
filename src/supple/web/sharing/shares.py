"""Who shares which parts of a diary with whom: beginning, changing, ending, looking."""

import re
from collections.abc import Iterable
from typing import Literal, get_args
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from supple.web.models import Invitation, Publication, Share, ShareView, User
from supple.web.person import DESK
from supple.web.sharing.models import new_code

Part = Literal["pain", "sessions", "answers", "notes"]
PARTS: tuple[Part, ...] = get_args(Part)
LATEST = 20  # looks that a page lists


def code_of(therapist: User) -> str:
    """The therapist's code; empty while there is none."""
    found = Invitation.objects.filter(owner=therapist).first()
    return found.code if found else ""


def renew_code(therapist: User) -> None:
    """A new code; an old one leads nowhere from now on. Open shares stay."""
    Invitation.objects.update_or_create(
        owner=therapist, defaults={"code": new_code(), "made": timezone.now()}
    )


def tidy(typed: str) -> str:
    """A code as it is kept, from what was typed or from the link that was pasted."""
    last = typed.strip().rstrip("/").rpartition("/")[2]
    return re.sub(r"[^A-Z0-9]", "", last.upper())[:16]


def by_code(code: str) -> User | None:
    """The therapist whom a code leads to."""
    found = Invitation.objects.select_related("owner").filter(code=tidy(code)).first()
    return found.owner if found and found.owner.role in DESK else None


def author_of(user: User, slug: str) -> User | None:
    """The author of a routine that the person follows, if that is a therapist here."""
    page = Publication.objects.filter(slug=slug, followings__owner=user, author__role__in=DESK)
    found = page.select_related("author").first()
    return found.author if found else None


def authors(user: User) -> QuerySet[Publication]:
    """The routines that the person follows and whose author they could share with."""
    followed = Publication.objects.filter(followings__owner=user, author__role__in=DESK)
    taken = Share.objects.filter(person=user, ended=None).values("therapist")
    return (
        followed.exclude(author=user).exclude(author__in=taken).select_related("author").distinct()
    )


def parts_of(names: Iterable[str]) -> tuple[Part, ...]:
    """The parts among some names, in their order."""
    chosen = set(names)
    return tuple(part for part in PARTS if part in chosen)


def open_between(person: User, therapist: User) -> Share | None:
    """The share that the person has open with the therapist."""
    return Share.objects.filter(person=person, therapist=therapist, ended=None).first()


def share(person: User, therapist: User, parts: tuple[Part, ...], name: str) -> Share:
    """Show these parts from now on, instead of those that were shown until now."""
    chosen = {"what": " ".join(parts), "name": name}
    kept, _made = Share.objects.update_or_create(
        person=person, therapist=therapist, ended=None, defaults=chosen
    )
    return kept


def end(rows: QuerySet[Share], key: UUID) -> Share | None:
    """End one of the shares that somebody may end, at once; None where it is not among them."""
    found = rows.filter(pk=key).first()
    if found is not None:
        rows.filter(pk=key).update(ended=timezone.now())
    return found


def end_all_with(therapist: User) -> None:
    """End everything that is shown to somebody who is no therapist any more."""
    Share.objects.filter(therapist=therapist, ended=None).update(ended=timezone.now())


def look(therapist: User, key: UUID) -> Share | None:
    """An open share for its therapist, the look at it written down first.

    The trail and the check are one transaction: a look that is shown is written.
    """
    with transaction.atomic():
        rows = Share.objects.select_for_update(of=("self",)).select_related("person")
        found = rows.filter(pk=key, therapist=therapist, ended=None).first()
        if found is not None:
            ShareView.objects.create(person=found.person, therapist=therapist, what=found.what)
    return found


def shown_to(therapist: User, sought: str = "") -> QuerySet[Share]:
    """The people who share with the therapist, by name; `sought` is a part of it."""
    rows = Share.objects.filter(therapist=therapist, ended=None, name__icontains=sought)
    return rows.order_by("name", "made")


def of_person(person: User) -> QuerySet[Share]:
    """What the person shows just now, latest first."""
    return Share.objects.filter(person=person, ended=None).select_related("therapist")


def looks_at(person: User) -> QuerySet[ShareView]:
    """The latest looks at the person's diary, newest first."""
    rows = ShareView.objects.filter(person=person).select_related("therapist")
    return rows.order_by("-at")[:LATEST]
