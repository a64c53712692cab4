"""Fetch one public web page on request, and nothing that points inward.

The name is resolved once, every address it gives is checked, and the
connection goes to the checked address itself, so that a second answer of the
name server cannot lead elsewhere. Each redirect is a new address and checked
anew. Ports 80 and 443 only; size and time are limited.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from supple.problem import Place, Problem
from supple.words import words

LARGEST = 20_000_000  # bytes of a page
SECONDS = 15.0  # for the whole of it, redirects included
PATIENCE = 5.0  # seconds for one answer of the other side
REDIRECTS = 5
CHUNK = 65_536
PORTS = {"http": 80, "https": 443}
OK, MOVED = 200, (301, 302, 303, 307, 308)

Resolve = Callable[[str, int], list[str]]
Allow = Callable[[str], bool]
Fetched = tuple[bytes | None, tuple[Problem, ...]]


class Refused(Exception):
    """The page is not fetched; the argument is the sentence that says why."""


class Rules(NamedTuple):
    """How names are resolved, and which addresses and ports may be asked."""

    resolve: Resolve
    allow: Allow
    ports: frozenset[int] = frozenset(PORTS.values())
    seconds: float = SECONDS
    largest: int = LARGEST


def addresses(host: str, port: int) -> list[str]:
    """All addresses of a name. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address belongs to the open internet, also the IPv4 one inside an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return ip.is_global and not ip.is_multicast


PUBLIC = Rules(resolve=addresses, allow=is_public)


def fetch(address: str, rules: Rules = PUBLIC) -> Fetched:
    """The bytes of a page, or None with the sentence why not. Never raises."""
    try:
        return _followed(address, rules), ()
    except Refused as why:
        sentence = str(why)
    except (TimeoutError, OSError, http.client.HTTPException, ValueError):
        sentence = words().say(
            "The page could not be fetched. Check the address, or copy the text of the page."
        )
    return None, (Problem(place=Place(), sentence=sentence),)


def _followed(address: str, rules: Rules) -> bytes:
    """The body at the end of the redirects. Raises Refused and what connections raise."""
    until = time.monotonic() + rules.seconds
    for _ in range(REDIRECTS + 1):
        body, onward = _once(address, rules, until)
        if onward is None:
            return body
        address = urljoin(address, onward)
    raise Refused(words().say("This address sends from one page to the next without end."))


def _once(address: str, rules: Rules, until: float) -> tuple[bytes, str | None]:
    """One request: the body, or the address it sends on to."""
    parts = urlsplit(address.strip())
    connection = _connection(parts, rules, until)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"Accept": "text/html, */*;q=0.5"})
        answer = connection.getresponse()
        if answer.status in MOVED and answer.headers.get("Location"):
            return b"", answer.headers["Location"]
        if answer.status != OK:
            raise Refused(
                words().say(
                    "The page answered {status}, not with its text. Check the address.",
                    status=answer.status,
                )
            )
        return _body(answer, rules, until), None
    finally:
        connection.close()


def _connection(parts: SplitResult, rules: Rules, until: float) -> http.client.HTTPConnection:
    """A connection to a checked address of the host, for this host's name."""
    host, port = _checked(parts, rules)
    found = rules.resolve(host, port)
    if not found or not all(rules.allow(one) for one in found):
        raise Refused(
            words().say("This address points into a private network, so it is not fetched.")
        )
    wait = min(PATIENCE, _left(until))
    raw = socket.create_connection((found[0], port), timeout=wait)
    if parts.scheme.lower() == "https":
        raw = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    connection = http.client.HTTPConnection(host, port, timeout=wait)
    connection.sock = raw
    return connection


def _checked(parts: SplitResult, rules: Rules) -> tuple[str, int]:
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        raise Refused(
            words().say("Only addresses that begin with http:// or https:// are fetched.")
        )
    if parts.username or parts.password:
        raise Refused(words().say("An address with a name and password in it is not fetched."))
    port = parts.port or PORTS[scheme]
    if port not in rules.ports:
        raise Refused(words().say("Only the usual ports of the web, 80 and 443, are asked."))
    return parts.hostname, port


def _body(answer: http.client.HTTPResponse, rules: Rules, until: float) -> bytes:
    chunks, size = [], 0
    while chunk := answer.read1(CHUNK):
        size += len(chunk)
        if size > rules.largest:
            raise Refused(
                words().say("This page is larger than {n} MB.", n=rules.largest // 1_000_000)
            )
        _left(until)
        chunks.append(chunk)
    return b"".join(chunks)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise Refused(words().say("The page took too long to come. Try again later."))
    return left
