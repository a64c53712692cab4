"""Is this English? When in doubt, no: then a human looks first."""

from collections.abc import Sequence

from supple.ask.findings import Mentions
from supple.ask.spelling import speller
from supple.ask.tokens import Token

LATIN_ENDS = "\u024f"
FEWEST_WORDS = 3
MENDED = 0.5
KNOWN_SHARE = 0.5


def is_english(text: str, words: Sequence[Token], found: Mentions) -> bool:
    """True when half of the words or more are English; a mended word counts half.

    A text without letters, or of a word or two, passes: there is nothing to misread.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter > LATIN_ENDS for letter in letters) * 2 > len(letters):
        return False
    foreign = {place.first for place in found.get("foreign", ())}
    spoken = [(at, token) for at, token in enumerate(words) if token.word.isalpha()]
    if len(spoken) < FEWEST_WORDS:
        return True
    known = sum(_known(text, token) for at, token in spoken if at not in foreign)
    return known >= KNOWN_SHARE * len(spoken)


def _known(text: str, token: Token) -> float:
    if text[token.start : token.end].lower().replace("'", "").replace("’", "") == token.word:
        return float(speller().knows(token.word))
    return MENDED
