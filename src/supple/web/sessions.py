"""Keeping sessions: what the player sends, once and only once, and what a person writes by hand."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Literal, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from supple.routine.log import Event, Felt, Morning, Pain, SessionLog
from supple.routine.script import PlanRef, Script
from supple.safety.screen import Answer
from supple.track.log import answered, session_log
from supple.value import BadValue, Value, changed, from_json, from_plain, to_json
from supple.web import screening
from supple.web.models import Session, SessionEvent, StoredScript, User
from supple.web.person import keep_zone, own_words

Offer = Literal["taken", "not now"]
RESUMABLE = timedelta(hours=12)
MORNING_ASKED = timedelta(days=3)
MOST_PAST = 100
LEAST_SECONDS = 60
MOST_EVENTS = 500
HIGHEST_SEQ = 100_000
ENDS = frozenset({"finish", "leave"})
ALARMS = frozenset({"chest", "numb"})


class Refusal(Exception):
    """What was sent cannot be kept; `sentence` says why and what next."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class NewSession(Value, kw_only=True):
    """What the player says when a session begins. `started` is wall time with its offset."""

    script: str
    plan: PlanRef | None = None
    started: str
    zone: str = ""
    pain_before: Pain | None = None


class Batch(Value, kw_only=True):
    """Events as they are sent, at most `MOST_EVENTS` of them."""

    events: tuple[Event, ...]


class Answers(Value, kw_only=True):
    """What a person said after a session, by item id where it is of one.

    `offers` says what became of a step up.
    """

    pain_after: Pain | None = None
    next_morning: Morning | None = None
    felt: dict[str, Felt] = {}
    note: str = ""
    offers: dict[str, Offer] = {}
    schema: int = 1


class Written(Value, kw_only=True):
    """A session as a person writes it down."""

    date: date
    minutes: int = 0
    pain_before: Pain | None = None
    pain_after: Pain | None = None
    note: str = ""


def open_session(owner: User, key: uuid.UUID, new: NewSession) -> Session:
    """The session `key`, made now or made before from the same script. Raises Refusal."""
    known = find(owner, key)
    if known is not None:
        if known.script_id != new.script and not known.removed:
            sentence = _("This session was begun with another script: start a new session.")
            raise Refusal(HTTPStatus.CONFLICT, sentence)
        return known
    script = StoredScript.objects.filter(pk=new.script).first()
    if script is None:
        sentence = _("No script with the id of this session is known: open its routine again.")
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, sentence)
    keep_zone(owner, new.zone)
    session, _made = Session.objects.get_or_create(
        pk=key,
        defaults={
            "owner": owner,
            "script": script,
            "routine": script.routine,
            "date": _moment(new.started).date(),
            "started": new.started,
            "zone": owner.zone,
            "pain_before": new.pain_before,
        },
    )
    derive(session)
    return session


def find(owner: User, key: uuid.UUID) -> Session | None:
    """The owner's session `key`, or None. Someone else's raises Refusal as if it were unknown."""
    session = Session.objects.filter(pk=key).first()
    if session is not None and session.owner_id != owner.pk:
        raise Refusal(HTTPStatus.NOT_FOUND, unknown())
    return session


def unknown() -> str:
    """The sentence for a session that is not there, or not yours."""
    return _("No session with this id is known: send its first event first.")


@transaction.atomic
def store_events(owner: User, key: uuid.UUID, events: Sequence[Event]) -> int:
    """Keep `events`, each once; the lowest number not yet kept. Raises Refusal, keeping none.

    Events of a removed session are taken and dropped, so that no browser
    holds on to what its person threw away.
    """
    _check(key, events)
    session = find(owner, key) or _opened_by(owner, key, events)
    if session.removed:
        return max((event.seq for event in events), default=-1) + 1
    Session.objects.select_for_update().get(pk=key)
    stored = _stored(session, [event.seq for event in events])
    fresh: dict[int, Event] = {}
    for event in events:
        before = stored.get(event.seq) or fresh.get(event.seq)
        if before is None:
            fresh[event.seq] = event
        elif before != event:
            raise Refusal(HTTPStatus.CONFLICT, _two_tellings(event.seq))
    if fresh:
        SessionEvent.objects.bulk_create(
            SessionEvent(session=session, seq=seq, document=to_json(event))
            for seq, event in sorted(fresh.items())
        )
        derive(session)
        _heed(owner, fresh.values())
    return next_seq(session)


def _heed(owner: User, events: Iterable[Event]) -> None:
    """A sign of an emergency, named in a session, stops the next one as at the first start."""
    kinds = {event.data.get("kind") for event in events if event.type == "hurt-kind"}
    if kinds & ALARMS:
        row = screening.latest(owner)
        before = screening.answers_of(row) if row else {}
        answers = screening.renewed(before, {"emergency": Answer.YES.value})
        screening.keep(owner, answers, screening.verdict(answers, owner, own_words()))


def _two_tellings(seq: int) -> str:
    return _(
        "Event %(seq)d of this session is already kept and says something else: "
        "another tab is leading it. Load the page again to go on from what is kept."
    ) % {"seq": seq}


