"""Days that pass: a clock that a test turns, and a person who does a session on it."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from supple.exercise.dose import Amount
from supple.routine.plan import Plan
from supple.routine.script import Script
from supple.web import plans
from supple.web.person import owner

PLAY = "/play/facet-joint/"
HOME = ZoneInfo("Europe/Berlin")
FIRST = date(2026, 3, 16)  # summer time begins on the 29th
WORK = {"move", "hold", "release"}


@dataclass
class Days:
    """A person on a clock. `at` is the moment that everything on the server takes for now."""

    browser: Client
    at: datetime = datetime(2026, 3, 16, tzinfo=HOME)
    zone: str = "Europe/Berlin"
    script: Script | None = None
    sessions: list[str] = field(default_factory=list)

    def go(self, day: int, hour: int = 9) -> "Days":
        """Turn the clock to an hour of a day, the first one being day 1, where the person is."""
        local = datetime.combine(FIRST + timedelta(days=day - 1), datetime.min.time())
        self.at = local.replace(hour=hour, tzinfo=ZoneInfo(self.zone))
        return self

    def open(self, pain: int | None = None, **query: str) -> Script:
        """Open the player; the script that it leads."""
        said = {} if pain is None else {"pain": str(pain)}
        response = self.browser.get(PLAY, said | query)
        assert response.status_code == 200, response.headers
        found: Script = response.context["script"]
        self.script = found
        return found

    def begin(
        self, pain: int | None, *, share: float = 1, hurt: tuple[str, str] | None = None
    ) -> str:
        """Lead the opened script, up to a share of it; `hurt` is an item and a kind."""
        assert self.script is not None
        key, steps = str(uuid.uuid4()), self.script.steps
        told: list[tuple[str, str, dict[str, Any]]] = [
            ("start", steps[0].id, {"script": self.script.id, "pain_before": pain}),
            *(
                ("tick", step.id, {"from": step.id, "how": "done", "spent": 9000})
                for step in steps[: int(len(steps) * share)]
            ),
        ]
        if hurt:
            item, kind = hurt
            at = next(step.id for step in steps if step.item == item and step.kind in WORK)
            told.append(("hurt-kind", at, {"kind": kind}))
        if share == 1:
            told.append(("finish", "", {}))
        wall = self.at.astimezone(ZoneInfo(self.zone)).isoformat()
        events = [
            {"session": key, "seq": n, "type": kind, "at": n, "wall": wall, "zone": self.zone}
            | {"step": step, "data": data}
            for n, (kind, step, data) in enumerate(told)
        ]
        response = self.browser.post(
            f"/api/sessions/{key}/events", {"events": events}, content_type="application/json"
        )
        assert response.status_code == 200, response.content
        self.sessions.append(key)
        return key

    def tell(self, key: str, after: int | None = None, felt: str = "", **said: str) -> None:
        """Answer the questions after a session, each exercise alike."""
        assert self.script is not None
        each = {f"felt-{item.id}": felt for item in self.script.items} if felt else {}
        pain = {} if after is None else {"pain": str(after)}
        response = self.browser.post(f"/after/{key}/", each | pain | said)
        assert response.headers["Location"] == f"/after/{key}/next/"

    def morning(self, key: str, said: Literal["usual", "worse"]) -> None:
        """Say on the next day how its morning was."""
        response = self.browser.post(f"/after/{key}/morning/", {"morning": said})
        assert response.headers["Location"] == "/"

    def easy(self, day: int, pain: int = 3) -> str:
        """An easy session on a day, with a usual morning after it."""
        self.go(day).open(pain)
        key = self.begin(pain)
        self.tell(key, pain, "easy")
        self.go(day + 1, hour=7).morning(key, "usual")
        return key

    def plan(self) -> Plan:
        """The plan as it is kept."""
        found = plans.plan_for(owner(), "facet-joint", "en")
        assert found is not None
        return found

    def low(self, item: str = "pelvic-tilt", name: str = "reps") -> float:
        """The lower end of a number of the kept plan, which a session spends."""
        dose = next(one.dose for one in self.plan().items if one.id == item)
        amount: Amount | None = getattr(dose, name)
        assert amount is not None
        return amount.low

    def done(self, item: str = "pelvic-tilt") -> int:
        """How many repetitions of an item the opened script leads through, of all sets."""
        assert self.script is not None
        steps = (step for step in self.script.steps if step.item == item and step.kind in WORK)
        return len({(step.set, step.side, step.repetition) for step in steps})


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch, ready: Client) -> Days:
    """A person who answered the first questions, on the morning of day 1."""
    passing = Days(ready)
    monkeypatch.setattr("django.utils.timezone.now", lambda: passing.at.astimezone(UTC))
    ready.post("/start/", {"emergency": "no", "today": "no", "before": "no", "zone": passing.zone})
    return passing.go(1)
