"""How well and how fast free text is judged.

    python benchmarks/ask.py FILE.jsonl [FILE.jsonl …] [--errors]

Each line of a file is an object with `id`, `text`, `level`, `acceptable`,
`red_flags`, `not_present`, `constraints` and `traps`. Printed: dangerous misses,
alarm rate, agreement, agreement by trap, precision and recall of constraints,
the same emergencies re-spelt, in capitals and buried, and the time of a long text.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from supple.ask.judge import Judgement, judge
from supple.safety.level import Level

LONG_TEXT = 10_000
LONG_WORD = 5
CHEERFUL = [
    "Thank",
    "you",
    "so",
    "much",
    "for",
    "these",
    "lovely",
    "videos",
    "they",
    "brighten",
    "my",
    "whole",
    "day",
    "and",
    "my",
    "sister",
    "loves",
    "them",
    "too.",
    "We",
    "do",
    "them",
    "every",
    "morning",
    "with",
    "a",
    "cup",
    "of",
    "coffee",
    "in",
    "the",
    "sunny",
    "kitchen",
    "and",
    "the",
    "music",
    "on.",
    "Your",
    "voice",
    "is",
    "so",
    "calm",
    "and",
    "kind",
    "and",
    "I",
    "tell",
    "all",
    "my",
    "friends",
    "about",
    "the",
    "channel.",
    "The",
    "garden",
    "is",
    "full",
    "of",
    "flowers",
    "this",
    "spring",
    "and",
    "the",
    "children",
    "come",
    "round",
    "on",
    "Sunday",
    "for",
    "cake.",
    "What",
    "a",
    "gift",
    "you",
    "are",
    "to",
    "all",
    "of",
    "us,",
    "keep",
    "going,",
    "sending",
    "hugs",
    "and",
    "smiles",
    "from",
    "our",
    "little",
    "house",
    "by",
    "the",
    "sea.",
    "I",
    "have",
    "subscribed",
    "and",
    "shared",
    "it",
    "with",
    "the",
    "whole",
    "choir",
    "and",
    "they",
    "all",
    "laughed",
    "and",
    "joined",
    "in!",
]


class Scored(NamedTuple):
    """A text with its labels and the judgement on it."""

    case: dict[str, Any]
    judged: Judgement

    @property
    def gravity(self) -> int:
        """Of the level judged."""
        return self.judged.level.gravity

    @property
    def lowest(self) -> int:
        """The lowest gravity that is acceptable."""
        return min(Level(level).gravity for level in self.case["acceptable"])

    @property
    def is_grave(self) -> bool:
        """Labelled emergency or urgent."""
        return Level(self.case["level"]).stops_exercise

    @property
    def missed(self) -> bool:
        """Labelled grave, judged below the lowest acceptable level."""
        return self.is_grave and self.gravity < self.lowest

    @property
    def alarmed(self) -> bool:
        """Labelled ok or not medical, judged emergency or urgent."""
        return self.case["level"] in {"ok", "not_medical"} and self.judged.level.stops_exercise

    @property
    def accepted(self) -> bool:
        """Judged at an acceptable level."""
        return self.judged.level in self.case["acceptable"]


def main() -> int:
    """Score the files given and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print every text judged otherwise")
    args = parser.parse_args()
    cases = [json.loads(line) for file in args.files for line in file.read_text().splitlines()]
    scored = [Scored(case, judge(case["text"])) for case in cases]
    for line in report(scored):
        print(line)
    if args.errors:
        print(*errors(scored), sep="\n")
    return 0


def report(scored: Sequence[Scored]) -> Iterator[str]:
    """The lines of the table."""
    grave = [one for one in scored if one.is_grave]
    calm = [one for one in scored if one.case["level"] in {"ok", "not_medical"}]
    yield f"{len(scored)} texts"
    yield _rate("dangerous misses", [one.missed for one in grave])
    yield _rate("alarms", [one.alarmed for one in calm])
    yield _rate("exact level", [one.judged.level == one.case["level"] for one in scored])
    yield _rate("acceptable level", [one.accepted for one in scored])
    yield from constraints(scored)
    raised = [
        code in {flag.code for flag in one.judged.red_flags}
        for one in scored
        for code in one.case["not_present"]
    ]
    yield _rate("absent signs raised", raised)
    yield from by_trap(scored)
    yield from variants([one.case for one in scored if one.case["level"] == "emergency"])
    yield speed()


