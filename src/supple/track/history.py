"""A history file → sessions: what can be read is, and what cannot is said, with its place."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any, TypeVar

from supple.problem import Place, Problem
from supple.routine.log import Pain, SessionLog
from supple.track.rule import Today
from supple.value import BadValue, Keys, Value, from_json, from_plain

HIGHEST = 10
PAGE = "docs/reference/progress.md"
V = TypeVar("V", bound=Value)

DAY = timedelta(days=1)
NEEDED = frozenset({"date", "exercise"})
_PAIN = "a whole number from 0 to 10"
_YES_OR_NO = "true or false"
MAY_BE = {
    "pain": _PAIN,
    "pain_before": _PAIN,
    "pain_after": _PAIN,
    "next_morning": "usual, worse or null",
    "felt": "easy, right, hard or hurt",
    "hurt": "usual, sharp, leg, chest or numb",
    "done": _YES_OR_NO,
    "leg_pain": _YES_OR_NO,
    "items": "a list of exercises",
}


class Entry(SessionLog, kw_only=True):
    """One session of a history: a SessionLog of which only the date is needed."""

    id: str = ""
    pain_before: Pain | None = None
    pain_after: Pain | None = None


class HistoryFile(Value, kw_only=True):
    """A whole history; `today` asks about another day than that of the last session."""

    sessions: tuple[Entry, ...]
    today: Today | None = None


def read_history(
    data: bytes, file: str, now: date
) -> tuple[HistoryFile | None, tuple[Problem, ...]]:
    """The history in `data` and a problem for each thing left out; None where nothing can be read.

    `now` is the clock's date. Sessions after the day asked about, or more than
    a day after the clock (it may be tomorrow where they were done), are left out.
    """
    try:
        history = from_json(data, HistoryFile)
        problems: tuple[Problem, ...] = ()
    except BadValue as error:
        mended, problems = _mended(data, file, error)
        if mended is None:
            return None, problems
        history = mended
    latest = history.today.date if history.today else now + DAY
    undated = {s.date: _misdated(s.date, latest) for s in history.sessions}
    kept = tuple(s for s in history.sessions if not undated[s.date])
    problems += tuple(_problem(file, sentence) for sentence in undated.values() if sentence)
    if history.sessions and not kept:
        return None, problems
    return HistoryFile(sessions=kept, today=history.today), problems


def _problem(file: str, sentence: str, line: int = 0) -> Problem:
    return Problem(place=Place(file=file, line=line), sentence=sentence)


def _misdated(written: str, latest: date) -> str:
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return f"“{written[:40]}” is no date: write 2026-11-24. That session is left out."
    if day <= latest:
        return ""
    return f"The session of {day} lies after the day asked about. It is left out; mend its date."


def _mended(
    data: bytes, file: str, error: BadValue
) -> tuple[HistoryFile | None, tuple[Problem, ...]]:
    """The history without what does not fit, found one misfit at a time."""
    try:
        plain = from_json(data, dict[str, Any])
    except BadValue as broken:
        sentence = f"This is no history ({broken.reason}). Write {{“sessions”: […]}}; see {PAGE}."
        return None, (_problem(file, sentence, _line(data, broken)),)
    entries = plain.get("sessions")
    if not isinstance(entries, list):
        sentence = f"There is no list “sessions” ({error.reason}). Add it; see {PAGE}."
        return None, (_problem(file, sentence),)
    sentences: list[str] = []
    read = [
        _read(entry, Entry, f"Session {number}", sentences)
        for number, entry in enumerate(entries, start=1)
    ]
    now = plain.get("today")
    today = None if now is None else _read(now, Today, "“today”", sentences)
    problems = tuple(_problem(file, sentence) for sentence in sentences)
    sessions = tuple(entry for entry in read if entry is not None)
    if entries and not sessions:
        return None, problems
    return HistoryFile(sessions=sessions, today=today), problems


def _line(data: bytes, error: BadValue) -> int:
    """The line of the byte that the complaint names; the last line where it names none."""
    _, _, byte = error.reason.partition("(byte ")
    end = int(byte.rstrip(")")) if byte else len(data)
    return data[:end].count(b"\n") + 1


def _read(raw: Any, shape: type[V], name: str, sentences: list[str]) -> V | None:  # noqa: ANN401
    """`raw` with each misfit taken out and named; None if it has no date that can be read."""
    while True:
        try:
            return from_plain(raw, shape)
        except BadValue as error:
            way = error.keys
            if not way or way[0] in NEEDED:
                sentences.append(f"{name} is left out ({error.reason}). It needs a date at least.")
                return None
            sentences.extend(_take_out(raw, way, name))


def _take_out(raw: Any, way: Keys, name: str) -> list[str]:  # noqa: ANN401 - plain data
    """Remove the value at `way`, or put the careful reading in its place; what to say about it."""
    if way[0] == "items" and (len(way) == 2 or way[-1] in NEEDED):  # noqa: PLR2004 - items[n]
        del raw["items"][way[1]]
        return [f"{name}: an exercise without a name is left out. Write its name with it."]
    holder = _at(raw, way[:-1])
    field = str(way[-1])
    value = holder.pop(field)
    careful = _careful(field, value)
    if careful is not None:
        holder[field] = careful
    if value in (None, careful):
        return []
    of = f" of “{holder['exercise']}”" if "exercise" in holder else ""
    may_be = f"; it may be {MAY_BE[field]}" if field in MAY_BE else ""
    meaning = "yes" if careful is True else "not said" if careful is None else str(careful)
    written = f"{name}: “{field}”{of} is written as “{str(value)[:40]}”{may_be}."
    return [f"{written} It counts as {meaning}."]


def _at(raw: Any, way: Sequence[str | int]) -> Any:  # noqa: ANN401
    return _at(raw[way[0]], way[1:]) if way else raw


def _careful(field: str, value: object) -> int | None:
    """The reading that asks for less: pain rounded up, leg pain if in doubt; None for not said."""
    if field == "leg_pain":
        return None if value is None else True
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else -1
    pain = field.startswith("pain") and number >= 0
    return min(ceil(number), HIGHEST) if pain else None
