"""A video that a routine goes with: its address, and the times in a text as links into it.

Supple never asks the video's host for anything: all there is, is a link.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from supple.value import Value

LONGEST_ADDRESS = 500
HOUR, MINUTE = 3600, 60
_TIME = re.compile(
    r"(?<![\d:.,/])(?:(?P<h>\d{1,2}):(?=\d\d:))?(?P<m>\d{1,3}):(?P<s>[0-5]\d)"
    r"(?![\d:/]|[.,]\d|\s?(?:[ap]\.?m\b|o[’']clock|h\b))",
    re.IGNORECASE,
)
_FILES = (".mp4", ".m4v", ".webm", ".ogv", ".mov")
_STARTS = frozenset({"t", "start", "time_continue"})


class Piece(Value, kw_only=True, omit_defaults=False):
    """A stretch of a text. `at` is the time in seconds that it names; None for plain words."""

    text: str
    at: int | None = None


def judged(address: str) -> str:
    """The address of a video as it is kept, "" for none. Raises ValueError with a sentence."""
    text = address.strip()
    if not text:
        return ""
    if len(text) > LONGEST_ADDRESS:
        raise ValueError(_("This address is too long for one of a video."))
    parts = _split(text)
    if parts is None or parts.scheme != "https" or "." not in (parts.hostname or ""):
        raise ValueError(_("Write the whole address of the video, beginning with https://."))
    if "@" in parts.netloc:
        raise ValueError(_("This address names a user. Write it without what stands before the @."))
    return text


def _split(text: str) -> SplitResult | None:
    """The parts of an address; None for what browsers might read otherwise than we do."""
    odd = any(ch.isspace() or ch in '\\<>"' or unicodedata.category(ch)[0] == "C" for ch in text)
    try:
        parts = urlsplit(text)
        odd = odd or parts.port == 0
    except ValueError:
        return None
    return None if odd else parts


def link(address: str, seconds: int) -> str:
    """The address of a video from a time on, written as its host understands it."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    if host == "vimeo.com" or host.endswith(".vimeo.com"):
        return parts._replace(fragment=f"t={seconds}s").geturl()
    if parts.path.lower().endswith(_FILES):
        return parts._replace(fragment=f"t={seconds}").geturl()
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in query if key not in _STARTS]
    return parts._replace(query=urlencode([*kept, ("t", seconds)])).geturl()


def clock(seconds: int) -> str:
    """A time in a video as people write it: 3:00, or 1:02:30."""
    hours, rest = divmod(seconds, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def seconds_of(text: str) -> int | None:
    """The time that `text` is, in seconds; None where it is none."""
    match = _TIME.fullmatch(text.strip())
    return _seconds(match) if match else None


def _seconds(match: re.Match[str]) -> int:
    return int(match["h"] or 0) * HOUR + int(match["m"]) * MINUTE + int(match["s"])


def pieces(text: str) -> Iterator[Piece]:
    """A text cut at the times of a video that it names, as "3:00"; a time of day is none."""
    done = 0
    for match in _TIME.finditer(text):
        if match.start() > done:
            yield Piece(text=text[done : match.start()])
        yield Piece(text=match[0], at=_seconds(match))
        done = match.end()
    if done < len(text):
        yield Piece(text=text[done:])


def linked(text: str, address: str) -> SafeString:
    """Plain text as HTML, the times in it as links into the video at `address`, if there is one."""
    cut = pieces(text) if address else (Piece(text=text),)
    return format_html_join("", "{}", ((_html(piece, address),) for piece in cut))


def _html(piece: Piece, address: str) -> SafeString | str:
    if piece.at is None:
        return piece.text
    return format_html(
        '<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>',
        link(address, piece.at),
        piece.text,
    )
