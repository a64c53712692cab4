"""How long `progress` takes over ten years of daily sessions, and reading them, beside plain json.

PYTHONPATH=src python benchmarks/progress.py
"""

import json
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from supple.track.history import read_history
from supple.track.progress import progress

DAYS = 3650
EXERCISES = ("cat-stretch", "pelvic-tilt", "bird-dog", "side-plank", "bridge", "knee-to-chest")
LIMIT = 20.0
ROUNDS = 7
FIRST = date(2016, 11, 20)


def ten_years(felt: Callable[[], str]) -> bytes:
    """A history with a session a day, each exercise felt as `felt` says."""
    sessions = [_session(FIRST + timedelta(days=n), felt) for n in range(DAYS)]
    return json.dumps({"sessions": sessions}).encode()


def _session(day: date, felt: Callable[[], str]) -> dict[str, Any]:
    items = [
        {"exercise": name, "done": True, "felt": felt(), "leg_pain": False} for name in EXERCISES
    ]
    return {
        "date": day.isoformat(),
        "pain_before": 3,
        "pain_after": 3,
        "next_morning": "usual",
        "items": items,
    }


def best(work: Callable[[], object]) -> float:
    """Milliseconds of processor time of the quickest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return min(times)


def main() -> None:
    """Print one line for each kind of history."""
    chance = random.Random(4)  # noqa: S311 - not a secret
    kinds: dict[str, Callable[[], str]] = {
        "all easy": lambda: "easy",
        "mixed": lambda: chance.choice(("easy", "easy", "easy", "right", "hard", "hurt")),
        "all hurt": lambda: "hurt",
    }
    for kind, felt in kinds.items():
        data = ten_years(felt)
        history, _ = read_history(data, "history.json", FIRST + timedelta(days=DAYS))
        if history is None:
            raise SystemExit(f"The history “{kind}” of this benchmark cannot be read: mend it.")
        plain = best(lambda data=data: json.loads(data))  # type: ignore[misc]
        reading = best(lambda data=data: read_history(data, "", FIRST + timedelta(days=DAYS)))  # type: ignore[misc]
        ruling = best(lambda sessions=history.sessions: progress(sessions))  # type: ignore[misc]
        print(
            f"{kind:<9} progress {ruling:5.1f} ms (limit {LIMIT:.0f}), "
            f"reading {reading:5.1f} ms, json.loads of the same {plain:5.1f} ms"
        )


if __name__ == "__main__":
    main()