def _check(key: uuid.UUID, events: Sequence[Event]) -> None:
    if len(events) > MOST_EVENTS:
        sentence = _("%(n)d events in one batch are too many: send at most %(most)d at a time.")
        values = {"n": len(events), "most": MOST_EVENTS}
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence % values)
    for event in events:
        if event.session != str(key):
            sentence = _("Event %(seq)d belongs to another session: send it to its own address.")
            raise Refusal(HTTPStatus.BAD_REQUEST, sentence % {"seq": event.seq})
        if not 0 <= event.seq <= HIGHEST_SEQ:
            sentence = _("An event has the number %(seq)d: count from 0 to %(most)d.")
            values = {"seq": event.seq, "most": HIGHEST_SEQ}
            raise Refusal(HTTPStatus.BAD_REQUEST, sentence % values)


def _opened_by(owner: User, key: uuid.UUID, events: Iterable[Event]) -> Session:
    """The session that its first event names the script of."""
    first = next((event for event in events if event.seq == 0), None)
    if first is None or "script" not in first.data:
        raise Refusal(HTTPStatus.NOT_FOUND, unknown())
    named = {name: first.data.get(name) for name in ("script", "pain_before")}
    try:
        new = from_plain({**named, "started": first.wall, "zone": first.zone}, NewSession)
    except BadValue as error:
        sentence = _("The first event cannot be read (%(reason)s): send it as the reference says.")
        raise Refusal(HTTPStatus.BAD_REQUEST, sentence % {"reason": error}) from error
    return open_session(owner, key, new)


def _stored(session: Session, seqs: list[int]) -> dict[int, Event]:
    rows = session.events.filter(seq__in=seqs).values_list("seq", "document")
    return {seq: from_json(document, Event) for seq, document in rows}


def unfinished(owner: User, script: Script) -> str:
    """The id of a session of `script` that can be gone on with, begun within 12 h; or ""."""
    today, near = timezone.now().date(), timedelta(days=2)
    rows = Session.objects.filter(
        owner=owner,
        removed=False,
        ended=False,
        script=script.id,
        date__range=(today - near, today + near),
    )
    begun = rows.order_by("-date", "-started").values_list("pk", "started")
    return next((str(key) for key, started in begun if _is_near(started)), "")


def next_seq(session: Session) -> int:
    """The lowest number of an event that is not yet kept."""
    expected = 0
    for seq in session.events.order_by("seq").values_list("seq", flat=True).iterator():
        if seq != expected:
            break
        expected += 1
    return expected


def events_from(session: Session, after: int) -> list[str]:
    """The kept events numbered `after` and higher, as JSON texts in order."""
    rows = session.events.filter(seq__gte=after).order_by("seq")
    return list(rows.values_list("document", flat=True))


def derive(session: Session) -> SessionLog:
    """Work out the log anew from the events and the answers, and save the row."""
    documents = session.events.order_by("seq").values_list("document", flat=True)
    events = [from_json(document, Event) for document in documents]
    log = _log(session, events)
    session.seconds = log.seconds
    session.finished = log.finished
    session.ended = session.by_hand or any(event.type in ENDS for event in events)
    session.pain_after = log.pain_after
    session.log_document = to_json(log)
    session.save()
    return log


def _log(session: Session, events: Sequence[Event]) -> SessionLog:
    """What the events and answers add up to; a hand-written session is as written."""
    answers = read_answers(session)
    log = session.read_log() if session.script is None else _led(session, session.script, events)
    return answered(
        log,
        pain_after=answers.pain_after,
        next_morning=answers.next_morning,
        felt=answers.felt,
        note=answers.note,
    )


def _led(session: Session, script: StoredScript, events: Sequence[Event]) -> SessionLog:
    begun = SessionLog(
        id=str(session.pk),
        date=session.date.isoformat(),
        started=session.started,
        zone=session.zone,
        pain_before=session.pain_before,
    )
    return session_log(begun, script.read(), events)


def read_answers(session: Session) -> Answers:
    """What the person said after the session so far."""
    return answers_in(session.answers_document)


def answers_in(document: str) -> Answers:
    """The answers of a stored document."""
    return from_json(document or "{}", Answers)


@transaction.atomic
def keep_answers(session: Session, answers: Answers) -> None:
    """Keep what the person said after the session, and its log with it."""
    # A late batch of events may be on its way: one of the two waits for the other.
    Session.objects.select_for_update().get(pk=session.pk)
    session.answers_document = to_json(answers)
    derive(session)


@transaction.atomic
def keep_offer(owner: User, keys: Collection[uuid.UUID], item: str, offer: Offer) -> None:
    """Keep what became of a step up of one item with the sessions of its day.

    With all of them, so that it is still known when one of them is removed.
    """
    rows = Session.objects.select_for_update().filter(pk__in=keys, owner=owner, removed=False)
    for row in rows:
        said = read_answers(row)
        row.answers_document = to_json(changed(said, offers=said.offers | {item: offer}))
        row.save(update_fields=["answers_document"])


