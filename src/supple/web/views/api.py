"""The player's requests: JSON in, JSON out, every refusal one sentence."""

import uuid
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, TypeVar

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from supple.value import BadValue, Value, from_json
from supple.web import sessions
from supple.web.person import PersonRequest, personal

P = ParamSpec("P")
V = TypeVar("V", bound=Value)
Answering = Callable[Concatenate[PersonRequest, P], HttpResponse]


def answering(view: Answering[P]) -> Answering[P]:
    """Turn a refusal into its answer."""

    @wraps(view)
    def answered(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except sessions.Refusal as refusal:
            error = {"error": {"sentence": refusal.sentence}}
            return JsonResponse(error, status=refusal.status)

    return answered


@require_POST
@personal
@answering
def session(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Begin a session, or find that it was begun."""
    sessions.open_session(request.user, key, _body(request, sessions.NewSession))
    return JsonResponse({"session": str(key)})


@require_http_methods(["GET", "HEAD", "POST"])
@personal
@answering
def events(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Keep a batch of events, or give back those that are kept."""
    if request.method == "POST":
        batch = _body(request, sessions.Batch)
        return JsonResponse({"next": sessions.store_events(request.user, key, batch.events)})
    found = sessions.find(request.user, key)
    if found is None:
        raise sessions.Refusal(HTTPStatus.NOT_FOUND, sessions.unknown())
    documents = sessions.events_from(found, _after(request) + 1)
    text = f'{{"events":[{",".join(documents)}],"next":{sessions.next_seq(found)}}}'
    return HttpResponse(text, content_type="application/json")


def _after(request: PersonRequest) -> int:
    text = request.GET.get("after", "-1")
    try:
        return max(-1, min(int(text), sessions.HIGHEST_SEQ))
    except ValueError:
        sentence = _("after=%(text)s is not a number: give that of the last event you have.")
        raise sessions.Refusal(HTTPStatus.BAD_REQUEST, sentence % {"text": text[:20]}) from None


def _body(request: PersonRequest, shape: type[V]) -> V:
    if request.content_type != "application/json":
        sentence = _("The body is not JSON: send it as application/json.")
        raise sessions.Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, sentence)
    try:
        return from_json(request.body, shape)
    except RequestDataTooBig:
        sentence = _("The body is larger than 1 MB: send fewer events at a time.")
        raise sessions.Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence) from None
    except BadValue as error:
        sentence = _("The body cannot be read (%(reason)s): send it as the reference says.")
        raise sessions.Refusal(HTTPStatus.BAD_REQUEST, sentence % {"reason": error}) from error
