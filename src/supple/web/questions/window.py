"""A page of rows out of very many, without counting them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from supple.web.forms import whole

M = TypeVar("M", bound=Model)
LAST = 10_000  # the highest page number that is looked for


@dataclass(frozen=True)
class Window(Generic[M]):
    """The rows of page `number`, from 1; `more` when others follow."""

    rows: tuple[M, ...]
    number: int
    more: bool

    def __iter__(self) -> Iterator[M]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


def window(query: QuerySet[M], number: str, size: int) -> Window[M]:
    """Page `number` of an ordered query; the first for what is no number."""
    page = min(whole(number) or 1, LAST)
    first = (page - 1) * size
    rows = tuple(query[first : first + size + 1])
    return Window(rows[:size], page, len(rows) > size)