def write(owner: User, written: Written) -> Session:
    """Keep a session that nothing led."""
    session = Session(
        id=uuid.uuid4(), owner=owner, date=written.date, by_hand=True, finished=True, ended=True
    )
    correct(session, written)
    return session


def correct(session: Session, written: Written) -> None:
    """Set right what a person remembers better; what the player recorded stays as events."""
    log = SessionLog(
        id=str(session.pk),
        date=written.date.isoformat(),
        seconds=written.minutes * 60.0,
        finished=True,
        by_hand=True,
        pain_before=written.pain_before,
    )
    answers = changed(read_answers(session), pain_after=written.pain_after, note=written.note)
    session.date = written.date
    session.pain_before = written.pain_before
    session.answers_document = to_json(answers)
    if session.by_hand:
        session.log_document = to_json(log)
    derive(session)


def as_written(session: Session) -> dict[str, object]:
    """A kept session as the form for correcting it shows it."""
    return {
        "date": session.date.isoformat(),
        "minutes": max(1, round(session.seconds / 60)),
        "pain_before": "" if session.pain_before is None else str(session.pain_before),
        "pain_after": "" if session.pain_after is None else str(session.pain_after),
        "note": read_answers(session).note,
    }


def kept(owner: User, key: uuid.UUID) -> Session | None:
    """The owner's session `key`; None for one that is removed, unknown or someone else's."""
    rows = Session.objects.select_related("script")
    return rows.filter(pk=key, owner=owner, removed=False).first()


class Kept(NamedTuple):
    """What the diary lists of a session."""

    key: uuid.UUID
    date: date
    seconds: float
    finished: bool
    by_hand: bool
    pain_before: int | None
    pain_after: int | None


COLUMNS = ("pk", "date", "seconds", "finished", "by_hand", "pain_before", "pain_after")


def between(owner: User, first: date, last: date) -> list[Kept]:
    """The sessions begun from `first` to `last`, newest first, without their documents."""
    rows = Session.objects.filter(owner=owner, removed=False, date__range=(first, last))
    return [Kept(*row) for row in rows.order_by("-date", "-started").values_list(*COLUMNS)]


class Past(NamedTuple):
    """A session as the rule between sessions sees it; `plan` is "" where nothing led it.

    `answers` is the document of what was said after it.
    """

    key: uuid.UUID
    log: SessionLog
    plan: str
    version: int
    answers: str


class Gone(NamedTuple):
    """The sessions that the rule looks back on, oldest first; `whole` if none are older."""

    sessions: list[Past]
    whole: bool


def past(owner: User, today: date) -> Gone:
    """The latest hundred or two sessions up to `today`, but for one still going on.

    The first of them moves on only once in a hundred sessions: a row of easy
    ones is counted from its beginning.
    """
    rows = Session.objects.filter(owner=owner, removed=False, date__lte=today)
    number = rows.count()
    latest = MOST_PAST + number % MOST_PAST
    found = rows.order_by("-date", "-started").values_list(
        "pk", "ended", "log_document", "script__plan", "script__plan_version", "answers_document"
    )[:latest]
    sessions = (
        (Past(key, from_json(document, SessionLog), plan or "", version or 0, said), ended)
        for key, ended, document, plan, version, said in reversed(list(found))
    )
    counted = [one for one, ended in sessions if _counts(one.log) and (ended or not _open(one.log))]
    return Gone(counted, whole=number <= latest)


def morning_due(gone: Sequence[Past], today: date) -> Past | None:
    """The latest session, up to `MORNING_ASKED` days ago, if its next morning was not said yet."""
    latest = gone[-1] if gone else None
    if latest is None or latest.log.next_morning:
        return None
    day = date.fromisoformat(latest.log.date)
    return latest if timedelta() < today - day <= MORNING_ASKED else None


def _open(log: SessionLog) -> bool:
    return bool(log.started) and _is_near(log.started)


def _is_near(started: str) -> bool:
    """Whether something begun then may go on; a device's clock may be wrong either way."""
    return abs(timezone.now() - _moment(started)) <= RESUMABLE


def _counts(log: SessionLog) -> bool:
    """A session left within its first minute is none, unless something hurt in it."""
    done = log.finished or log.by_hand or log.seconds >= LEAST_SECONDS
    return done or any(item.hurt for item in log.items)


def first_day(owner: User) -> date | None:
    """The day of the earliest session that is kept."""
    days = Session.objects.filter(owner=owner, removed=False).order_by("date", "started")
    return days.values_list("date", flat=True).first()


def remove(session: Session) -> None:
    """Forget what was done in a session; its empty row keeps late events away."""
    session.events.all().delete()
    session.removed = True
    session.answers_document = session.log_document = ""
    session.pain_before = session.pain_after = None
    session.save()


def _moment(started: str) -> datetime:
    try:
        moment = datetime.fromisoformat(started)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        sentence = _("A session began at %(started)r, which is no time: send it with its offset.")
        raise Refusal(HTTPStatus.BAD_REQUEST, sentence % {"started": started[:40]})
    return moment
