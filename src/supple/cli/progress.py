"""`supple progress HISTORY [--json]`: what changes next, and why."""

import argparse
import sys
from datetime import date
from pathlib import Path

from supple.cli import stop
from supple.track.history import HistoryFile, read_history
from supple.track.progress import Progress, progress, today_sentence
from supple.track.rule import AWAY_DAYS
from supple.value import to_json
from supple.words import Words, words


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple progress`."""
    parser.add_argument("history", type=Path, help="a history, see docs/reference/progress.md")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--locale", default="en", help="language of the words, e.g. en")


def run(arguments: argparse.Namespace) -> int:
    """Print the answer; 2 where nothing can be read. What is left out goes to standard error."""
    path: Path = arguments.history
    try:
        data = path.read_bytes()
    except OSError as error:
        return stop(f"{path} cannot be read ({error.strerror}). Name a file with a history.")
    now = date.today()  # noqa: DTZ011 - a diary's dates are local ones
    history, problems = read_history(data, path.name, now)
    for problem in problems:
        stop(str(problem))
    if history is None:
        return 2
    say = words(arguments.locale)
    answer = progress(history.sessions, history.today, say)
    if arguments.json:
        print(to_json(answer, indent=2))
        return 0
    print(as_text(answer, today_sentence(history.sessions, history.today, say)))
    if note := _old(history, now, say):
        print(note, file=sys.stderr)
    return 0


def as_text(answer: Progress, today: str) -> str:
    """The answer as lines: today first, then one for each exercise."""
    width = max((len(step.exercise) for step in answer.next), default=0)
    rows = (f"{step.exercise:<{width}}  {step.change:<7}  {step.reason}" for step in answer.next)
    return "\n".join([f"Today: {answer.today}. {today}", *rows])


def _old(history: HistoryFile, now: date, say: Words) -> str:
    """How to ask about the clock's today, where the last session is long past."""
    if history.today or not history.sessions:
        return ""
    last = max(session.date[:10] for session in history.sessions)
    if (now - date.fromisoformat(last)).days < AWAY_DAYS:
        return ""
    return say.say(
        "This is the answer as of {last}, the last session. "
        'To ask about today, add "today": {{"date": "{now}"}} to the history.',
        last=last,
        now=now,
    )
