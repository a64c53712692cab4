"""Why a post is held, reported or hidden, in words."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from supple.safety.red_flags import red_flags
from supple.web.questions.heard import Heard, Hold, Said
from supple.words import Words

REASONS: tuple[str, ...] = ("advert", "unkind", "someone", "harm", "off", "other")


def reasons() -> dict[str, str]:
    """Why a post is reported or hidden, as the writer reads it."""
    return {
        "advert": _("It sells something, or is full of links"),
        "unkind": _("It is unkind to somebody"),
        "someone": _("It says who somebody is"),
        "harm": _("Following it could hurt somebody"),
        "off": _("It is not about these exercises"),
        "other": _("Something else"),
    }


def hold_words() -> dict[Hold, str]:
    """Why a person looks at a post before others read it."""
    return {
        "first": _("nothing was shown yet under this name"),
        "link": _("it has a link in it"),
        "signs": _("it names a sign that needs help"),
        "language": _("it could not be read as English"),
        "reported": _("readers have reported it"),
    }


class SignRow(NamedTuple):
    """A sign as the desk reads it: the writer's words, what they may stand for, and the code."""

    words: str
    name: str
    code: str
    said: Said | None


def sign_rows(heard: Heard, say: Words) -> tuple[SignRow, ...]:
    """The signs that were heard, with the name of each."""
    named = red_flags()
    return tuple(
        SignRow(one.words, say.say(named[one.code].name), one.code, one.said) for one in heard.signs
    )
