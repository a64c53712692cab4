"""Turn the bytes of a file or page into text: plain text, HTML, PDF and DOCX."""

from supple.read.documents.load import LARGEST, text_of

__all__ = ["LARGEST", "text_of"]
