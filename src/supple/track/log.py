"""Events + script → SessionLog. An event that leaves a step says which, how and how long."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from supple.routine.log import Event, Felt, Hurt, ItemLog, Morning, SessionLog
from supple.routine.script import Script, ScriptItem, Step
from supple.value import changed

DONE = frozenset({"done", "answered", "early"})
WORK = frozenset({"move", "hold", "release"})
HURTS: dict[str, Hurt] = {
    "usual": "usual", "sharp": "sharp", "leg": "leg", "chest": "chest", "numb": "numb"
}  # fmt: skip


def session_log(begun: SessionLog, script: Script, events: Sequence[Event]) -> SessionLog:
    """`begun` with what `events`, in the order of their numbers, add up to.

    Steps that the script does not have count for nothing. `finished` is a whole
    session: gone through to its end, with every exercise done.
    """
    done = _done(events)
    spent = _spent(events)
    hurts = _hurts(script, events)
    items = tuple(_item_log(script, item, done, spent, hurts) for item in script.items)
    return changed(
        begun,
        seconds=round(sum(spent.values()) / 1000, 3),
        finished=any(event.type == "finish" for event in events)
        and all(item.done for item in items),
        items=items,
    )


def answered(
    log: SessionLog,
    *,
    pain_after: int | None = None,
    next_morning: Morning | None = None,
    felt: Mapping[str, Felt] | None = None,
    note: str = "",
) -> SessionLog:
    """The log with what the person said afterwards; `felt` by item, those not named stay open."""
    said = felt or {}
    items = tuple(changed(item, felt=said.get(item.item)) for item in log.items)
    return changed(log, pain_after=pain_after, next_morning=next_morning, note=note, items=items)


def _done(events: Sequence[Event]) -> frozenset[str]:
    """The ids of steps that were gone through at least once."""
    return frozenset(
        str(event.data["from"])
        for event in events
        if "from" in event.data and event.data.get("how") in DONE
    )


def _spent(events: Sequence[Event]) -> dict[str, float]:
    """Milliseconds active in each step, with what has passed of the one still open."""
    spent: dict[str, float] = {}
    for event in events:
        if "from" in event.data:
            step = str(event.data["from"])
            spent[step] = spent.get(step, 0.0) + _milliseconds(event.data.get("spent"))
    if events and events[-1].step:
        last = events[-1]
        spent[last.step] = spent.get(last.step, 0.0) + last.elapsed
    return spent


def _milliseconds(value: object) -> float:
    return max(0.0, float(value)) if isinstance(value, int | float) else 0.0


def _hurts(script: Script, events: Sequence[Event]) -> dict[str, Hurt]:
    """The last kind of pain named in each item."""
    items = {step.id: step.item for step in script.steps}
    hurts: dict[str, Hurt] = {}
    for event in events:
        kind = HURTS.get(str(event.data.get("kind")))
        item = items.get(str(event.data.get("from") or event.step))
        if event.type == "hurt-kind" and kind and item:
            hurts[item] = kind
    return hurts


def _item_log(
    script: Script,
    item: ScriptItem,
    done: frozenset[str],
    spent: Mapping[str, float],
    hurts: Mapping[str, Hurt],
) -> ItemLog:
    steps = script.steps[item.first : item.last + 1]
    finished = [
        all(step.id in done for step in group)
        for _, group in groupby((step for step in steps if step.kind in WORK), key=_repetition)
    ]
    hurt = hurts.get(item.id)
    return ItemLog(
        item=item.id,
        exercise=item.exercise,
        done=bool(finished) and all(finished),
        repetitions=sum(finished),
        seconds=round(sum(spent.get(step.id, 0.0) for step in steps) / 1000, 3),
        hurt=hurt,
        leg_pain=hurt == "leg",
    )


def _repetition(step: Step) -> tuple[int | None, str | None, int | None]:
    return step.set, step.side, step.repetition
