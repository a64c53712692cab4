"""The figure's files: meshes, clips and stills. Nothing in them is personal."""

from typing import get_args

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from supple.body.appearance import SKIN_TONES
from supple.show.palette import PLAIN_TONE, Theme
from supple.web import figure
from supple.web.views.errors import missing

GLTF = "model/gltf-binary"
SVG = "image/svg+xml"
KEPT = cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)


@gzip_page
@require_safe
@KEPT
def body(request: HttpRequest, who: str) -> HttpResponse:
    """The mesh of one body."""
    return _answer(request, figure.body_bytes(who), GLTF)


@gzip_page
@require_safe
@KEPT
def clip(request: HttpRequest, who: str, name: str) -> HttpResponse:
    """The movement of one exercise, or of one way between positions."""
    return _answer(request, figure.clip_bytes(who, name), GLTF)


@gzip_page
@require_safe
@KEPT
def still(request: HttpRequest, who: str, exercise: str, pose: str) -> HttpResponse:
    """The drawing of one pose, in the theme and skin tone asked for."""
    theme, tone = request.GET.get("theme", "light"), request.GET.get("tone", PLAIN_TONE)
    if theme not in get_args(Theme) or tone not in SKIN_TONES:
        return missing(request)
    return _answer(request, figure.still_svg(who, exercise, pose, theme, tone), SVG)


def _answer(request: HttpRequest, content: bytes | str | None, kind: str) -> HttpResponse:
    if content is None:
        answer = missing(request)
        # The file may be there after the next bake.
        answer["Cache-Control"] = "no-store"
        return answer
    return HttpResponse(content, content_type=kind)
