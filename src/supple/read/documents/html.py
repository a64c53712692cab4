"""The text of a web page: headings, lists and tables kept as marks, menus and scripts left out.

The parser of the standard library reads any markup in one pass without
recursion. Extractors of "the article" drop the short lines and lists that a
routine is made of; here only what is never part of one is dropped, and the
reading itself finds the routine.
"""

import re
from html.parser import HTMLParser

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "dialog",
        "menu",
    ]
)
BREAKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "table",
        "thead",
        "tbody",
        "tr",
        "br",
        "hr",
        "li",
        "address",
        "details",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
    ]
)
_HEADING = re.compile(r"h[1-6]")
_META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:comment|sidebar|cookie|newsletter|breadcrumb|related|share|social|menu|advert|popup)"
)


def html_text(data: bytes) -> str:
    """The words of the page, one line for each block."""
    renderer = Renderer()
    renderer.feed(_decoded(data))
    renderer.close()
    return renderer.text()


def _decoded(data: bytes) -> str:
    named = _META_CHARSET.search(data[:4096])
    for encoding in ("utf-8", named[1].decode("ascii") if named else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


class Renderer(HTMLParser):
    """Collects the lines of a page while it is parsed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._skipping: list[str] = []
        self._cells = 0
        self._title: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, or begin to skip one that holds no part of a routine."""
        if self._skipping:
            if tag not in VOID:
                self._skipping.append(tag)
            return
        if tag in SKIPPED or (tag in ("div", "section", "ul") and _is_aside(attrs)):
            self._skipping.append(tag)
        elif tag == "title":
            self._in_title = True
        elif tag in ("td", "th"):
            self._parts.append(" | " if self._cells else "\n| ")
            self._cells += 1
        elif tag in BREAKS:
            self._parts.append(self._opening(tag))

    def _opening(self, tag: str) -> str:
        if _HEADING.fullmatch(tag):
            return "\n\n" + "#" * int(tag[1]) + " "
        if tag == "tr":
            self._cells = 0
            return ""
        if tag == "br":
            return "\n"
        return "\n- " if tag == "li" else "\n\n"

    def handle_endtag(self, tag: str) -> None:
        """Close a block."""
        if self._skipping:
            if tag in self._skipping:
                while self._skipping.pop() != tag:
                    pass
            return
        if tag == "title":
            self._in_title = False
        elif tag == "tr":
            self._parts.append(" |" if self._cells else "")
            self._cells = 0
        elif tag in ("ul", "ol"):
            self._parts.append("\n")
        elif tag in BREAKS and tag not in ("li", "br"):
            self._parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Keep words that are shown."""
        if self._in_title:
            self._title.append(data)
        elif not self._skipping:
            self._parts.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """The page so far; its title first where no heading says it."""
        joined = "".join(self._parts)
        lines = [re.sub(r"[ \t]+", " ", line).strip() for line in joined.split("\n")]
        body = re.sub(
            r"\n{3,}", "\n\n", "\n".join(line for line in lines if line not in ("-", "#"))
        )
        title = " ".join("".join(self._title).split())
        return body.strip() if "# " in body or not title else f"# {title}\n\n{body.strip()}"


def _is_aside(attrs: list[tuple[str, str | None]]) -> bool:
    named = " ".join(value or "" for key, value in attrs if key in ("class", "id", "role"))
    return _ASIDE.search(named.lower()) is not None
