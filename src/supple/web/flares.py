"""What a person chose on a day of a flare instead of a session: a gentle walk, or rest."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from supple.routine.log import Pain
from supple.track.flare import not_easing
from supple.track.measures.questionnaire import Answered
from supple.track.rule import Standing, Today
from supple.web import answers
from supple.web.models import DiaryAnswer, User
from supple.web.person import own_words
from supple.web.sessions import Past

QUESTION = "flare"
CHOICES = ("walk", "rest")
LOOK_BACK = timedelta(weeks=4)


def keep(user: User, day: date, choice: str, pain: Pain | None) -> None:
    """Keep the choice of a day, with the pain then. Raises ValueError for what is no choice."""
    said = {"choice": CHOICES.index(choice)} | ({} if pain is None else {"pain": pain})
    answered = Answered(
        measure=QUESTION,
        version="own wording 1",
        language=own_words().locale,
        date=day.isoformat(),
        zone=user.zone,
        answers=said,
    )
    answers.keep(user, QUESTION, day, answered)


def said(answered: Answered) -> str:
    """A kept choice in words."""
    names = {"walk": _("A gentle walk"), "rest": _("Rest")}
    return names[CHOICES[answered.answers["choice"]]]


def lasts(user: User, past: Iterable[Past], now: Standing, today: Today) -> bool:
    """Whether this flare has not eased in three days, by sessions and by what was chosen."""
    logs = (one.log for one in past)
    before = [(date.fromisoformat(log.date[:10]), log.pain_before) for log in logs]
    since = today.date - LOOK_BACK
    rows = DiaryAnswer.objects.filter(owner=user, question=QUESTION, date__gte=since)
    chosen = [(row.date, row.read().answers.get("pain")) for row in rows]
    told = [(day, pain) for day, pain in (*before, *chosen) if pain is not None and day >= since]
    return not_easing(told, today, now.usual)
