"""What could be done in an exercise's place, best first."""

from collections.abc import Iterable, Iterator

from supple.exercise.load import Library
from supple.exercise.types import LOADS, Exercise
from supple.routine.routine import Item


def no_harder(one: Exercise, than: Exercise) -> bool:
    """Whether the load of `one` is no higher."""
    return LOADS.index(one.body.load) <= LOADS.index(than.body.load)


def easier(item: Item, exercise: Exercise, library: Library) -> Iterator[Exercise]:
    """The routine's own lower rungs, nearest first, then the library's steps down.

    A step down with another purpose is not an easier form of the same.
    """
    names = [rung.exercise for rung in item.rungs]
    below = names[: names.index(exercise.id)] if exercise.id in names else []
    seen = {exercise.id}
    for name in (*reversed(below), *_steps_down(exercise, library)):
        found = library.exercises.get(name)
        if found and name not in seen and found.purpose == exercise.purpose:
            seen.add(name)
            yield found


def _steps_down(exercise: Exercise, library: Library) -> Iterator[str]:
    seen = {exercise.id}
    below = exercise.ladder.easier
    while below and below not in seen and below in library.exercises:
        seen.add(below)
        yield below
        below = library.exercises[below].ladder.easier


def stand_ins(exercise: Exercise, broken: Iterable[str], library: Library) -> Iterator[Exercise]:
    """Listed stand-ins of the same purpose, others of that purpose, then the rest of the list.

    Of the list, what is meant for one of the `broken` constraints comes first.
    Nothing of the list is ever out of the question because of what it is meant
    for: one more constraint can then only take away, never bring back.
    """
    listed = _listed(exercise, set(broken), library)
    same = [one for one in listed if one.purpose == exercise.purpose]
    yield from same
    yield from _of_purpose(exercise, library, without=same)
    yield from (one for one in listed if one.purpose != exercise.purpose)


def _listed(exercise: Exercise, broken: set[str], library: Library) -> list[Exercise]:
    entries = sorted(
        exercise.instead, key=lambda entry: bool(entry.when) and broken.isdisjoint(entry.when)
    )
    names = dict.fromkeys(name for entry in entries for name in entry.use)
    return [library.exercises[name] for name in names if name in library.exercises]


def _of_purpose(exercise: Exercise, library: Library, without: list[Exercise]) -> list[Exercise]:
    """The nearest first: in the same posture, as much load, then by name."""
    seen = {exercise.id, *(one.id for one in without)}
    found = [
        one
        for one in library.exercises.values()
        if one.purpose == exercise.purpose and one.id not in seen
    ]
    return sorted(
        found,
        key=lambda one: (
            one.body.posture != exercise.body.posture,
            -LOADS.index(one.body.load),
            one.id,
        ),
    )
