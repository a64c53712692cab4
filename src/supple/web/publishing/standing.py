"""Where a person stands with a published routine: the version they follow, and what came since."""

from datetime import datetime
from itertools import pairwise

from supple.exercise.load import load_library
from supple.routine.routine import Routine
from supple.value import Value, changed
from supple.web import fitting, plans
from supple.web.models import Following, Publication, PublicationVersion, User
from supple.web.publishing import shelf
from supple.web.publishing.changes import Edition, changes
from supple.web.publishing.draft import Draft, edition_of
from supple.web.publishing.models import State
from supple.web.publishing.page_texts import PageTexts
from supple.words import Words


class Change(Value, kw_only=True, omit_defaults=False):
    """A version in the history: when it was made, its author's note, what it changed."""

    number: int
    made: datetime
    note: str
    says: tuple[str, ...]


class Standing(Value, kw_only=True, omit_defaults=False):
    """What the page of a followed routine says. `offered` is the newer version, if there is one.

    `page` stands around the steps of the version that is followed; `declined`
    says that the person chose to stay with theirs; `shown` that the public page
    is still there.
    """

    slug: str
    author: str
    number: int
    page: PageTexts
    shown: bool
    declined: bool
    offered: Change | None


def history(publication: Publication, say: Words) -> list[Change]:
    """Every version, the newest first; the first one changed nothing."""
    rows = list(publication.versions.order_by("number"))
    made = [_change(old, new, say) for old, new in pairwise([*rows[:1], *rows])]
    return made[::-1]


def _change(old: PublicationVersion, new: PublicationVersion, say: Words) -> Change:
    """A version, with what is other in it than in an older one."""
    edition = shelf.edition(new)
    return Change(
        number=new.number,
        made=new.made,
        note=edition.page.note,
        says=_other(shelf.edition(old), edition, say),
    )


def _other(old: Edition, new: Edition, say: Words) -> tuple[str, ...]:
    """What changed, in words; an exercise that the library no longer has goes by its id."""
    library = load_library().exercises

    def name(exercise: str) -> str:
        return say.say(library[exercise].name) if exercise in library else exercise

    return changes(old, new, name, say)


def between(old: Draft, new: Draft, say: Words) -> tuple[str, ...]:
    """What is other in one draft than in another."""
    return _other(edition_of(old, "draft"), edition_of(new, "draft"), say)


def since(version: PublicationVersion, edition: Edition, say: Words) -> tuple[str, ...]:
    """What is other in `edition` than in the version that is published."""
    return _other(shelf.edition(version), edition, say)


def standing(user: User, slug: str, say: Words) -> Standing | None:
    """Where this person stands with a publication; None where they do not follow it."""
    followed = shelf.following(user, slug)
    if followed is None:
        return None
    publication = followed.publication
    return Standing(
        slug=slug,
        author=publication.author_name,
        number=followed.version.number,
        page=shelf.edition(followed.version).page,
        shown=publication.state in {State.PUBLIC, State.LINK},
        declined=followed.declined > followed.version.number,
        offered=_offered(followed, say),
    )


def _offered(followed: Following, say: Words) -> Change | None:
    """The newest version and what is other in it than in the one that is followed."""
    newest = shelf.newest(followed.publication)
    withdrawn = followed.publication.state == State.WITHDRAWN
    if newest is None or withdrawn or newest.number <= followed.version.number:
        return None
    return _change(followed.version, newest, say)


def decline(followed: Following) -> None:
    """Remember that the person stays with their version; a newer one is offered again."""
    newest = shelf.newest(followed.publication)
    if newest is not None:
        followed.declined = newest.number
        followed.save(update_fields=["declined"])


def renew(user: User, followed: Following, locale: str) -> None:
    """Follow the newest version. Where it asks the same as before, what was reached is kept."""
    newest = shelf.newest(followed.publication)
    if newest is None:
        return
    slug = followed.publication_id
    before, after = shelf.edition(followed.version).routine, shelf.edition(newest).routine
    followed.version = newest
    followed.save(update_fields=["version"])
    had = plans.kept(user, slug)
    if had is not None:
        same = _unchanged(before, after)
        kept = changed(had, items=tuple(item for item in had.items if item.id in same))
        plan = fitting.fitted_plan(user, after, locale, kept)
        plans.keep_plan(user, plan, [item.id for item in plan.items if item.id not in same])


def _unchanged(before: Routine, after: Routine) -> set[str]:
    """The places of a routine that ask the same in both versions."""
    had = {item.id: item.rungs for item in before.items}
    return {item.id for item in after.items if had.get(item.id) == item.rungs}
