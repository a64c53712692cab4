"""One picture and one sentence for each thing that the diary keeps a number of."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from django.utils.translation import ngettext

from supple.safety.sources import CONVENTION, citation
from supple.track.measures.change import Direction, ScoreChange, change_sentence, score_change
from supple.track.measures.course import published_course
from supple.track.measures.questionnaire import Question, Questionnaire
from supple.track.pain import FEWEST
from supple.value import Value
from supple.web import answers, fragments
from supple.web.answer_forms import SINCE, SPANS
from supple.web.plot import Bars, ScorePlot, score_plot, week_bars
from supple.web.sessions import Kept
from supple.words import Words

WEEKS = 12


class Effort(Value, kw_only=True, omit_defaults=False):
    """Minutes a week over twelve weeks."""

    plot: Bars
    sentence: str

    @property
    def drawn(self) -> str:
        """The picture as it stands on a page."""
        return fragments.picture(self.plot, self.sentence)


class Picture(Value, kw_only=True, omit_defaults=False):
    """A measure's picture and sentence; `title` is what the person calls it.

    `low_says` and `high_says` are the words at the ends of its scale.
    """

    measure: str
    title: str
    about: str
    plot: ScorePlot
    sentence: str
    credit: str
    low_says: str
    high_says: str
    due: bool = False

    @property
    def drawn(self) -> str:
        """The picture as it stands on a page."""
        return fragments.picture(self.plot, self.sentence)


def since(today: date) -> date:
    """The first day of what the diary compares."""
    return today - timedelta(days=7 * WEEKS - 1)


def pain_scores(sessions: Sequence[Kept]) -> list[tuple[date, float]]:
    """The pain before each session in which it was said, oldest first.

    Of two sessions on one day the earlier counts: the later one is after exercise.
    """
    by_day: dict[date, float] = {}
    for session in sessions:  # newest first
        if session.pain_before is not None:
            by_day[session.date] = float(session.pain_before)
    return sorted(by_day.items())


def pain_change(sessions: Sequence[Kept]) -> ScoreChange:
    """The change of pain before sessions, from the middle of the first to that of the latest."""
    return score_change(_pain(), [pain for _day, pain in pain_scores(sessions)])


def pain_direction(sessions: Sequence[Kept]) -> Direction:
    """Where the pain before sessions went."""
    return pain_change(sessions).direction


def looks(
    sessions: Sequence[Kept], given: Sequence[answers.Given], today: date, say: Words
) -> dict[str, object]:
    """Everything that the diary shows a picture of, as its template names it."""
    every = pictures(given, today, say)
    return {
        "activity": next((one for one in every if one.measure == answers.ACTIVITY), None),
        "pain": pain_picture(sessions, today, say),
        "others": [one for one in every if one.measure != answers.ACTIVITY],
        "unanswered": unanswered(given, say),
        "effort": effort(sessions, today),
    }


def unanswered(given: Sequence[answers.Given], say: Words) -> list[tuple[str, str, str]]:
    """Measures never answered, the activity aside: id, name and what each is about."""
    answered = {one.question for one in given} | {answers.ACTIVITY}
    return [
        (measure.id, say.say(measure.name), say.say(measure.about))
        for measure in answers.measures().values()
        if measure.id not in answered
    ]


def effort(sessions: Sequence[Kept], today: date) -> Effort | None:
    """Minutes of each of the last twelve weeks; None where there are none."""
    seconds = [0.0] * WEEKS
    for session in sessions:
        weeks_ago = (today - session.date).days // 7
        if 0 <= weeks_ago < WEEKS:
            seconds[WEEKS - 1 - weeks_ago] += session.seconds
    minutes = tuple(round(one / 60) for one in seconds)
    if not any(minutes):
        return None
    return Effort(plot=week_bars(minutes, since(today), today), sentence=_effort_sentence(minutes))


def _effort_sentence(minutes: Sequence[int]) -> str:
    """All minutes, and the middle value of the weeks with any, if they are enough."""
    total, used = sum(minutes), [one for one in minutes if one]
    said = ngettext(
        "%(n)d minute in the last twelve weeks.", "%(n)d minutes in the last twelve weeks.", total
    ) % {"n": total}
    if len(used) < FEWEST:
        return said
    n = round(median(used))
    middle = ngettext(
        "The middle value of the weeks with a session is %(n)d minute.",
        "The middle value of the weeks with a session is %(n)d minutes.",
        n,
    )
    return f"{said} {middle % {'n': n}}"


def studies_of(given: Sequence[answers.Given], say: Words) -> list[tuple[str, str]]:
    """What studies found for pain that had lasted as long as the person said, with its source."""
    said = answers.to_question(given, SINCE)
    if not said:
        return []
    told = published_course(SPANS[said[-1].answered.answers[SINCE]], say)
    return [
        (one.sentence, "" if one.source == CONVENTION else citation(one.source)) for one in told
    ]


def pain_picture(sessions: Sequence[Kept], today: date, say: Words) -> Picture | None:
    """Pain before sessions; None where it was never said."""
    scores = pain_scores(sessions)
    return _picture(_pain(), "", scores, (since(today), today), say) if scores else None


def pictures(given: Sequence[answers.Given], today: date, say: Words) -> list[Picture]:
    """Each measure that was answered, the person's own activity first."""
    activity = answers.activity_of(given)
    found = []
    for measure in answers.measures().values():
        scores = answers.scores(measure, given)
        if scores:
            name = activity if measure.id == answers.ACTIVITY else ""
            span = (scores[0][0], max(today, scores[-1][0]))
            due = answers.week_due(measure, given, today) is not None
            found.append(_picture(measure, name, scores, span, say, due=due))
    return sorted(found, key=lambda picture: picture.measure != answers.ACTIVITY)


def _picture(  # noqa: PLR0913 - what a picture is made of
    measure: Questionnaire,
    name: str,
    scores: list[tuple[date, float]],
    span: tuple[date, date],
    say: Words,
    *,
    due: bool = False,
) -> Picture:
    change = score_change(measure, [value for _day, value in scores])
    first = measure.items[0]
    return Picture(
        measure=measure.id,
        title=name or say.say(measure.name),
        about=say.say(measure.about),
        plot=score_plot(tuple(scores), _range(measure), *span, change, measure.fewest),
        sentence=change_sentence(measure, change, name, say),
        credit=measure.credit,
        low_says=_end(first, first.low, say),
        high_says=_end(first, first.high, say),
        due=due,
    )


def _range(measure: Questionnaire) -> tuple[int, int]:
    """The lowest and the highest score."""
    if measure.scoring == "percent":
        return 0, 100
    lows, highs = zip(*(_ends(item) for item in measure.items), strict=True)
    if measure.scoring == "mean":
        return min(lows), max(highs)
    return sum(lows), sum(highs)


def _ends(item: Question) -> tuple[int, int]:
    values = [option.value for option in item.options] or [item.low, item.high]
    return min(values), max(values)


def _end(item: Question, number: int, say: Words) -> str:
    words = {item.low: item.low_says, item.high: item.high_says}[number]
    return f"{number}: {say.say(words)}" if words else ""


def _pain() -> Questionnaire:
    return answers.known_measures()[answers.WITH_SESSIONS]
