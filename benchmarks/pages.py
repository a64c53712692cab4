"""What the pages cost: `python -m benchmarks.pages`.

Starts a real server on an empty folder and on one with ten years of daily
sessions, and measures start, processor time a request, the slowest of sixteen
at once, memory and weight. Processor time is the server's own, user and system
together, so that a busy machine changes it little. A page that was seen before
is there already; "after a change" is the first one after something was written.
"""

import gzip
import http.client
import re
import sqlite3
import sys
import tempfile
import threading
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

import psutil

from benchmarks.figures import report
from supple.routine.log import SessionLog
from supple.value import to_json
from tests.browser.served import Served

REQUESTS = 150
CHANGES = 50
CONNECTIONS = 16
EACH = 25
PAGES = ("/", "/diary/", "/routines/facet-joint/", "/library/", "/library/bird-dog/")
YEARS = 10
LIMITS = {
    "start to first page, s": 1.5,
    "CPU a request, ms": 5.0,
    "CPU after a change, ms": 20.0,  # once for each thing that is written
    "p95 of 16 at once, ms": 50.0,
    "memory, MB": 120.0,
    "first view compressed, KB": 200.0,
    "ten years against empty": 1.5,
}


class Visitor:
    """A browser's side of one connection, with the cookie of who was let in."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookie = cookie
        self.origin = f"http://127.0.0.1:{port}"

    def get(self, path: str) -> bytes:
        """The page at `path` as it was sent, compressed where the server does so."""
        headers = {"Cookie": self.cookie, "Accept-Encoding": "gzip"}
        self.connection.request("GET", path, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in {200, 302}:
            raise RuntimeError(f"{path} answered {answer.status}.")
        if found := re.search(r"supple=[^;]+", answer.headers.get("Set-Cookie", "")):
            self.cookie = found[0]
        return body

    def read(self, path: str) -> str:
        """The page at `path` as text."""
        body = self.get(path)
        packed = body[:2] == b"\x1f\x8b"
        return (gzip.decompress(body) if packed else body).decode()

    def post(self, path: str, form: str) -> None:
        """Send a form with the token of its page."""
        page = self.read(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        body = f"csrfmiddlewaretoken={token[1] if token else ''}&{form}"
        headers = {
            "Cookie": self.cookie,
            "Origin": self.origin,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.connection.request("POST", path, body, headers)
        self.connection.getresponse().read()


def let_in(server: Served) -> Visitor:
    """A visitor who opened the link and answered the questions."""
    visitor = Visitor(server.port)
    visitor.get(server.link.removeprefix(server.address))
    visitor.post("/start/", "emergency=no&today=no&before=no")
    return visitor


def start_to_first_page(data: Path) -> float:
    """Seconds from starting the process to the first page with something of one's own."""
    begun = time.perf_counter()
    server = Served(data).start()
    visitor = Visitor(server.port)
    visitor.get(server.link.removeprefix(server.address))
    visitor.get("/")
    passed = time.perf_counter() - begun
    server.stop()
    return passed


def cpu_of(server: Served) -> float:
    """Processor seconds that the server has used so far."""
    used = psutil.Process(server.process.pid if server.process else 0).cpu_times()
    return float(used.user + used.system)


def cpu_a_request(server: Served, visitor: Visitor, path: str) -> float:
    """Milliseconds of processor time for one request of `path`, warm."""
    for _ in range(10):
        visitor.get(path)
    before = cpu_of(server)
    for _ in range(REQUESTS):
        visitor.get(path)
    return (cpu_of(server) - before) / REQUESTS * 1000


def cpu_after_a_change(server: Served, visitor: Visitor, path: str) -> float:
    """Milliseconds of processor time for `path` when something of the person's is new."""
    visitor.get(path)
    before = cpu_of(server)
    for _ in range(CHANGES):
        renew(server.data)
        visitor.get(path)
    return (cpu_of(server) - before) / CHANGES * 1000


def renew(data: Path) -> None:
    """Give the person another revision, as every write of theirs does."""
    with sqlite3.connect(data / "supple.sqlite3") as database:
        database.execute("UPDATE web_user SET revision = ?", (uuid.uuid4().hex,))


def p95(server: Served, cookie: str, path: str) -> float:
    """The 95th of a hundred waiting times, in ms, with sixteen asking at once."""
    waited: list[float] = []

    def visit() -> None:
        visitor = Visitor(server.port, cookie)
        for _ in range(EACH):
            begun = time.perf_counter()
            visitor.get(path)
            waited.append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=visit) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return quantiles(waited, n=20)[-1]


def first_view(visitor: Visitor) -> float:
    """KB over the wire for Today and every file it names."""
    names = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', visitor.read("/")))
    return (len(visitor.get("/")) + sum(len(visitor.get(name)) for name in names)) / 1000


def log_of(day: str, number: int) -> str:
    """A session as it is kept, written down by hand."""
    log = SessionLog(
        id=str(number),
        date=day,
        seconds=840,
        finished=True,
        by_hand=True,
        pain_before=number % 8,
        pain_after=number % 6,
    )
    return to_json(log)


def fill(data: Path) -> None:
    """Ten years of daily sessions, straight into the database."""
    with sqlite3.connect(data / "supple.sqlite3") as database:
        (owner,) = database.execute("SELECT id FROM web_user").fetchone()
        today = datetime.now(UTC).date()
        rows = [
            (uuid.uuid4().hex, owner, day, n % 8, n % 6, log_of(day, n))
            for n in range(365 * YEARS)
            for day in (str(today - timedelta(days=n)),)
        ]
        database.executemany(
            "INSERT INTO web_session (id, owner_id, date, pain_before, pain_after, routine,"
            " started, zone, seconds, finished, ended, by_hand, removed, answers_document,"
            " log_document) VALUES (?, ?, ?, ?, ?, '', '', '', 840, 1, 1, 1, 0, '', ?)",
            rows,
        )
    renew(data)


def measure(folder: Path) -> dict[str, float]:
    """Every figure, by the names of `LIMITS`."""
    start_to_first_page(folder / "empty")
    found = {"start to first page, s": start_to_first_page(folder / "empty")}
    server = Served(folder / "empty").start()
    visitor = let_in(server)
    for path in PAGES:
        found[f"CPU a request, ms, {path}"] = cpu_a_request(server, visitor, path)
        found[f"p95 of 16 at once, ms, {path}"] = p95(server, visitor.cookie, path)
    found["first view compressed, KB"] = first_view(visitor)
    ways = {"CPU a request, ms": cpu_a_request, "CPU after a change, ms": cpu_after_a_change}
    empty = {name: cost(server, visitor, "/diary/") for name, cost in ways.items()}
    fill(folder / "empty")
    for name, cost in ways.items():
        full = cost(server, visitor, "/diary/")
        found[f"{name}, /diary/ with ten years"] = full
        found[f"ten years against empty, {name.partition(',')[0]}"] = full / empty[name]
    found["CPU after a change, ms, /"] = cpu_after_a_change(server, visitor, "/")
    process = psutil.Process(server.process.pid if server.process else 0)
    found["memory, MB"] = process.memory_info().rss / 1e6
    server.stop()
    return found


def main() -> int:
    """Print the figures beside their limits; the exit code is 1 if one is over."""
    with tempfile.TemporaryDirectory() as folder:
        return report(measure(Path(folder)), LIMITS)


if __name__ == "__main__":
    sys.exit(main())
