"""Who may answer and judge a post."""

from django.db.models import Q

from supple.web.models import Publication, Role, User
from supple.web.questions.models import Post


def desk_of(user: User) -> Q:
    """The posts on someone's desk.

    A therapist's: those under her own publications, and those at an exercise of
    the library, which are everybody's. The owner keeps the instance and sees all.
    """
    if user.role == Role.OWNER:
        return Q()
    if user.role == Role.THERAPIST:
        own = list(Publication.objects.filter(author=user).values_list("pk", flat=True))
        return Q(publication__in=own) | Q(publication=None)
    return Q(pk=None)


def may_answer(user: User, post: Post) -> bool:
    """Whether a post is on this person's desk."""
    if user.role == Role.OWNER:
        return True
    if user.role != Role.THERAPIST:
        return False
    return post.publication is None or post.publication.author_id == user.pk
