"""The figure's files: meshes, clips and stills. Nothing in them is personal."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from supple.body.appearance import SKIN_TONES
from supple.show.palette import PLAIN_TONE, THEMES
from supple.web import figure
from supple.web.views.errors import missing

GLTF = "model/gltf-binary"
SVG = "image/svg+xml"
A_YEAR = 365 * 24 * 3600


@gzip_page
@require_safe
def body(request: HttpRequest, who: str) -> HttpResponse:
    """The mesh of one body."""
    return _answer(request, figure.body_bytes(who), GLTF)


@gzip_page
@require_safe
def clip(request: HttpRequest, who: str, name: str) -> HttpResponse:
    """The movement of one exercise, or of one way between positions."""
    return _answer(request, figure.clip_bytes(who, name), GLTF)


@gzip_page
@require_safe
def still(request: HttpRequest, who: str, exercise: str, pose: str) -> HttpResponse:
    """The drawing of one pose, in the theme and skin tone asked for."""
    wanted, tone = request.GET.get("theme", "light"), request.GET.get("tone", PLAIN_TONE)
    theme = next((one for one in THEMES if one == wanted), None)
    if theme is None or tone not in SKIN_TONES:
        return missing(request)
    return _answer(request, figure.still_svg(who, exercise, pose, theme, tone), SVG)


def _answer(request: HttpRequest, content: bytes | str | None, kind: str) -> HttpResponse:
    if content is None:
        return missing(request)  # not kept: it may be there after the next bake
    answer = HttpResponse(content, content_type=kind)
    patch_cache_control(answer, public=True, max_age=A_YEAR, immutable=True)
    return answer
