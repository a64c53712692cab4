"""`supple serve [--port N] [--data FOLDER] [--open]`: open the app on this computer."""

import argparse
import os
import webbrowser

from supple.cli import stop
from supple.web.environment import BadSetting


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple serve`."""
    parser.add_argument("--port", help="port of 127.0.0.1 (default 8000)")
    parser.add_argument("--data", help="folder for the diary and settings")
    parser.add_argument("--open", action="store_true", help="open the browser as well")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl+C; 2 where it cannot begin."""
    set_surroundings(arguments)
    from supple.web.server import start

    try:
        start(lambda address: _ready(address, open_browser=arguments.open))
    except BadSetting as problem:
        return stop(str(problem))
    except KeyboardInterrupt:
        print("\nStopped. What you did is kept.")
    return 0


def set_surroundings(arguments: argparse.Namespace) -> None:
    """Let what was said on the command line stand over the environment."""
    for name in ("port", "data"):
        if given := getattr(arguments, name, None):
            os.environ[f"SUPPLE_{name.upper()}"] = given


def _ready(address: str, *, open_browser: bool) -> None:
    print(f"Supple is ready. Open this address; it lets one browser in, once:\n{address}")
    print("For another browser run “supple link”. Stop with Ctrl+C.", flush=True)
    if open_browser:
        webbrowser.open(address)
