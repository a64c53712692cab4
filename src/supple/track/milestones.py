"""Day 14 and week 6: what is asked then, and what an answer leads to. Convention (evidence 4.5)."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal

from supple.track.measures.change import Direction
from supple.words import Words, words

Milestone = Literal["day-14", "week-6"]
Amount = Literal["too much", "right", "too little"]

DAYS: dict[Milestone, int] = {"day-14": 14, "week-6": 42}


def due_milestone(first: date, answered: Collection[Milestone], today: date) -> Milestone | None:
    """The latest milestone reached `today`, counted from the `first` session; None if answered."""
    reached = [name for name, days in DAYS.items() if today >= first + timedelta(days=days)]
    return reached[-1] if reached and reached[-1] not in answered else None


def day_14_sentence(amount: Amount, say: Words | None = None) -> str:
    """What to do with too much, the right amount or too little."""
    say = say or words()
    sentences: dict[Amount, str] = {
        "too much": say.say("Then do less: leave out an exercise or two, or a day."),
        "right": say.say("Then go on like this."),
        "too little": say.say(
            "Then add a walk. A step up is offered for each exercise once it feels easy."
        ),
    }
    return sentences[amount]


def week_6_sentence(function: Direction, pain: Direction, say: Words | None = None) -> str:
    """What six weeks say: `function` is the change of the person's activity, `pain` that of pain.

    Worse anywhere, or no clear change in either, is for a clinician to see.
    """
    say = say or words()
    if "worse" in (function, pain):
        return say.say(
            "After six weeks something is harder or sorer than at first. "
            "Show a clinician what you did and what you wrote down."
        )
    if "better" in (function, pain):
        return say.say("Keep two or three days a week, and add walking.")
    if function == pain == "too few":
        return say.say(
            "There are too few answers to compare. If your back is no better after six weeks, "
            "show a clinician what you did."
        )
    return say.say(
        "Six weeks show no clear change. Show a clinician what you did and what you wrote down."
    )
