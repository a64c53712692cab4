"""What stands around the steps of a published routine, in its author's words."""

from supple.value import Value


class VideoMark(Value, kw_only=True):
    """A place in the video, `at` seconds from its start."""

    at: int
    words: str


class Advice(Value, kw_only=True):
    """What to `do`, `when` something happens, both as said to the person."""

    when: str
    do: str


class PageTexts(Value, kw_only=True):
    """The page's own texts. `note` says in the author's words what this version changed."""

    video: str = ""
    marks: tuple[VideoMark, ...] = ()
    advice: tuple[Advice, ...] = ()
    note: str = ""
