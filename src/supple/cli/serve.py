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
        start(lambda link: _ready(link, open_browser=arguments.open))
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


def _ready(link: str, *, open_browser: bool) -> None:
    from supple.web import environment

    origin = environment.address()
    print("\n".join(_shared(link, origin) if origin else _own(link)), flush=True)
    if open_browser and link.startswith("http://127.0.0.1"):  # else people's browsers are elsewhere
        webbrowser.open(link)


def _own(link: str) -> list[str]:
    return [
        f"Supple is ready. Open this address; it lets one browser in, once:\n{link}",
        "For another browser run “supple link”. Stop with Ctrl+C.",
    ]


def _shared(link: str, origin: str) -> list[str]:
    """What the owner of a shared instance has to know, and to do."""
    from supple.web import environment

    place = f"http://127.0.0.1:{environment.port()}"
    said = [f"Supple is ready. People open {origin} and make their accounts themselves."]
    if origin != place:
        said.append(f"Your web server passes that address on to {place}.")
    if not environment.mail(origin).host:
        folder = environment.data_folder() / "mail"
        said.append(f"Mail is not sent but written to {folder}: name a server in SUPPLE_MAIL.")
    said.append(f"You, the owner, get in by this address, once:\n{link}")
    said.append("For another browser run “supple link”. Stop with Ctrl+C.")
    return said
