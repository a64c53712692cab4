"""`supple backup FILE`: copy everything that is kept into one file."""

import argparse
from pathlib import Path

from supple.cli import stop
from supple.cli.serve import set_surroundings
from supple.web import environment
from supple.web.backup import copy_database
from supple.web.environment import BadSetting


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple backup`."""
    parser.add_argument("file", type=Path, help="where the copy goes, e.g. supple-backup.sqlite3")
    parser.add_argument("--data", help="folder for the diary and settings")


def run(arguments: argparse.Namespace) -> int:
    """Make the copy; 2 where it cannot be made."""
    set_surroundings(arguments)
    try:
        settings = environment.database(environment.data_folder())
        size = copy_database(settings, arguments.file)
    except BadSetting as problem:
        return stop(str(problem))
    print(f"{arguments.file} holds everything, in {size / 1e6:.1f} MB.")
    print("To go back to it, stop Supple and put it in the data folder as supple.sqlite3.")
    return 0
