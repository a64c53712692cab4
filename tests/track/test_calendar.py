"""The days of a month."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supple.track.calendar import month_of

TODAY = date(2026, 11, 24)


def test_a_month_of_whole_weeks_from_monday() -> None:
    month = month_of(2026, 11, [], TODAY)
    days = [day.date for week in month.weeks for day in week]
    assert (days[0], days[-1], len(days)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    assert [day.date for week in month.weeks for day in week if day.today] == [TODAY]
    assert (month.days, month.sessions) == (0, 0)


def test_a_day_is_whole_when_one_of_its_sessions_was() -> None:
    done = [(TODAY, False), (TODAY, True), (date(2026, 11, 2), False), (date(2026, 10, 31), True)]
    month = month_of(2026, 11, done, TODAY)
    days = {day.date: day for week in month.weeks for day in week}
    assert (days[TODAY].done, days[TODAY].sessions) == ("whole", 2)
    assert days[date(2026, 11, 2)].done == "part"
    assert (days[date(2026, 10, 31)].done, days[date(2026, 10, 31)].inside) == ("whole", False)
    assert (month.days, month.sessions) == (2, 3)


@given(st.dates(date(1900, 2, 1), date(2100, 12, 1)), st.lists(st.integers(0, 27), max_size=40))
def test_every_session_of_the_month_is_counted_once(first: date, offsets: list[int]) -> None:
    begun = first.replace(day=1)
    month = month_of(
        begun.year, begun.month, [(begun + timedelta(days=n), True) for n in offsets], TODAY
    )
    assert (month.sessions, month.days) == (len(offsets), len(set(offsets)))
