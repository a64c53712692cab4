"""The diary as tables that a spreadsheet opens: rows of text, safe to open, one CSV line each.

The files begin with a byte order mark, without which common spreadsheets read
UTF-8 wrongly; other readers skip it (`utf-8-sig` in Python).
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from supple.routine.log import SessionLog
from supple.track.measures.score import score
from supple.value import from_json
from supple.web import answers
from supple.web.models import Session, User

MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Cell = str | int | float | None
Row = Sequence[Cell]


def as_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """Lines of a CSV file (RFC 4180), the first with the mark."""
    yield MARK.encode()
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow([safe(cell) for cell in row])
        yield line.getvalue().encode()


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: text like one gets an apostrophe before it.

    Numbers stay as they are.
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def sessions_table(owner: User) -> Iterator[Row]:
    """One row a session, oldest first."""
    yield (
        "id",
        "date",
        "started",
        "time_zone",
        "routine",
        "minutes",
        "finished",
        "written_by_hand",
        "pain_before",
        "pain_after",
        "next_morning",
        "note",
    )
    for routine, log in _logs(owner):
        yield (
            log.id,
            log.date,
            log.started,
            log.zone,
            routine,
            round(log.seconds / 60, 1),
            _yes(log.finished),
            _yes(log.by_hand),
            log.pain_before,
            log.pain_after,
            log.next_morning,
            log.note,
        )


def exercises_table(owner: User) -> Iterator[Row]:
    """One row an exercise of a session, oldest session first."""
    yield (
        "session",
        "date",
        "exercise",
        "done",
        "repetitions",
        "seconds",
        "felt",
        "hurt",
        "leg_pain",
    )
    for _routine, log in _logs(owner):
        for item in log.items:
            yield (
                log.id,
                log.date,
                item.exercise or item.item,
                _yes(item.done),
                item.repetitions,
                round(item.seconds),
                item.felt,
                item.hurt,
                _yes(item.leg_pain),
            )


def answers_table(owner: User) -> Iterator[Row]:
    """One row an answered item of a question; `score` is that of all items, where there is one."""
    yield (
        "date",
        "time_zone",
        "question",
        "version",
        "language",
        "activity",
        "item",
        "answer",
        "score",
    )
    known = answers.known_measures()
    for one in answers.all_of(owner):
        given, measure = one.answered, known.get(one.question)
        total = score(measure, given.answers) if measure else None
        for item, value in sorted(given.answers.items()):
            yield (
                one.date.isoformat(),
                given.zone,
                one.question,
                given.version,
                given.language,
                given.activity,
                item,
                value,
                None if total is None else round(total, 2),
            )


TABLES: dict[str, Callable[[User], Iterator[Row]]] = {
    "sessions": sessions_table,
    "exercises": exercises_table,
    "answers": answers_table,
}


def _logs(owner: User) -> Iterator[tuple[str, SessionLog]]:
    """The routine and the log of every session that is kept."""
    rows = Session.objects.filter(owner=owner, removed=False).order_by("date", "started", "pk")
    for routine, document in rows.values_list("routine", "log_document").iterator():
        if document:
            yield routine, from_json(document, SessionLog)


def _yes(truth: bool) -> str:  # noqa: FBT001 - a cell, not a switch
    return "yes" if truth else "no"
