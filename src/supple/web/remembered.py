"""Pages that are written once, until something of the person's changes or an hour passes.

Every write of what is theirs gives a person another `revision` (see `models`), in the
database, so that all processes know of it. The hour is for sessions that are still open.
What belongs to one request alone, its token, is put into the written page; one with
something to tell the person is written anew.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from supple.web.models import User
from supple.web.person import PersonRequest, frame
from supple.web.views.errors import missing

P = ParamSpec("P")
Context = dict[str, object] | None
PAGES = 128
TOKEN = "the-token-of-a-request"  # noqa: S105 - stands where the real one will


def remembered(
    template: str, work: Callable[Concatenate[User, P], Context]
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """A view of `template` with what `work` finds for a person and some hashable arguments.

    Where it finds None, there is no such page.
    """

    @lru_cache(maxsize=PAGES)
    def page(
        user: User, _revision: UUID, _hour: datetime, _language: str | None,
        *args: P.args, **kwargs: P.kwargs,
    ) -> str | None:  # fmt: skip
        found = work(user, *args, **kwargs)
        own = {**frame(user), "csrf_token": TOKEN}
        return None if found is None else render_to_string(template, {**own, **found})

    def view(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        user = request.user
        if len(get_messages(request)):
            found = work(user, *args, **kwargs)
            return missing(request) if found is None else render(request, template, found)
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        key = (user, user.revision, hour, get_language())
        written = page(*key, *args, **kwargs)  # type: ignore[arg-type]  # hashable, as said
        if written is None:
            return missing(request)
        return HttpResponse(written.replace(TOKEN, get_token(request)))

    return view
