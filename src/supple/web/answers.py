"""Answers to the diary's questions: kept raw, one a question a day, corrected or withdrawn."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.conf import settings

from supple.track.measures.load import Measures, load_measures
from supple.track.measures.questionnaire import Answered, Questionnaire, shown
from supple.track.measures.schedule import due_week
from supple.track.measures.score import score
from supple.value import from_json, to_json
from supple.web.models import DiaryAnswer, User

ACTIVITY = "activity"
WITH_SESSIONS = "pain"  # asked before and after each session, not by itself


class Given(NamedTuple):
    """One answering: the question's id, the local date, and what was answered."""

    question: str
    date: date
    answered: Answered


def known_measures() -> Measures:
    """All questionnaires by id, the operator's own over those that ship."""
    return load_measures(settings.MEASURES)[0]


def measures() -> Measures:
    """The questionnaires that may be shown and are asked by themselves, by id."""
    found = shown(known_measures().values(), settings.LICENCES)
    return {one.id: one for one in found if one.id != WITH_SESSIONS}


def all_of(owner: User) -> list[Given]:
    """Everything a person answered, oldest first."""
    rows = DiaryAnswer.objects.filter(owner=owner).order_by("date", "pk")
    return [
        Given(question, day, from_json(document, Answered))
        for question, day, document in rows.values_list("question", "date", "document")
    ]


def to_question(given: Sequence[Given], question: str) -> list[Given]:
    """Those that answer one question, in their order."""
    return [one for one in given if one.question == question]


def keep(owner: User, question: str, day: date, answered: Answered) -> None:
    """Keep an answer; another of the same day to the same question gives way to it."""
    DiaryAnswer.objects.update_or_create(
        owner=owner, question=question, date=day, defaults={"document": to_json(answered)}
    )


def withdraw(owner: User, question: str, day: date) -> bool:
    """Forget an answer; whether there was one."""
    rows = DiaryAnswer.objects.filter(owner=owner, question=question, date=day)
    return rows.delete()[0] > 0


def activity_of(given: Sequence[Given]) -> str:
    """The activity that a person last chose, in their own words; "" before they did."""
    chosen = to_question(given, ACTIVITY)
    return chosen[-1].answered.activity if chosen else ""


def comparable(given: Sequence[Given], question: str) -> list[Given]:
    """Answers to one question that can be compared: of the activity, those to the present one."""
    activity = activity_of(given).casefold()
    return [
        one
        for one in to_question(given, question)
        if question != ACTIVITY or one.answered.activity.casefold() == activity
    ]


def scores(measure: Questionnaire, given: Sequence[Given]) -> list[tuple[date, float]]:
    """The day and the score of each answer that can be compared, oldest first."""
    worked_out = (
        (one.date, score(measure, one.answered.answers)) for one in comparable(given, measure.id)
    )
    return [(day, value) for day, value in worked_out if value is not None]


def week_due(measure: Questionnaire, given: Sequence[Given], today: date) -> int | None:
    """The week of a measure that is due; the day of its first answer begins week 0."""
    days = [one.date for one in comparable(given, measure.id)]
    return due_week(measure, min(days, default=today), days, today)
