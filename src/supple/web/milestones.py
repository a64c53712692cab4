"""What the diary asks on its own at a time: one card, on the Diary and on Today."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import get_args

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supple.track.measures.change import Direction
from supple.track.measures.questionnaire import Answered
from supple.track.milestones import (
    Amount,
    Milestone,
    day_14_sentence,
    due_milestone,
    week_6_sentence,
)
from supple.value import Value
from supple.web import answers, sessions
from supple.web.models import User
from supple.web.person import own_words

TOLD = timedelta(weeks=6)  # as long as what an answer led to stays on the diary (convention)
OPEN = timedelta(weeks=12)  # after it nobody is asked about the first weeks any more (convention)
COMPARED: tuple[Direction, ...] = ("worse", "none", "better")
AMOUNTS: tuple[Amount, ...] = get_args(Amount)


class Choice(Value, kw_only=True, omit_defaults=False):
    """One answer that a card offers."""

    value: str
    say: str


class DueCard(Value, kw_only=True, omit_defaults=False):
    """A question that is due: `address` takes the answer, as a form where there are `choices`.

    Without choices `address` is a page, and `button` leads to it.
    """

    title: str
    text: str
    address: str
    choices: tuple[Choice, ...] = ()
    button: str = ""


class Told(Value, kw_only=True, omit_defaults=False):
    """An answer that was given, in words, and what it leads to."""

    title: str
    answer: str
    sentence: str


def due_card(owner: User, today: date) -> DueCard | None:
    """The one question that is due `today`; None on most days, and before the first session."""
    return card_of(sessions.first_day(owner), answers.all_of(owner), today)


def card_of(first: date | None, given: Sequence[answers.Given], today: date) -> DueCard | None:
    """`due_card` for whoever has read the answers, and the day of the first session, already."""
    milestone = _due(first, given, today)
    return _milestone_card(milestone) if milestone else _measure_card(given, today)


def _due(first: date | None, given: Sequence[answers.Given], today: date) -> Milestone | None:
    answered = {name for name in get_args(Milestone) if answers.to_question(given, name)}
    if first is None or "week-6" in answered or today > first + OPEN:
        return None
    return due_milestone(first, answered, today)


def _milestone_card(milestone: Milestone) -> DueCard:
    texts = {
        "day-14": _("Has it been too much, right or too little for you?"),
        "week-6": _("How is your back, against the day you began?"),
    }
    return DueCard(
        title=title_of(milestone),
        text=texts[milestone],
        address=reverse("diary-milestone", args=[milestone]),
        choices=_choices(milestone),
    )


def _choices(milestone: str) -> tuple[Choice, ...]:
    said: dict[str, str] = (
        {"too much": _("Too much"), "right": _("Right"), "too little": _("Too little")}
        if milestone == "day-14"
        else {"worse": _("Worse"), "none": _("No change"), "better": _("Better")}
    )
    return tuple(Choice(value=value, say=word) for value, word in said.items())


def title_of(milestone: Milestone) -> str:
    """What a milestone is called."""
    titles = {"day-14": _("Two weeks on"), "week-6": _("Six weeks on")}
    return titles[milestone]


def told(given: Sequence[answers.Given], today: date, pain: Direction) -> Told | None:
    """What the latest of these answers leads to, for a while after it was given."""
    known: tuple[Milestone, ...] = get_args(Milestone)
    said = [(one, name) for name in known for one in answers.to_question(given, name)]
    if not said:
        return None
    one, name = max(said, key=lambda pair: pair[0].date)
    if today > one.date + TOLD:
        return None
    number = one.answered.answers[name]
    return Told(
        title=title_of(name), answer=said_at(name, number), sentence=sentence(name, number, pain)
    )


def said_at(milestone: str, number: int) -> str:
    """An answer in words, by its place among the choices."""
    return _choices(milestone)[number].say


def _measure_card(given: Sequence[answers.Given], today: date) -> DueCard | None:
    """An activity that was chosen is asked about again; nobody is pressed to choose one here."""
    activity = answers.activity_of(given)
    measure = answers.measures().get(answers.ACTIVITY)
    week = answers.week_due(measure, given, today) if measure and activity else None
    if week is None:
        return None
    return DueCard(
        title=activity,
        text=ngettext(
            "%(n)d week after you chose it: how well does it go today?",
            "%(n)d weeks after you chose it: how well does it go today?",
            week,
        )
        % {"n": week},
        address=reverse("diary-question", args=[answers.ACTIVITY]),
        button=_("Answer"),
    )


def keep_milestone(owner: User, milestone: Milestone, value: str, today: date) -> bool:
    """Keep what was chosen; whether it was an answer."""
    choices: tuple[str, ...] = AMOUNTS if milestone == "day-14" else COMPARED
    if value not in choices:
        return False
    answered = Answered(
        measure=milestone,
        version="own wording 1",
        language=own_words().locale,
        date=today.isoformat(),
        zone=owner.zone,
        answers={milestone: choices.index(value)},
    )
    answers.keep(owner, milestone, today, answered)
    return True


def sentence(milestone: Milestone, number: int, pain: Direction) -> str:
    """What an answer, by its place among the choices, leads to.

    `pain` is the change of pain that the diary shows: where it is worse, that counts.
    """
    say = own_words()
    if milestone == "day-14":
        return day_14_sentence(AMOUNTS[number], say)
    felt = COMPARED[number]
    return week_6_sentence(felt, "worse" if pain == "worse" else felt, say)
