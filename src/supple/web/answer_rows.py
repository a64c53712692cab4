"""Answers as rows of a page: what was asked, what was said, and where to correct it."""

from collections.abc import Sequence
from typing import get_args

from django.urls import reverse
from django.utils.dateformat import format as written
from django.utils.translation import gettext as _

from supple.track.measures.questionnaire import Answered, Questionnaire
from supple.track.measures.score import score
from supple.track.milestones import Milestone
from supple.value import Value
from supple.web import answers, flares
from supple.web.answer_forms import SINCE, SPANS
from supple.web.milestones import said_at, title_of
from supple.words import Words


class AnswerRow(Value, kw_only=True, omit_defaults=False):
    """One answering. `correct` is empty for a question that is answered once and for all."""

    day: str
    name: str
    says: str
    delete: str
    correct: str = ""


def answer_rows(given: Sequence[answers.Given], say: Words) -> list[AnswerRow]:
    """All answers, newest first."""
    known = answers.measures()
    return [_row(one, known.get(one.question), say) for one in reversed(given)]


def _row(one: answers.Given, measure: Questionnaire | None, say: Words) -> AnswerRow:
    place = [one.question, one.date]
    return AnswerRow(
        day=written(one.date, "j F Y"),
        name=one.answered.activity or (say.say(measure.name) if measure else _name(one.question)),
        says=_score(measure, one.answered) if measure else _chosen(one),
        delete=reverse("diary-withdraw", args=place),
        correct=reverse("diary-correct", args=place) if measure else "",
    )


def _score(measure: Questionnaire, answered: Answered) -> str:
    total = score(measure, answered.answers)
    return "" if total is None else f"{round(total, 1):g}"


def _name(question: str) -> str:
    names = {
        **{name: title_of(name) for name in get_args(Milestone)},
        SINCE: _("How long it had lasted"),
        flares.QUESTION: _("A day with more pain"),
    }
    return names.get(question, question)


def _chosen(one: answers.Given) -> str:
    if one.question == flares.QUESTION:
        return flares.said(one.answered)
    number = next(iter(one.answered.answers.values()), 0)
    if one.question == SINCE:
        spans = {"new": _("Under 6 weeks"), "weeks": _("6 to 12 weeks"), "months": _("Longer")}
        return spans[SPANS[number]]
    return said_at(one.question, number)
