"""Collect every message that is shown or spoken: `python -m tools.catalogue FOLDER`.

Writes three templates for translators: `supple.pot` (exercises, sessions,
safety: everything below the pages), `django.pot` (the pages) and `browser.pot`
(the player). A translator's catalogues are compiled from them into
`LOCALE/LC_MESSAGES/supple.mo` and `django.mo`, and `LOCALE/browser.json`.
"""

import ast
import io
import json
import sys
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from babel.plural import PluralRule

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "supple"
BROWSER = ROOT / "browser" / "src"
Message = str | tuple[str, ...]

#: The keys of our TOML files that hold words for a person.
PROSE = frozenset(
    {
        *("name", "also", "aim", "position", "how", "breath", "say", "text", "held", "purpose"),
        *("title", "ask", "stop", "limit", "sign", "reopen", "words", "cannot", "note", "notes"),
        *("about", "low_says", "high_says"),
    }
)
WORDS: dict[str, tuple[int, ...] | None] = {"say": None, "mark": None, "count": (1, 2)}
PAGES: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
}
TYPESCRIPT: dict[str, tuple[int, ...] | None] = {"t": None, "tn": (1, 2)}
Keywords = dict[str, tuple[int, ...] | None]


def supple() -> Catalog:
    """What `supple.words` is asked for, in Python and in the TOML files."""
    found = Catalog(project="supple")
    for path in sorted(SOURCE.rglob("*.py")):
        if "web" not in path.relative_to(SOURCE).parts:
            _add(found, _in_python(path.read_text(), WORDS))
    for folder in ("library", "library/routines", "safety", "track/measures"):
        for path in sorted((SOURCE / folder).glob("*.toml")):
            _add(found, _prose(tomllib.loads(path.read_text())))
    return found


def pages() -> Catalog:
    """What the pages ask Django for, in Python and in the templates."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 - needs settings

    found = Catalog(project="supple")
    for path in sorted((SOURCE / "web").rglob("*.py")):
        _add(found, _in_python(path.read_text(), PAGES))
    for path in sorted((SOURCE / "web").rglob("*.html")):
        _add(found, _in_code(templatize(path.read_text(), origin=path.name), "python", PAGES))
    return found


def browser() -> Catalog:
    """What the TypeScript asks `t` and `tn` for."""
    found = Catalog(project="supple")
    for path in sorted(BROWSER.rglob("*.ts")):
        _add(found, _in_code(path.read_text(), "javascript", TYPESCRIPT))
    return found


def _in_python(text: str, keywords: Keywords) -> Iterator[Message]:
    """The constants that the named functions and methods are called with."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in keywords:
            given = node.args[: len(keywords[name] or (1,))]
            for said in product(*(_constants(argument) for argument in given)):
                yield said[0] if len(said) == 1 else said


def _constants(argument: ast.expr) -> list[str]:
    """The strings that an argument may be: itself, or either branch of a choice."""
    if isinstance(argument, ast.IfExp):
        return [*_constants(argument.body), *_constants(argument.orelse)]
    text = argument.value if isinstance(argument, ast.Constant) else None
    return [text] if isinstance(text, str) else []


def _in_code(text: str, method: str, keywords: Keywords) -> Iterator[Message]:
    for _line, message, _comments, _context in extract(
        method, io.BytesIO(text.encode()), keywords=keywords
    ):
        yield message


def _prose(value: object, key: str = "") -> Iterator[str]:
    """The strings that stand under one of the keys for words."""
    if isinstance(value, str) and key in PROSE:
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _prose(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _prose(inner, key)


def _add(catalog: Catalog, messages: Iterator[Message]) -> None:
    for message in messages:
        if message and all(message):
            catalog.add(message)


def compile_locale(
    folder: Path, locale: str, translated: tuple[Catalog, Catalog, Catalog], plurals: PluralRule
) -> None:
    """Write what the program reads of a language: two binary catalogues and one of JSON."""
    below, on_pages, in_browser = translated
    place = folder / locale / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    for name, catalog in (("supple", below), ("django", on_pages)):
        with (place / f"{name}.mo").open("wb") as file:
            write_mo(file, catalog)
    categories = sorted(plurals.tags | {"other"}, key=_category)
    (folder / locale / "browser.json").write_text(
        json.dumps(dict(_for_browser(in_browser, categories)), ensure_ascii=False)
    )


def _category(name: str) -> int:
    return ("zero", "one", "two", "few", "many", "other").index(name)


def _for_browser(
    catalog: Catalog, categories: list[str]
) -> Iterator[tuple[str, str | dict[str, str]]]:
    for message in catalog:
        if not message.id or not message.string:
            continue
        if message.pluralizable:
            yield str(message.id[0]), dict(zip(categories, message.string, strict=True))
        else:
            yield str(message.id), str(message.string)


def main() -> int:
    """Write the three templates into the folder that is named."""
    from django.conf import settings  # noqa: PLC0415 - only to take templates apart

    settings.configure()
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, catalog in (("supple", supple()), ("django", pages()), ("browser", browser())):
        with (folder / f"{name}.pot").open("wb") as file:
            write_po(file, catalog, width=100)
        print(f"{len(catalog)} messages in {folder / name}.pot")
    return 0


if __name__ == "__main__":
    sys.exit(main())
