"""The sentences of a plan: why an item is as it is, and what holds for all of it."""

from collections.abc import Iterable

from supple.exercise.types import Exercise
from supple.fit.limits import Limits
from supple.safety.conditions import conditions, constraints
from supple.safety.sources import citation
from supple.words import Words, mark

MOST_AT_FIRST = 6
FEWEST = 4

AS_GIVEN = mark("As the routine has it.")
NOTHING_BROKEN = mark("It asks for nothing that you leave out.")
ON_A_BED = mark("Do it on a firm bed: the way to the floor asks for something that you leave out.")
EASIER = mark("“{name}” is its easier form.")
SAME = mark("“{name}” has the same aim and does without.")
OTHER = mark("Nothing with the same aim is left. “{name}” has another one: {aim}")
NOTHING = mark("Nothing in the library can stand in for it, so it is left out.")
TAKEN = mark("What could stand in for it is in this plan already, so it is left out.")
SHORT_EFFORTS = mark(
    "Efforts are held for {seconds} seconds at most and done again, so that you keep breathing."
)
GONE = mark("This exercise is not in the library of this version.")
UNCHECKED = mark(
    "The library does not know this exercise, so it cannot be held against what you leave out."
)
NOT_UNDERSTOOD = mark(
    "“{term}” is not understood, so nothing is planned until it is put right. Nothing is lost."
)
KEPT_BY = {
    "person": mark("You decided to keep it."),
    "therapist": mark("Your therapist decided to keep it."),
}
LEFT_BY = {
    "person": mark("You decided to leave it out."),
    "therapist": mark("Your therapist decided to leave it out."),
}
USED_BY = {
    "person": mark("You decided to do this in its place."),
    "therapist": mark("Your therapist decided on this in its place."),
}
RENAMED = mark("“{old}” is called “{new}” now.")

_EMPTY = mark(
    "No exercise of this routine is left with what you leave out. "
    "Look through the library, or ask your therapist for another routine."
)
_HAND = mark("Keep one hand on a counter or a chair in everything you do standing.")
_BOTH_WAYS = mark(
    "You leave out bending forward and bending back. "
    "Only what keeps your back in the middle is left."
)
_MANY = mark(
    "This plan has {n} exercises. Four to six at first are easier to keep up ({source}). "
    "You can leave some out."
)
_OFTEN = mark("Where nothing else is said: about 4 days a week, 20 to 30 minutes a day ({source}).")
_FEW = mark("Only a few exercises are left. A therapist can suggest others that suit you.")
_ASK = mark("{label}: {question} If so, ask a clinician first.")
_OFFER = mark("{label}: if it hurts, you can also choose “{limit}”.")


def because(broken: Iterable[str], ending: str, say: Words) -> str:
    """What the person said and what the exercise asks, for each broken limit, and the `ending`."""
    told = [
        say.say(
            "You said: “{limit}”. {breaks}",
            limit=say.say(constraints()[name].words),
            breaks=say.say(constraints()[name].breaks),
        )
        for name in broken
    ]
    return " ".join([*told, ending])


def sources_of(broken: Iterable[str]) -> str:
    """The ids of the sources of the limits that were broken, joined by commas."""
    return ", ".join(dict.fromkeys(constraints()[name].source for name in broken))


def cited(source: str) -> str:
    """`sources_of` as a person reads it; what is no id stands for itself."""
    return "; ".join(_cited(one) for one in source.split(", ") if one)


def _cited(source: str) -> str:
    try:
        return citation(source)
    except KeyError:
        return source


def in_place_of(old: Exercise, new: Exercise, say: Words) -> str:
    """How the new one stands to the old one: the same aim, or another that is named."""
    if new.purpose == old.purpose:
        return say.say(SAME, name=say.say(new.name))
    return say.say(OTHER, name=say.say(new.name), aim=say.say(new.aim))


def notes(limits: Limits, done: int, say: Words) -> tuple[str, ...]:
    """What holds for the whole plan of `done` exercises."""
    found = [say.say(_EMPTY)] if not done else []
    if done > MOST_AT_FIRST:
        found.append(say.say(_MANY, n=done, source=citation("medina-2009")))
    if done:
        found.append(say.say(_OFTEN, source=citation("mueller-2020")))
    if 0 < done < FEWEST and limits.constraints:
        found.append(say.say(_FEW))
    if limits.hand:
        found.append(say.say(_HAND))
    names = set(limits.constraints)
    if "no_extension" in names and names & {"no_end_flexion", "osteoporosis"}:
        found.append(say.say(_BOTH_WAYS))
    return (*found, *(line for name in limits.conditions for line in _of_condition(name, say)))


def _of_condition(name: str, say: Words) -> Iterable[str]:
    condition = conditions()[name]
    label = say.say(condition.label)
    if condition.ask:
        yield say.say(_ASK, label=label, question=say.say(condition.ask))
    if condition.note:
        yield say.say(
            "{label}: {note} ({source})",
            label=label,
            note=say.say(condition.note),
            source=citation(condition.source),
        )
    for offered in condition.offers:
        yield say.say(_OFFER, label=label, limit=say.say(constraints()[offered].words))
