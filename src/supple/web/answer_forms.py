"""A questionnaire as a form: each item with what was chosen and what is wrong with it."""

from collections.abc import Mapping
from datetime import date
from typing import get_args

from django.utils.translation import gettext as _

from supple.track.measures.course import Since
from supple.track.measures.questionnaire import Answered, Question, Questionnaire
from supple.track.measures.score import allows
from supple.value import Value
from supple.web.forms import whole
from supple.web.models import User
from supple.words import Words

ABOUT = "about"  # the field that an activity is written into
LONGEST = 80
DIGITS = 4
OWN_WORDING = "own wording 1"
SINCE = "since"
SPANS: tuple[Since, ...] = get_args(Since)


class ItemRow(Value, kw_only=True, omit_defaults=False):
    """One item as the page shows it. `numbers` is a scale, `options` are answers in words.

    `tick` is for a statement that is ticked if it is true; `chosen` is None
    before anything was chosen.
    """

    id: str
    say: str
    numbers: tuple[int, ...] = ()
    options: tuple[tuple[int, str], ...] = ()
    tick: bool = False
    ends: tuple[str, str] = ("", "")
    chosen: int | None = None
    wrong: str = ""


class AnswerForm:
    """What a person sees of a measure, and what they sent of it.

    `activity` is what they chose to write about, "" while it is still to be chosen.
    """

    def __init__(
        self,
        measure: Questionnaire,
        known: Answered | None,
        activity: str,
        sent: Mapping[str, str],
        say: Words,
    ) -> None:
        self.measure = measure
        self.say = say
        self.zone = known.zone if known else ""
        own = any("{activity}" in item.say for item in measure.items)
        self.choosing = own and not activity
        written = " ".join(sent.get(ABOUT, "").split())
        self.activity = (activity or written) if own else ""
        self.sent = {item.id: whole(sent.get(item.id, ""), DIGITS) for item in measure.items}
        self.known = self.sent if sent else dict(known.answers) if known else {}
        self.activity_wrong = self._activity_wrong() if sent else ""
        self.missing = self._missing() if sent else set()
        self.wrong = bool(self.missing or self.activity_wrong)

    def _activity_wrong(self) -> str:
        if self.choosing and not self.activity:
            return _("Please write one thing, such as: sit through a meal.")
        if len(self.activity) > LONGEST:
            return _("Please write it in at most %(n)d characters.") % {"n": LONGEST}
        return ""

    def _missing(self) -> set[str]:
        """Items that need an answer: a tick left out is an answer, and so may be a few others."""
        if self.measure.scoring == "count":
            return set()
        left = {item.id for item in self.measure.items if not allows(item, self.sent[item.id])}
        return left if len(left) > self.measure.missing else set()

    @property
    def title(self) -> str:
        """The measure's name, or what the person chose."""
        return self.activity if not self.choosing and self.activity else self.name

    @property
    def name(self) -> str:
        """The measure's own name."""
        return self.say.say(self.measure.name)

    @property
    def about(self) -> str:
        """What the measure asks about."""
        return self.say.say(self.measure.about)

    @property
    def rows(self) -> list[ItemRow]:
        """Each item, in order."""
        return [self._row(item) for item in self.measure.items]

    def _row(self, item: Question) -> ItemRow:
        text = self.say.say(item.say)
        tick = self.measure.scoring == "count" and (item.low, item.high) == (0, 1)
        return ItemRow(
            id=item.id,
            say=_about_it() if self.choosing else text.replace("{activity}", self.activity),
            numbers=() if item.options or tick else tuple(range(item.low, item.high + 1)),
            options=tuple((option.value, self.say.say(option.say)) for option in item.options),
            tick=tick,
            ends=(self._end(item.low, item.low_says), self._end(item.high, item.high_says)),
            chosen=self.known.get(item.id),
            wrong=_("Please choose one.") if item.id in self.missing else "",
        )

    def _end(self, number: int, words: str) -> str:
        return f"{number}: {self.say.say(words)}" if words else ""

    def answered(self, day: date, zone: str) -> Answered:
        """What was sent, as it is kept; only of a form that is not `wrong`.

        `day` is local to `zone`; a corrected answer keeps the zone that it was given in.
        """
        return Answered(
            measure=self.measure.id,
            version=self.measure.version,
            language=self.say.locale,
            date=day.isoformat(),
            zone=self.zone or zone,
            answers={name: value for name, value in self.sent.items() if value is not None},
            activity=self.activity,
        )


def _about_it() -> str:
    return _("How well does it go today?")


def course_answer(owner: User, chosen: Since, day: date) -> Answered:
    """How long the pain had lasted, as an answer is kept."""
    return Answered(
        measure=SINCE,
        version=OWN_WORDING,
        language="en",
        date=day.isoformat(),
        zone=owner.zone,
        answers={SINCE: SPANS.index(chosen)},
    )
