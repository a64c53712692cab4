"""The child process that parses a document: bytes on standard input, JSON on standard output.

It limits its own memory and processor time before a parser is imported, so
that a hostile file costs at most that.
"""

import json
import logging
import resource
import sys

from supple.read.documents.unreadable import Unreadable

MEMORY = 512 * 1024 * 1024
PROCESSOR_SECONDS = 10


def limit() -> None:
    """Never use more than MEMORY bytes or PROCESSOR_SECONDS, and write no files."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def parsed(kind: str, data: bytes) -> str:
    """The text of a document of this kind. Raises Unreadable."""
    if kind == "pdf":
        from supple.read.documents.pdf import pdf_text  # noqa: PLC0415 - after the limits

        return pdf_text(data)
    if kind == "docx":
        from supple.read.documents.docx import docx_text  # noqa: PLC0415

        return docx_text(data)
    from supple.read.documents.html import html_text  # noqa: PLC0415

    return html_text(data)


def main() -> None:
    """Parse standard input as the kind named by the first argument."""
    limit()
    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read()
    try:
        answer = {"text": parsed(sys.argv[1], data)}
    except Unreadable as why:
        answer = {"problem": str(why)}
    except (Exception, RecursionError, MemoryError):  # noqa: BLE001 - any parser may break anyhow
        answer = {"problem": "broken"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
