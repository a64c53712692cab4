"""Why the rule acts: whole plain sentences that name the numbers it looked at."""

from collections.abc import Sequence

from supple.routine.log import ItemLog
from supple.track.rule import (
    ALARMING,
    EASY_SESSIONS,
    PAIN_AT_MOST,
    RISE_TO_STAY,
    START_AT_MOST,
    Day,
    Row,
    Standing,
    leg,
)
from supple.words import Words

Days = Sequence[Day]


def of_today(now: Standing, say: Words) -> str:
    """What kind of day it is: a flare, a day to start lower, or one like the others."""
    if now.state == "flare":
        return say.say(
            "Your back is at {pain}, and your usual is {usual}. Flares are common. "
            "Choose: short and easy, a gentle walk, or rest.",
            pain=now.pain,
            usual=_number(now.usual),
        )
    if now.state == "start_lower":
        return say.count(
            "It is {n} day since the session before. Today starts lower and builds up again.",
            "It is {n} days since the session before. Today starts lower and builds up again.",
            now.away,
        )
    if now.pain is None or now.usual is None:
        return say.say("Go on with the session as planned.")
    return say.say(
        "Your back is at {pain}, and your usual is {usual}. Go on with the session as planned.",
        pain=now.pain,
        usual=_number(now.usual),
    )


def of_down(exercise: str, recent: Days, row: Row, _now: Standing, say: Words) -> str:
    """It came with signs to act on, or with leg pain, or it hurt, once or again."""
    item = recent[0].items[exercise]
    if item.hurt in ALARMING:
        return say.say(
            "It came with chest or breathing trouble, numbness or weakness. Leave it out. "
            "Read when to get help before the next session."
        )
    if leg(item):
        return say.say(
            "It came with pain down a leg. Take an easier step, or leave it out for now. "
            "Show leg pain that is new or strong to a clinician."
        )
    if row.hurts > 1:
        return say.count(
            "It hurt {n} time in a row. Take the easiest step, or leave it out for now.",
            "It hurt {n} times in a row. Take the easiest step, or leave it out for now.",
            row.hurts,
        )
    return say.say(
        "It hurt last time, so this exercise alone takes an easier step. "
        "If there is none: slide without lifting, do half, or leave it out."
    )


def of_smaller(_exercise: str, recent: Days, _row: Row, now: Standing, say: Words) -> str:
    """The back was worse the next morning, went up too far, or is high."""
    if any(day.morning == "worse" for day in recent):
        return say.say(
            "Your back was worse the next morning. Next time, make it smaller and do fewer."
        )
    rise = max((day.rise or 0 for day in recent), default=0)
    if rise > RISE_TO_STAY:
        return say.say(
            "Your back went up by {rise}, which is more than {most}. "
            "Next time, make it smaller and do fewer.",
            rise=rise,
            most=RISE_TO_STAY,
        )
    return say.say(
        "Your back was at {pain}, which is above {most}. Next time, make it smaller and do fewer.",
        pain=max(now.pain or 0, *(day.highest for day in recent)),
        most=PAIN_AT_MOST,
    )


def of_up(_exercise: str, _recent: Days, row: Row, _now: Standing, say: Words) -> str:
    """Three easy sessions in a row, with what made each of them count."""
    start = max(day.start or 0 for day in row.easy)
    rise = max(day.rise or 0 for day in row.easy)
    if rise > 0:
        return say.say(
            "{n} easy sessions in a row, all done. Your back began at {start} or less, "
            "went up by {rise} at most, and was as usual each next morning. "
            "A step up is there if you want it.",
            n=len(row.easy),
            start=start,
            rise=rise,
        )
    return say.say(
        "{n} easy sessions in a row, all done. Your back began at {start} or less, "
        "did not go up, and was as usual each next morning. "
        "A step up is there if you want it.",
        n=len(row.easy),
        start=start,
    )


def of_same(exercise: str, recent: Days, row: Row, now: Standing, say: Words) -> str:
    """The first thing that a step up waits for: the back before the exercise."""
    last = recent[-1]
    if now.state != "normal":
        return of_waiting(now, say)
    return (
        of_back(last, now, say)
        or of_exercise(recent[0].items[exercise], say)
        or of_unsaid(last, say)
        or of_row(row, say)
    )


def of_waiting(now: Standing, say: Words) -> str:
    """A flare or a time away: nothing is added on such a day."""
    if now.state == "flare":
        return say.say(
            "Your back is at {pain}, and your usual is {usual}. "
            "It stays as it is until the flare has settled.",
            pain=now.pain,
            usual=_number(now.usual),
        )
    return say.count(
        "After {n} day away, it stays until {easy} easy sessions in a row.",
        "After {n} days away, it stays until {easy} easy sessions in a row.",
        now.away,
        easy=EASY_SESSIONS,
    )


def of_back(day: Day, now: Standing, say: Words) -> str:
    """A rise of 2, a start above 5, or leg pain with another exercise; "" for none of them."""
    start = max(now.pain or 0, day.start or 0)
    match day.unsettled:
        case "rise" if day.morning == "usual":
            return say.say(
                "Your back went up by {rise} and had settled by the next morning. Stay here.",
                rise=day.rise,
            )
        case "rise":
            return say.say(
                "Your back went up by {rise}. Stay here, and say tomorrow how the morning was.",
                rise=day.rise,
            )
        case "leg":
            return say.say(
                "Another exercise came with pain down a leg. Nothing steps up until that is gone."
            )
    if start > START_AT_MOST:
        return say.say(
            "Your back began at {start}. A step up waits until it begins at {most} or less.",
            start=start,
            most=START_AT_MOST,
        )
    return ""


def of_exercise(item: ItemLog, say: Words) -> str:
    """Not all done, or not easy; "" for an exercise that was both."""
    if not item.done:
        return say.say("Not all of it was done last time, and that is fine. Stay here.")
    said = {
        "right": say.say("It felt right. Stay here."),
        "hard": say.say("It felt hard. Stay here until it feels easy."),
        None: say.say("How it felt was not said. Stay here, and tap it after the next session."),
    }
    return said.get(item.felt, "")


def of_unsaid(day: Day, say: Words) -> str:
    """What was not said about a day that otherwise counts; "" for nothing."""
    if day.unsettled == "pain-unsaid":
        return say.say(
            "It felt easy. A step up also looks at your back before and after, 0 to 10: "
            "one of them was not said."
        )
    if day.unsettled == "morning-unsaid":
        return say.say(
            "It felt easy. It counts towards a step up once you say that "
            "the next morning was as usual."
        )
    return ""


def of_row(row: Row, say: Words) -> str:
    """How many easy sessions in a row there are, and how many it takes."""
    if row.stepped:
        return say.count(
            "{n} easy session since a step up was offered. The next one waits for {most}.",
            "{n} easy sessions since a step up was offered. The next one waits for {most}.",
            len(row.easy),
            most=EASY_SESSIONS,
        )
    return say.count(
        "{n} easy session in a row. After {most}, a step up is on offer.",
        "{n} easy sessions in a row. After {most}, a step up is on offer.",
        len(row.easy),
        most=EASY_SESSIONS,
    )


def _number(number: float | None) -> str:
    return f"{number or 0:g}"
