"""Read a text in a child process, so that no page can hold up who asked for it."""

import json
import os
import subprocess
import sys

from supple.problem import Place, Problem
from supple.read import nothing_found
from supple.read.documents.child import limit
from supple.read.reading import Reading
from supple.value import BadValue, Value, from_json, to_json
from supple.words import words

SECONDS = 12  # a little more than the processor time that the child allows itself


class Result(Value, kw_only=True):
    """What the child hands back."""

    reading: Reading
    problems: tuple[Problem, ...] = ()


def read_aside(text: str) -> tuple[Reading, tuple[Problem, ...]]:
    """Read a text as `read` does. A page that takes too long gives an empty reading and why."""
    command = [sys.executable, "-m", "supple.read.aside"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no arguments
            command,
            input=json.dumps(text).encode(),
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=True,
        )
        result = from_json(done.stdout, Result)
    except (subprocess.SubprocessError, BadValue):
        return Reading(text=text), (Problem(place=Place(), sentence=_too_long()),)
    found, problems = result.reading, result.problems
    return found, (*problems, *nothing_found(found, problems))


def _too_long() -> str:
    return words().say(
        "Reading this took too long, so it was left. Paste only the part with the exercises, "
        "or add them by hand."
    )


def main() -> None:
    """Read the JSON string on standard input; write a Result."""
    limit()
    from supple.read.pipeline import read_text  # noqa: PLC0415 - after the limits

    reading, problems = read_text(json.loads(sys.stdin.buffer.read()))
    sys.stdout.write(to_json(Result(reading=reading, problems=problems)))


if __name__ == "__main__":
    main()
