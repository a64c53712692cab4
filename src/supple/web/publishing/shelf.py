"""Published routines as others find them: who may see which, and in which version."""

from functools import lru_cache

from django.utils import timezone
from django.utils.crypto import constant_time_compare

from supple.routine.routine import Routine
from supple.value import from_json
from supple.web.models import Following, Publication, PublicationVersion, Role, User
from supple.web.publishing.changes import Edition
from supple.web.publishing.models import State
from supple.web.publishing.page_texts import PageTexts


def visible(user: User | None, slug: str, key: str = "") -> Publication | None:
    """The publication that is shown to `user` (None: a stranger) with a link's `key`, if any."""
    found = Publication.objects.filter(slug=slug).first()
    return found if found and _is_shown(user, found, key) else None


def visible_version(user: User | None, slug: str, key: str = "") -> PublicationVersion | None:
    """The newest version of what is `visible`, with its publication."""
    rows = PublicationVersion.objects.filter(publication=slug).select_related("publication")
    newest = rows.order_by("-number").first()
    return newest if newest and _is_shown(user, newest.publication, key) else None


def _is_shown(user: User | None, found: Publication, key: str) -> bool:
    if found.state == State.LINK:
        return _may_see(user, found, key)
    return found.state == State.PUBLIC


def withdrawn(slug: str, key: str = "") -> bool:
    """Whether the page was taken back by its author, for who was able to see it before."""
    found = Publication.objects.filter(slug=slug, state=State.WITHDRAWN).first()
    return found is not None and (not found.token or constant_time_compare(found.token, key))


def _may_see(user: User | None, found: Publication, key: str) -> bool:
    """Whether a page by link is shown: with its key, and to those who have it anyway."""
    if found.token and constant_time_compare(found.token, key):
        return True
    if user is None:
        return False
    return may_edit(user, found) or Following.objects.filter(owner=user, publication=found).exists()


def may_edit(user: User, publication: Publication) -> bool:
    """Whether the desk shows it: to its author, and to the owner of the instance."""
    return publication.author_id == user.pk or user.role == Role.OWNER


def newest(publication: Publication) -> PublicationVersion | None:
    """The version that is shown; None while nothing was published."""
    return publication.versions.order_by("-number").first()


def edition(version: PublicationVersion) -> Edition:
    """What was published, read once for each document. Raises BadValue."""
    return _edition(version.number, version.document, version.page_document)


def newest_edition(publication: Publication) -> Edition | None:
    """What is shown of a publication; None while nothing was published."""
    version = newest(publication)
    return edition(version) if version else None


@lru_cache(maxsize=256)
def _edition(number: int, document: str, page_document: str) -> Edition:
    return Edition(
        number=number,
        routine=from_json(document, Routine),
        page=from_json(page_document, PageTexts),
    )


def routine_for(user: User, slug: str) -> Routine | None:
    """The routine as this person follows it, else the newest version that is shown to them."""
    standing = following(user, slug)
    if standing is not None:
        return edition(standing.version).routine
    shown = visible_version(user, slug)
    return edition(shown).routine if shown else None


def following(user: User, slug: str) -> Following | None:
    """What the person follows of a publication."""
    rows = Following.objects.select_related("version", "publication")
    return rows.filter(owner=user, publication=slug).first()


def followed_version(user: User | None, slug: str) -> int:
    """The number of the version that somebody follows; 0 for none."""
    if user is None:
        return 0
    rows = Following.objects.filter(owner=user, publication=slug)
    return rows.values_list("version__number", flat=True).first() or 0


def followed_by(user: User) -> list[Following]:
    """Everything the person follows, newest first."""
    rows = Following.objects.filter(owner=user).select_related("version", "publication")
    return list(rows.order_by("-made"))


def begin(user: User, publication: Publication) -> None:
    """Let the person follow the newest version, unless they follow one already."""
    version = newest(publication)
    if version is not None:
        Following.objects.get_or_create(
            owner=user, publication=publication, defaults={"version": version}
        )


def begin_with(user: User, slug: str) -> None:
    """Hold a person who begins a plan of a published routine to the version they saw."""
    found = visible(user, slug)
    if found is not None:
        begin(user, found)


def forget(user: User) -> None:
    """Let a leaving author's pages stand without their name, and drop what was never published."""
    own = Publication.objects.filter(author=user)
    own.filter(versions=None).delete()
    own.update(author=None, author_name="", announced=timezone.now())
