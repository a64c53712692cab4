"""A script as a person is told of it."""

import pytest

from supple.routine.script import PlanRef, Script


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (29, 1), (89, 1), (91, 2), (840, 14)])
def test_a_session_takes_whole_minutes_and_at_least_one(seconds: float, minutes: int) -> None:
    script = Script(
        routine="backs",
        plan=PlanRef(id="backs", version=1),
        library="1",
        locale="en",
        seconds=seconds,
        items=(),
        steps=(),
    )
    assert script.minutes == minutes
