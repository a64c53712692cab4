"""What the Read page shows: the page's words in pieces, and each exercise with its fields."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from supple.exercise.dose import AMOUNTS, TIMED
from supple.exercise.dose_text import format_amount
from supple.exercise.load import Library, load_library
from supple.read.worksheet import Entry, Worksheet
from supple.value import Value, changed
from supple.words import Words, words

ALWAYS = ("reps", "hold", "sets", "sides", "times_a_day")
ORDER = ("reps", "hold", "work", "sets", "rest", "sides", "times_a_day", "days_a_week")


class Piece(Value, kw_only=True, omit_defaults=False):
    """A stretch of the page. `number` names its place, from 1; `lit` are the fields it lights up.

    `target` is the id of the first of them; "" for words that no field came from.
    """

    text: str
    number: int
    lit: str = ""
    target: str = ""
    doubt: bool = False


class Field(Value, kw_only=True, omit_defaults=False):
    """One field of an exercise; `words` is the number of its first piece, 0 for none."""

    id: str
    name: str
    label: str
    value: str
    words: int = 0
    doubt: bool = False
    own: bool = False


class EntryRow(Value, kw_only=True, omit_defaults=False):
    """One exercise as read. `exercise` is a library id, or "" for one without a figure."""

    key: str
    name: Field
    exercise: str
    shown_as: str
    fields: tuple[Field, ...]
    cautions: tuple[Field, ...] = ()
    harder: bool = False


class _Told(Value, kw_only=True):
    """A stretch that tells of a field, or of an exercise as a whole where `id` has no dash."""

    start: int
    end: int
    id: str
    doubt: bool = False


def pieces(sheet: Worksheet) -> tuple[Piece, ...]:
    """The page cut wherever a field's words begin or end."""
    told = sorted(_told(sheet.entries), key=lambda one: (one.start, one.end))
    cuts = sorted({0, len(sheet.text), *(c for one in told for c in (one.start, one.end))})
    made: list[Piece] = []
    open_now: list[_Told] = []
    waiting = iter(told)
    following = next(waiting, None)
    for start, end in pairwise(cuts):
        open_now = [one for one in open_now if one.end > start]
        while following is not None and following.start <= start:
            open_now.append(following)
            following = next(waiting, None)
        made.append(_piece(sheet.text[start:end], len(made) + 1, open_now))
    return tuple(made)


def pieces_of(sheet: Worksheet, one: Entry) -> tuple[Piece, ...]:
    """The pieces that one exercise came from, gaps as dots; none where it is not on the page."""
    kept: list[Piece] = []
    for piece in pieces(changed(sheet, entries=(one,))):
        if not piece.lit:
            continue
        if kept and piece.number != kept[-1].number + 1:
            kept.append(Piece(text=" … ", number=0))
        kept.append(piece)
    return tuple(kept)


def _told(entries: Iterable[Entry]) -> Iterable[_Told]:
    for one in entries:
        if one.at.end > one.at.start:
            yield _Told(start=one.at.start, end=one.at.end, id=str(one.key))
        for mark in one.marks:
            if mark.at.end > mark.at.start:
                yield _Told(
                    start=mark.at.start,
                    end=mark.at.end,
                    id=f"{one.key}-{mark.field}",
                    doubt=mark.doubt,
                )


def _piece(text: str, number: int, told: Iterable[_Told]) -> Piece:
    ids = list(dict.fromkeys(one.id for one in told))
    fields = [name for name in ids if "-" in name]
    return Piece(
        text=text,
        number=number,
        lit=" ".join(ids),
        target=fields[0] if fields else "",
        doubt=any(one.doubt for one in told),
    )


def first_pieces(shown: Iterable[Piece]) -> dict[str, int]:
    """The number of the first piece that each field came from."""
    first: dict[str, int] = {}
    for piece in shown:
        for name in piece.lit.split():
            first.setdefault(name, piece.number)
    return first


def entry_rows(
    sheet: Worksheet, shown: Iterable[Piece], library: Library, say: Words
) -> tuple[EntryRow, ...]:
    """A row for each exercise, its fields with the pieces they came from."""
    first, said = first_pieces(shown), Said(labels(), side_names(), say)
    return tuple(_row(one, first, library, said) for one in sheet.entries)


class Said(NamedTuple):
    """The words of the fields, looked up once for a page."""

    labels: dict[str, str]
    sides: dict[str, str]
    words: Words


def _row(one: Entry, first: dict[str, int], library: Library, said: Said) -> EntryRow:
    known = library.exercises.get(one.exercise)
    doubts = {mark.field for mark in one.marks if mark.doubt}

    def field(name: str, value: str, *, own: bool = False) -> Field:
        key = f"{one.key}-{name}"
        return Field(
            id=key,
            name=name,
            label=said.labels[name],
            value=value,
            words=first.get(key, 0),
            doubt=name in doubts,
            own=own,
        )

    return EntryRow(
        key=str(one.key),
        name=field("name", one.name),
        exercise=known.id if known else "",
        shown_as=_("Shown as: %(name)s") % {"name": said.words.say(known.name)}
        if known
        else _("Kept with its words, without a picture"),
        fields=tuple(
            field(name, value, own=_own(one, name))
            for name in ORDER
            if (value := shown_value(one, name, said)) or name in ALWAYS
        ),
        cautions=tuple(field("cautions", caution) for caution in one.cautions),
        harder=bool(one.harder_than),
    )


def _own(one: Entry, name: str) -> bool:
    """Whether the person gave this field."""
    stated = getattr(one.dose, name)
    return stated is not None and stated.origin == "person"


def shown_value(one: Entry, name: str, said: Said) -> str:
    """A field of the dose in words; "" where it is not stated."""
    if name in AMOUNTS:
        amount = getattr(one.dose, name)
        return format_amount(amount, said.words, timed=name in TIMED) if amount else ""
    return said.sides[one.dose.sides.mode] if one.dose.sides else ""


@lru_cache(maxsize=8)
def library_names(locale: str) -> tuple[tuple[str, str], ...]:
    """Every exercise of the library with its name in a language, in the order of the names."""
    say = words(locale)
    named = ((one.id, say.say(one.name)) for one in load_library().exercises.values())
    return tuple(sorted(named, key=lambda pair: pair[1]))


def labels() -> dict[str, str]:
    """What each field is called."""
    return {
        "name": _("Name"),
        "sets": _("Sets"),
        "reps": _("How many times"),
        "hold": _("Hold"),
        "work": _("Do it for"),
        "rest": _("Rest"),
        "sides": _("Sides"),
        "times_a_day": _("Times a day"),
        "days_a_week": _("Days a week"),
        "cautions": _("Take care"),
    }


def side_names() -> dict[str, str]:
    """How the sides share a dose, in words."""
    return {
        "each": _("Each side"),
        "alternate": _("Sides take turns"),
        "together": _("Both sides together"),
    }
