"""What caches may keep of a page that is the same for every stranger."""

from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)

from supple.web.person import readable

A_MINUTE = 60


def for_strangers(
    request: HttpRequest, answer: HttpResponse, seconds: int = A_MINUTE
) -> HttpResponseBase:
    """The answer with what lets caches keep it, or 304 where the browser has it already.

    Whoever is logged in gets a page of their own, which nobody keeps. What is
    taken back is gone from caches after `seconds`.
    """
    if readable(request):
        return answer
    patch_cache_control(answer, public=True, max_age=seconds)
    patch_vary_headers(answer, ("Cookie", "Accept-Language"))
    set_response_etag(answer)
    kept = get_conditional_response(request, etag=answer.headers["ETag"], response=answer)
    return kept or answer
