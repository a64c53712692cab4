"""The reminder's calendar, read back by parsers that did not write it.

vobject reads the event and its rule, dateutil the time zone that comes with it.
"""

from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from itertools import islice
from typing import Any

import pytest
import vobject
from dateutil.tz import tzical

from supple.share.calendar import Reminder, Rings, Weekday, reminder_calendar, rings

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


def daily(**fields: Any) -> Reminder:
    given = {"at": time(7, 30), "zone": "Europe/Berlin", "first": date(2026, 3, 24)}
    return Reminder(**(given | fields))


def text(reminder: Reminder | None) -> str:
    calendar, problems = reminder_calendar(reminder, "one@supple", NOW)
    assert problems == ()
    return calendar.decode()


def parsed(reminder: Reminder | None) -> Any:
    return vobject.readOne(text(reminder))


def rung(reminder: Reminder, number: int) -> list[datetime]:
    """The first moments it rings at, each with its own offset from UTC."""
    zone = tzical(StringIO(text(reminder))).get(reminder.zone)
    rule = parsed(reminder).vevent.getrruleset()
    return [moment.replace(tzinfo=zone) for moment in islice(rule, number)]


def test_it_keeps_to_the_wall_clock_when_summer_time_begins() -> None:
    moments = rung(daily(first=date(2026, 3, 28)), 3)
    assert [moment.isoformat() for moment in moments] == [
        "2026-03-28T07:30:00+01:00",
        "2026-03-29T07:30:00+02:00",
        "2026-03-30T07:30:00+02:00",
    ]


def test_it_keeps_to_the_wall_clock_when_summer_time_ends() -> None:
    moments = rung(daily(first=date(2026, 10, 24)), 2)
    assert [moment.isoformat() for moment in moments] == [
        "2026-10-24T07:30:00+02:00",
        "2026-10-25T07:30:00+01:00",
    ]


def test_it_keeps_to_the_wall_clock_on_the_other_side_of_the_world() -> None:
    auckland = daily(zone="Pacific/Auckland", first=date(2026, 4, 4))
    assert [moment.isoformat() for moment in rung(auckland, 2)] == [
        "2026-04-04T07:30:00+13:00",
        "2026-04-05T07:30:00+12:00",
    ]


def test_it_rings_once_a_day_for_years() -> None:
    moments = rung(daily(), 1000)
    days = {moment.date() for moment in moments}
    assert len(days) == 1000
    assert max(days) - min(days) == timedelta(days=999)


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (("TU", "TH"), ["2026-03-24", "2026-03-26", "2026-03-31"]),
        (("TH", "TU"), ["2026-03-24", "2026-03-26", "2026-03-31"]),
        (("MO",), ["2026-03-30", "2026-04-06", "2026-04-13"]),
    ],
)
def test_it_rings_on_the_chosen_days_only(days: tuple[Weekday, ...], dates: list[str]) -> None:
    moments = rung(daily(days=days), 3)
    assert [moment.date().isoformat() for moment in moments] == dates


def test_it_is_silent_until_the_pause_is_over() -> None:
    first, *_ = rung(daily(paused_until=date(2026, 4, 2)), 1)
    assert first.date() == date(2026, 4, 2)


def test_a_pause_that_is_long_over_changes_nothing() -> None:
    first, *_ = rung(daily(paused_until=date(2026, 1, 2)), 1)
    assert first.date() == date(2026, 3, 24)


def test_there_is_one_alarm_and_it_says_nothing_of_what_it_is_for() -> None:
    event = parsed(daily()).vevent
    (alarm,) = event.valarm_list
    assert alarm.action.value == "DISPLAY"
    assert alarm.trigger.value == timedelta()
    assert alarm.description.value == event.summary.value == "A moment for yourself"


def test_nothing_a_person_sees_names_an_exercise_or_a_body() -> None:
    seen = [line for line in text(daily()).splitlines() if not line.startswith("PRODID")]
    told = "\n".join(seen).lower().replace("uid:one@supple", "")
    assert not [word for word in ("back", "pain", "exercise", "supple", "session") if word in told]


def test_it_is_private_and_does_not_block_the_day() -> None:
    event = parsed(daily()).vevent
    assert (event.__getattr__("class").value, event.transp.value) == ("PRIVATE", "TRANSPARENT")


def test_a_changed_reminder_replaces_the_old_one() -> None:
    assert parsed(daily()).vevent.uid.value == parsed(daily(at=time(18, 0))).vevent.uid.value


def test_its_zone_comes_with_it() -> None:
    assert parsed(daily()).vtimezone.tzid.value == "Europe/Berlin"


def test_a_reminder_turned_off_has_no_event() -> None:
    assert not hasattr(parsed(None), "vevent")


@pytest.mark.parametrize(
    ("reminder", "sentence"),
    [
        (
            daily(zone="Mars/Olympus"),
            "There is no time zone “Mars/Olympus”: choose one like Europe/Berlin.",
        ),
        (daily(zone="../x"), "There is no time zone “../x”: choose one like Europe/Berlin."),
        (daily(days=()), "No day is chosen: choose one, or turn the reminder off."),
    ],
)
def test_what_cannot_be_kept_is_said_and_gives_no_event(reminder: Reminder, sentence: str) -> None:
    calendar, problems = reminder_calendar(reminder, "one@supple", NOW)
    assert [str(problem) for problem in problems] == [sentence]
    assert b"VEVENT" not in calendar


@pytest.mark.parametrize(
    ("now", "today", "following"),
    [
        ("2026-03-28T06:00+01:00", "2026-03-28T07:30:00+01:00", "2026-03-28T07:30:00+01:00"),
        ("2026-03-28T08:00+01:00", "2026-03-28T07:30:00+01:00", "2026-03-29T07:30:00+02:00"),
        ("2026-10-24T23:30+00:00", "2026-10-25T07:30:00+01:00", "2026-10-25T07:30:00+01:00"),
    ],
)
def test_when_it_rings_across_summer_time(now: str, today: str, following: str) -> None:
    reminder = Reminder(at=time(7, 30), zone="Europe/Berlin", first=date(2026, 3, 1))
    found = rings(reminder, datetime.fromisoformat(now))
    assert [moment.isoformat() for moment in (found.today, found.next) if moment] == [
        today,
        following,
    ]


def test_when_it_rings_after_a_rest_and_on_one_day_a_week() -> None:
    reminder = Reminder(
        at=time(7, 30),
        zone="UTC",
        first=date(2026, 3, 1),
        days=("SA",),
        paused_until=date(2026, 3, 22),
    )
    found = rings(reminder, datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert (found.today, found.next) == (None, datetime(2026, 3, 28, 7, 30, tzinfo=UTC))
    assert rings(None, datetime(2026, 3, 2, tzinfo=UTC)) == Rings()
