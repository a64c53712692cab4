"""A person's mistake as a value: where it is, what is wrong, what to do next."""

from supple.value import Value


class Place(Value, kw_only=True):
    """A line of a file, or a span of characters in a text (offsets, end exclusive)."""

    file: str = ""
    line: int = 0
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        if self.line:
            return f"{self.file}:{self.line}"
        if self.end:
            return f"{self.file or 'text'}, characters {self.start} to {self.end}"
        return self.file


class Problem(Value, kw_only=True):
    """One sentence that says what, where and what next; the rest still works."""

    place: Place
    sentence: str

    def __str__(self) -> str:
        place = str(self.place)
        return f"{place}: {self.sentence}" if place else self.sentence
