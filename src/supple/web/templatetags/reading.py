"""The words of a page and the fields that were read from it, which light each other up.

A page has hundreds of them, so they are not templates of their own.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from supple.web.reading.page import EntryRow, Field, Piece

register = template.Library()

_FIELD = '<a class="words__field{}" id="w{}" href="#f{}" data-lit="{}">{}</a>'
_ENTRY = '<span class="words__entry" id="w{}" data-lit="{}">{}</span>'
_VALUE = '<a class="read-value" href="#w{}" data-lit="{}">{}</a>'
_NOT_STATED = '<span class="soft">{}</span>'
_OWN = ' <span class="soft small">{}</span>'
_DOUBT = ' <span class="read-doubt">{}</span>'
_TERM = "<dt>{}</dt>"


@register.simple_tag
def read_words(pieces: Iterable[Piece]) -> SafeString:
    """The page's words: those that a field came from lead to it."""
    return SafeString("".join(map(_piece, pieces)))


def _piece(piece: Piece) -> str:
    if piece.target:
        doubt = " words__field--doubt" if piece.doubt else ""
        return _filled(_FIELD, doubt, piece.number, piece.target, piece.lit, piece.text)
    if piece.lit:
        return _filled(_ENTRY, piece.number, piece.lit, piece.text)
    return escape(piece.text)


@register.simple_tag
def read_value(field: Field) -> SafeString:
    """What a field says, leading to its words; who gave it, and whether to check it."""
    if field.words:
        value = _filled(_VALUE, field.words, field.id, field.value)
    else:
        value = escape(field.value) or _filled(_NOT_STATED, _("not stated"))
    own = _filled(_OWN, _("set by you")) if field.own else ""
    doubt = _filled(_DOUBT, _("please check")) if field.doubt else ""
    return SafeString(value + own + doubt)


@register.simple_tag
def read_facts(row: EntryRow) -> SafeString:
    """The dose and warnings of an exercise; the first of several warnings is led to."""
    shown, seen = [], set()
    for field in (*row.fields, *row.cautions):
        name = _filled(' id="f{}"', field.id) if field.id not in seen else ""
        seen.add(field.id)
        shown.append(f"{_filled(_TERM, field.label)}<dd{name}>{read_value(field)}</dd>")
    return SafeString("\n".join(shown))


def _filled(pattern: str, *values: object) -> str:
    """The markup with values that cannot break out of it, in a quarter of format_html's time."""
    return pattern.format(*(escape(str(value)) for value in values))
