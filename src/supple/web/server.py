"""Starting: folder, database, static files, then a threaded WSGI server on this machine only."""

import os
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.types import WSGIApplication

from supple.ask.judge import warm
from supple.web import environment, folder
from supple.web.environment import BadSetting

THREADS = 4  # more of them wait for one another: 8 made the slowest of sixteen a quarter slower
LARGEST_BODY = 128 * 1024 * 1024  # a file too large for reading is answered with a sentence
HOST = "127.0.0.1"
PROXY: dict[str, Any] = {
    "trusted_proxy": HOST,
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
}


def start(ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` gets a one-time address when requests are accepted.

    Raises BadSetting for anything that the person can set right.
    """
    port = environment.port()
    data = environment.data_folder()
    folder.prepare(data)
    with closing(listen(port)) as listener:
        application = load()
        serve(
            application,
            listener,
            lambda: ready(link(data, port)),
            behind_proxy=bool(environment.address()),
        )


def load() -> WSGIApplication:
    """The WSGI application, its database up to date and its static files in place."""
    set_up()
    from supple.web.database import bring_up_to_date  # noqa: PLC0415
    from supple.web.static_files import collect  # noqa: PLC0415

    bring_up_to_date()
    collect()
    from supple.web.wsgi import application  # noqa: PLC0415

    return application


def set_up() -> None:
    """Load Django with the settings of this surroundings. Raises BadSetting."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "supple.web.settings"
    import django  # noqa: PLC0415 - the settings are read now, not on import

    django.setup()


def link(data: Path, port: int) -> str:
    """A new address that lets one browser in, once. Raises BadSetting."""
    origin = environment.address() or f"http://{HOST}:{port}"
    return f"{origin}/enter/{folder.make_link(data)}/"


def listen(port: int) -> socket.socket:
    """A socket bound to the port of this machine. Raises BadSetting where it is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise BadSetting(
            f"Port {port} of {HOST} cannot be used ({error.strerror}): "
            "stop what uses it, or choose another with --port."
        ) from error
    return listener


def serve(
    application: WSGIApplication,
    listener: socket.socket,
    ready: Callable[[], None],
    *,
    behind_proxy: bool = False,
) -> None:
    """Answer requests on `listener` until interrupted.

    A proxy on this machine is believed about who asks and how; nobody else is.
    """
    from waitress.server import create_server  # noqa: PLC0415 - only when serving

    server = create_server(
        application,
        sockets=[listener],
        threads=THREADS,
        max_request_body_size=LARGEST_BODY,
        ident="supple",
        clear_untrusted_proxy_headers=True,
        **(PROXY if behind_proxy else {}),
    )
    ready()
    if behind_proxy:
        Thread(target=warm, daemon=True).start()  # or the first question waits a second for it
    server.run()
