"""`supple link`: one more one-time address, to let another browser in."""

import argparse

from supple.cli import stop
from supple.cli.serve import set_surroundings
from supple.web import environment, folder
from supple.web.environment import BadSetting
from supple.web.server import link


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple link`: those that `supple serve` was started with."""
    parser.add_argument("--port", help="port that Supple runs on (default 8000)")
    parser.add_argument("--data", help="folder for the diary and settings")


def run(arguments: argparse.Namespace) -> int:
    """Print the address; 2 where the data folder cannot be used."""
    set_surroundings(arguments)
    try:
        data = environment.data_folder()
        folder.prepare(data)
        print(link(data, environment.port()))
    except BadSetting as problem:
        return stop(str(problem))
    return 0
