"""Read a handout: text, HTML, PDF or DOCX in; exercises with the words each came from out.

`read` is the door. The steps are listed in `supple.read.pipeline`.
"""

from supple.problem import Problem
from supple.read.reading import Reading


def read(source: bytes | str, name: str = "") -> tuple[Reading, tuple[Problem, ...]]:
    """Read a document or a text; `name` is its file's name, for the place of problems."""
    from supple.read.documents import text_of  # noqa: PLC0415 - import what is used
    from supple.read.pipeline import read_text  # noqa: PLC0415

    text, problems = text_of(source if isinstance(source, bytes) else source.encode(), name)
    if problems:
        return Reading(text=""), problems
    reading, more = read_text(text)
    return reading, (*more, *nothing_found(reading, more))


def nothing_found(reading: Reading, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A sentence for a page without a routine, where no other problem says why."""
    from supple.problem import Place  # noqa: PLC0415
    from supple.words import words  # noqa: PLC0415

    if reading.exercises or problems:
        return ()
    sentence = words().say(
        "No exercise routine was found on this page. Paste the part with the exercises, "
        "or add them by hand."
    )
    return (Problem(place=Place(), sentence=sentence),)
