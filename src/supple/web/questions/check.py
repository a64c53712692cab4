"""The page between a text and its post: what was heard in it, before anybody else reads it."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from supple.safety.level import Level
from supple.safety.net import net_text
from supple.safety.red_flags import red_flags
from supple.web import fitting
from supple.web.forms import whole
from supple.web.models import User
from supple.web.questions import offers
from supple.web.questions.heard import Heard, card_of
from supple.web.questions.posting import Place
from supple.web.questions.reasons import hold_words
from supple.words import Words

ASKED = "said-"


def said(form: Mapping[str, str]) -> dict[str, str]:
    """What the writer answered to what was asked back, by code."""
    named = ((key.removeprefix(ASKED), form[key]) for key in form if key.startswith(ASKED))
    return {code: answer for code, answer in named if code in red_flags()}


def number(text: str) -> int:
    """A count that a form carries; -1, which fits nothing, for anything else."""
    found = whole(text)
    return -1 if found is None else found


def speaks_first(heard: Heard) -> bool:
    """Whether the writer is told something before the text is posted."""
    return bool(
        heard.level.gravity > 1
        or heard.signs
        or heard.crisis
        or not heard.english
        or heard.conditions
        or heard.answers
    )


def page(user: User, place: Place, heard: Heard | None, say: Words) -> dict[str, object]:
    """What the page says about a text: nothing before one was sent."""
    if heard is None or not speaks_first(heard):
        return {"heard": None}
    routine = offers.routine_of(place.publication)
    return {
        "heard": heard,
        "card": card_of(heard, say, user.preferences.emergency_number),
        "asks": [(one.code, one.ask, _answer(heard, one.code)) for one in heard.asks],
        "offer": offers.offer(heard, fitting.limits_of(user), routine, say),
        "meanwhile": offers.meanwhile(heard, say),
        "before": offers.answered_before(heard, place.publication),
        "net": net_text(say) if _wants_net(heard) else None,
        "holds": [hold_words()[hold] for hold in heard.holds],
    }


def _wants_net(heard: Heard) -> bool:
    """Whether the list of signs stands on the page; the card of an emergency stands alone."""
    careful = heard.level is Level.CLINICIAN_FIRST or not heard.english
    return not heard.level.stops_exercise and (careful or bool(heard.answers))


def _answer(heard: Heard, code: str) -> str:
    return next((sign.said or "" for sign in heard.signs if sign.code == code), "")


def told(heard: Heard) -> list[str]:
    """What the writer is told after posting."""
    if not heard.holds:
        return [_("Your words are here for everyone to read. An answer may take days.")]
    reasons = _(", and ").join(hold_words()[hold] for hold in heard.holds)
    sentence = _("A person reads your words first, because %(why)s. Until then only you see them.")
    return [sentence % {"why": reasons}]
