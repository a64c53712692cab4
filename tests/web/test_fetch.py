"""Fetching, against servers of this computer that the rules of the test allow."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from supple.web.fetch import Rules, fetch, is_public

INWARD = "This address points into a private network, so it is not fetched."
HERE = Rules(resolve=lambda *_: ["127.0.0.1"], allow=is_public)
NOWHERE = Rules(resolve=lambda *_: [], allow=is_public)
COULD_NOT = "The page could not be fetched. Check the address, or copy the text of the page."


class Pages(BaseHTTPRequestHandler):
    """A small web of pages, hostile ones among them."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(f"{self.headers['Host'].partition(':')[0]}{self.path}")
        if self.path == "/page":
            self.answer(200, b"<h1>Bridge</h1>")
        elif self.path == "/round":
            self.answer(302, b"", "/round")
        elif self.path == "/moved":
            self.answer(301, b"", "/page")
        elif self.path == "/inward":
            self.answer(302, b"", f"http://inside.test:{self.server.server_port}/page")
        elif self.path == "/file":
            self.answer(302, b"", "file:///etc/passwd")
        elif self.path == "/endless":
            self.endless()
        elif self.path == "/drip":
            self.drip()
        else:
            self.answer(404, b"")

    def answer(self, status: int, body: bytes, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"a" * 10_000)
        except OSError:
            return

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"a")
                time.sleep(0.02)
        except OSError:
            return

    def log_message(self, *arguments: object) -> None:
        del arguments


class Quiet(HTTPServer):
    def handle_error(self, *arguments: object) -> None:
        del arguments


@contextmanager
def serving() -> Iterator[int]:
    Pages.asked = []
    server = Quiet(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def rules(port: int, *, seconds: float = 5.0, largest: int = 1_000_000) -> Rules:
    """`inside.test` is private, every other name is this computer, and is allowed."""

    def resolve(host: str, asked: int) -> list[str]:
        del asked
        return ["10.0.0.1"] if host == "inside.test" else ["127.0.0.1"]

    return Rules(resolve, lambda one: one == "127.0.0.1", frozenset({port}), seconds, largest)


def refusal(address: str, given: Rules) -> str:
    body, (problem,) = fetch(address, given)
    assert body is None
    return str(problem)


def test_a_page_and_one_that_has_moved() -> None:
    with serving() as port:
        assert fetch(f"http://a.test:{port}/page", rules(port)) == (b"<h1>Bridge</h1>", ())
        assert fetch(f"http://a.test:{port}/moved", rules(port))[0] == b"<h1>Bridge</h1>"
        assert Pages.asked == ["a.test/page", "a.test/moved", "a.test/page"]


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """A name that answers differently the second time is asked only once."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with serving() as port:
        given = rules(port)._replace(resolve=lambda *_: next(answers))
        assert fetch(f"http://a.test:{port}/page", given)[0] == b"<h1>Bridge</h1>"


def test_a_redirect_inward_is_refused() -> None:
    with serving() as port:
        assert refusal(f"http://a.test:{port}/inward", rules(port)) == INWARD
        assert Pages.asked == ["a.test/inward"]


def test_a_redirect_to_a_file_is_refused() -> None:
    with serving() as port:
        assert refusal(f"http://a.test:{port}/file", rules(port)) == (
            "Only addresses that begin with http:// or https:// are fetched."
        )


def test_a_round_of_redirects_ends() -> None:
    with serving() as port:
        assert refusal(f"http://a.test:{port}/round", rules(port)) == (
            "This address sends from one page to the next without end."
        )


def test_a_page_without_end_is_left() -> None:
    with serving() as port:
        assert refusal(f"http://a.test:{port}/endless", rules(port)) == (
            "This page is larger than 1 MB."
        )


def test_a_page_that_drips_is_left() -> None:
    with serving() as port:
        assert refusal(f"http://a.test:{port}/drip", rules(port, seconds=0.2)) == (
            "The page took too long to come. Try again later."
        )


def test_a_missing_page() -> None:
    with serving() as port:
        assert refusal(f"http://a.test:{port}/none", rules(port)) == (
            "The page answered 404, not with its text. Check the address."
        )


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with serving() as port:
        given = rules(port)._replace(resolve=lambda *_: ["127.0.0.1", "10.0.0.1"])
        assert refusal(f"http://a.test:{port}/page", given) == INWARD
        assert Pages.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_this_computer_is_not_fetched(address: str) -> None:
    assert refusal(address, HERE) == INWARD


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("ftp://a.test/", "Only addresses that begin with http:// or https:// are fetched."),
        ("http://", "Only addresses that begin with http:// or https:// are fetched."),
        ("http://u:p@a.test/", "An address with a name and password in it is not fetched."),
        ("http://a.test:22/", "Only the usual ports of the web, 80 and 443, are asked."),
        ("http://a.test:99999/", COULD_NOT),
        ("http://[::1", COULD_NOT),
    ],
)
def test_odd_addresses(address: str, sentence: str) -> None:
    assert refusal(address, NOWHERE) == sentence


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("not an address", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
