"""The safety cards: what a person sees instead of an exercise."""

from supple.safety.data import table
from supple.safety.level import Level
from supple.value import Value
from supple.words import Words, mark

LOCAL_NUMBER = mark("your local emergency number")


class Sourced(Value, kw_only=True):
    """A sentence and the id of its source (sources.toml), or "convention"."""

    say: str
    source: str


class StoredCard(Value, kw_only=True):
    """A card as it is stored; `reopen` is what lifts it, if anything the person says can."""

    symbol: str
    title: str
    because: Sourced
    do: tuple[Sourced, ...]
    reopen: str = ""


class Card(Value, kw_only=True):
    """A card in one language.

    `noticed` holds the person's own words or the questions they answered with
    yes; `do` is what to do, in order; `reopen` is the sentence that lifts it.
    """

    level: Level
    symbol: str
    title: str
    because: str
    noticed: tuple[str, ...]
    do: tuple[str, ...]
    reopen: str = ""


def stored_cards() -> dict[str, StoredCard]:
    """Every card by name: a level, or `crisis`."""
    return table(__package__, "cards", dict[str, StoredCard])


def card(
    level: Level,
    words: Words,
    *,
    noticed: tuple[str, ...] = (),
    number: str = "",
    crisis: bool = False,
) -> Card | None:
    """The card of `level`, or None where the person goes on.

    `number` is the operator's emergency number; without one the card says
    "your local emergency number". `crisis` is for thoughts of ending life.
    """
    stored = stored_cards().get("crisis" if crisis else level)
    if stored is None:
        return None
    call = number or words.say(LOCAL_NUMBER)
    return Card(
        level=level,
        symbol=stored.symbol,
        title=words.say(stored.title),
        because=words.say(stored.because.say),
        noticed=noticed,
        do=tuple(words.say(step.say, number=call) for step in stored.do),
        reopen=words.say(stored.reopen),
    )
