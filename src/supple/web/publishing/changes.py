"""What a new version of a published routine changed, in words for who followed the old one."""

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _

from supple.exercise.dose import values
from supple.exercise.dose_text import format_dose
from supple.routine.routine import Item, Routine, Rung
from supple.value import Value
from supple.web.publishing.page_texts import PageTexts
from supple.words import Words


class Edition(Value, kw_only=True, cache_hash=True):
    """One version: what is done and what stands around it. What is made of it is kept under it."""

    number: int
    routine: Routine
    page: PageTexts


def changes(old: Edition, new: Edition, name: Callable[[str], str], say: Words) -> tuple[str, ...]:
    """One sentence for each change, exercises first. `name` gives the name of a library id."""
    return (
        *_exercises(old.routine, new.routine, name, say),
        *_texts(old, new),
    )


def _exercises(old: Routine, new: Routine, name: Callable[[str], str], say: Words) -> Iterator[str]:
    """What changed in what is done."""
    before = {item.id: item for item in old.items}
    after = {item.id: item for item in new.items}
    for item in new.items:
        if item.id not in before:
            yield _("New: %(name)s.") % {"name": _title(item, name)}
        else:
            yield from _one(before[item.id], item, name, say)
    for item in old.items:
        if item.id not in after:
            yield _("Taken out: %(name)s.") % {"name": _title(item, name)}
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield _("The exercises are in another order.")


def _one(old: Item, new: Item, name: Callable[[str], str], say: Words) -> Iterator[str]:
    """What changed in one place of the routine."""
    title = _title(new, name)
    if old.name != new.name and old.name and new.name:
        yield _("“%(old)s” is called “%(name)s”.") % {"old": old.name, "name": new.name}
    had = {rung.exercise: rung for rung in old.rungs}
    for rung in new.rungs:
        label = name(rung.exercise) if rung.exercise else title
        before = had.get(rung.exercise)
        if before is not None and values(before.dose) != values(rung.dose):
            yield _dose_change(label, before, rung, say)
    yield from _rungs(old, new, name)
    if old.text != new.text:
        yield _("%(name)s: its description was changed.") % {"name": title}
    if old.cautions != new.cautions:
        yield _("%(name)s: what to mind was changed.") % {"name": title}


def _rungs(old: Item, new: Item, name: Callable[[str], str]) -> Iterator[str]:
    """Which forms of an exercise there are now."""
    had, has = ([rung.exercise for rung in item.rungs] for item in (old, new))
    for key in has:
        if key not in had:
            yield _("New: %(name)s.") % {"name": name(key) if key else new.name}
    for key in had:
        if key not in has:
            yield _("Taken out: %(name)s.") % {"name": name(key) if key else old.name}


def _dose_change(label: str, old: Rung, new: Rung, say: Words) -> str:
    unsaid = _("not stated")
    return _("%(name)s: %(new)s, before: %(old)s.") % {
        "name": label,
        "new": format_dose(new.dose, say) or unsaid,
        "old": format_dose(old.dose, say) or unsaid,
    }


def _title(item: Item, name: Callable[[str], str]) -> str:
    first = item.rungs[0].exercise
    return name(first) if first else item.name


def _texts(old: Edition, new: Edition) -> Iterator[str]:
    """What changed around the exercises."""
    told: Mapping[str, tuple[object, object]] = {
        _("The title was changed."): (old.routine.name, new.routine.name),
        _("What it is for was changed."): (old.routine.purpose, new.routine.purpose),
        _("“Before you begin” was changed."): (old.routine.cautions, new.routine.cautions),
        _("“What to do when” was changed."): (old.page.advice, new.page.advice),
        _("The video is another one."): (old.page.video, new.page.video),
        _("The times in the video were changed."): (old.page.marks, new.page.marks),
    }
    return (sentence for sentence, (was, now) in told.items() if was != now)
