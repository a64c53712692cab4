"""Exercises in a table: one a row, the head of the table telling what its columns are."""

from supple.read.draft import Draft, Item, Segment
from supple.read.judge import Judge

Cell = tuple[int, int]


def cells(clean: str, item: Item) -> list[Cell]:
    """The places of a row's cells, without the blanks around them."""
    mark = "|" if "|" in clean[item.start : item.end] else "\t"
    found, at = [], item.start
    while at <= item.end:
        stop = clean.find(mark, at, item.end)
        stop = item.end if stop < 0 else stop
        found.append(_trim(clean, at, stop))
        at = stop + 1
    if found and found[0][0] >= found[0][1]:
        del found[0]
    if found and found[-1][0] >= found[-1][1]:
        del found[-1]
    return found


def _trim(clean: str, start: int, end: int) -> Cell:
    while start < end and clean[start] in " \t*_\n":
        start += 1
    while end > start and clean[end - 1] in " \t*_\n":
        end -= 1
    return start, end


def row_segments(
    draft: Draft, judge: Judge, indices: list[int], section: tuple[int, int] | None
) -> list[Segment]:
    """The exercises among the table rows `indices`."""
    found: list[Segment] = []
    head: list[str] = []
    for i in indices:
        item = draft.items[i]
        if item.kind != "row":
            head = []
            continue
        row = cells(draft.clean, item)
        texts = [draft.folded[a:b] for a, b in row]
        if sum(bool(_kind(judge, text)) for text in texts) >= 2 and not judge.all_traits[i].dosed:  # noqa: PLR2004
            head = texts
            continue
        one = _row(judge, item, row, head, section)
        if one is not None:
            found.append(one)
    return found


def _kind(judge: Judge, text: str) -> str:
    for kind in judge.lex.words["label"]:
        if judge.lex.pattern("label", kind).fullmatch(text.strip(" .:()")):
            return str(kind)
    return ""


def _row(
    judge: Judge, item: Item, row: list[Cell], head: list[str], section: tuple[int, int] | None
) -> Segment | None:
    named = [(judge.name(cell), cell) for cell in row if cell[0] < cell[1]]
    hit, cell = next(((hit, cell) for hit, cell in named if hit), (None, None))
    if cell is None:
        column = next((n for n, text in enumerate(head) if _kind(judge, text) == "name"), None)
        if column is None or column >= len(row) or not judge.dosed(item.start, item.end):
            return None
        cell = row[column]
    if not head and not judge.dosed(item.start, item.end):
        return None
    columns = tuple((text, *place) for text, place in zip(head, row, strict=False))
    movement = hit.movement if hit else ""
    return Segment(item.start, item.end, cell, movement, section=section, columns=columns)
