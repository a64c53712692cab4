"""Writing at the desk: beginning, keeping, publishing, withdrawing."""

import secrets

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from supple.routine.load import load_routines
from supple.routine.routine import Routine
from supple.value import Value, changed, to_json
from supple.web.models import Publication, PublicationVersion, Role, User
from supple.web.publishing import shelf
from supple.web.publishing.draft import Draft, draft_of, routine_of
from supple.web.publishing.models import State, new_key

LONGEST_SLUG = 60
RESERVED = frozenset({"feed", "new"})
CHANCE = 3  # bytes that tell two routines of one title apart


def own(user: User) -> QuerySet[Publication]:
    """The routines on this desk, the last changed first: one's own, and for the owner all."""
    rows = Publication.objects.order_by("-changed").defer("draft_document")
    return rows if user.role == Role.OWNER else rows.filter(author=user)


def editable(user: User, slug: str) -> Publication | None:
    """The publication as its author, or the owner of the instance, works on it."""
    found = Publication.objects.filter(slug=slug).first()
    return found if found and shelf.may_edit(user, found) else None


def begin(user: User, draft: Draft) -> Publication:
    """Keep a new draft under an address made of its title."""
    for slug in _slugs(draft.title):
        try:
            with transaction.atomic():
                return Publication.objects.create(
                    slug=slug,
                    author=user,
                    author_name=user.name,
                    title=draft.title,
                    draft_document=to_json(draft),
                )
        except IntegrityError:  # someone was quicker: the next address has more chance in it
            continue
    raise AssertionError("two addresses made by chance were both taken")


def begin_from(user: User, routine: Routine, title: str) -> Publication:
    """Keep a new draft that begins as a routine there is."""
    draft = draft_of(routine)
    return begin(user, changed(draft, title=title or draft.title or _("A new routine")))


def _slugs(title: str) -> tuple[str, ...]:
    """Addresses to try: the title's own where nothing else goes by it, then two by chance."""
    name = slugify(title)[:LONGEST_SLUG].strip("-") or "routine"
    if name.startswith("own-"):  # what a person brought is called so
        name = f"routine-{name}"
    free = not (
        name in RESERVED
        or name in load_routines()[0]
        or Publication.objects.filter(slug=name).exists()
    )
    chance = tuple(f"{name}-{secrets.token_hex(CHANCE)}" for _ in range(2))
    return (name, *chance) if free else chance


def keep(slug: str, draft: Draft, saved: int) -> bool:
    """Keep a draft that was made from the one with the count `saved`; False if that has moved on.

    One statement compares and counts, so that of two forms sent at once one is kept.
    """
    rows = Publication.objects.filter(slug=slug, saved=saved)
    kept = rows.update(
        draft_document=to_json(draft),
        title=draft.title,
        saved=F("saved") + 1,
        changed=timezone.now(),
    )
    return kept == 1


class Terms(Value, kw_only=True):
    """How a draft is published: who sees it, under whose name, what changed, may one ask."""

    state: State
    author_name: str
    note: str = ""
    questions_open: bool = True


@transaction.atomic
def publish(publication: Publication, terms: Terms) -> bool:
    """Make the draft the newest version; False if it has moved on.

    Whoever follows an older version keeps it.
    """
    draft = publication.read_draft()
    page = changed(draft.page, note=terms.note)
    rows = Publication.objects.filter(pk=publication.pk, saved=publication.saved)
    key = "" if terms.state == State.PUBLIC else publication.token or new_key()
    now = timezone.now()
    kept = rows.update(
        state=terms.state,
        author_name=terms.author_name,
        questions_open=terms.questions_open,
        token=key,
        saved=F("saved") + 1,
        changed=now,
        announced=now,
    )
    if not kept:
        return False
    last = shelf.newest(publication)
    PublicationVersion.objects.create(
        publication=publication,
        number=last.number + 1 if last else 1,
        document=to_json(routine_of(draft, publication.slug)),
        page_document=to_json(page),
    )
    return True


def withdraw(publication: Publication) -> None:
    """Take the page back. Who follows the routine keeps it; the draft stays at the desk."""
    publication.state = State.WITHDRAWN
    publication.announced = timezone.now()
    publication.save(update_fields=["state", "announced", "changed"])


def remove(publication: Publication) -> bool:
    """Delete a draft that was never published; False for anything else, which others may hold."""
    if publication.versions.exists():
        return False
    publication.delete()
    return True
