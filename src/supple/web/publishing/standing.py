"""Where a person stands with a published routine: the version they follow, and what came since."""

from collections.abc import Callable
from datetime import datetime

from supple.exercise.load import load_library
from supple.routine.routine import Routine
from supple.value import Value, changed
from supple.web import fitting, plans
from supple.web.models import Following, Publication, PublicationVersion, StoredPlan, User
from supple.web.publishing import shelf
from supple.web.publishing.changes import Edition, changes
from supple.web.publishing.draft import Draft, routine_of
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
    editions = [shelf.edition(row) for row in rows]
    made = []
    for place, (row, edition) in enumerate(zip(rows, editions, strict=True)):
        before = editions[place - 1] if place else edition
        made.append(
            Change(
                number=row.number,
                made=row.made,
                note=edition.page.note,
                says=changes(before, edition, _names(say), say),
            )
        )
    return made[::-1]


def _names(say: Words) -> Callable[[str], str]:
    """The name of a library id, or the id of one that the library no longer has."""
    library = load_library().exercises
    return lambda name: say.say(library[name].name) if name in library else name


def between(old: Draft, new: Draft, say: Words) -> tuple[str, ...]:
    """What is other in one draft than in another."""
    before, after = (
        Edition(number=1, routine=routine_of(one, "draft"), page=one.page) for one in (old, new)
    )
    return changes(before, after, _names(say), say)


def since(version: PublicationVersion, draft: Draft, say: Words) -> tuple[str, ...]:
    """What is other in a draft than in the version that is published."""
    after = Edition(number=1, routine=routine_of(draft, "draft"), page=draft.page)
    return changes(shelf.edition(version), after, _names(say), say)


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
    after = shelf.edition(newest)
    return Change(
        number=newest.number,
        made=newest.made,
        note=after.page.note,
        says=changes(shelf.edition(followed.version), after, _names(say), say),
    )


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
    row = StoredPlan.objects.filter(owner=user, routine=slug).order_by("-pk").first()
    if row is not None:
        had = row.read()
        same = _unchanged(before, after)
        kept = changed(had, items=tuple(item for item in had.items if item.id in same))
        plan = fitting.fitted_plan(user, after, locale, kept)
        plans.keep_plan(user, plan, [item.id for item in plan.items if item.id not in same])


def _unchanged(before: Routine, after: Routine) -> set[str]:
    """The places of a routine that ask the same in both versions."""
    had = {item.id: item.rungs for item in before.items}
    return {item.id for item in after.items if had.get(item.id) == item.rungs}
