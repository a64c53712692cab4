"""A person's reminder: when they chose it, when it rests, and what a calendar gets of it."""

import secrets
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from supple.problem import Problem
from supple.routine.log import SessionLog
from supple.share.calendar import WEEK, Reminder, Weekday, reminder_calendar
from supple.track.rule import days_of
from supple.value import Value, changed, from_json, to_json
from supple.web import flares, sessions
from supple.web.models import DiaryAnswer, StoredReminder, User
from supple.words import Words

REST = timedelta(days=3)  # after a flare (convention: it is to ease in three days)
LOOK_BACK = timedelta(weeks=12)
TOKEN_BYTES = 24


class Chosen(Value, kw_only=True):
    """What a person chose; `on` is False until they turn it on, and again after they turn it off.

    `paused_until` is the first day it may ring again, where they chose so.
    """

    on: bool = False
    at: time = time(9)
    zone: str = "UTC"
    first: date
    days: tuple[Weekday, ...] = WEEK
    paused_until: date | None = None
    schema: int = 1


def stored(owner: User) -> StoredReminder | None:
    """The kept reminder; None for someone who never chose one."""
    return StoredReminder.objects.filter(owner=owner).first()


def by_token(token: str) -> StoredReminder | None:
    """The reminder whose feed has this address."""
    return StoredReminder.objects.select_related("owner").filter(token=token).first()


def chosen(row: StoredReminder | None, today: date) -> Chosen:
    """What was chosen, or the usual to choose from."""
    return from_json(row.document, Chosen) if row else Chosen(first=today)


def keep(owner: User, choice: Chosen) -> StoredReminder:
    """Keep what was chosen; the feed's address stays as it is."""
    row, _made = StoredReminder.objects.update_or_create(
        owner=owner, defaults={"document": to_json(choice)}
    )
    return row


def pause(owner: User, until: date) -> None:
    """Let the reminder rest up to the day before `until`; nothing for someone without one."""
    row = stored(owner)
    if row is not None:
        keep(owner, changed(chosen(row, until), paused_until=until))


def new_address(row: StoredReminder) -> None:
    """Give the feed a new address; the old one leads nowhere from now on."""
    row.token = secrets.token_urlsafe(TOKEN_BYTES)
    row.save(update_fields=["token"])


def drop_address(row: StoredReminder) -> None:
    """Take the feed's address away."""
    row.token = None
    row.save(update_fields=["token"])


def flare_until(owner: User, today: date) -> date | None:
    """The first day after a flare, or None.

    A flare is a day on which the person chose a walk or rest instead of a
    session, or the latest day if its pain was well above the usual.
    """
    chosen_on = DiaryAnswer.objects.filter(owner=owner, question=flares.QUESTION)
    begun = list(chosen_on.order_by("-date").values_list("date", flat=True)[:1])
    kept = sessions.between(owner, today - LOOK_BACK, today)
    days = days_of(
        SessionLog(
            id=str(one.key),
            date=one.date.isoformat(),
            pain_before=one.pain_before,
            pain_after=one.pain_after,
        )
        for one in kept
    )
    if days and days[-1].is_flare:
        begun.append(days[-1].date)
    return max(begun) + REST if begun else None


def reminder_of(owner: User, choice: Chosen, today: date) -> Reminder | None:
    """The reminder that rings, resting after a flare; None while it is off."""
    if not choice.on:
        return None
    rests = [day for day in (choice.paused_until, flare_until(owner, today)) if day]
    return Reminder(
        at=choice.at,
        zone=choice.zone,
        first=choice.first,
        days=choice.days,
        paused_until=max(rests, default=None),
    )


def calendar(row: StoredReminder, today: date, say: Words) -> tuple[bytes, tuple[Problem, ...]]:
    """The calendar file of a kept reminder."""
    reminder = reminder_of(row.owner, chosen(row, today), today)
    return reminder_calendar(reminder, f"{row.owner_id}@supple", row.changed, say)


def problems(choice: Chosen, say: Words) -> tuple[Problem, ...]:
    """Why a choice cannot be kept; nothing where it can."""
    fields: dict[str, Any] = {"at": choice.at, "zone": choice.zone, "days": choice.days}
    reminder = Reminder(first=choice.first, **fields)
    return reminder_calendar(reminder, "choice", timezone.now(), say)[1]
