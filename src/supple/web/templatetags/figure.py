"""`{% still "bird-dog" %}`: the telling pose of an exercise, in light and in dark."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from supple.web.figure import picture

register = template.Library()
_PICTURE = (
    '<picture><source srcset="{}" media="(prefers-color-scheme: dark)">'
    '<img class="{}" src="{}" alt="{}" loading="lazy" decoding="async" width="160" height="100">'
    "</picture>"
)


@register.simple_tag(takes_context=True)
def still(context: dict[str, Any], exercise: str, alt: str = "") -> SafeString:
    """The picture; nothing where the exercise is unknown or has no poses.

    Beside a name it needs no words of its own; with `alt` it is the page's large one.
    """
    shown = picture(exercise, context["preferences"])
    if shown is None:
        return SafeString("")
    css = "still" if alt else "list__figure"
    return format_html(_PICTURE, shown.dark, css, shown.light, alt)
