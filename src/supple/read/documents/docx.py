"""The text of a Word file: the one door to python-docx."""

import io
import zipfile

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from supple.read.documents.unreadable import Unreadable

LARGEST_UNPACKED = 100_000_000  # bytes of all parts together
MOST_PARTS = 2_000


def docx_text(data: bytes) -> str:
    """Paragraphs and table rows as lines, headings and list entries marked. Raises Unreadable."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_UNPACKED:
            reason = "bomb"
            raise Unreadable(reason)
    document = docx.Document(io.BytesIO(data))
    lines: list[str] = []
    for block in document.iter_inner_content():
        lines.extend(_table(block) if isinstance(block, Table) else [_paragraph(block)])
    return "\n".join(lines)


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not text:
        return ""
    if style.startswith(("Heading", "Title")):
        level = int(style[-1]) if style[-1].isdigit() else 1
        return f"\n{'#' * min(level, 6)} {text}\n"
    properties = paragraph._p.pPr  # noqa: SLF001 - the library has no public door to numbering
    if style.startswith("List") or (properties is not None and properties.numPr is not None):
        return f"- {text}"
    return f"{text}\n"


def _table(table: Table) -> list[str]:
    rows = [" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in table.rows]
    return ["", *(f"| {row} |" for row in rows), ""]
