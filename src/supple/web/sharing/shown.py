"""What a therapist sees of a diary: the chosen parts, drawn as the person's own pages draw them."""

from datetime import date

from django.utils.dateformat import format as written

from supple.web import answers, sessions
from supple.web.answer_rows import answer_rows
from supple.web.entries import entries, is_tiny
from supple.web.models import Session, Share, User
from supple.web.person import own_words, today_of
from supple.web.pictures import effort, pain_picture, pictures, since
from supple.web.sharing.shares import Part, parts_of
from supple.words import Words


def shown(share: Share) -> dict[str, object]:
    """The last twelve weeks, for the template; what was not chosen is not even read."""
    person, today, say = share.person, today_of(share.person), own_words()
    parts = parts_of(share.what.split())
    return {
        "since": since(today),
        "today": today,
        "parts": parts,
        **_of_sessions(person, parts, today, say),
        **(_of_answers(person, today, say) if "answers" in parts else {}),
        **({"notes": _notes(person, since(today), today)} if "notes" in parts else {}),
    }


def _of_sessions(
    person: User, parts: tuple[Part, ...], today: date, say: Words
) -> dict[str, object]:
    """Sessions without pain, pain without sessions, or both."""
    if not {"sessions", "pain"} & set(parts):
        return {}
    kept = sessions.between(person, since(today), today)
    found: dict[str, object] = {}
    if "pain" in parts:
        found["pain"] = pain_picture(kept, today, say)
    else:
        kept = [one._replace(pain_before=None, pain_after=None) for one in kept]
    if "sessions" in parts:
        found["effort"] = effort(kept, today)
        found["rows"] = entries([one for one in kept if not is_tiny(one)], own=False)
    return found


def _of_answers(person: User, today: date, say: Words) -> dict[str, object]:
    """Every questionnaire with its picture, and each answer of the twelve weeks as a row."""
    given = answers.all_of(person)
    recent = [one for one in given if one.date >= since(today)]
    return {"measures": pictures(given, today, say), "answered": answer_rows(recent, say)}


def _notes(person: User, first: date, last: date) -> list[tuple[str, str]]:
    """The notes after sessions, each with its day, newest first."""
    rows = Session.objects.filter(owner=person, removed=False, date__range=(first, last))
    documents = rows.order_by("-date", "-started").values_list("date", "answers_document")
    read = ((day, sessions.answers_in(document).note) for day, document in documents if document)
    return [(written(day, "l j F"), note) for day, note in read if note]
