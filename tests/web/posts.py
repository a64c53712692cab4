"""A published routine, pen names, and posts, for the tests of questions."""

from supple.value import changed, to_json
from supple.web import plans
from supple.web.models import PenName, Post, Publication, PublicationVersion, User
from supple.web.publishing.draft import Draft
from supple.web.publishing.models import State
from supple.web.publishing.page_texts import PageTexts
from supple.web.questions import posting
from supple.web.questions.heard import hear
from supple.web.questions.posting import Place, Refused
from tests.web.conftest import Member

FILM = "https://videos.example/backs"
CALM = "Do I do both sides before I rest, or rest between the sides?"
NUMB = "My back hurts and since yesterday I am numb between my legs and cannot pee."


def published(author: User | None, slug: str = "backs") -> Publication:
    """The ready routine for facet joints, published by `author` with a video."""
    routine = changed(plans.routines()["facet-joint"], id=slug)
    found = Publication.objects.create(
        slug=slug,
        author=author,
        author_name=author.name if author else "",
        title=routine.name,
        state=State.PUBLIC,
        draft_document=to_json(Draft(title=routine.name)),
    )
    PublicationVersion.objects.create(
        publication=found,
        number=1,
        document=to_json(routine),
        page_document=to_json(PageTexts(video=FILM)),
    )
    return found


def named(member: Member, name: str) -> User:
    """The member, who agreed to write in public as `name`."""
    assert member.user is not None
    PenName.objects.create(owner=member.user, name=name, folded=name.casefold())
    return member.user


def post(author: User, place: Place, text: str = CALM, *, state: str = "shown") -> Post:
    """A post as it is kept, then put in `state`."""
    kept = posting.write(author, place, text, hear(text))
    assert not isinstance(kept, Refused)
    Post.objects.filter(pk=kept.pk).update(state=state)
    kept.refresh_from_db()
    return kept