def _rate(name: str, hits: Sequence[bool]) -> str:
    share = sum(hits) / len(hits) if hits else 0.0
    return f"{name:<28} {sum(hits):>4} of {len(hits):<4} {share:6.1%}"


def constraints(scored: Iterable[Scored]) -> Iterator[str]:
    """Precision and recall over all constraints of all texts."""
    wanted = Counter((one.case["id"], name) for one in scored for name in one.case["constraints"])
    found = Counter((one.case["id"], name) for one in scored for name in one.judged.constraints)
    both = (wanted & found).total()
    yield f"constraint precision         {both / max(1, found.total()):6.3f} of {found.total()}"
    yield f"constraint recall            {both / max(1, wanted.total()):6.3f} of {wanted.total()}"


def by_trap(scored: Iterable[Scored]) -> Iterator[str]:
    """Acceptable agreement for each trap."""
    traps: defaultdict[str, list[bool]] = defaultdict(list)
    for one in scored:
        for trap in one.case.get("traps", []):
            traps[trap].append(one.accepted)
    for trap in sorted(traps):
        yield _rate(f"  trap {trap}", traps[trap])


def variants(cases: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Emergencies in other spellings: each must stay an emergency."""
    for name, change in VARIANTS.items():
        kept = [judge(change(case["text"])).level is Level.EMERGENCY for case in cases]
        lost = [case["id"] for case, ok in zip(cases, kept, strict=True) if not ok]
        yield _rate(f"  emergencies {name}", kept) + ("  lost " + " ".join(lost) if lost else "")


def _per_word(change: Callable[[str, random.Random], str], share: float) -> Callable[[str], str]:
    def changed(text: str) -> str:
        dice = random.Random(text)  # noqa: S311 - a fixed choice for each text
        words = [
            change(word, dice)
            if len(word) >= LONG_WORD and word.isalpha() and dice.random() < share
            else word
            for word in text.split(" ")
        ]
        return " ".join(words)

    return changed


def _swap(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def _change(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + dice.choice("aeiouy") + word[at + 1 :]


def _buried(text: str) -> str:
    return " ".join((*CHEERFUL, text, *CHEERFUL))


def _unstopped(text: str) -> str:
    plain = "".join(letter for letter in _buried(text) if letter.isalnum() or letter in " '\n")
    return plain.lower()


VARIANTS: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "letters swapped": _per_word(_swap, 0.5),
    "letters dropped": _per_word(_drop, 0.5),
    "letters doubled": _per_word(_double, 1.0),
    "vowels changed": _per_word(_change, 0.4),
    "without apostrophes": lambda text: text.replace("'", "").replace("’", ""),
    "buried": _buried,
    "buried, no stops": _unstopped,
    "buried, in capitals": lambda text: _buried(text).upper(),
}


def speed() -> str:
    """The best processor time of five for a text of 10,000 characters made of these texts' like."""
    text = " ".join((*CHEERFUL, "I can't feel it when I wipe and both legs went numb.")) + " "
    text = (text * (LONG_TEXT // len(text) + 1))[:LONG_TEXT]
    times = []
    for _ in range(5):
        start = time.process_time()
        judge(text)
        times.append(time.process_time() - start)
    return f"{LONG_TEXT} characters in {min(times) * 1000:.1f} ms"


def errors(scored: Iterable[Scored]) -> Iterator[str]:
    """Every text judged outside what is acceptable, or with other constraints."""
    for one in scored:
        flags = " ".join(f"{flag.code}({flag.words})" for flag in one.judged.red_flags)
        constraints_differ = set(one.case["constraints"]) != set(one.judged.constraints)
        if one.accepted and not constraints_differ:
            continue
        kind = (
            "MISS"
            if one.missed
            else "ALARM"
            if one.alarmed
            else "level"
            if not one.accepted
            else "limits"
        )
        yield (
            f"{kind:<6} {one.case['id']} wanted {one.case['level']} got {one.judged.level}: "
            f"{one.case['text']}\n       flags {flags or '-'}\n"
            f"       wanted {one.case['constraints']} got {list(one.judged.constraints)}"
        )


if __name__ == "__main__":
    raise SystemExit(main())
