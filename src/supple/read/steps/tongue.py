"""Recognise the language of the page; a language without a lexicon is named, not guessed at."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from supple.problem import Place, Problem
from supple.read.draft import Draft
from supple.read.lexicon import LANGUAGES, load
from supple.value import changed
from supple.words import words as catalogue

SAMPLE = 60_000  # characters looked at
LATIN = 0.5  # share of letters below which the page is in another script
SURE = 5  # function words of a language without a lexicon that outweigh known movements
LEAST = 2  # function words needed to name a language
MARGIN = 1.15  # how much better a language without a lexicon must fit than one with

UNITS = ("second", "rep", "set")
UNIT, MOST_UNITS = 0.1, 9  # what a unit counts beside a letter of a movement's name

_WORD = re.compile(r"[a-z']+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BRITISH = re.compile(r"\b(?:programme|centre|tummy|metres?|colour|physio\w*|practise|bum)\b")

Profiles = dict[str, frozenset[str]]


@cache
def profiles() -> Profiles:
    """The function words of each language known by name."""
    path = Path(load.FOLDER) / "profiles.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {language: frozenset(found) for language, found in table.items()}


def tongue(draft: Draft) -> Draft:
    """Fill `language`; add a problem where there is no lexicon for it."""
    language = recognise(draft.folded[:SAMPLE])
    if language in LANGUAGES or not draft.folded.strip():
        return changed(draft, language=language)
    problem = Problem(place=Place(), sentence=_sentence(language))
    return changed(draft, language=language, problems=(*draft.problems, problem))


def recognise(folded: str) -> str:
    """The tag of the language that fits best, "und" where none does."""
    letters = sum(map(len, _LETTERS.findall(folded)))
    found = _WORD.findall(folded)
    if letters and sum(map(len, found)) < LATIN * letters:
        return "und"
    counts = Counter(found)
    scores = {
        language: sum(counts[word] for word in known) for language, known in profiles().items()
    }
    ours = max(LANGUAGES, key=lambda language: scores[language])
    other = max(scores, key=lambda language: scores[language])
    if scores[other] > MARGIN * scores[ours] and scores[other] >= LEAST:
        return other if scores[other] >= SURE else _without_words(found, other)
    return ours if scores[ours] >= LEAST or not found else _without_words(found, "und")


def _without_words(found: list[str], otherwise: str) -> str:
    """A list too terse for function words: the language of its movements, else of its units."""
    text = " ".join(found)
    hits = {}
    for language in LANGUAGES:
        lex = load.lexicon(language)
        named = sum(hit.end - hit.start for hit in lex.names.named(lex.names.words(text)))
        units = sum(len(lex.pattern("unit", kind).findall(text)) for kind in UNITS)
        hits[language] = named + UNIT * min(units, MOST_UNITS)
    best = max(LANGUAGES, key=lambda language: hits[language])
    return best if hits[best] > (UNIT * MOST_UNITS if otherwise != "und" else 0) else otherwise


def _sentence(language: str) -> str:
    say = catalogue().say
    if language == "und":
        return say(
            "The language of this page was not recognised. English, Spanish, German, French "
            "and Portuguese can be read; in other languages the exercises have to be added by hand."
        )
    return say(
        "This page seems to be in a language that cannot be read yet ({language}). English, "
        "Spanish, German, French and Portuguese can; in other languages the exercises have "
        "to be added by hand.",
        language=language,
    )
