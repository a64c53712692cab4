"""The first-start questions of one person: what they answered, and what follows today."""

from collections.abc import Mapping, Sequence
from datetime import date

from supple.safety.level import Level
from supple.safety.screen import Answer, Group, Verdict, judge, questions
from supple.value import changed, from_json, to_json
from supple.web.models import Screening, User
from supple.web.person import day_of
from supple.words import Words, words

SIGNS = frozenset({Level.EMERGENCY, Level.URGENT})


def asked(say: Words) -> tuple[Group, ...]:
    """The groups that must be answered before the very first start."""
    return tuple(group for group in questions(say) if group.required)


def signs(say: Words) -> tuple[Group, ...]:
    """The groups asked again when a back is worse, or something is new."""
    return tuple(group for group in questions(say) if group.level in SIGNS)


def limits(say: Words) -> Group:
    """The group that only sets limits, and may be skipped."""
    return next(group for group in questions(say) if not group.required)


def latest(user: User) -> Screening | None:
    """The person's last answering, whatever a clock that was set said; None before the first."""
    return Screening.objects.filter(owner=user).order_by("-pk").first()


def may_start(user: User) -> bool:
    """Whether nothing that the person answered stops a session; not an all-clear."""
    row = latest(user)
    return row is not None and row.may_start


def open_signs(user: User) -> None:
    """Leave the signs unanswered, so that they are asked before the next session.

    Where something stops a session already, it goes on to do so.
    """
    row = latest(user)
    if row is not None and row.may_start:
        before = answers_of(row)
        answers = renewed(before, {group.id: "" for group in signs(words())})
        answers = {name: said for name, said in answers.items() if said}
        keep(user, answers, verdict(answers, user, words(), cleared=row.cleared))


def signs_open(row: Screening | None, user: User) -> bool:
    """Whether the signs, and nothing else, are to be answered before the next session.

    `row` is the person's last answering.
    """
    if row is None or row.may_start:
        return False
    say = words()
    found = verdict_of(row, user, say)
    return found.card is None and found.unanswered == tuple(group.id for group in signs(say))


def verdict_of(row: Screening, user: User, say: Words) -> Verdict:
    """What follows from a stored answering, in the person's language."""
    return verdict(answers_of(row), user, say, cleared=row.cleared)


def answers_of(row: Screening) -> dict[str, str]:
    """What was answered, by question or group."""
    return from_json(row.answers_document, dict[str, str])


def conditions_of(user: User) -> frozenset[str]:
    """The conditions that the person's last answers name, as in the table of conditions.

    "Not sure" counts as yes, and a clinician's word lifts a card, not a limit.
    """
    row = latest(user)
    return frozenset(judge(answers_of(row), words()).conditions) if row else frozenset()


def renewed(before: Mapping[str, str], again: Mapping[str, str]) -> dict[str, str]:
    """Earlier answers, with every group that is answered `again` taken as a whole from there."""
    groups = questions(words())
    lines = {group.id: {group.id, *(line.id for line in group.question)} for group in groups}
    gone = {name for keys in lines.values() if keys & again.keys() for name in keys}
    return {name: answer for name, answer in before.items() if name not in gone} | dict(again)


def answered_on(user: User, day: date) -> bool:
    """Whether the person answered on this day of theirs."""
    row = latest(user)
    return row is not None and day_of(user, row.at) == day


def verdict(
    answers: Mapping[str, str], user: User, say: Words, *, cleared: bool = False
) -> Verdict:
    """What follows from answers; a card, open groups, or go on.

    The card repeats only lines that the person ticked: "yes" to a whole
    group says that one of them fits, not that all do.
    """
    number = user.preferences.emergency_number
    found = judge(answers, say, cleared=cleared, number=number)
    if found.card is None:
        return found
    lines = [line for group in questions(say) for line in group.question]
    ticked = {line.ask for line in lines if answers.get(line.id) == Answer.YES}
    noticed = tuple(ask for ask in found.card.noticed if ask in ticked)
    return changed(found, card=changed(found.card, noticed=noticed))


def given(form: Mapping[str, str], group: Group) -> dict[str, str]:
    """What a form answers of a group: ticked lines, and the button for all the others.

    Nothing where no button was pressed, or "the ones I ticked" with none ticked.
    """
    ticked = {line.id: Answer.YES.value for line in group.question if form.get(line.id) == "yes"}
    whole = form.get(group.id, "")
    if whole not in set(Answer) or (whole == Answer.YES and not ticked):
        return {}
    return ticked | {group.id: Answer.NO.value if ticked else whole}


def given_at_once(form: Mapping[str, str], groups: Sequence[Group]) -> dict[str, str]:
    """What a form answers of several groups with one button, "all"; nothing as for one group."""
    pressed = {**form, **{group.id: form.get("all", "") for group in groups}}
    each = [given(pressed, group) for group in groups]
    merged = {name: said for one in each for name, said in one.items()}
    if all(each) or Answer.YES in merged.values():
        return {group.id: Answer.NO.value for group in groups} | merged
    return {}


def again(user: User, answers: Mapping[str, str], say: Words) -> Verdict:
    """Keep some groups answered anew, the others as they were; what follows from all.

    A clinician's word of before does not cover a sign that is named now.
    """
    row = latest(user)
    merged = renewed(answers_of(row) if row else {}, answers)
    cleared = row is not None and row.cleared
    named = judge(answers, say).level in SIGNS
    found = verdict(merged, user, say, cleared=cleared and not named)
    keep(user, merged, found)
    return found


def covered(row: Screening | None, answers: Mapping[str, str]) -> bool:
    """Whether a clinician's word, given half-way through the questions, covers these answers.

    It does where nothing is named but what was named then, in the last answering `row`.
    """
    before = answers_of(row) if row and row.cleared else {}
    if not before or not judge(before, words()).unanswered:
        return False
    fresh = answers.items() - before.items()
    return before.items() <= answers.items() and all(said == Answer.NO for _, said in fresh)


def opened_before(user: User) -> bool:
    """Whether any earlier answering let a session start."""
    return Screening.objects.filter(owner=user, may_start=True).exists()


def settled(found: Verdict) -> bool:
    """Whether nothing more is to be asked: all answered, or a card that ends the questions."""
    return not found.unanswered or found.level in SIGNS


def keep(user: User, answers: Mapping[str, str], found: Verdict) -> Screening:
    """Keep an answering, with what follows from it."""
    return Screening.objects.create(
        owner=user,
        answers_document=to_json(dict(answers)),
        cleared=found.cleared,
        may_start=found.may_start,
    )
