"""How well and how fast handouts are read, beside a reader of plain keywords.

    python benchmarks/read.py [FOLDER]

FOLDER holds pages as NAME.txt with labels as NAME.json in the exchange format;
without it the handouts of the tests are measured, which the rules have seen.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from supple.read.exchange import exchange
from supple.read.pipeline import read_text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.read.handouts import handouts  # noqa: E402 - found beside this folder

Exercise = dict[str, Any]
Page = tuple[str, str, list[Exercise]]
Reader = Callable[[str], list[Exercise]]
AMOUNTS = ("sets", "reps", "hold_seconds")
OVERLAP, LIKE = 0.3, 0.7  # of spans, of names, from which two are the same exercise
GROWTH = (10_000, 100_000, 1_000_000, 10_000_000)  # characters


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--growth", action="store_true", help="read up to 10 MB as well")
    arguments = parser.parse_args()
    pages = list(_folder(arguments.folder) if arguments.folder else _own())
    if not pages:
        parser.error(f"{arguments.folder} holds no NAME.txt with its NAME.json.")
    for name, reader in (("supple", _ours), ("keywords", keywords)):
        print(f"{name:10}", *(f"{key} {value}" for key, value in score(pages, reader).items()))
    _speed([text for _, text, _ in pages])
    if arguments.growth:
        _growth("\n\n".join(text for _, text, _ in pages))


def _folder(folder: Path) -> Iterable[Page]:
    for path in sorted(folder.glob("*.txt")):
        labels = path.with_suffix(".json")
        if labels.exists():
            gold = json.loads(labels.read_text(encoding="utf-8"))["exercises"]
            yield path.stem, path.read_text(encoding="utf-8"), gold


def _own() -> Iterable[Page]:
    for one in handouts():
        yield one.name, one.text, one.gold()


def _ours(text: str) -> list[Exercise]:
    found: list[Exercise] = exchange(read_text(text)[0])["exercises"]
    return found


def keywords(text: str) -> list[Exercise]:
    """The naive reader: a line that holds a common name, and the first numbers after it."""
    names = re.compile(
        r"bridge|plank|squat|lunge|clam|bird ?dog|dead ?bug|cat|child|cobra|raise|stretch|tilt"
        r"|tuck|twist|roll|slide|curl|stand|pose",
        re.IGNORECASE,
    )
    lines = [m for m in re.finditer(r"[^\n]+", text) if len(m[0]) < 60 and names.search(m[0])]  # noqa: PLR2004
    found = []
    for line, after in zip(lines, [*lines, None][1:], strict=True):
        end = after.start() if after else min(len(text), line.start() + 600)
        block = text[line.start() : end]
        found.append(
            {
                "name": line[0].strip(" -*#•0123456789.)"),
                "slug": "other",
                "span": [line.start(), end],
                "sets": _first(r"(\d+)\s*sets?", block),
                "reps": _first(r"(\d+)\s*(?:reps?|times)", block),
                "hold_seconds": _first(r"(\d+)\s*s(?:ec|econds?)?\b", block),
                "per_side": bool(re.search(r"each|per side|switch", block)),
                "posture": None,
            }
        )
    return found


def _first(pattern: str, text: str) -> list[int] | None:
    match = re.search(pattern, text)
    return [int(match[1])] * 2 if match else None


def score(pages: list[Page], reader: Reader) -> dict[str, float]:
    """F1 of exercises, share fully right, share of silent amounts filled in, pages wrongly read."""
    gold_count = found_count = matched = right = silent = invented = false_pages = 0
    for _, text, gold in pages:
        found = reader(text)
        pairs = _aligned(gold, found)
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        matched += len(pairs)
        right += sum(_right(want, got) for want, got in pairs)
        silent += sum(want[field] is None for want, _ in pairs for field in AMOUNTS)
        invented += sum(
            want[field] is None and got[field] is not None
            for want, got in pairs
            for field in AMOUNTS
        )
        false_pages += bool(found) and not gold
    return {
        "F1": round(2 * matched / max(gold_count + found_count, 1), 3),
        "fully right": round(right / max(gold_count, 1), 3),
        "invented": round(invented / max(silent, 1), 3),
        "false pages": false_pages,
    }


def _aligned(gold: list[Exercise], found: list[Exercise]) -> list[tuple[Exercise, Exercise]]:
    """Pairs in the order of the page, of the greatest total likeness."""
    table = [[0.0] * (len(found) + 1) for _ in range(len(gold) + 1)]
    likeness = [[_likeness(want, got) for got in found] for want in gold]
    for i in reversed(range(len(gold))):
        for j in reversed(range(len(found))):
            paired = likeness[i][j] + table[i + 1][j + 1] if likeness[i][j] else 0.0
            table[i][j] = max(table[i + 1][j], table[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(gold) and j < len(found):
        if likeness[i][j] and table[i][j] == likeness[i][j] + table[i + 1][j + 1]:
            pairs.append((gold[i], found[j]))
            i, j = i + 1, j + 1
        elif table[i][j] == table[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(want: Exercise, got: Exercise) -> float:
    a, b = want["span"], got["span"]
    shared: float = max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))
    same = bool(want["slug"] == got["slug"] != "other")
    like: float = SequenceMatcher(None, want["name"].lower(), got["name"].lower()).ratio()
    if shared < OVERLAP and not same and like < LIKE:
        return 0.0
    return 0.05 + shared + 0.5 * same + 0.5 * like


def _right(want: Exercise, got: Exercise) -> bool:
    """Amounts exactly; sides and start where the page states them."""
    starts = [want["posture"], *want.get("posture_alternatives", ())]
    return (
        all(want[field] == got[field] for field in AMOUNTS)
        and want["per_side"] in (None, got["per_side"])
        and (want["posture"] is None or got["posture"] in starts)
    )


def _speed(texts: list[str]) -> None:
    read_text(texts[0])
    began = time.process_time()
    for text in texts:
        read_text(text)
    spent = time.process_time() - began
    each = 12_000 * spent / sum(map(len, texts))
    print(f"{len(texts) / spent:.0f} pages a second; {1000 * each:.0f} ms for 12,000 characters")


def _growth(text: str) -> None:
    for size in GROWTH:
        long = (text * (size // len(text) + 1))[:size]
        began = time.process_time()
        read_text(long)
        spent = time.process_time() - began
        print(f"{size:>10,} characters: {spent:7.2f} s, {1e6 * spent / size:.2f} s a million")


if __name__ == "__main__":
    main()
