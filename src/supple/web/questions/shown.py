"""A post's words as HTML: paragraphs, and links that a person let through; nothing else."""

import html as escaping
import re

import nh3
from django.utils.safestring import SafeString, mark_safe

ADDRESS = re.compile(r"https?://[^\s<>\"']{1,500}[^\s<>\"'.,;:!?)\]]")
PARAGRAPH = re.compile(r"\n\s*\n")
TAGS = {"p", "br", "a"}
RELATION = "nofollow ugc noopener noreferrer"


def html(text: str) -> SafeString:
    """The text as paragraphs. What looks like markup is shown as it was typed."""
    parts = (part for part in PARAGRAPH.split(text) if part.strip())
    body = "".join(f"<p>{_line_breaks(_linked(part.strip()))}</p>" for part in parts)
    clean = nh3.clean(
        body,
        tags=TAGS,
        attributes={"a": {"href", "target"}},
        url_schemes={"http", "https"},
        link_rel=RELATION,
    )
    return mark_safe(clean)  # noqa: S308 - escaped above, and cleaned again


def _linked(text: str) -> str:
    """Escaped text with its addresses as links in a new tab."""
    done, parts = 0, []
    for found in ADDRESS.finditer(text):
        address = escaping.escape(found.group())
        parts += [escaping.escape(text[done : found.start()])]
        parts += [f'<a href="{address}" target="_blank">{address}</a>']
        done = found.end()
    return "".join([*parts, escaping.escape(text[done:])])


def _line_breaks(text: str) -> str:
    return text.replace("\n", "<br>")
