"""The text of a PDF: the one door to pypdf."""

import io

import pypdf

MOST_PAGES = 400
SPARSE = 20  # characters a page below which a document with pictures is a scan


def pdf_text(data: bytes) -> str:
    """The text of all pages, a blank line between them. Raises Unreadable."""
    from supple.read.documents.child import Unreadable  # noqa: PLC0415 - child imports this module

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        reason = "encrypted"
        raise Unreadable(reason)
    pages = reader.pages[:MOST_PAGES]
    texts = [page.extract_text() for page in pages]
    if sum(len(text.strip()) for text in texts) < SPARSE * len(texts) and any(
        len(page.images) for page in pages[:3]
    ):
        reason = "pictures"
        raise Unreadable(reason)
    return "\n\n".join(texts)
