"""The text of a PDF: the one door to pypdf."""

import io

import pypdf
from pypdf.errors import PyPdfError

from supple.read.documents.unreadable import Unreadable

MOST_PAGES = 400
SPARSE = 20  # characters a page below which a document with pictures is a scan
LOOKED_AT = 5  # pages in which a picture is looked for


def pdf_text(data: bytes) -> str:
    """The text of all pages, a blank line between them. Raises Unreadable."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        reason = "encrypted"
        raise Unreadable(reason)
    pages = reader.pages[:MOST_PAGES]
    texts = [page.extract_text() for page in pages]
    sparse = sum(len(text.strip()) for text in texts) < SPARSE * len(texts)
    if sparse and any(_has_picture(page) for page in pages[:LOOKED_AT]):
        reason = "pictures"
        raise Unreadable(reason)
    return "\n\n".join(texts)


def _opens(reader: pypdf.PdfReader) -> bool:
    """Whether the document opens without a password."""
    try:
        return bool(reader.decrypt(""))
    # pypdf raises NotImplementedError for a way of encrypting that it does not know.
    except (PyPdfError, NotImplementedError, ImportError):
        return False


def _has_picture(page: pypdf.PageObject) -> bool:
    resources = page.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    if drawn is None:
        return False
    return any(
        part.get_object().get("/Subtype") == "/Image" for part in drawn.get_object().values()
    )
