"""`supple constraints`: what can be left out, and the words that set it."""

import argparse

from supple.safety.conditions import Condition, conditions, constraints
from supple.safety.sources import citation
from supple.value import to_json


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = "List what can be left out, and the conditions that set it."
    parser.add_argument("--json", action="store_true", help="print both tables as JSON")


def run(args: argparse.Namespace) -> int:
    """Print both tables; `--cannot` of `supple fit` takes the names of either."""
    if args.json:
        print(to_json({"constraints": constraints(), "conditions": conditions()}, indent=2))
        return 0
    print("What can be left out:\n")
    for name, constraint in constraints().items():
        print(f"  {name:<17} {constraint.words}  [{citation(constraint.source)}]")
    print("\nConditions, and what each sets:\n")
    for name, condition in conditions().items():
        print(f"  {name:<23} {_sets(condition)}  [{citation(condition.source)}]")
    return 0


def _sets(condition: Condition) -> str:
    given = ", ".join(condition.gives) or "nothing by itself"
    offered = f" (offers {', '.join(condition.offers)})" if condition.offers else ""
    return f"{given}{offered}"
