"""A post's words as HTML: paragraphs, and links that a person let through; nothing else."""

import html as escaping
import re

import nh3
from django.utils.safestring import SafeString, mark_safe

from supple.web.publishing import video

ADDRESS = re.compile(r"https?://[^\s<>\"']{1,500}[^\s<>\"'.,;:!?)\]]")
PARAGRAPH = re.compile(r"\n\s*\n")
TAGS = {"p", "br", "a"}
RELATION = "nofollow ugc noopener noreferrer"


def html(text: str, film: str = "") -> SafeString:
    """The text as paragraphs. What looks like markup is shown as it was typed.

    A time such as 3:00 becomes a link into the video at the address `film`.
    """
    parts = (part for part in PARAGRAPH.split(text) if part.strip())
    body = "".join(f"<p>{_line_breaks(_linked(part.strip(), film))}</p>" for part in parts)
    clean = nh3.clean(
        body,
        tags=TAGS,
        attributes={"a": {"href", "target"}},
        url_schemes={"http", "https"},
        link_rel=RELATION,
    )
    return mark_safe(clean)  # noqa: S308 - escaped above, and cleaned again


def _linked(text: str, film: str) -> str:
    """Escaped text with its addresses, and its times in the video, as links in a new tab."""
    done = 0
    parts: list[str] = []
    for found in ADDRESS.finditer(text):
        address = escaping.escape(found.group())
        parts += [video.linked(text[done : found.start()], film)]
        parts += [f'<a href="{address}" target="_blank">{address}</a>']
        done = found.end()
    return "".join([*parts, video.linked(text[done:], film)])


def _line_breaks(text: str) -> str:
    return text.replace("\n", "<br>")
