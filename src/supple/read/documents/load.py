"""Find out what bytes are and turn them into text, the risky kinds in a child process."""

import json
import os
import subprocess
import sys
import unicodedata
from typing import Literal

from supple.problem import Place, Problem
from supple.words import words

LARGEST = 20_000_000  # bytes of a document
LONGEST = 10_000_000  # characters of its text
SECONDS = 10  # for the child process

Kind = Literal["text", "html", "pdf", "docx", "zip", "binary"]

_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "\ufb00\ufb01\ufb02\ufb03\ufb04"}
_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ODD = 0.02  # share of control characters that makes bytes no text

Text = tuple[str, tuple[Problem, ...]]


def text_of(data: bytes, name: str = "") -> Text:
    """The text of a document, "" with a problem where there is none to be had.

    `name` is the file's name, for the problem's place only; what the bytes are
    is told by the bytes. Never raises on any bytes.
    """
    say = words().say
    if len(data) > LARGEST:
        return _refused(
            name,
            say(
                "This file is larger than {n} MB. Save the pages with the exercises as a "
                "file of their own, or copy their text.",
                n=LARGEST // 1_000_000,
            ),
        )
    kind = kind_of(data)
    if kind in ("binary", "zip"):
        return _refused(name, _sentence(kind))
    if kind == "text":
        return _finished(decoded(data)), ()
    return _in_child(data, kind, name)


def kind_of(data: bytes) -> Kind:
    """What the bytes are, by their first and, for archives, all of their marks."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in data[:1024].lower():
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/document.xml" in data else "zip"
    if start.startswith(_HTML_MARKS) or (
        start.startswith(b"<") and any(mark in data[:200_000].lower() for mark in _HTML_MARKS)
    ):
        return "html"
    return "text" if _is_text(data) else "binary"


def _is_text(data: bytes) -> bool:
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return True
    sample = data[:65_536]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)  # noqa: PLR2004 - control characters
    return b"\0" not in sample and odd <= _ODD * max(len(sample), 1)


def decoded(data: bytes) -> str:
    """The bytes as text: by their mark, else UTF-8, else the western code page."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _finished(text: str) -> str:
    """One kind of line break, letters whole, ligatures spelt out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain).translate(_LIGATURES)[:LONGEST]


def _in_child(data: bytes, kind: Kind, name: str) -> Text:
    """Have a child process with little memory and time parse the document."""
    command = [sys.executable, "-m", "supple.read.documents.child", kind]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, a fixed word as argument
            command, input=data, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {"problem": "broken"}
    except subprocess.TimeoutExpired:
        answer = {"problem": "slow"}
    except ValueError:
        answer = {"problem": "broken"}
    if answer.get("problem"):
        return _refused(name, _sentence(answer["problem"]))
    return _finished(answer["text"]), ()


def _refused(name: str, sentence: str) -> Text:
    return "", (Problem(place=Place(file=name), sentence=sentence),)


def _sentence(problem: str) -> str:
    say = words().say
    sentences = {
        "binary": say(
            "This is not a text, a web page, a PDF or a Word file. Open it where it was "
            "made and copy the text."
        ),
        "zip": say(
            "This is an archive, not a Word file. Take the handout out of it and try again."
        ),
        "encrypted": say(
            "This PDF is locked with a password. Open it with the password and copy the text."
        ),
        "pictures": say(
            "This PDF holds pictures, not text, so there is nothing to read. Type the "
            "exercises, or use a program that reads text from pictures first."
        ),
        "bomb": say(
            "This Word file unpacks to far more than a handout, so it was not opened. "
            "Copy the text instead."
        ),
        "slow": say(
            "This file took longer than {n} seconds to open, so it was left. "
            "Copy the text instead.",
            n=SECONDS,
        ),
        "broken": say("This file could not be opened: it is damaged. Copy the text instead."),
    }
    return sentences.get(problem, sentences["broken"])
