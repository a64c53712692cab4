import io
import zipfile

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.read.documents import LARGEST, text_of
from supple.read.documents.load import decoded, kind_of

HTML = b"""<!DOCTYPE html><html><head><title>Back page</title><script>var a = 1;</script></head>
<body><nav><a>Home</a></nav><h1>Back care</h1><p>Do these <b>twice</b> a day.</p>
<ul><li>Bridge &ndash; 3 x 10<li>Clam</ul>
<table><tr><th>Exercise</th><th>Reps</th></tr><tr><td>Squat</td><td>8</td></tr></table>
<div class="comments"><p>I did the plank</p></div></body></html>"""


def pdf(text: str = "", lock: str = "") -> bytes:
    """A small PDF with one line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    if not lock:
        return out
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(out)))
    writer.encrypt(lock, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Knee care", 1)
    document.add_paragraph("Do these daily.")
    document.add_paragraph("Bridge: 3 x 10", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Squat", "12 reps"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def refusal(data: bytes, name: str = "") -> str:
    text, problems = text_of(data, name)
    assert text == ""
    (problem,) = problems
    return str(problem)


def test_html_keeps_headings_lists_and_tables_and_leaves_menus_out() -> None:
    text, problems = text_of(HTML)
    assert problems == ()
    assert [line for line in text.split("\n") if line] == [
        "# Back care",
        "Do these twice a day.",
        "- Bridge – 3 x 10",
        "- Clam",
        "| Exercise | Reps |",
        "| Squat | 8 |",
    ]


def test_pdf() -> None:
    assert text_of(pdf("Bridge 3 x 10"))[0].strip() == "Bridge 3 x 10"


def test_docx() -> None:
    lines = [line for line in text_of(word())[0].split("\n") if line]
    assert lines == ["# Knee care", "Do these daily.", "- Bridge: 3 x 10", "| Squat | 12 reps |"]


def test_a_locked_pdf() -> None:
    assert refusal(pdf("Bridge", lock="x"), "a.pdf") == (
        "a.pdf: This PDF is locked with a password. Open it with the password and copy the text."
    )


def test_a_broken_pdf() -> None:
    assert refusal(b"%PDF-1.7\n" + b"\x00\xff" * 50) == (
        "This file could not be opened: it is damaged. Copy the text instead."
    )


def test_a_zip_bomb_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 120_000_000)
    assert refusal(out.getvalue()) == (
        "This Word file unpacks to far more than a handout, so it was not opened. "
        "Copy the text instead."
    )


def test_other_archives_and_binaries() -> None:
    assert refusal(b"PK\x03\x04rest").startswith("This is an archive, not a Word file.")
    assert refusal(b"\x89PNG\r\n\x1a\n\x00\x00").startswith("This is not a text, a web page")


def test_a_huge_file_is_not_looked_at() -> None:
    assert refusal(b"a" * (LARGEST + 1)).startswith("This file is larger than 20 MB.")


def test_nested_markup_does_no_harm() -> None:
    text, problems = text_of(b"<html>" + b"<div><b>" * 20_000 + b"Bridge" + b"</div>" * 20_000)
    assert (text, problems) == ("Bridge", ())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("größer".encode("cp1252"), "größer"),
        ("größer".encode("utf-16"), "größer"),
        (b"\xef\xbb\xbfplain", "plain"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_line_breaks_ligatures_and_composed_letters() -> None:
    assert text_of("a\r\nb\rﬁve e\u0301".encode())[0] == "a\nb\nfive é"


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_have_a_kind(data: bytes) -> None:
    assert kind_of(data) in ("text", "html", "pdf", "docx", "zip", "binary")


def test_a_scan_is_told_from_a_text() -> None:
    picture = pdf().replace(
        b"/Font << /F1 5 0 R >>", b"/XObject << /I << /Subtype /Image >> >>      "
    )
    assert refusal(picture) == (
        "This PDF holds pictures, not text, so there is nothing to read. Type the exercises, or "
        "use a program that reads text from pictures first."
    )
