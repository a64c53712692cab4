"""What questions cost: `python -m benchmarks.questions`.

A shared instance of its own in a temporary folder, with ten thousand questions
waiting. Processor time of this process, by Django's own test client, so that a
busy machine changes it little; hearing a long text stands for itself.
"""

# ruff: noqa: PLC0415 - models can be imported only once Django is set up

import sys
import uuid
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from benchmarks.figures import browser, cpu, in_instance, report

if TYPE_CHECKING:
    from supple.web.models import User

WAITING = 10_000
LONG = "I did the bridge in the morning and my back was a little stiff after it. "
LIMITS = {
    "the desk with 10,000 questions, ms": 20.0,
    "the queue of posts to look at, ms": 20.0,
    "sending a question until it is kept, ms": 30.0,
    "hearing 10,000 characters, ms": 20.0,
}


def measure() -> dict[str, float]:
    """Every figure, by the names of `LIMITS`."""
    from supple.web.models import Post
    from supple.web.questions import posting
    from supple.web.questions.heard import hear

    therapist, writer = _people()
    _fill(writer)
    posting.PACE = ()
    answering, asking = browser(therapist), browser(writer)

    def send(number: int) -> None:
        text = f"Do I rest between the sides, or only after both, number {number}?"
        answer = asking.post("/ask/new/?exercise=bird-dog", {"text": text})
        if answer.status_code != HTTPStatus.FOUND:
            raise RuntimeError(f"A question was answered with {answer.status_code}.")

    found = {
        "the desk with 10,000 questions, ms": cpu(lambda _: answering.get("/desk/questions/")),
        "the queue of posts to look at, ms": cpu(lambda _: answering.get("/desk/posts/")),
        "sending a question until it is kept, ms": cpu(send),
        "hearing 10,000 characters, ms": cpu(lambda n: hear((LONG * 140)[:10_000] + str(n))),
    }
    if Post.objects.filter(author=writer).count() <= WAITING:
        raise RuntimeError("The questions that were sent are not there.")
    return found


def _people() -> "tuple[User, User]":
    from supple.web.models import PenName, Role, User

    therapist = User.objects.create(email="t@example.org", name="Anna", role=Role.THERAPIST)
    writer = User.objects.create(email="w@example.org", role=Role.PERSON)
    PenName.objects.create(owner=writer, name="Quiet Heron 12", folded="quietheron12")
    return therapist, writer


def _fill(writer: "User") -> None:
    """Questions at exercises of the library, one in ten of them held."""
    from supple.web.models import Post

    now = datetime.now(UTC) - timedelta(days=30)
    Post.objects.bulk_create(
        Post(
            id=uuid.uuid4(),
            exercise="cat-stretch",
            author=writer,
            kind="question",
            name="Quiet Heron 12",
            text=f"Question {n}: how low may the pillow be, and for how long do I stay there?",
            made=now + timedelta(minutes=n),
            state="held" if n % 10 == 0 else "shown",
            gravity=1 + n % 4,
            heard_document='{"level":"ok"}',
        )
        for n in range(WAITING)
    )


def main() -> int:
    """Print the figures beside their limits; the exit code is 1 if one is over."""
    return report(in_instance(measure), LIMITS)


if __name__ == "__main__":
    sys.exit(main())
