"""What a person brings becomes a worksheet, or a sentence that says why not.

At most `AT_ONCE` are fetched and read at a time, so that the other threads stay
free for pages; reading itself runs in a child process with limits.
"""

from threading import BoundedSemaphore
from urllib.parse import urlsplit

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from supple.problem import Place, Problem
from supple.read.aside import read_aside
from supple.read.documents import text_of
from supple.read.documents.load import LARGEST
from supple.read.worksheet import Worksheet, worksheet
from supple.web import fetch, plans

AT_ONCE = 2
PATIENCE = 4.0  # seconds to wait for a turn
LONGEST = 150_000  # characters, some 50 pages
Read = tuple[Worksheet | None, tuple[Problem, ...]]

_turns = BoundedSemaphore(AT_ONCE)


def read_brought(pasted: str, upload: "UploadedFile[bytes] | None", address: str) -> Read:
    """The worksheet of what was brought: a file goes before an address, that before a text.

    None with a problem where there is nothing to correct; a page in which no
    routine was found is a worksheet with a problem.
    """
    if not _turns.acquire(timeout=PATIENCE):
        return _refused(_("Other pages are being read just now. Try again in a moment."))
    try:
        return _read(pasted, upload, _whole(address))
    finally:
        _turns.release()


def _whole(address: str) -> str:
    """An address as people write it, with its scheme."""
    address = address.strip()
    return f"https://{address}" if address and "://" not in address else address


def _read(pasted: str, upload: "UploadedFile[bytes] | None", address: str) -> Read:
    name = ""
    if upload is not None:
        if (upload.size or 0) > LARGEST:
            return _refused(too_large())
        data: bytes | None = upload.read()
        name = upload.name or ""
    elif address:
        data, problems = fetch.fetch(address)
        if data is None:
            return None, problems
        name = urlsplit(address).hostname or ""
    else:
        data = pasted.encode()
    text, problems = text_of(data or b"", name)
    if problems:
        return None, problems
    return _sheet(text, "" if upload else address)


def _sheet(text: str, address: str) -> Read:
    if not text.strip():
        return _refused(_("There are no words in it. Paste the exercises, or choose another file."))
    if len(text) > LONGEST:
        return _refused(
            _(
                "This is longer than %(pages)d pages. Paste only the part with the exercises, "
                "or save those pages as a file of their own."
            )
            % {"pages": LONGEST // 3000}
        )
    reading, problems = read_aside(text)
    return worksheet(reading, plans.library().exercises, address), problems


def too_large() -> str:
    """The sentence for a file over the limit."""
    return _(
        "This file is larger than %(n)d MB. Save the pages with the exercises as a file of "
        "their own, or copy their text."
    ) % {"n": LARGEST // 1_000_000}


def _refused(sentence: str) -> Read:
    return None, (Problem(place=Place(), sentence=sentence),)
