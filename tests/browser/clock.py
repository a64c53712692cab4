"""A session on a clock that the test turns, with every spoken line written down.

The figure is the drawn one: without a graphics card each frame of the solid one
takes longer than the second that it shows.
"""

import json
import time
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any

from playwright.sync_api import Page

FRAME = 50

RECORDER = f"""
(() => {{
  const spoken = (window.spoken = []);
  class Utterance extends EventTarget {{
    constructor(text) {{ super(); this.text = text; this.rate = 1; this.volume = 1; }}
  }}
  const voice = {{
    name: "Recorder", voiceURI: "recorder", lang: "en-GB", localService: true, default: true
  }};
  const synthesis = new EventTarget();
  Object.assign(synthesis, {{
    pending: false, speaking: false, paused: false,
    getVoices: () => [voice],
    speak: (line) => spoken.push({{ at: performance.now(), text: line.text, rate: line.rate }}),
    cancel: () => {{}}, pause: () => {{}}, resume: () => {{}},
  }});
  window.SpeechSynthesisUtterance = Utterance;
  Object.defineProperty(window, "speechSynthesis", {{ value: synthesis }});
  HTMLCanvasElement.prototype.getContext = () => null;
  window.requestAnimationFrame = (act) => setTimeout(() => act(performance.now()), {FRAME});
}})();
"""


@dataclass
class Line:
    """A line that was spoken, in seconds from the start of the session."""

    at: float
    text: str


@dataclass
class Played:
    """A player page whose time the test turns."""

    page: Page
    begun: float = 0.0
    script: dict[str, Any] = field(default_factory=dict)

    def open(
        self, path: str = "/play/facet-joint/?pain=3#go", at: datetime | None = None
    ) -> "Played":
        """Open the player with the clock stopped at its beginning.

        It stands at the present unless `at` is given, for the server beside it
        has a clock of its own.
        """
        now = at.timestamp() if at else time.time()
        self.page.clock.install(time=now - 1)
        self.page.clock.pause_at(now)
        self.page.add_init_script(RECORDER)
        self.page.goto(path)
        self.page.locator("#player[data-phase]").wait_for()
        self.begun = self.now()
        self.script = json.loads(self.page.locator("#script").inner_text())
        return self

    def now(self) -> float:
        """Milliseconds on the page's clock."""
        return float(self.page.evaluate("performance.now()"))

    def run(self, seconds: float) -> None:
        """Let that much time pass, every timer on its way."""
        self.page.clock.run_for(round(seconds * 1000))

    def press(self, key: str, kind: str) -> dict[str, Any]:
        """Press a key and wait until the device has kept what it caused."""
        self.page.keyboard.press(key)
        return self.last(kind)

    def last(self, kind: str) -> dict[str, Any]:
        """The last event, once it is of that kind. Writing it takes real time, if little."""
        for _ in range(200):
            events = self.events()
            if events and events[-1]["type"] == kind:
                return events[-1]
            self.page.wait_for_timeout(10)
        raise AssertionError(f"The last event is {self.events()[-1]}, not of kind {kind}.")

    def left(self, step: str) -> dict[str, Any]:
        """The event that left a step, once it is kept; ticks within the step come before it."""
        for _ in range(200):
            for event in reversed(self.events()):
                if event["data"].get("from") == step:
                    return event
            self.page.wait_for_timeout(10)
        raise AssertionError(f"Nothing left {step}; the last event is {self.events()[-1]}.")

    def step(self, name: str) -> dict[str, Any]:
        """A step of the script."""
        return next(step for step in self.script["steps"] if step["id"] == name)

    def go_to(self, name: str) -> None:
        """Skip steps with the arrow key up to the one named."""
        for step in self.script["steps"]:
            if step["id"] == name:
                return
            self.press("ArrowRight", "next")

    def spoken(self) -> list[Line]:
        """Every line so far, in order."""
        lines = self.page.evaluate("window.spoken")
        return [Line((line["at"] - self.begun) / 1000, line["text"]) for line in lines]

    def events(self) -> list[dict[str, Any]]:
        """What the device has kept of all sessions, in order."""
        found: list[dict[str, Any]] = self.page.evaluate(
            """() => new Promise((resolve, reject) => {
              const opening = indexedDB.open("supple");
              opening.onerror = () => reject(opening.error);
              opening.onsuccess = () => {
                const all = opening.result.transaction("events").objectStore("events").getAll();
                all.onsuccess = () => resolve(all.result);
              };
            })"""
        )
        return found

    def settled(self) -> list[dict[str, Any]]:
        """What the device has kept, once it has begun and two looks in a row agree."""
        before: list[dict[str, Any]] = []
        for _ in range(200):
            events = self.events()
            if events and events == before:
                return events
            before = events
            self.page.wait_for_timeout(50)
        raise AssertionError(f"The device goes on writing; the last event is {before[-1:]}.")

    def session(self) -> str:
        """The id of the session that the player leads, once its first event is kept."""
        return str(self.settled()[-1]["session"])

    def kept(self, session: str) -> list[dict[str, Any]]:
        """What the server has of a session, in order; nothing before it has heard of it."""
        answer = self.page.request.get(f"/api/sessions/{session}/events")
        if answer.status == HTTPStatus.NOT_FOUND:
            return []
        assert answer.ok, answer.text()
        found: list[dict[str, Any]] = answer.json()["events"]
        return found

    def lead(self, thinking: float = 8.0) -> list[Line]:
        """Go through the whole session, answering where it waits; every line that was spoken."""
        passed = 0.0
        for step in self.script["steps"]:
            if step["seconds"] is None:
                self.run(passed + thinking)
                passed = 0.0
                self.answer()
            else:
                passed += step["seconds"]
        self.run(passed - FRAME / 1000)
        spoken = self.spoken()
        session = self.session()
        self.run(1)
        self.page.wait_for_url(f"**/after/{session}/")
        return spoken

    def answer(self) -> None:
        """Say "I am ready" as a page-turner does."""
        self.page.keyboard.press("PageDown")
