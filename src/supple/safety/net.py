"""The safety net: the one list of signs to stop for, shown everywhere in the same words."""

from supple.safety.data import table
from supple.value import Value
from supple.words import Words


class Sign(Value, kw_only=True):
    """A sign in plain words, the red-flag codes it stands for, and where it comes from."""

    sign: str
    codes: tuple[str, ...]
    source: str


class Net(Value, kw_only=True):
    """The signs that mean an emergency, those that mean today, and what the list cannot do."""

    stop: str
    emergency: tuple[Sign, ...]
    today: tuple[Sign, ...]
    limit: str
    limit_source: str


class NetText(Value, kw_only=True):
    """The net in one language: headings and lists for a page."""

    stop: str
    emergency_heading: str
    emergency: tuple[str, ...]
    today_heading: str
    today: tuple[str, ...]
    limit: str


def net() -> Net:
    """The net as it is stored, with codes and sources."""
    return table(__package__, "net", Net)


def net_text(words: Words) -> NetText:
    """The net as headings and lists, for a page or a printed sheet."""
    stored = net()
    return NetText(
        stop=words.say(stored.stop),
        emergency_heading=words.say("Emergency help now:"),
        emergency=tuple(words.say(sign.sign) for sign in stored.emergency),
        today_heading=words.say("A clinician today:"),
        today=tuple(words.say(sign.sign) for sign in stored.today),
        limit=words.say(stored.limit),
    )


def net_sentence(words: Words) -> str:
    """The net as one paragraph, for speech, plain text and the end of every answer."""
    text = net_text(words)
    return words.say(
        "{stop} {now} {emergency}. {today_heading} {today}. {limit}",
        stop=text.stop,
        now=text.emergency_heading,
        emergency="; ".join(text.emergency),
        today_heading=text.today_heading,
        today="; ".join(text.today),
        limit=text.limit,
    )
