"""What is new, as Atom: routines, versions of one, answers under one. Of public pages only."""

from functools import lru_cache

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supple.web.models import Publication
from supple.web.publishing import asked, index, shelf, standing
from supple.web.questions import shown, threads
from supple.words import Words

AS_MANY = 30


def routines(origin: str, locale: str) -> str:
    """The routines that were published last. Addresses in it begin with `origin`."""
    feed = _feed(_("New routines"), origin, "publications", "publications-feed", locale)
    for one in index.listed(index.stamp())[:AS_MANY]:
        steps = ngettext("%(n)d exercise", "%(n)d exercises", one.steps) % {"n": one.steps}
        address = origin + reverse("publication", args=[one.slug])
        feed.add_item(
            title=one.title,
            link=address,
            description=format_html("<p>{}</p><p>{}</p>", one.purpose, steps),
            author_name=one.author or None,
            pubdate=one.made,
            updateddate=one.made,
            unique_id=address,
        )
    return feed.writeString("utf-8")


def versions(publication: Publication, origin: str, say: Words) -> str:
    """The versions of a routine, with what each changed."""
    slug = publication.slug
    title = _("Versions of “%(name)s”") % {"name": _name(publication)}
    feed = _feed(title, origin, "publication", "publication-feed", say.locale, slug)
    for one in standing.history(publication, say)[:AS_MANY]:
        address = origin + reverse("publication-version", args=[slug, one.number])
        feed.add_item(
            title=_("Version %(number)d") % {"number": one.number},
            link=address,
            description=_version(one),
            author_name=publication.author_name or None,
            pubdate=one.made,
            updateddate=one.made,
            unique_id=address,
        )
    return feed.writeString("utf-8")


def _version(one: standing.Change) -> SafeString:
    lines = format_html_join("", "<li>{}</li>", ((line,) for line in one.says))
    return format_html("<p>{}</p><ul>{}</ul>", one.note or _("A new version."), lines)


def answers(publication: Publication, origin: str, locale: str) -> str:
    """The therapists' answers. Not the questions: what a person takes back is gone."""
    return _answers(publication.slug, origin, locale, asked.stamp(publication))


@lru_cache(maxsize=64)
def _answers(slug: str, origin: str, locale: str, state: asked.Stamp) -> str:
    """Made once for each state of what is under a routine."""
    del state
    publication = Publication.objects.get(slug=slug)
    name, film = _name(publication), threads.film_of(publication)
    title = _("Answers under “%(name)s”") % {"name": name}
    feed = _feed(title, origin, "publication", "answers-feed", locale, slug)
    for post in threads.answers_to(publication, AS_MANY):
        address = f"{origin}{reverse('thread', args=[post.thread_id])}#{post.pk}"
        feed.add_item(
            title=_("An answer under “%(name)s”") % {"name": name},
            link=address,
            description=shown.html(post.text, film),
            author_name=post.name or None,
            pubdate=post.made,
            updateddate=post.edited or post.made,
            unique_id=address,
        )
    return feed.writeString("utf-8")


def _name(publication: Publication) -> str:
    """The title as it was published last: the draft may have another by now."""
    edition = shelf.newest_edition(publication)
    return edition.routine.name if edition else publication.title


def _feed(title: str, origin: str, page: str, own: str, locale: str, *slug: str) -> Atom1Feed:
    """A feed without entries, which names its page and itself."""
    return Atom1Feed(
        title=title,
        link=origin + reverse(page, args=slug),
        description="",
        language=locale,
        feed_url=origin + reverse(own, args=slug),
    )
