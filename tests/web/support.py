"""Reading a page as a person does."""

import re
from html.parser import HTMLParser
from typing import Protocol

HIDDEN = {"script", "style", "title", "svg"}
SAID = {"alt", "aria-label", "title", "placeholder", "content-label"}


class Answer(Protocol):
    """What Django's test client gives back."""

    content: bytes


class Reader(HTMLParser):
    """Collects the texts of a page that someone sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self._inside.append(tag)
        self.texts.extend(value for name, value in attrs if name in SAID and value)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside and data.strip():
            self.texts.append(" ".join(data.split()))


def texts(response: Answer) -> list[str]:
    """Every piece of text on the page."""
    reader = Reader()
    reader.feed(response.content.decode())
    return reader.texts


def text(response: Answer) -> str:
    """The page as one line."""
    return re.sub(r"\s+", " ", " ".join(texts(response)))
