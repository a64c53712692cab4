"""What benchmarks share: processor time, an instance of their own, figures beside limits."""

import os
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from supple.web.models import User

HOST = "127.0.0.1:8000"
ADDRESS = f"http://{HOST}"
TIMES = 40
WIDTH = 60  # columns of a figure's name
Figures = Mapping[str, float]


def cpu(act: Callable[[int], object], times: int = TIMES) -> float:
    """Milliseconds of processor time for one `act`, warm."""
    act(-1)
    begun = time.process_time()
    for number in range(times):
        act(number)
    return (time.process_time() - begun) / times * 1000


def in_instance(measure: Callable[[], Figures]) -> Figures:
    """What `measure` finds on a shared instance in a temporary folder, which nobody has used."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SUPPLE_DATA": folder, "SUPPLE_ADDRESS": ADDRESS}
        from supple.web import folder as folders  # noqa: PLC0415 - it reads the surroundings
        from supple.web import server  # noqa: PLC0415

        folders.prepare(Path(folder))
        server.load()
        return measure()


def browser(user: "User | None" = None) -> "Client":
    """A browser at the instance of `in_instance`, logged in as `user` if one is given."""
    from django.test import Client  # noqa: PLC0415 - models can be imported only once it is set up

    client = Client(HTTP_HOST=HOST, HTTP_ORIGIN=ADDRESS)
    if user is not None:
        client.force_login(user)
    return client


def report(found: Figures, limits: Figures) -> int:
    """Print each figure beside the limit that its name begins with; 1 where one is over, else 0."""
    over = 0
    for name, figure in found.items():
        limit = next(limit for prefix, limit in limits.items() if name.startswith(prefix))
        over += figure > limit
        mark = "   OVER" if figure > limit else ""
        print(f"{name:<{WIDTH}}{figure:>9.2f}   limit {limit:g}{mark}")
    return 1 if over else 0
