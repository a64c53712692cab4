"""The page of a published routine: what it says, put together once for each version."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from supple.exercise.load import load_library
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.plan import Plan
from supple.routine.routine import Routine
from supple.share.handout import Paper, compose, pdf
from supple.share.typesetting import qr_svg
from supple.show.still import printed
from supple.value import Value
from supple.web import figure
from supple.web.preferences import Preferences
from supple.web.publishing import leaving_out, linked_data, video
from supple.web.publishing.changes import Edition
from supple.web.publishing.linked_data import About
from supple.web.publishing.page_texts import PageTexts
from supple.web.rows import RungRow, routine_rows
from supple.words import Words, words


class Form(Value, kw_only=True, omit_defaults=False):
    """One exercise of a step, and how it goes, line by line."""

    rung: RungRow
    how: tuple[str, ...]


class Step(Value, kw_only=True, omit_defaults=False):
    """One place of the routine: its exercise, or those to choose from, and its author's words."""

    id: str
    forms: tuple[Form, ...]
    text: SafeString
    cautions: tuple[SafeString, ...]


def plan_of(routine: Routine, locale: str) -> Plan:
    """The routine as it is for nobody in particular."""
    return make_plan(routine, load_library(), {}, words(locale))


@lru_cache(maxsize=128)
def minutes(edition: Edition, locale: str) -> int:
    """Whole minutes that a session takes, at least one; 0 where there is nothing to do."""
    script = make_script(plan_of(edition.routine, locale), load_library(), words(locale))
    return script.minutes if script.items else 0


@lru_cache(maxsize=32)
def on_paper(
    edition: Edition, without: tuple[str, ...], locale: str, paper: Paper, address: str
) -> bytes:
    """The routine as a PDF, in the plain body; a code on it leads back to its page.

    `without` names the constraints that it is fitted to.
    """
    routine, library, say = edition.routine, load_library(), words(locale)
    plan = leaving_out.plan(edition, without, locale) if without else plan_of(routine, locale)
    shown = (*routine.exercises, *(item.exercise for item in plan.items))
    drawings = printed(library, tuple(dict.fromkeys(shown)), Preferences().figure, say)
    code = qr_svg(address)
    return pdf(
        compose(routine, plan, library, drawings, say, paper=paper, address=address, qr=code)
    )


@lru_cache(maxsize=128)
def body(edition: Edition, locale: str, preferences: Preferences) -> SafeString:
    """Everything on the page that is the same for all who read it in one look and language."""
    routine, page = edition.routine, edition.page
    film = page.video
    context = {
        "preferences": preferences,
        "cautions": [video.linked(caution.say, film) for caution in routine.cautions],
        "steps": _steps(edition, locale),
        **around_steps(page),
        "source": routine.source,
        "source_address": routine.source.address if _is_page(routine.source.address) else "",
        "figure": figure.page_data(preferences, routine.exercises),
    }
    return SafeString(render_to_string("supple/publication/body.html", context))


@lru_cache(maxsize=128)
def head(edition: Edition, about: About, *, public: bool) -> SafeString:
    """What machines read: the page's one address, its picture, its feeds, its data."""
    context = {
        "edition": edition,
        "about": about,
        "public": public,
        "data": linked_data.block(edition, about),
    }
    return SafeString(render_to_string("supple/publication/head.html", context))


def _is_page(address: str) -> bool:
    """Whether an address that came with a brought page leads to one."""
    return address.startswith(("https://", "http://"))


def around_steps(page: PageTexts) -> dict[str, object]:
    """The video with its times and what to do when, as both pages of a routine show them."""
    film = page.video
    return {
        "video": film,
        "marks": _marks(page),
        "advice": [
            [video.linked(text, film) for text in (one.when, one.do)] for one in page.advice
        ],
    }


def _marks(page: PageTexts) -> list[tuple[str, str, str]]:
    """Places in the video, as (time, address, words); none without a video."""
    if not page.video:
        return []
    return [(video.clock(one.at), video.link(page.video, one.at), one.words) for one in page.marks]


def _steps(edition: Edition, locale: str) -> list[Step]:
    routine, film, say = edition.routine, edition.page.video, words(locale)
    return [
        Step(
            id=item.id,
            forms=tuple(_form(rung, say) for rung in row.forms),
            text=video.linked(item.text, film),
            cautions=tuple(video.linked(text, film) for text in item.cautions),
        )
        for row, item in zip(routine_rows(routine, locale), routine.items, strict=True)
    ]


def _form(rung: RungRow, say: Words) -> Form:
    known = load_library().exercises.get(rung.exercise)
    lines = (known.position, *known.how, known.breath) if known else ()
    return Form(rung=rung, how=tuple(say.say(line) for line in lines))
