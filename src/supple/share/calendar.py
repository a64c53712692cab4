"""A reminder → when it rings, and an iCalendar file or feed that does not say what it is for.

It keeps to the wall clock of its time zone, also when summer time begins or
ends, and rings at most once a day.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event, vRecur

from supple.problem import Place, Problem
from supple.value import Value
from supple.words import Words, words

Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
WEEK: tuple[Weekday, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PRODUCT = "-//Supple//Reminder//EN"
LENGTH = timedelta(minutes=30)
ZONE_KNOWN = timedelta(days=3653)  # changes of the clock written out, about ten years
LOOK_AGAIN = timedelta(hours=6)


class Reminder(Value, kw_only=True):
    """When the person wants to be reminded: wall time in an IANA zone, on `days` from `first` on.

    `paused_until` is the first day it may ring again, after a flare.
    """

    at: time
    zone: str
    first: date
    days: tuple[Weekday, ...] = WEEK
    paused_until: date | None = None

    @property
    def begins(self) -> date:
        """The first day on which it may ring."""
        return max(self.first, self.paused_until or self.first)

    def rings_on(self, day: date) -> bool:
        """Whether it rings on a day."""
        return day >= self.begins and WEEK[day.weekday()] in self.days


class Rings(Value, kw_only=True, omit_defaults=False):
    """The moment it rings today, past or to come, and the next one; None where it does not."""

    today: datetime | None = None
    next: datetime | None = None


def rings(reminder: Reminder | None, now: datetime) -> Rings:
    """When `reminder` rings on the day that `now` is in its zone, and next after `now`."""
    if reminder is None:
        return Rings()
    zone = ZoneInfo(reminder.zone)
    today = now.astimezone(zone).date()
    rest = max(0, (reminder.begins - today).days)  # days until it may ring at all
    moments = [
        datetime.combine(day, reminder.at, zone)
        for day in (today + timedelta(days=n) for n in range(-1, 8 + rest))
        if reminder.rings_on(day)
    ]
    return Rings(
        today=next((moment for moment in moments if moment.date() == today), None),
        next=next((moment for moment in moments if moment > now), None),
    )


def reminder_calendar(
    reminder: Reminder | None, uid: str, now: datetime, say: Words | None = None
) -> tuple[bytes, tuple[Problem, ...]]:
    """The calendar of `reminder`, without events where it is None or cannot be kept.

    `uid` stays the same for one person, so that a changed reminder replaces
    the old one; `now`, with its zone, is written as the time of the change.
    """
    say = say or words()
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", say.say("Reminders"))
    calendar.add("refresh-interval", LOOK_AGAIN, {"VALUE": "DURATION"})
    problems = _problems(reminder, say) if reminder else ()
    if reminder and not problems:
        calendar.add_component(_event(reminder, uid, now, say))
        known_from = _first_day(reminder).replace(day=1)
        calendar.add_missing_timezones(known_from, known_from + ZONE_KNOWN)
    return calendar.to_ical(), problems


def _problems(reminder: Reminder, say: Words) -> tuple[Problem, ...]:
    sentences: list[str] = []
    try:
        ZoneInfo(reminder.zone)
    except (ZoneInfoNotFoundError, ValueError):
        sentence = "There is no time zone “{zone}”: choose one like Europe/Berlin."
        sentences.append(say.say(sentence, zone=reminder.zone))
    if not reminder.days:
        sentences.append(say.say("No day is chosen: choose one, or turn the reminder off."))
    return tuple(Problem(place=Place(), sentence=sentence) for sentence in sentences)


def _event(reminder: Reminder, uid: str, now: datetime, say: Words) -> Event:
    title = say.say("A moment for yourself")
    start = datetime.combine(_first_day(reminder), reminder.at, ZoneInfo(reminder.zone))
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("dtstart", start)
    event.add("duration", LENGTH)
    event.add("rrule", _rule(reminder.days))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(title))
    return event


def _first_day(reminder: Reminder) -> date:
    """The first day that it rings on: a start that the rule does not hold is read differently."""
    day = reminder.begins
    while not reminder.rings_on(day):
        day += timedelta(days=1)
    return day


def _rule(days: Sequence[Weekday]) -> vRecur:
    chosen = [day for day in WEEK if day in days]
    if len(chosen) == len(WEEK):
        return vRecur({"FREQ": "DAILY"})
    return vRecur({"FREQ": "WEEKLY", "BYDAY": chosen})


def _alarm(title: str) -> Alarm:
    """What a lock screen shows is the title, and the title says nothing."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta())
    alarm.add("description", title)
    return alarm
