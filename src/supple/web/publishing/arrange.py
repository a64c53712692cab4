"""Adding, moving and taking out exercises of a draft."""

from supple.value import changed
from supple.web.publishing.draft import MOST_ROWS, Draft, DraftRow


def added(draft: Draft, exercise: str) -> Draft:
    """The draft with one more exercise at its end; "" for one in the therapist's own words.

    A full draft stays as it is.
    """
    if len(draft.rows) >= MOST_ROWS:
        return draft
    row = DraftRow(key=draft.next_key, exercise=exercise)
    return changed(draft, rows=(*draft.rows, row), next_key=draft.next_key + 1)


def dropped(draft: Draft, key: int) -> Draft:
    """The draft without one exercise."""
    place = _place(draft, key)
    if place is None:
        return draft
    rows = list(draft.rows)
    gone = rows.pop(place)
    _let_stand(rows, place, gone)
    return changed(draft, rows=tuple(rows))


def moved(draft: Draft, key: int, by: int) -> Draft:
    """The draft with one exercise further up (`by` < 0) or down; it is no harder form any more."""
    place = _place(draft, key)
    if place is None or not 0 <= place + by < len(draft.rows):
        return draft
    rows = list(draft.rows)
    row = rows.pop(place)
    _let_stand(rows, place, row)
    rows.insert(place + by, changed(row, harder=False))
    return changed(draft, rows=tuple(rows))


def _let_stand(rows: list[DraftRow], place: int, gone: DraftRow) -> None:
    """What was a harder form of an exercise that is gone is not one of its neighbour."""
    if place < len(rows) and rows[place].harder and not gone.harder:
        rows[place] = changed(rows[place], harder=False)


def _place(draft: Draft, key: int) -> int | None:
    return next((n for n, row in enumerate(draft.rows) if row.key == key), None)
