"""Cards: tables of labels and their values, one pair below the other, which have no head."""

from __future__ import annotations

from collections.abc import Sequence

from extract.forms.heads import Heads
from extract.forms.rows import TableRow

_FEWEST = 4  # different labels
_MOSTLY = 0.6  # of the rows of two cells


def is_card(rows: Sequence[TableRow], heads: Heads) -> bool:
    """Whether most rows are a label and a value: then a pair of labels is one too, "Unità di misura | n."."""
    pairs = [row.filled()[-2:] for row in rows if len(row.filled()) == 2 or _group(row, heads)]
    labels = [head for first, _ in pairs if (head := heads.exact(first.text.rstrip(" :")))]
    both = sum(heads.exact(second.text) is not None for _, second in pairs)
    wide = sum(len(row.filled()) > 2 and _group(row, heads) is None for row in rows)
    if len({head.role for head in labels}) < _FEWEST:
        return False
    return len(labels) >= max(_MOSTLY * len(pairs), wide) and 2 * both <= len(labels)


def groups_in(rows: Sequence[TableRow], heads: Heads) -> dict[int, str]:
    """Which rows stand beside a label that takes several of them, by their place, and its field."""
    found: dict[int, str] = {}
    for place, row in enumerate(rows):
        if (role := _group(row, heads)) is not None:
            last = row.place + row.filled()[0].row_span
            found.update((at, role) for at in range(place, len(rows)) if rows[at].place < last)
    return found


def _group(row: TableRow, heads: Heads) -> str | None:
    """The field of a label that takes several rows, with a label and a value beside it in the first one."""
    filled = row.filled()
    if len(filled) != 3 or filled[0].row_span < 2 or filled[1].row_span > 1:
        return None
    head, beside = heads.exact(filled[0].text.rstrip(" :")), heads.exact(filled[1].text.rstrip(" :"))
    return head.role if head and beside else None
